// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardfiles.h>

#include <QtCore/QFileInfo>
#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <QtWidgets/QFileDialog>
#include <app/app.h>
#include <app/comparesheet.h>
#include <app/dashboardexport.h>
#include <app/dashboardpage.h>
#include <app/inputsheet.h>
#include <app/inputvalues.h>
#include <app/library.h>
#include <app/panelexport.h>
#include <app/workspaces.h>
#include <dashboard/dashboardplace.h>
#include <dashboard/settingsediting.h>
#include <dashboard/sharing.h>
#include <widgets/controls/questionsheet.h>

using namespace Qt::StringLiterals;

namespace {

// As many as a question has room for.
QStringList firstOf(const QStringList &names)
{
    constexpr qsizetype kMostNamed = 8;
    QStringList lines = names.mid(0, kMostNamed);
    if (names.size() > kMostNamed)
        lines.append(DashboardFiles::tr("and %n more", nullptr, int(names.size() - kMostNamed)));
    return lines;
}

} // namespace

DashboardFiles::DashboardFiles(App &app, QWidget *window) : QObject(window), m_app(app), m_window(window) { }

void DashboardFiles::report(const Error &error, const QString &what)
{
    emit notice(Tint::Bad, what, QStringList{error.what, error.where, error.hint}.join(u' ').simplified());
}

void DashboardFiles::run(DashboardPage &page, const QString &action)
{
    page.commitEdits();
    if (action == u"save")
        save(page);
    else if (action == u"saveAs")
        chooseName(page, isYamlName(DashboardPlace::of(page.path()).file) ? tr("Save as a JSON file") : tr("Save as"),
                   [this, page = QPointer(&page)](const QString &path) {
                       if (page)
                           saveTo(*page, path, {});
                   });
    else if (action == u"saveCopy")
        saveCopy(page);
    else if (action == u"defaultTime")
        page.apply(saveTimeAsDefault(page.editor().document(), page.session().rawRange()));
    else if (action == u"defaultVariables")
        page.apply(saveVariablesAsDefault(page.editor().document(), page.session().variables(), page.session().sectionVariables()));
    else if (action == u"defaultAnnotations")
        page.apply(saveAnnotationsAsDefault(page.editor().document(), page.session().annotations()));
    else if (action == u"copyJson")
        QApplication::clipboard()->setText(QString::fromUtf8(page.editor().document().text()));
    else if (action == u"share")
        share(page);
    else if (action == u"inputs")
        showInputs(page);
    else if (action.startsWith(u"export."_s))
        exportDashboard(m_app, page, action.section(u'.', 1));
    else if (action == u"compare")
        compare(page);
    else if (action == u"merge")
        merge(page);
    else if (action == u"revert")
        page.apply(replaceText(page.editor().document(), page.editor().history().savedText(), tr("Revert to the saved file")));
}

void DashboardFiles::save(DashboardPage &page, const std::function<void()> &saved)
{
    if (!page.path().isEmpty())
        return saveTo(page, page.path(), saved);
    chooseName(page, tr("Save the dashboard"), [this, page = QPointer(&page), saved](const QString &path) {
        if (page)
            saveTo(*page, path, saved);
    });
}

void DashboardFiles::saveTo(DashboardPage &page, const QString &path, const std::function<void()> &saved)
{
    const QString folder = m_app.workspaceOf(page.path());
    if (const Result<> done = page.editor().saveAs(path); !done)
        return report(done.error(), tr("%1 was not saved").arg(QFileInfo(path).fileName()));
    keepInputs(folder, page);
    m_app.library().opened(page.path(), page.title(), page.session().dashboard().tags, QDateTime::currentMSecsSinceEpoch());
    emit this->saved(&page);
    if (saved)
        saved();
}

void DashboardFiles::chooseName(DashboardPage &page, const QString &title, const std::function<void(const QString &)> &chosen)
{
    auto *dialog = new QFileDialog(m_window, title, QFileInfo(page.path()).path(), tr("Dashboards (*.json);;All files (*)"));
    dialog->setObjectName(u"saveDialog"_s);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"json"_s);
    // What lay in YAML becomes a JSON file of its own.
    const bool isOwnJson = !page.path().isEmpty() && !isYamlName(DashboardPlace::of(page.path()).file);
    dialog->selectFile(isOwnJson ? QFileInfo(page.path()).fileName() : exportFileName(page.title(), u"json"_s));
    connect(dialog, &QFileDialog::fileSelected, this, chosen);
    dialog->open();
}

