// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/settings/settingsworld.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>

#include <app/settings/settingslist.h>
#include <widgets/controls/field.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

// The variables of a dashboard in its settings: every type made, edited, moved, renamed, removed, and undone to the same bytes.
class TstVariables : public QObject
{
    Q_OBJECT

    std::unique_ptr<SettingsWorld> m_world;

    MainWindow &window() { return *m_world->window; }
    SettingsList *list() { return qobject_cast<SettingsList *>(gui::find(window(), u"variables.list"_s)); }
    QString label(const QString &name) { return qobject_cast<PlainLabel *>(gui::find(window(), name))->text(); }
    void begin(const QUrl &source = QUrl(u"http://127.0.0.1:9"_s))
    {
        m_world = std::make_unique<SettingsWorld>(variablesBoard(), source);
        QVERIFY(m_world->isShown());
        m_world->page().settings().open(u"variables"_s);
        QVERIFY(list());
    }
    void choose(const QString &name)
    {
        const int row = int(m_world->names().indexOf(name));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, list()->visualItemRect(list()->item(row)).center());
        QCOMPARE(label(u"variables.title"_s), u'$' + name);
    }
    void add(const QString &type)
    {
        m_world->click(u"variables.add"_s);
        auto *menu = qobject_cast<QMenu *>(gui::find(window(), u"variablesAddMenu"_s));
        for (QAction *action : menu->actions())
            if (action->objectName() == u"menu.variables.add."_s + type || action->objectName() == u"variables.add."_s + type)
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
    }

