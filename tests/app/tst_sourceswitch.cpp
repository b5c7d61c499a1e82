// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QTemporaryDir>
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/sourceresult.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// A person points the window at another Prometheus: the panels of the open dashboard ask it and redraw.
class TstSourceSwitch : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString dashboardFile()
    {
        QFile file(m_folder.filePath(u"one.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write("{\"title\": \"Versions\", \"schemaVersion\": 41, \"time\": {\"from\": \"now-5m\", \"to\": \"now\"}, \"panels\": ["
                       "{\"id\": 1, \"type\": \"stat\", \"title\": \"One\", \"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8},"
                       "\"targets\": [{\"refId\": \"A\", \"expr\": \"vector(1)\", \"instant\": true}]}]}");
        return file.fileName();
    }

    static void type(QWidget &window, const QString &name, const QString &text)
    {
        auto *edit = window.findChild<QLineEdit *>(name);
        QVERIFY2(edit, qPrintable(name));
        QTest::mouseClick(edit, Qt::LeftButton);
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, text);
    }

    static void click(QWidget &window, const QString &name, const QPoint &at = {})
    {
        auto *widget = window.findChild<QWidget *>(name);
        QVERIFY2(widget, qPrintable(name));
        QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    }

private slots:
    void panelsRedrawFromTheNewDefault()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        QStandardPaths::setTestModeEnabled(false);
        const LivePrometheus first;
        const LivePrometheus second;
        QVERIFY2(first.isReady() && second.isReady(), qPrintable(first.problem() + second.problem()));
        CommandLine line;
        line.source = first.url();
        App app(line);
        MainWindow window(app);
        window.resize(1400, 900);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        QVERIFY(window.opener().openFile(dashboardFile()));
        DashboardSession &session = window.currentDashboard()->session();
        const QString id = session.instances().first().id;
        QTRY_COMPARE_WITH_TIMEOUT(session.data(id).state, PanelData::State::Done, 20'000);
        const QString before = session.explain(id).first().sourceName;

        click(window, u"rail.sources"_s);
        click(window, u"sourceAdd"_s);
        type(window, u"sourceName"_s, u"Second"_s);
        type(window, u"sourceUrl"_s, second.url().toString());
        click(window, u"sourceTest"_s);
        auto *result = window.findChild<SourceResult *>(u"sourceResult"_s);
        QTRY_VERIFY2_WITH_TIMEOUT(result->accessibleName().startsWith(u"Works"_s), qPrintable(result->accessibleName()), 20'000);
        click(window, u"sourceDefault"_s, QPoint(8, 8));
        click(window, u"sourceSave"_s);
        click(window, u"rail.dashboards"_s);

        QVERIFY(before != u"Second"_s);
        QTRY_COMPARE_WITH_TIMEOUT(session.explain(id).first().sourceName, u"Second"_s, 20'000);
        QTRY_COMPARE_WITH_TIMEOUT(session.data(id).state, PanelData::State::Done, 20'000);
        QVERIFY(!session.data(id).frames.isEmpty());
        QStandardPaths::setTestModeEnabled(true);
    }
};

ADD_TEST(TstSourceSwitch)
#include "tst_sourceswitch.moc"
