// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/form/choosebutton.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// A YAML file with several dashboards, opened in the window: it asks which.
class TstYamlChoice : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;

    static QByteArray part(const QByteArray &key, const QByteArray &title)
    {
        return "  " + key + ".json: |\n    {\"title\": \"" + title + "\", \"schemaVersion\": 42, \"panels\": []}\n";
    }

private slots:
    void initTestCase() { m_home = std::make_unique<OwnHome>(); }
    void cleanup() { applyTheme(*qApp, Theme::dark()); }

    void asksWhich_data()
    {
        QTest::addColumn<QString>("answer");
        QTest::addColumn<QString>("title"); // of the page that is shown then; empty: none
        QTest::newRow("the second") << u"open"_s << u"A second board with a title that is rather long for a button"_s;
        QTest::newRow("all") << u"all"_s << u"A second board with a title that is rather long for a button"_s;
        QTest::newRow("none") << u"cancel"_s << QString();
    }

    void asksWhich()
    {
        QFETCH(QString, answer);
        QFETCH(QString, title);
        const QString path = m_home->folder.filePath(u"boards.yaml"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("kind: ConfigMap\ndata:\n" + part("first", "First")
                   + part("second", "A second board with a title that is rather long for a button"));
        file.close();
        StubWindow desk([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); }, {900, 560},
                        answer == u"all" ? u"light"_s : u"dark"_s);
        QVERIFY(desk.isShown);
        QVERIFY(desk.window.opener().openFile(path));
        QVERIFY(gui::find(desk.window, u"partQuestion"_s));
        emit desk.window.findChild<ChooseButton *>(u"part"_s)->chosen(path + u"#second.json"_s);
        gui::picture(desk.window, u"yaml-choice-"_s + answer);
        gui::click(desk.window, u"answer."_s + answer);
        QTRY_COMPARE(desk.window.currentDashboard() ? desk.window.currentDashboard()->title() : QString(), title);
    }
};

ADD_TEST(TstYamlChoice)
#include "tst_yamlchoice.moc"
