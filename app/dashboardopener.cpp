// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardopener.h>

#include <QtCore/QFileInfo>
#include <QtCore/QUuid>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <app/app.h>
#include <app/compatibility/reportbanner.h>
#include <app/dashboardpage.h>
#include <app/library.h>
#include <app/mainwindow.h>
#include <dashboard/dashboardplace.h>
#include <dashboard/settingsediting.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {

QString inOneLine(const Error &error)
{
    return QStringList{error.what, error.where, error.hint}.join(u' ').simplified();
}

} // namespace

DashboardOpener::DashboardOpener(App &app, MainWindow &window) : QObject(&window), m_app(app), m_window(window) { }

void DashboardOpener::chooseFiles()
{
    auto *dialog = new QFileDialog(&m_window, tr("Open a dashboard"), {}, tr("Dashboards (*.json *.yaml *.yml);;All files (*)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        for (const QString &path : paths)
            openFile(path);
    });
    dialog->open();
}

bool DashboardOpener::openFile(const QString &path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    if (m_window.showDashboard(absolute))
        return true;
    if (const Result<QStringList> all = dashboardsIn(absolute); all && all->size() > 1) {
        choosePart(*all);
        return true;
    }
    Result<std::unique_ptr<DashboardEditor>> editor = DashboardEditor::open(absolute);
    if (!editor) {
        emit notice(Tint::Bad, tr("%1 was not opened").arg(QFileInfo(path).fileName()), inOneLine(editor.error()));
        return false;
    }
    const QList<KnownDashboard> known = m_app.library().recent();
    const bool isNew = std::none_of(known.begin(), known.end(), [&](const KnownDashboard &each) { return each.path == absolute; });
    DashboardPage *page = m_window.addDashboard(std::move(*editor));
    if (isNew)
        page->report().look();
    m_app.library().opened(absolute, page->title(), page->session().dashboard().tags, QDateTime::currentMSecsSinceEpoch());
    for (const QString &each : page->session().dashboard().notices)
        emit notice(Tint::Warning, page->title(), each);
    return true;
}

void DashboardOpener::choosePart(const QStringList &paths)
{
    constexpr int kMostTabs = 12;
    const QString file = QFileInfo(DashboardPlace::of(paths[0]).file).fileName();
    auto *question = new QuestionSheet(&m_window, tr("Which dashboard?"), tr("%1 holds %2 dashboards.").arg(file).arg(paths.size()));
    question->setObjectName(u"partQuestion"_s);
    auto *choose = new ChooseButton(question);
    choose->setObjectName(u"part"_s);
    choose->setAccessibleName(tr("Dashboard"));
    QList<Option> options;
    for (const QString &path : paths) {
        const Result<Document> document = Document::open(path);
        const QString name = DashboardPlace::of(path).part;
        const QString title = document ? document->dashboard()->title : tr("cannot be read");
        options.append({path, title.isEmpty() ? name : title, title.isEmpty() ? QString() : name});
    }
    choose->setOptions(options);
    choose->setCurrent(paths[0]);
    connect(choose, &ChooseButton::chosen, choose, &ChooseButton::setCurrent);
    question->addField(choose);
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    if (paths.size() <= kMostTabs)
        question->addAnswer(u"all"_s, tr("Open all"));
    question->addAnswer(u"open"_s, tr("Open"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this, [this, paths, choose = QPointer(choose)](const QString &answer) {
        if (answer == u"all")
            for (const QString &path : paths)
                openFile(path);
        else if (answer == u"open" && choose)
            openFile(choose->current());
    });
    question->open();
}

void DashboardOpener::newDashboard()
{
    const QString uid = QUuid::createUuid().toString(QUuid::Id128).left(14);
    if (auto editor = DashboardEditor::create(newDashboardText(tr("New dashboard"), uid)))
        m_window.addDashboard(std::move(*editor));
}

bool DashboardOpener::openText(const QByteArray &json, const QString &name)
{
    Result<std::unique_ptr<DashboardEditor>> editor = DashboardEditor::create(json);
    if (!editor) {
        emit notice(Tint::Bad, tr("%1 is no dashboard").arg(name), inOneLine(editor.error()));
        return false;
    }
    m_window.addDashboard(std::move(*editor))->report().look();
    return true;
}

void DashboardOpener::import()
{
    const QString text = QApplication::clipboard()->text();
    if (!text.trimmed().startsWith(u'{') || !Document::fromText(text.toUtf8()))
        return chooseFiles();
    auto *question = new QuestionSheet(&m_window, tr("Import a dashboard"), tr("The clipboard holds the JSON of a dashboard."));
    question->setObjectName(u"importQuestion"_s);
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    question->addAnswer(u"file"_s, tr("Choose a file…"));
    question->addAnswer(u"clipboard"_s, tr("From the clipboard"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this, [this, text](const QString &answer) {
        if (answer == u"file")
            chooseFiles();
        else if (answer == u"clipboard")
            openText(text.toUtf8(), tr("The clipboard"));
    });
    question->open();
}

void DashboardOpener::restoreUnsaved()
{
    for (const QString &journal : Journal::untitled(Journal::folder())) {
        Result<std::unique_ptr<DashboardEditor>> editor = DashboardEditor::restore(journal);
        if (editor)
            m_window.addDashboard(std::move(*editor));
        else
            emit notice(Tint::Warning, tr("A dashboard that was not saved could not be brought back"),
                        editor.error().what + u' ' + journal);
    }
}
