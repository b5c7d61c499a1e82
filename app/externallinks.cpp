// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/externallinks.h>

#include <QtGui/QDesktopServices>
#include <QtWidgets/QMessageBox>

using namespace Qt::StringLiterals;

ExternalLinks::ExternalLinks(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
}

void ExternalLinks::open(const QUrl &url)
{
    if ((url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty()) {
        if (m_allowedHosts.contains(url.host()))
            m_opener(url);
        else
            confirm(url);
        return;
    }
    auto *box = new QMessageBox(QMessageBox::Information, tr("Not opened"), {}, QMessageBox::Close, m_window);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("Promontory opens http and https addresses only."));
    box->setInformativeText(url.toDisplayString().left(500));
    box->open();
}

void ExternalLinks::confirm(const QUrl &url)
{
    auto *box = new QMessageBox(QMessageBox::Question, tr("Open a web page?"), {}, QMessageBox::Open | QMessageBox::Cancel, m_window);
    box->setObjectName(u"confirmLink"_s);
    box->setAttribute(Qt::WA_DeleteOnClose);
    box->setTextFormat(Qt::PlainText);
    box->setText(tr("The dashboard links to %1.").arg(url.host()));
    box->setInformativeText(url.toDisplayString().left(500));
    connect(box, &QMessageBox::accepted, this, [this, url] {
        m_allowedHosts.insert(url.host());
        m_opener(url);
    });
    box->open();
}