private slots:
    void cleanup()
    {
        if (m_world && !QTest::currentTestFailed())
            m_world->undoAll();
        m_world.reset();
    }

    void renameFollowsAllUses()
    {
        begin();
        choose(u"job"_s);
        m_world->enter(u"variable:name"_s, u"team"_s);
        QCOMPARE(m_world->names(), (QStringList{u"team"_s, u"instance"_s, u"window"_s}));
        QVERIFY(m_world->text().contains("up{job=\\\"$team\\\"}"));
        QVERIFY(m_world->text().contains("Of ${team}"));
        QVERIFY(m_world->text().contains("label_values(up, job)")); // the label is not the variable
        QCOMPARE(label(u"variables.title"_s), u"$team"_s);
        QCOMPARE(m_world->page().editor().history().undoText(), u"Rename variable job to team"_s);
    }

    void aNameThatIsTakenIsToldInPlace()
    {
        begin();
        choose(u"job"_s);
        m_world->enter(u"variable:name"_s, u"window"_s);
        QVERIFY(qobject_cast<LineEdit *>(gui::find(window(), u"variable:name"_s))->isInvalid());
        m_world->enter(u"variable:name"_s, u"1x"_s);
        QCOMPARE(m_world->names().first(), u"job"_s);
        QVERIFY(!m_world->page().editor().isModified());
        m_world->enter(u"variable:name"_s, u"job"_s);
        QVERIFY(!qobject_cast<LineEdit *>(gui::find(window(), u"variable:name"_s))->isInvalid());
    }

    // What may not be told waits with its variable, and never becomes another one's.
    void whatIsWrongWaitsForItsVariable()
    {
        begin();
        choose(u"job"_s);
        m_world->enter(u"variable:regex"_s, u"/half(/"_s);
        const auto regex = [this] { return qobject_cast<QLineEdit *>(gui::find(window(), u"variable:regex"_s)); };
        QVERIFY(qobject_cast<LineEdit *>(regex())->isInvalid());
        choose(u"instance"_s);
        QCOMPARE(regex()->text(), m_world->variable(u"instance"_s).regex);
        QVERIFY(!qobject_cast<LineEdit *>(regex())->isInvalid());
        m_world->page().settings().open(u"general"_s);
        m_world->page().settings().open(u"variables"_s);
        choose(u"job"_s);
        QCOMPARE(regex()->text(), u"/half(/"_s);
        QVERIFY(qobject_cast<LineEdit *>(regex())->isInvalid());
        QVERIFY(!m_world->page().editor().isModified());
        m_world->enter(u"variable:regex"_s, u"/half/"_s);
        QCOMPARE(m_world->variable(u"job"_s).regex, u"/half/"_s);
    }

    void queryKeepsItsForm()
    {
        begin();
        choose(u"job"_s);
        m_world->enter(u"variable.query.text"_s, u"node_load1"_s);
        const Json query = m_world->variable(u"job"_s).query;
        QCOMPARE(query[u"query"].toString(), u"label_values(node_load1, job)"_s);
        QCOMPARE(query[u"qryType"].toInt(), 1);
        QVERIFY(!query.contains(u"metric")); // would contradict
        QCOMPARE(m_world->variable(u"job"_s).definition, u"label_values(node_load1, job)"_s);
        QCOMPARE(m_world->page().editor().history().commands().size(), 1); // one step
        choose(u"instance"_s);
        m_world->enter(u"variable.label"_s, u"pod"_s);
        QCOMPARE(m_world->variable(u"instance"_s).query.toString(), u"label_values(up{job=\"$job\"}, pod)"_s);
    }

    void kindsOfQueries_data()
    {
        QTest::addColumn<int>("row"); // of the list of kinds
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("query");
        QTest::newRow("label names") << 1 << u"inst.*"_s << u"label_names(inst.*)"_s;
        QTest::newRow("metrics") << 2 << u"http_.*"_s << u"metrics(http_.*)"_s;
        QTest::newRow("query result") << 3 << u"topk(2, up)"_s << u"query_result(topk(2, up))"_s;
        QTest::newRow("series") << 4 << u"up{a=\"b\"}"_s << u"up{a=\"b\"}"_s;
        QTest::newRow("text") << 5 << u"label_values(x)"_s << u"label_values(x)"_s;
    }
    void kindsOfQueries()
    {
        QFETCH(int, row);
        QFETCH(QString, typed);
        QFETCH(QString, query);
        begin();
        choose(u"instance"_s);
        m_world->chooseFrom(u"variable.kind"_s, row);
        QVERIFY(!m_world->page().editor().isModified()); // nothing is said yet
        m_world->enter(row == 1 || row == 2 ? u"variable.pattern"_s : u"variable.query.text"_s, typed);
        QCOMPARE(m_world->variable(u"instance"_s).query.toString(), query);
    }

    void queryIsCompletedFromItsSource()
    {
        const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch() - 120);
        LivePrometheus server({.openMetrics = "# TYPE shop_orders gauge\nshop_orders{shop=\"north\"} 1 " + now
                                   + "\nshop_orders{shop=\"south\"} 1 " + now + '\n'});
        if (!server.isReady())
            QSKIP(qPrintable(server.problem()));
        m_world = std::make_unique<SettingsWorld>(variablesBoard(), server.url());
        QVERIFY(m_world->isShown());
        m_world->page().settings().open(u"variables"_s);
        choose(u"job"_s);
        const auto offered = [&](const QString &text) {
            const auto *list = window().findChild<QAbstractItemView *>(u"completion.list"_s);
            for (int row = 0; list && list->isVisible() && row < list->model()->rowCount(); ++row)
                if (list->model()->index(row, 0).data().toString() == text)
                    return true;
            return false;
        };
        const auto text = [&] { return qobject_cast<QPlainTextEdit *>(gui::find(window(), u"variable.query.text"_s))->toPlainText(); };
        gui::type(window(), u"variable.query.text"_s, u"shop_o"_s);
        QTRY_VERIFY(offered(u"shop_orders"_s));
        gui::picture(window(), u"variable-complete"_s);
        gui::key(window(), Qt::Key_Tab);
        QCOMPARE(text(), u"shop_orders"_s);
        gui::key(window(), Qt::Key_Return);
        QCOMPARE(m_world->variable(u"job"_s).definition, u"label_values(shop_orders, job)"_s);
    }

    void everyTypeIsMade_data()
    {
        QTest::addColumn<QString>("type");
        for (const char *type : {"query", "custom", "textbox", "constant", "interval", "datasource", "adhoc", "switch"})
            QTest::newRow(type) << QString::fromLatin1(type);
    }
    void everyTypeIsMade()
    {
        QFETCH(QString, type);
        begin();
        add(type);
        const QString name = m_world->names().last();
        QCOMPARE(m_world->variable(name).type, type);
        QCOMPARE(label(u"variables.title"_s), u'$' + name);
        gui::keys(window(), u"fresh"_s); // the name has the focus, chosen
        gui::key(window(), Qt::Key_Tab);
        QCOMPARE(m_world->names().last(), u"fresh"_s);
        gui::picture(window(), u"variable-"_s + type);
    }

    void custom()
    {
        begin();
        add(u"custom"_s);
        gui::type(window(), u"variable:query"_s, u"a, b : bee, c"_s);
        gui::key(window(), Qt::Key_Tab);
        QCOMPARE(m_world->variable(u"custom"_s).query.toString(), u"a, b : bee, c"_s);
        QTRY_COMPARE(label(u"variable.count"_s), u"3 values"_s);
        m_world->click(u"variable:multi"_s);
        m_world->click(u"variable:includeAll"_s);
        m_world->enter(u"variable:allValue"_s, u".*"_s);
        const Variable &made = m_world->variable(u"custom"_s);
        QVERIFY(made.multi && made.includeAll);
        QCOMPARE(made.allValue, u".*"_s);
    }

    void interval()
    {
        begin();
        choose(u"window"_s);
        m_world->enter(u"variable:query"_s, u"1m,later"_s);
        QCOMPARE(m_world->variable(u"window"_s).query.toString(), u"1m,5m,1h"_s); // said in place
        m_world->enter(u"variable:query"_s, u"1m,2h"_s);
        m_world->click(u"variable:auto"_s);
        m_world->enter(u"variable:auto_count"_s, u"50"_s);
        m_world->enter(u"variable:auto_min"_s, u"1m"_s);
        const Variable &made = m_world->variable(u"window"_s);
        QCOMPARE(made.query.toString(), u"1m,2h"_s);
        QVERIFY(made.autoInterval);
        QCOMPARE(made.autoCount, 50);
        QCOMPARE(made.autoMin, u"1m"_s);
        const VariableState *state = m_world->page().session().variable(u"window"_s);
        QCOMPARE(state->options.first().value, u"$__auto"_s); // and the bar offers it
    }

    void adHocFilters()
    {
        begin();
        add(u"adhoc"_s);
        m_world->click(u"filters.add"_s);
        gui::keys(window(), u"job"_s);
        gui::key(window(), Qt::Key_Tab);
        m_world->enter(u"filters.0.value"_s, u"web"_s);
        const Json filters = m_world->variable(u"adhoc"_s).raw[u"filters"];
        QCOMPARE(filters.size(), 1);
        QCOMPARE(filters.at(0)[u"key"].toString(), u"job"_s);
        QCOMPARE(filters.at(0)[u"operator"].toString(), u"="_s);
        QCOMPARE(filters.at(0)[u"value"].toString(), u"web"_s);
        auto *op = window().findChild<ChooseButton *>(u"filters.0.operator"_s);
        emit op->chosen(u"=|"_s);
        m_world->enter(u"filters.0.value"_s, u"web, api"_s);
        const Json several = m_world->variable(u"adhoc"_s).raw[u"filters"].at(0);
        QCOMPARE(several[u"operator"].toString(), u"=|"_s);
        QCOMPARE(several[u"value"].toString(), u"web"_s);
        QCOMPARE(several[u"values"].toStrings(), (QStringList{u"web"_s, u"api"_s}));
        QCOMPARE(m_world->page().session().variable(u"adhoc"_s)->values, QStringList{u"job|=__gfp__|web|api"_s});
        emit window().findChild<ChooseButton *>(u"filters.0.operator"_s)->chosen(u"!="_s); // "web, api" is one value now
        QVERIFY(!m_world->variable(u"adhoc"_s).raw[u"filters"].at(0).contains(u"values"));
        m_world->click(u"filters.0.remove"_s);
        QCOMPARE(m_world->variable(u"adhoc"_s).raw[u"filters"].size(), 0);
    }

    void textBoxAndConstantHoldAtOnce()
    {
        begin();
        for (const QString &type : {u"textbox"_s, u"constant"_s}) {
            add(type);
            m_world->enter(u"variable:query"_s, u"x42"_s);
            QTRY_COMPARE(m_world->page().session().variable(type)->values, QStringList{u"x42"_s});
        }
    }

    void typeChanges()
    {
        begin();
        choose(u"job"_s);
        m_world->chooseFrom(u"variable.type"_s, 1);
        const Variable &made = m_world->variable(u"job"_s);
        QCOMPARE(made.type, u"custom"_s);
        QCOMPARE(made.label, u"Job"_s);
        QVERIFY(made.query.isString());
        QCOMPARE(m_world->page().editor().history().undoText(), u"Type of variable job: Custom"_s);
    }

    void movesByKeyAndMouse()
    {
        begin();
        choose(u"window"_s);
        list()->setFocus();
        gui::key(window(), Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(m_world->names(), (QStringList{u"job"_s, u"window"_s, u"instance"_s}));
        QCOMPARE(list()->currentRow(), 1);
        const QPoint from = list()->visualItemRect(list()->item(0)).center();
        const QPoint to = list()->visualItemRect(list()->item(2)).center() + QPoint(0, 10);
        QTest::mousePress(list()->viewport(), Qt::LeftButton, {}, from);
        for (const QPoint &at : {from + QPoint(0, 20), to}) {
            QMouseEvent move(QEvent::MouseMove, at, list()->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(list()->viewport(), &move);
        }
        gui::picture(window(), u"variable-drag"_s);
        QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(m_world->names(), (QStringList{u"window"_s, u"instance"_s, u"job"_s}));
        // Escape ends the drag, and the drag alone.
        QTest::mousePress(list()->viewport(), Qt::LeftButton, {}, from);
        for (const QPoint &at : {from + QPoint(0, 20), to}) {
            QMouseEvent move(QEvent::MouseMove, at, list()->viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(list()->viewport(), &move);
        }
        gui::key(window(), Qt::Key_Escape);
        QTest::mouseRelease(list()->viewport(), Qt::LeftButton, {}, to);
        QCOMPARE(m_world->names(), (QStringList{u"window"_s, u"instance"_s, u"job"_s}));
        QVERIFY(m_world->page().settings().isOpen());
    }

    void duplicatesAndRemoves()
    {
        begin();
        choose(u"job"_s);
        m_world->click(u"variables.duplicate"_s);
        QCOMPARE(m_world->names(), (QStringList{u"job"_s, u"job_2"_s, u"instance"_s, u"window"_s}));
        list()->setFocus();
        gui::key(window(), Qt::Key_Delete); // nobody uses the copy
        QCOMPARE(m_world->names(), (QStringList{u"job"_s, u"instance"_s, u"window"_s}));
        choose(u"job"_s);
        m_world->click(u"variables.remove"_s);
        auto *question = qobject_cast<QuestionSheet *>(Sheet::topOf(&window()));
        QVERIFY(question);
        QVERIFY(question->accessibleDescription().contains(u"Of ${job}"_s));
        QVERIFY(question->accessibleDescription().contains(u"variable instance"_s));
        gui::picture(window(), u"variable-remove"_s);
        question->answer(u"remove"_s);
        QCOMPARE(m_world->names(), (QStringList{u"instance"_s, u"window"_s}));
    }

    void circleIsNamed()
    {
        begin();
        choose(u"job"_s);
        m_world->enter(u"variable.query.text"_s, u"up{instance=\"$instance\"}"_s);
        QVERIFY(label(u"variable.circle"_s).contains(u"job → instance → job"_s));
        gui::picture(window(), u"variable-circle"_s);
        m_world->click(u"variable.go.instance"_s);
        QCOMPARE(label(u"variables.title"_s), u"$instance"_s);
    }

    void barLeadsHere()
    {
        begin();
        m_world->page().settings().close();
        m_world->click(u"variable.window.value"_s);
        m_world->click(u"variable.window.edit"_s);
        QVERIFY(m_world->page().settings().isOpen());
        QCOMPARE(label(u"variables.title"_s), u"$window"_s);
    }

    void previewAsksALiveServer()
    {
        LivePrometheus server({.openMetrics
                               = "# TYPE up gauge\nup{job=\"web\",instance=\"a:1\"} 1 1700000000\n"
                                 "up{job=\"web\",instance=\"b:1\"} 1 1700000000\nup{job=\"db\",instance=\"c:1\"} 1 1700000000\n"});
        if (!server.isReady())
            QSKIP(qPrintable(server.problem()));
        m_world = std::make_unique<SettingsWorld>(
            variablesBoard().replace("\"tags\": []",
                                     "\"tags\": [], \"time\": {\"from\": \"2023-11-14T22:00:00Z\", \"to\": \"2023-11-14T23:00:00Z\"}"),
            server.url());
        QVERIFY(m_world->isShown());
        m_world->page().settings().open(u"variables"_s);
        choose(u"job"_s);
        QTRY_COMPARE(label(u"variable.count"_s), u"2 values"_s);
        auto *values = qobject_cast<OptionView *>(gui::find(window(), u"variable.values"_s));
        QCOMPARE(values->model()->index(0, 0).data().toString(), u"db"_s);
        choose(u"instance"_s);
        QTRY_COMPARE(label(u"variable.count"_s), u"1 value"_s); // of job db
        gui::type(window(), u"variable.query.text"_s, u"up"_s); // not finished
        QTRY_COMPARE(label(u"variable.count"_s), u"3 values"_s);
        QVERIFY(!m_world->page().editor().isModified()); // the dashboard does not know
        QCOMPARE(m_world->page().session().variable(u"instance"_s)->options.size(), 1);
        gui::picture(window(), u"variable-live"_s);
        gui::type(window(), u"variable.query.text"_s, u"up{a="_s);
        QTRY_VERIFY(label(u"variable.error"_s).contains(u"parse error"_s)); // in the server's words
        gui::picture(window(), u"variable-error"_s);
        m_world->enter(u"variable.query.text"_s, u"up"_s);
        QTRY_COMPARE(m_world->page().session().variable(u"instance"_s)->options.size(), 3);
        m_world->enter(u"variable:regex"_s, u"/(.*):1/"_s);
        QTRY_COMPARE(values->model()->index(0, 0).data().toString(), u"a"_s);
    }
};

ADD_TEST(TstVariables)
#include "tst_variables.moc"
