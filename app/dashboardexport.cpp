// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardexport.h>

#include <QtCore/QFileInfo>
#include <QtCore/QPointer>
#include <QtWidgets/QFileDialog>
#include <app/dashboardpage.h>
#include <app/dashboardsheet.h>
#include <app/loadwatch.h>
#include <app/panelexport.h>
#include <dashboard/savefile.h>
#include <dashboard/settingsediting.h>
#include <widgets/controls/menu.h>

using namespace Qt::StringLiterals;

namespace {

constexpr double kSharp = 2;
constexpr int kLeastWidth = 800;
constexpr int kMostWidth = 2400;

void report(DashboardPage &page, const Result<> &done, const QString &path)
{
    if (done)
        emit page.notice(Tint::Good, DashboardPage::tr("Exported"), path);
    else
        emit page.notice(Tint::Bad, DashboardPage::tr("The dashboard was not exported"),
                         QStringList{done.error().what, done.error().where, done.error().hint}.join(u' ').simplified());
}

// Lives until all panels have what they asked for, or until the page goes.
void draw(App &app, DashboardPage &page, const QString &format, const QString &path)
{
    const DashboardSession &shown = page.session();
    Document document = page.editor().document();
    if (const Result<Command> values = saveVariablesAsDefault(document, shown.variables(), shown.sectionVariables()))
        document = document.edited(values->splices).value_or(document);
    auto *sheet = new DashboardSheet(app, document);
    sheet->setObjectName(u"exportSheet"_s);
    sheet->session().setTimeRange(shown.rawRange());
    sheet->session().setTabsAsRows(format == u"pdf"); // paper has room for all
    for (const TabsInstance &tabs : shown.tabs())
        sheet->session().setCurrentTab(tabs.id, tabs.current);
    sheet->open(std::clamp(page.view().width(), kLeastWidth, kMostWidth));
    QObject::connect(&page, &QObject::destroyed, sheet, [sheet] { delete sheet; });
    QObject::connect(&sheet->watch(), &LoadWatch::done, &page, [&page, sheet, format, path] {
        report(page, saveFile(path, sheet->picture(format, PdfSetup::Page::A4, format == u"png" ? kSharp : 1)), path);
        sheet->deleteLater();
    });
}

} // namespace

void exportDashboard(App &app, DashboardPage &page, const QString &format)
{
    auto *dialog = new QFileDialog(&page, DashboardPage::tr("Export the dashboard"), QFileInfo(page.path()).path(), pictureKind(format));
    dialog->setObjectName(u"exportDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(format);
    dialog->selectFile(exportFileName(page.title(), format));
    QObject::connect(dialog, &QFileDialog::fileSelected, &page,
                     [&app, &page, format](const QString &path) { draw(app, page, format, path); });
    dialog->open();
}

void addExportMenu(Menu &menu, DashboardPage &page)
{
    Menu *pictures = menu.addSub(u"pictures"_s, u"panel"_s, DashboardPage::tr("Export as a picture"));
    const auto add = [&](const QString &format, const QString &icon, const QString &text) {
        QObject::connect(pictures->add(u"file.export."_s + format, icon, text), &QAction::triggered, &page,
                         [&page, format] { emit page.fileActionRequested(u"export."_s + format); });
    };
    add(u"png"_s, u"panel"_s, DashboardPage::tr("Picture (PNG)…"));
    add(u"svg"_s, u"panel"_s, DashboardPage::tr("Vector picture (SVG)…"));
    add(u"pdf"_s, u"file"_s, DashboardPage::tr("PDF, in pages…"));
}