void DashboardFiles::saveCopy(DashboardPage &page)
{
    chooseName(page, tr("Save a copy"), [this, page = QPointer(&page)](const QString &path) {
        if (!page)
            return;
        if (const Result<> done = page->editor().saveCopy(path); !done)
            report(done.error(), tr("The copy was not saved"));
        else
            emit notice(Tint::Good, tr("Copy saved"), path);
    });
}

void DashboardFiles::share(DashboardPage &page)
{
    const auto nameOf = [this](const QString &uid) { return m_app.sources().find({{}, uid}).entry.name; };
    const Result<QByteArray> text = exportedForSharing(page.editor().document(), nameOf, QStringLiteral(PROMONTORY_VERSION));
    if (!text)
        return report(text.error(), tr("The dashboard was not exported"));
    chooseName(page, tr("Export for sharing"), [this, text = *text](const QString &path) {
        if (const Result<> done = saveFile(path, text); !done)
            report(done.error(), tr("The dashboard was not exported"));
        else
            emit notice(Tint::Good, tr("Exported for sharing"), path);
    });
}

void DashboardFiles::compare(DashboardPage &page)
{
    auto *sheet = new CompareSheet(page.editor().outsideText(), page.editor().document().text(), m_window);
    sheet->open();
}

void DashboardFiles::askForInputs(DashboardPage &page)
{
    m_toAsk.append(&page);
    askNext();
}

// One answer may settle the next page's question, too.
void DashboardFiles::askNext()
{
    while (!m_asking && !m_toAsk.isEmpty())
        if (const QPointer<DashboardPage> page = m_toAsk.takeFirst(); page && !m_app.inputsFor(page->editor().document()).open.isEmpty())
            showInputs(*page);
}

// A dashboard that moves to another folder takes its answers along.
void DashboardFiles::keepInputs(const QString &folderBefore, DashboardPage &page)
{
    const QString folder = m_app.workspaceOf(page.path());
    if (folder == folderBefore || inputsOf(page.editor().document()).isEmpty())
        return;
    const InputValues said = m_app.workspaces().inputs(folderBefore);
    const InputValues known = m_app.workspaces().inputs(folder);
    InputValues missing;
    for (const DashboardInput &input : inputsOf(page.editor().document()))
        if (said.contains(input.name) && !known.contains(input.name))
            missing.insert(input.name, said[input.name]);
    m_app.workspaces().setInputs(folder, missing);
    emit inputsChosen();
}

void DashboardFiles::showInputs(DashboardPage &page)
{
    const Document &document = page.editor().document();
    const QList<DashboardInput> inputs = inputsOf(document);
    if (inputs.isEmpty())
        return emit notice(Tint::Info, page.title(), tr("This dashboard names its sources itself; it leaves nothing open."));
    QList<Option> sources;
    for (const SourceEntry &entry : m_app.sources().entries())
        sources.append({entry.uid, entry.name, entry.uid == m_app.sources().defaultUid() ? tr("default") : QString()});
    auto *sheet = new InputSheet(m_window, page.title(), inputs, m_app.inputsFor(document).values, sources);
    connect(sheet, &InputSheet::chosen, this, [this, page = QPointer(&page)](const InputValues &values) {
        if (!page)
            return;
        m_app.workspaces().setInputs(m_app.workspaceOf(page->path()), values);
        emit inputsChosen();
    });
    m_asking = sheet;
    connect(sheet, &Sheet::closed, this, [this] {
        m_asking = nullptr;
        QMetaObject::invokeMethod(this, &DashboardFiles::askNext, Qt::QueuedConnection);
    });
    sheet->open();
}

