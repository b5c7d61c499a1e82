// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/savecsv.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QSaveFile>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QMessageBox>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SaveCsv", text);
}

} // namespace

void saveCsv(const QByteArray &csv, QWidget *parent)
{
    auto *dialog = new QFileDialog(parent, tr("Save as CSV"), {}, tr("Comma-separated values (*.csv)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"csv"_s);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, [csv, parent](const QString &path) {
        QSaveFile file(path);
        if (file.open(QIODevice::WriteOnly) && file.write(csv) == csv.size() && file.commit())
            return;
        auto *box = new QMessageBox(QMessageBox::Warning, tr("Not saved"), {}, QMessageBox::Close, parent);
        box->setAttribute(Qt::WA_DeleteOnClose);
        box->setTextFormat(Qt::PlainText);
        box->setText(tr("%1 could not be written: %2").arg(path, file.errorString()));
        box->open();
    });
    dialog->open();
}
