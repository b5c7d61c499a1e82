// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <tests/support/gui.h>
#include <tests/support/randomedits.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/rowheader.h>

// Random edits of a dashboard in the window: after each, the window shows what somebody sees who opens the text anew.
class TstWindowEdits : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;

    DashboardPage &page() { return *m_window->currentDashboard(); }

    // Everything that tells one picture from another, as lines.
    static QStringList shown(const DashboardSession &session, const DashboardView &view)
    {
        QStringList lines;
        QStringList items = view.grid().items();
        items.sort();
        lines.append(items.join(u' '));
        for (const RowInstance &row : session.rows()) {
            auto *header = qobject_cast<RowHeader *>(view.grid().made(row.id));
            lines.append(
                u"%1 '%2' %3 %4"_s.arg(row.id, header ? header->text() : u"none"_s).arg(header && header->isOpen()).arg(row.rect.y));
        }
        for (const PanelInstance &instance : session.instances()) {
            if (session.isFolded(instance.id))
                continue;
            auto *frame = qobject_cast<PanelFrame *>(view.grid().made(instance.id));
            const GridRect &at = instance.rect;
            lines.append(u"%1 '%2' %3 %4 %5 %6 %7"_s
                             .arg(instance.id, frame ? frame->title() : u"none"_s,
                                  frame ? QString::fromLatin1(frame->content()->metaObject()->className()) : QString())
                             .arg(at.x)
                             .arg(at.y)
                             .arg(at.w)
                             .arg(at.h));
        }
        for (const VariableState &variable : session.variables())
            lines.append(variable.definition.name);
        return lines;
    }

    QStringList shownAnew(const QByteArray &text)
    {
        const Result<Document> document = Document::fromText(text);
        if (!document)
            return {document.error().what};
        SessionSetup setup;
        setup.traits = m_app->traits();
        DashboardSession session(*document, m_app->sources(), setup);
        const DashboardView view(session, m_app->panels());
        return shown(session, view);
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"})
            qputenv(name, m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
    }

    void showsWhatTheDocumentSays_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("sample") << QStringLiteral(SOURCE_DIR "/resources/sample/python-app.json");
        QTest::newRow("chained") << QStringLiteral(TEST_DATA_DIR "/dashboards/chained.json");
    }

    void showsWhatTheDocumentSays()
    {
        QFETCH(QString, path);
        const QString copy = m_folder.filePath(QFileInfo(path).fileName());
        QVERIFY(QFile::copy(path, copy));
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        QVERIFY(m_window->opener().openFile(copy));
        const QByteArray original = page().editor().document().text();
        RandomEditor random(7);
        int made = 0;
        const auto compare = [&](const QString &step) {
            const QStringList now = shown(page().session(), page().view());
            const QStringList anew = shownAnew(page().editor().document().text());
            if (now != anew)
                qInfo().noquote() << step << "\nshown:\n" << now.join(u'\n') << "\nanew:\n" << anew.join(u'\n');
            return now == anew;
        };
        for (int i = 0; i < 150; ++i) {
            const Result<Command> command = random.next(page().editor().document());
            if (!command || command->isEmpty())
                continue;
            QVERIFY(page().apply(command));
            QVERIFY(compare(command->text));
            if (++made % 10 == 0)
                QCoreApplication::processEvents();
        }
        QVERIFY2(made > 40, qPrintable(QString::number(made)));
        while (page().editor().history().canUndo()) {
            page().undo();
            QVERIFY(compare(u"undo"_s));
        }
        QCOMPARE(page().editor().document().text(), original);
        page().editor().discard();
        m_window.reset();
    }
};

ADD_TEST(TstWindowEdits)
#include "tst_windowedits.moc"