// What both changed is not decided behind the person's back.
void DashboardFiles::merge(DashboardPage &page)
{
    page.commitEdits();
    const Result<QStringList> conflicts = page.editor().mergeConflicts();
    if (!conflicts)
        return report(conflicts.error(), tr("The file cannot be merged"));
    if (conflicts->isEmpty())
        return mergeNow(page, Prefer::Mine);
    auto *question = new QuestionSheet(m_window, tr("Both sides changed the same values"),
                                       tr("Whose shall stand in these places of the file:") + u'\n' + firstOf(*conflicts).join(u'\n'));
    question->setObjectName(u"mergeQuestion"_s);
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    question->addAnswer(u"theirs"_s, tr("Theirs"));
    question->addAnswer(u"mine"_s, tr("Mine"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this, [this, page = QPointer(&page)](const QString &answer) {
        if (page && answer != u"cancel")
            mergeNow(*page, answer == u"mine" ? Prefer::Mine : Prefer::Theirs);
    });
    question->open();
}

void DashboardFiles::mergeNow(DashboardPage &page, Prefer prefer)
{
    if (const Result<> done = page.editor().merge(prefer); !done)
        return report(done.error(), tr("The file was not merged"));
    emit notice(Tint::Good, page.title(),
                tr("Your edits stand on what the file holds now. Undo takes them off, and once more brings back what was."));
}

// JSON that cannot become an edit is said first: no answer saves it.
void DashboardFiles::askToClose(const QList<DashboardPage *> &pages, const Close &close)
{
    if (m_closing)
        return;
    QStringList places;
    for (DashboardPage *page : pages) {
        page->commitEdits();
        for (const QString &place : page->unfinished())
            places.append(tr("%1 in %2").arg(place, page->title()));
    }
    if (places.isEmpty())
        return askToSave(pages, close);
    auto *question
        = new QuestionSheet(m_window, tr("Typed JSON is in no edit yet"),
                            tr("It has an error, or what it stands for changed meanwhile:") + u'\n' + firstOf(places).join(u'\n'));
    m_closing = question;
    question->setObjectName(u"unfinishedQuestion"_s);
    question->addAnswer(u"drop"_s, tr("Close without it"))->setDanger(true);
    question->addAnswer(u"cancel"_s, tr("Stay"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this,
            [this, watched = QList<QPointer<DashboardPage>>(pages.begin(), pages.end()), close](const QString &answer) {
                m_closing = nullptr;
                if (answer != u"drop")
                    return;
                QList<DashboardPage *> left;
                for (const QPointer<DashboardPage> &page : watched)
                    if (page) {
                        page->dropUnfinished(true);
                        left.append(page);
                    }
                askToSave(left, close);
            });
    question->open();
}

void DashboardFiles::askToSave(const QList<DashboardPage *> &pages, const Close &close)
{
    QList<QPointer<DashboardPage>> unsaved;
    QStringList titles;
    bool hasFiles = true;
    for (DashboardPage *page : pages) {
        if (!page->editor().isModified())
            continue;
        unsaved.append(page);
        titles.append(page->title());
        hasFiles &= !page->path().isEmpty();
    }
    if (unsaved.isEmpty())
        return close({});
    const bool one = unsaved.size() == 1;
    const QString gone = !hasFiles && one ? tr("This dashboard has no file yet. Without saving it is gone.")
                                          : tr("Without saving, the edits since the last save are gone.");
    auto *question = new QuestionSheet(
        m_window, one ? tr("Save the changes to “%1”?").arg(titles.first()) : tr("Save the changes to %1 dashboards?").arg(titles.size()),
        one ? gone : gone + u'\n' + firstOf(titles).join(u'\n'));
    m_closing = question;
    question->setObjectName(u"closeQuestion"_s);
    question->addAnswer(u"discard"_s, one ? tr("Don't save") : tr("Save none"))->setDanger(true);
    question->addAnswer(u"cancel"_s, tr("Cancel"));
    question->addAnswer(u"save"_s, one ? tr("Save") : tr("Save all"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this, [this, unsaved, close](const QString &answer) {
        m_closing = nullptr;
        if (answer == u"save")
            return saveAll(unsaved, [close] { close({}); });
        QList<DashboardPage *> discarded;
        for (const QPointer<DashboardPage> &page : unsaved) {
            if (!page)
                continue;
            page->dropUnfinished(answer == u"discard");
            if (answer == u"discard")
                page->editor().discard();
            discarded.append(page);
        }
        if (answer == u"discard")
            close(discarded);
    });
    question->open();
}

// One after the other, as those without a file ask for a name; the first that is not saved ends it.
void DashboardFiles::saveAll(QList<QPointer<DashboardPage>> pages, const std::function<void()> &saved)
{
    while (!pages.isEmpty() && !pages.first())
        pages.removeFirst();
    if (pages.isEmpty())
        return saved();
    DashboardPage *page = pages.takeFirst();
    save(*page, [this, pages, saved] { saveAll(pages, saved); });
}
