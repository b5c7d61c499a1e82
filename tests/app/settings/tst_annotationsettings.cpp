// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settingslist.h>
#include <dashboard/settingsediting.h>
#include <tests/app/settings/settingsworld.h>
#include <tests/support/testmain.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/toggle.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray board()
{
    return R"j({
  "title": "Board",
  "schemaVersion": 41,
  "annotations": {
    "list": [
      {"builtIn": 1, "name": "Annotations & Alerts", "enable": true, "hide": true, "type": "dashboard", "datasource": {"type": "grafana", "uid": "-- Grafana --"}},
      {"name": "Deploys", "enable": true, "iconColor": "blue", "expr": "deploys > 0", "step": "1m"},
      {"name": "Old", "enable": false, "expr": "old"}
    ]
  },
  "panels": [
    {"id": 1, "type": "timeseries", "title": "One", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}, "targets": [{"refId": "A", "expr": "up"}]},
    {"id": 2, "type": "timeseries", "title": "Two", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8}, "targets": [{"refId": "A", "expr": "up"}]}
  ]
}
)j";
}

} // namespace

// The section of the settings, and the switches in the bar.
class TstAnnotationSettings : public QObject
{
    Q_OBJECT

    std::unique_ptr<SettingsWorld> m_world;

    MainWindow &window() { return *m_world->window; }
    Annotation shown(const QString &name)
    {
        for (const Annotation &each : m_world->dashboard().annotations)
            if (each.name == name)
                return each;
        return {};
    }
    void open(const QString &name)
    {
        m_world->page().settings().showAnnotation(name);
        QCoreApplication::processEvents();
    }

private slots:
    void init()
    {
        m_world = std::make_unique<SettingsWorld>(board());
        QVERIFY(m_world->isShown());
    }
    void cleanup() { m_world.reset(); }

    void editsInPlace()
    {
        open(u"Deploys"_s);
        gui::picture(window(), u"settings-annotations"_s);
        m_world->enter(u"annotation:name"_s, u"Releases"_s);
        QCOMPARE(shown(u"Releases"_s).expr, u"deploys > 0"_s);
        m_world->enter(u"annotation:step"_s, u"5m"_s);
        QCOMPARE(shown(u"Releases"_s).step, u"5m"_s);
        m_world->enter(u"annotation:titleFormat"_s, u"{{version}}"_s);
        m_world->enter(u"annotation:tagKeys"_s, u"app, env"_s);
        QCOMPARE(shown(u"Releases"_s).tagKeys, (QStringList{u"app"_s, u"env"_s}));
        m_world->click(u"annotation:hide"_s);
        QVERIFY(shown(u"Releases"_s).hidden);
        m_world->reveal(u"annotation:expr"_s);
        auto *query = window().findChild<QPlainTextEdit *>(u"annotation:expr.text"_s);
        QVERIFY(query);
        query->setFocus();
        query->selectAll();
        QTest::keyClicks(query, u"restarts"_s);
        m_world->page().commitEdits();
        QCOMPARE(shown(u"Releases"_s).expr, u"restarts"_s);
        QVERIFY(m_world->text().contains("\"expr\": \"restarts\"")); // where it was, not beside it
        m_world->undoAll();
    }

    void forSomePanels()
    {
        open(u"Deploys"_s);
        emit window().findChild<ChooseButton *>(u"annotation:panels"_s)->chosen(u"only"_s);
        QVERIFY(m_world->text().contains("\"filter\""));
        m_world->click(u"annotation:filter.ids"_s);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        gui::picture(window(), u"settings-annotations-panels"_s);
        auto *list = popup->findChild<QAbstractItemView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QTest::keyClick(popup, Qt::Key_Return);
        QCoreApplication::processEvents();
        QCOMPARE(shown(u"Deploys"_s).panelIds, QList<int>{2});
        QVERIFY(!shown(u"Deploys"_s).exclude);
        emit window().findChild<ChooseButton *>(u"annotation:panels"_s)->chosen(u"except"_s);
        QVERIFY(shown(u"Deploys"_s).exclude);
        m_world->undoAll();
    }

    void listed()
    {
        m_world->page().settings().open(u"annotations"_s);
        auto *list = qobject_cast<SettingsList *>(gui::find(window(), u"annotations.list"_s));
        QVERIFY(list);
        QCOMPARE(list->entries().size(), 3);
        QVERIFY(list->entries()[0].detail.contains(u"Grafana"_s));
        m_world->click(u"annotations.add"_s);
        gui::keys(window(), u"New one"_s);
        gui::key(window(), Qt::Key_Tab);
        QCOMPARE(m_world->dashboard().annotations.last().name, u"New one"_s);
        QVERIFY(m_world->dashboard().annotations.last().enabled);
        list->setFocus();
        gui::key(window(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_world->dashboard().annotations[2].name, u"New one"_s);
        m_world->click(u"annotations.duplicate"_s);
        QCOMPARE(m_world->dashboard().annotations.size(), 5);
        m_world->click(u"annotations.remove"_s);
        list->setFocus();
        gui::key(window(), Qt::Key_Delete);
        QCOMPARE(m_world->dashboard().annotations.size(), 3);
        m_world->undoAll();
    }

    void firstOfAFileWithout()
    {
        m_world = std::make_unique<SettingsWorld>("{\"title\": \"Bare\", \"schemaVersion\": 41, \"panels\": []}\n");
        m_world->page().settings().open(u"annotations"_s);
        gui::picture(window(), u"settings-annotations-empty"_s);
        m_world->click(u"annotations.addFirst"_s);
        QCOMPARE(m_world->dashboard().annotations.size(), 1);
        m_world->undoAll();
    }

    void switchesOfTheBar()
    {
        auto *deploys = qobject_cast<Switch *>(gui::find(window(), u"variable.annotation:Deploys.value"_s));
        auto *old = qobject_cast<Switch *>(gui::find(window(), u"variable.annotation:Old.value"_s));
        QVERIFY(deploys && old && deploys->isChecked() && !old->isChecked());
        QVERIFY(!window().findChild<QWidget *>(u"variable.annotation:Annotations & Alerts.value"_s));
        const QByteArray before = m_world->text();
        gui::click(window(), u"variable.annotation:Deploys.value"_s);
        QTRY_VERIFY(!m_world->page().session().annotations()[1].enabled);
        QVERIFY(!deploys->isChecked());
        QCOMPARE(m_world->text(), before); // looking is no edit
        emit m_world->page().fileActionRequested(u"defaultAnnotations"_s);
        QVERIFY(!shown(u"Deploys"_s).enabled);
        QCOMPARE(m_world->page().editor().history().canUndo(), true);
        m_world->undoAll();
        QVERIFY(deploys->isChecked()); // the file's switch came back
    }
};

ADD_TEST(TstAnnotationSettings)
#include "tst_annotationsettings.moc"
