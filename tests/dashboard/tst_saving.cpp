// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <csignal>
#include <dashboard/dashboardeditor.h>
#include <dashboard/settingsediting.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <tests/support/testmain.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kText = "{\n  \"title\": \"T\",\n  \"number\": 1.50,\n  \"panels\": []\n}\n";

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray("(no file)");
}

void put(const QString &path, const QByteArray &text)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(text) != text.size())
        QTest::qFail("the test cannot write its file", __FILE__, __LINE__);
}

Result<Command> title(const DashboardEditor &editor, const QString &text)
{
    return setDashboardValue(editor.document(), u"title"_s, Json(text), u"Title"_s);
}

} // namespace

// Saving, the journal, and a file that others change.
class TstSaving : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    EditorSetup m_setup;
    qint64 m_now = 1'000'000;
    int m_next = 0;

    QString newFile(const QByteArray &text = kText)
    {
        const QString path = m_folder.filePath(u"d%1.json"_s.arg(++m_next));
        put(path, text);
        return path;
    }
    std::unique_ptr<DashboardEditor> open(const QString &path)
    {
        auto editor = DashboardEditor::open(path, m_setup);
        if (!editor)
            QTest::qFail(qPrintable(editor.error().what), __FILE__, __LINE__);
        return std::move(*editor);
    }

