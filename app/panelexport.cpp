// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/panelexport.h>

#include <QtCore/QBuffer>
#include <QtCore/QFileInfo>
#include <QtWidgets/QFileDialog>
#include <app/dashboardpage.h>
#include <app/framecsv.h>
#include <app/slug.h>
#include <dashboard/panelclipboard.h>
#include <dashboard/savefile.h>
#include <widgets/vector/vectorpicture.h>

using namespace Qt::StringLiterals;

namespace {

constexpr double kSharp = 2;

QByteArray contentOf(DashboardPage &page, const PanelInstance &instance, const QString &format)
{
    if (format == u"csv")
        return framesToCsv(page.session().data(instance.id).frames);
    if (format == u"json")
        return copiedPanels(page.editor().document(), {instance.elementId});
    QByteArray bytes;
    page.view().drawBare(instance.id, [&](QWidget &panel) {
        const QString title = page.session().interpolate(instance.panel->title, instance.id);
        if (format == u"svg") {
            bytes = toSvg(panel, title);
        } else if (format == u"pdf") {
            bytes = toPdf(panel, {PdfSetup::Page::Single, title, {}, 1}, {});
        } else {
            QBuffer buffer(&bytes);
            page.view().picture(instance.id, kSharp).save(&buffer, "PNG");
        }
    });
    return bytes;
}

} // namespace

QString exportFileName(const QString &title, const QString &format)
{
    const QString name = slugOf(title);
    return (name.isEmpty() ? u"panel"_s : name.left(80)) + u'.' + format;
}

QString pictureKind(const QString &format)
{
    return format == u"svg" ? DashboardPage::tr("Vector picture (*.svg)")
        : format == u"pdf"  ? DashboardPage::tr("PDF (*.pdf)")
                            : DashboardPage::tr("Picture (*.png)");
}

void exportPanel(DashboardPage &page, const QString &instanceId, const QString &format)
{
    const PanelInstance *instance = page.session().instance(instanceId);
    if (!instance)
        return;
    const QString kind = format == u"csv" ? DashboardPage::tr("Comma-separated values (*.csv)")
        : format == u"json"               ? DashboardPage::tr("Panel JSON (*.json)")
                                          : pictureKind(format);
    // What there is now, whatever the panel shows by the time a name is found.
    const QByteArray content = contentOf(page, *instance, format);
    auto *dialog = new QFileDialog(&page, DashboardPage::tr("Export the panel"), QFileInfo(page.path()).path(), kind);
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->selectFile(exportFileName(page.session().interpolate(instance->panel->title, instanceId), format));
    QObject::connect(dialog, &QFileDialog::fileSelected, &page, [&page, content](const QString &path) {
        if (const Result<> done = saveFile(path, content); !done)
            emit page.notice(Tint::Bad, DashboardPage::tr("The panel was not exported"),
                             QStringList{done.error().what, done.error().where, done.error().hint}.join(u' ').simplified());
        else
            emit page.notice(Tint::Good, DashboardPage::tr("Exported"), path);
    });
    dialog->open();
}
