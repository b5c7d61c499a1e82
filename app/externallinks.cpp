// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/externallinks.h>

#include <QtGui/QDesktopServices>
#include <widgets/controls/questionsheet.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kLongest = 2000;

// As it will be asked for: nothing hidden, no letters that look like others.
QString wholeText(const QUrl &url)
{
    const QString text = QString::fromLatin1(url.toEncoded());
    return text.size() <= kLongest ? text : text.left(kLongest) + u'…';
}
} // namespace

ExternalLinks::ExternalLinks(QWidget *window)
    : QObject(window)
    , m_window(window)
    , m_opener([](const QUrl &url) { QDesktopServices::openUrl(url); })
{
}

void ExternalLinks::open(const QUrl &url)
{
    const bool isWeb = (url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty();
    if (!isWeb)
        refuse(url);
    else if (m_allowedHosts.contains(url.host()))
        m_opener(url);
    else
        confirm(url);
}

void ExternalLinks::refuse(const QUrl &url)
{
    const bool isOfServer = url.scheme().isEmpty() && url.host().isEmpty() && url.path().startsWith(u'/');
    const QString why = isOfServer ? tr("It leads to a page of the Grafana server that the dashboard comes from, and that is no dashboard.")
                                   : tr("Links open web pages only: http and https.");
    const QString text = wholeText(url);
    auto *sheet = new QuestionSheet(m_window, tr("This link is not opened"), text.isEmpty() ? why : why + u"\n"_s + text);
    sheet->setObjectName(u"refuseLink"_s);
    sheet->addAnswer(u"cancel"_s, tr("Close"), TextButton::Kind::Primary);
    sheet->open();
}

void ExternalLinks::confirm(const QUrl &url)
{
    auto *sheet = new QuestionSheet(m_window, tr("Open a web page of %1?").arg(url.host(QUrl::FullyEncoded)), wholeText(url));
    sheet->setObjectName(u"confirmLink"_s);
    sheet->addAnswer(u"cancel"_s, tr("Cancel"));
    sheet->addAnswer(u"open"_s, tr("Open in the browser"), TextButton::Kind::Primary);
    connect(sheet, &QuestionSheet::answered, this, [this, url](const QString &answer) {
        if (answer != u"open")
            return;
        m_allowedHosts.insert(url.host());
        m_opener(url);
    });
    sheet->open();
}