private slots:
    void initTestCase()
    {
        m_setup.journalFolder = m_folder.filePath(u"journal"_s);
        m_setup.clock = [this] { return m_now += 5000; };
    }

    void savesOnlyWhatWasEdited()
    {
        const QString path = newFile();
        const auto editor = open(path);
        QSignalSpy modified(editor.get(), &DashboardEditor::modifiedChanged);
        QVERIFY(editor->apply(title(*editor, u"New"_s)));
        QVERIFY(editor->isModified());
        QVERIFY(editor->save());
        QCOMPARE(contents(path), QByteArray(kText).replace("\"T\"", "\"New\""));
        QCOMPARE(modified.size(), 2);
        QVERIFY(editor->undo()); // past the save
        QVERIFY(editor->isModified());
        QCOMPARE(editor->document().text(), kText);
        QVERIFY(editor->revert());
        QVERIFY(!editor->isModified());
        QCOMPARE(QDir(m_folder.path()).entryList({u".d*"_s}, QDir::Files | QDir::Hidden), QStringList());
    }

    void keepsModeAndLinks()
    {
        const QString path = newFile();
        QVERIFY(::chmod(qPrintable(path), 0640) == 0);
        const QString link = m_folder.filePath(u"link.json"_s);
        QVERIFY(QFile::link(path, link));
        QVERIFY(saveFile(link, "{}"));
        QVERIFY(QFileInfo(link).isSymLink());
        QCOMPARE(contents(path), QByteArray("{}"));
        struct stat info;
        QVERIFY(::stat(qPrintable(path), &info) == 0);
        QCOMPARE(info.st_mode & 0777, 0640u);
    }

    void refusedSavesLoseNothing_data()
    {
        QTest::addColumn<QString>("fault");
        for (const char *fault : {"vanished folder", "full disk", "folder in the way"})
            QTest::newRow(fault) << QString::fromUtf8(fault);
        if (::geteuid() != 0) // root writes everywhere
            for (const char *fault : {"read-only file", "read-only folder"})
                QTest::newRow(fault) << QString::fromUtf8(fault);
    }
    void refusedSavesLoseNothing()
    {
        QFETCH(QString, fault);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"sub/d.json"_s);
        QDir(folder.path()).mkpath(u"sub"_s);
        put(path, kText);
        const auto editor = open(path);
        QVERIFY(editor->apply(title(*editor, u"New"_s)));
        rlimit limit{};
        ::getrlimit(RLIMIT_FSIZE, &limit);
        if (fault == u"vanished folder")
            QDir(folder.filePath(u"sub"_s)).removeRecursively();
        else if (fault == u"read-only file")
            ::chmod(qPrintable(path), 0444);
        else if (fault == u"read-only folder")
            ::chmod(qPrintable(folder.filePath(u"sub"_s)), 0555);
        else if (fault == u"folder in the way")
            QFile::remove(path), QDir(folder.path()).mkpath(u"sub/d.json/x"_s);
        else { // a limit that the write runs into half way, as a full disk is
            ::signal(SIGXFSZ, SIG_IGN);
            const rlimit tight{10, limit.rlim_max};
            ::setrlimit(RLIMIT_FSIZE, &tight);
        }
        const Result<> saved = editor->save();
        ::setrlimit(RLIMIT_FSIZE, &limit);
        QVERIFY(!saved);
        QCOMPARE(int(saved.error().kind), int(Error::Kind::Io));
        QVERIFY(!saved.error().what.isEmpty() && saved.error().where == path && !saved.error().hint.isEmpty());
        QVERIFY(editor->isModified());
        if (fault != u"vanished folder" && fault != u"folder in the way") {
            QCOMPARE(contents(path), kText);
            QCOMPARE(QDir(folder.filePath(u"sub"_s)).entryList(QDir::Files | QDir::Hidden).size(), 1);
        }
        ::chmod(qPrintable(folder.filePath(u"sub"_s)), 0755);
        QVERIFY(editor->saveAs(folder.filePath(u"other.json"_s))); // the way out
        QVERIFY(contents(folder.filePath(u"other.json"_s)).contains("New"));
    }

    void killedWhileSaving_data()
    {
        QTest::addColumn<int>("step");
        for (const SaveStep step : {SaveStep::Created, SaveStep::HalfWritten, SaveStep::Written, SaveStep::Synced, SaveStep::Renamed})
            QTest::addRow("step %d", int(step)) << int(step);
    }
    void killedWhileSaving()
    {
        QFETCH(int, step);
        const QString path = newFile();
        const QByteArray bigger = kText + QByteArray(100'000, ' ');
        const pid_t child = ::fork();
        if (child == 0) {
            const auto saved = saveFile(path, bigger, [step](SaveStep at) {
                if (int(at) == step)
                    ::kill(::getpid(), SIGKILL);
            });
            ::_exit(saved ? 0 : 1);
        }
        int status = 0;
        ::waitpid(child, &status, 0);
        QVERIFY(WIFSIGNALED(status));
        QCOMPARE(contents(path), step == int(SaveStep::Renamed) ? bigger : kText); // old or new, never a mix
    }

    void undoSurvivesARestart()
    {
        const QString path = newFile();
        {
            const auto editor = open(path);
            QVERIFY(editor->apply(title(*editor, u"One"_s)));
            QVERIFY(editor->apply(title(*editor, u"Two"_s)));
            QVERIFY(editor->save());
            QVERIFY(editor->apply(title(*editor, u"Three"_s)));
            QVERIFY(editor->undo());
        }
        const auto editor = open(path);
        QVERIFY(!editor->isModified());
        QVERIFY(!editor->isRecovered());
        QCOMPARE(editor->history().commands().size(), 3);
        QVERIFY(editor->redo());
        QCOMPARE(editor->document().dashboard()->title, u"Three"_s);
        QVERIFY(editor->goTo(0));
        QCOMPARE(editor->document().text(), kText);
    }

    void unsavedEditsComeBack()
    {
        const QString path = newFile();
        {
            const auto editor = open(path);
            QVERIFY(editor->apply(title(*editor, u"Unsaved"_s)));
        }
        QCOMPARE(contents(path), kText);
        {
            const auto editor = open(path);
            QVERIFY(editor->isRecovered() && editor->isModified());
            QCOMPARE(editor->document().dashboard()->title, u"Unsaved"_s);
            editor->discard();
        }
        QVERIFY(!open(path)->isModified());
    }

    void tornJournalGivesWhatIsWhole()
    {
        const QString path = newFile();
        const QString journal = Journal::fileFor(path, m_setup.journalFolder);
        {
            const auto editor = open(path);
            QVERIFY(editor->apply(title(*editor, u"One"_s)));
            QVERIFY(editor->apply(setDashboardValue(editor->document(), u"uid"_s, Json(u"x"_s), {})));
        }
        QVERIFY(QFile::resize(journal, QFileInfo(journal).size() - 7));
        const auto editor = open(path);
        QCOMPARE(editor->document().dashboard()->title, u"One"_s);
        QVERIFY(editor->document().dashboard()->uid.isEmpty());
    }

    void journalOfAnotherTextIsPutAside()
    {
        const QString path = newFile();
        {
            const auto editor = open(path);
            QVERIFY(editor->apply(title(*editor, u"Mine"_s)));
        }
        put(path, QByteArray(kText).replace("1.50", "2.50"));
        const auto editor = open(path);
        QVERIFY(!editor->isModified());
        QVERIFY(editor->document().text().contains("2.50"));
        QVERIFY(editor->notice().contains(u"Another program"_s));
        QVERIFY(QFile::exists(editor->notice().section(u" kept in "_s, 1).chopped(1)));
    }

    void secondWindowHasNoJournal()
    {
        const QString path = newFile();
        const auto first = open(path);
        const QString journal = Journal::fileFor(path, m_setup.journalFolder);
        QFile lock(journal + u".lock"_s);
        QVERIFY(lock.exists());
        const pid_t child = ::fork(); // a lock of one process is for others
        if (child == 0)
            ::_exit(Journal::open(journal) ? 1 : 0);
        int status = 0;
        ::waitpid(child, &status, 0);
        QCOMPARE(WEXITSTATUS(status), 0);
    }

    void untitledComesBack()
    {
        QString file;
        {
            const auto editor = *DashboardEditor::create(newDashboardText(u"N"_s, u"u"_s), m_setup);
            QVERIFY(editor->apply(title(*editor, u"Never saved"_s)));
            QVERIFY(editor->path().isEmpty());
        }
        QCOMPARE(Journal::untitled(m_setup.journalFolder).size(), 1);
        const QString journal = Journal::untitled(m_setup.journalFolder).first();
        {
            auto editor = DashboardEditor::restore(journal, m_setup);
            QVERIFY(editor);
            QCOMPARE((*editor)->document().dashboard()->title, u"Never saved"_s);
            QVERIFY((*editor)->isRecovered());
            QVERIFY((*editor)->undo());
            QVERIFY((*editor)->saveAs(m_folder.filePath(u"named.json"_s)));
        }
        QVERIFY(Journal::untitled(m_setup.journalFolder).isEmpty());
        QCOMPARE(open(m_folder.filePath(u"named.json"_s))->history().commands().size(), 1); // undo came along
    }

    void noticesAnotherProgram()
    {
        const QString path = newFile();
        const auto editor = open(path);
        QSignalSpy reloaded(editor.get(), &DashboardEditor::reloaded);
        QSignalSpy outside(editor.get(), &DashboardEditor::changedOutside);
        QVERIFY(saveFile(path, QByteArray(kText).replace("\"T\"", "\"Theirs\""))); // by renaming
        QTRY_COMPARE(reloaded.size(), 1);
        QCOMPARE(editor->document().dashboard()->title, u"Theirs"_s);
        QVERIFY(!editor->isModified());

        QVERIFY(editor->apply(title(*editor, u"Mine"_s)));
        put(path, QByteArray(kText).replace("\"T\"", "\"Again\"")); // in place
        QTRY_COMPARE(outside.size(), 1);
        QCOMPARE(editor->outside(), DashboardEditor::Outside::Changed);
        QCOMPARE(editor->document().dashboard()->title, u"Mine"_s); // nothing is lost
        QVERIFY(editor->reload());
        QCOMPARE(editor->document().dashboard()->title, u"Again"_s);
        QVERIFY(editor->undo());
        QCOMPARE(editor->document().dashboard()->title, u"Mine"_s); // not even by reloading
        QVERIFY(QFile::remove(path));
        QTRY_COMPARE(editor->outside(), DashboardEditor::Outside::Gone);
        QVERIFY(editor->save());
        QVERIFY(contents(path).contains("Mine"));
    }

    void mergesWithAnotherProgram()
    {
        const QString path = newFile();
        const auto editor = open(path);
        const QByteArray mine = [&] {
            (void)editor->apply(title(*editor, u"Mine"_s));
            return editor->document().text();
        }();
        const QByteArray theirs = QByteArray(kText).replace(0, 1, "{ \"editable\":  true,");
        put(path, theirs);
        QTRY_COMPARE(editor->outside(), DashboardEditor::Outside::Changed);
        QCOMPARE(editor->mergeConflicts().value_or(QStringList{u"error"_s}), QStringList());
        QVERIFY(editor->merge(Prefer::Mine));
        QCOMPARE(editor->document().text(), QByteArray(theirs).replace("\"T\"", "\"Mine\"")); // their bytes, my edit
        QCOMPARE(editor->outside(), DashboardEditor::Outside::Same);
        QVERIFY(editor->isModified());
        QVERIFY(editor->undo());
        QCOMPARE(editor->document().text(), theirs);
        QVERIFY(!editor->isModified());
        QVERIFY(editor->undo());
        QCOMPARE(editor->document().text(), mine);
        QVERIFY(editor->goTo(3));
        QVERIFY(editor->save());
        QCOMPARE(contents(path), QByteArray(theirs).replace("\"T\"", "\"Mine\""));
    }

    void mergeSaysWhatBothChanged()
    {
        const QString path = newFile();
        const auto editor = open(path);
        QVERIFY(editor->apply(title(*editor, u"Mine"_s)));
        put(path, QByteArray(kText).replace("\"T\"", "\"Theirs\""));
        QTRY_COMPARE(editor->outside(), DashboardEditor::Outside::Changed);
        QCOMPARE(editor->mergeConflicts().value_or(QStringList()), QStringList{u"/title"_s});
        QVERIFY(editor->merge(Prefer::Theirs));
        QCOMPARE(editor->document().dashboard()->title, u"Theirs"_s);
        QVERIFY(!editor->isModified()); // nothing of mine is left
        put(path, "{ half a fi");
        editor->checkFile();
        QVERIFY(!editor->merge(Prefer::Mine)); // and nothing is touched
        QCOMPARE(editor->document().dashboard()->title, u"Theirs"_s);
    }

    // The process that is killed below: edits the file, and says when each edit was made.
    void journalChild()
    {
        const QString path = qEnvironmentVariable("PROMONTORY_JOURNAL_CHILD");
        if (path.isEmpty())
            QSKIP("only as the process that killedWhileEditing() starts");
        m_setup.journalFolder = qEnvironmentVariable("PROMONTORY_JOURNAL_FOLDER");
        m_setup.clock = systemClock();
        const auto editor = open(path);
        for (int i = 0;; ++i) {
            if (!editor->apply(setDashboardValue(editor->document(), u"k%1"_s.arg(i), Json(i), {})))
                return;
            std::printf("EDIT %d %lld\n", i, static_cast<long long>(systemClock()()));
            std::fflush(stdout);
            QTest::qWait(QRandomGenerator::global()->bounded(1, 30));
        }
    }
    void killedWhileEditing()
    {
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        constexpr int kRounds = 5;
#else
        constexpr int kRounds = 50;
#endif
        QRandomGenerator random(3);
        for (int round = 0; round < kRounds; ++round) {
            const QString path = newFile();
            QProcess child;
            QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"PROMONTORY_JOURNAL_CHILD"_s, path);
            environment.insert(u"PROMONTORY_JOURNAL_FOLDER"_s, m_setup.journalFolder);
            child.setProcessEnvironment(environment);
            child.start(QCoreApplication::applicationFilePath(), {u"tst_saving"_s, u"--"_s, u"journalChild"_s});
            QVERIFY(child.waitForStarted());
            QByteArray out;
            while (!out.contains("EDIT")) {
                QVERIFY(child.waitForReadyRead(20'000));
                out += child.readAllStandardOutput();
            }
            QElapsedTimer alive;
            alive.start();
            const int life = random.bounded(300, 1500);
            while (alive.elapsed() < life) {
                child.waitForReadyRead(5);
                out += child.readAllStandardOutput();
            }
            ::kill(pid_t(child.processId()), SIGKILL);
            child.waitForFinished();
            const qint64 killed = systemClock()();
            out += child.readAllStandardOutput();
            int old = 0; // edits of more than a second before the end
            for (const QByteArray &line : out.split('\n'))
                if (line.startsWith("EDIT ") && line.count(' ') == 2 && line.split(' ')[2].toLongLong() < killed - 1000)
                    ++old;
            QCOMPARE(contents(path), kText);
            const auto editor = open(path);
            QVERIFY2(editor->history().commands().size() >= old,
                     qPrintable(u"%1 of %2"_s.arg(editor->history().commands().size()).arg(old)));
            for (int i = 0; i < old; ++i)
                QCOMPARE(editor->document().valueAt(u"/k%1"_s.arg(i)), Json(i));
            QVERIFY(editor->goTo(0));
            QCOMPARE(editor->document().text(), kText);
        }
    }
};

ADD_TEST(TstSaving)
#include "tst_saving.moc"
