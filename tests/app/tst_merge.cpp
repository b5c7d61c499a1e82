// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <dashboard/settingsediting.h>
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
const QByteArray kText = "{\n  \"title\": \"Shared\",\n  \"schemaVersion\": 42,\n  \"description\": \"\",\n  \"panels\": []\n}\n";
}

// Another program saved the file while there are edits in the window.
class TstMerge : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;

private slots:
    void initTestCase() { m_home = std::make_unique<OwnHome>(); }
    void cleanup() { applyTheme(*qApp, Theme::dark()); }

    void fromTheBanner_data()
    {
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QString>("answer"); // to the question; empty: none comes
        QTest::addColumn<QString>("title");
        const QByteArray elsewhere = QByteArray(kText).replace("\"description\": \"\"", "\"description\": \"new\"");
        const QByteArray same = QByteArray(elsewhere).replace("Shared", "Theirs");
        QTest::newRow("apart") << elsewhere << QString() << u"Mine"_s;
        QTest::newRow("mine") << same << u"mine"_s << u"Mine"_s;
        QTest::newRow("theirs") << same << u"theirs"_s << u"Theirs"_s;
        QTest::newRow("neither") << same << u"cancel"_s << u"Mine"_s;
    }

    void fromTheBanner()
    {
        QFETCH(QByteArray, theirs);
        QFETCH(QString, answer);
        QFETCH(QString, title);
        QTemporaryDir folder;
        const QString path = folder.filePath(u"shared.json"_s);
        const auto put = [&path](const QByteArray &text) {
            QFile file(path);
            return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
        };
        QVERIFY(put(kText));
        StubWindow desk([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); }, {1100, 600},
                        answer == u"theirs" ? u"light"_s : u"dark"_s);
        DashboardPage *page = desk.open(path);
        QVERIFY(page);
        DashboardEditor &editor = page->editor();
        QVERIFY(editor.apply(setDashboardValue(editor.document(), u"title"_s, u"Mine"_s, u"Title"_s)));
        QVERIFY(put(theirs));
        editor.checkFile();
        gui::picture(desk.window, u"merge-banner-"_s + QString::fromLatin1(QTest::currentDataTag()));
        gui::click(desk.window, u"outside.merge"_s);
        if (!answer.isEmpty()) {
            auto *question = gui::find(desk.window, u"mergeQuestion"_s);
            QVERIFY(question);
            QTest::qWait(0);
            gui::picture(desk.window, u"merge-question-"_s + QString::fromLatin1(QTest::currentDataTag()));
            gui::click(desk.window, u"answer."_s + answer);
        }
        auto *merge = desk.window.findChild<QWidget *>(u"outside.merge"_s);
        const bool merges = answer != u"cancel";
        QTRY_COMPARE(editor.document().dashboard()->title, title);
        QCOMPARE(editor.outside(), merges ? DashboardEditor::Outside::Same : DashboardEditor::Outside::Changed);
        QCOMPARE(editor.document().text(),
                 merges ? QByteArray(theirs).replace("Shared", title.toUtf8()).replace("Theirs", title.toUtf8())
                        : QByteArray(kText).replace("Shared", "Mine"));
        QCOMPARE(merge->isVisible(), !merges);
        QTest::qWait(0);
        gui::picture(desk.window, u"merge-done-"_s + QString::fromLatin1(QTest::currentDataTag()));
        editor.discard();
    }
};

ADD_TEST(TstMerge)
#include "tst_merge.moc"
