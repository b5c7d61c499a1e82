// SPDX-License-Identifier: GPL-3.0-or-later
#include "composehands.h"
#include "formhands.h"
#include "samecheck.h"
#include "samplehistory.h"
#include <app/app.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/settings/generalrows.h>
#include <app/settings/querykinds.h>
#include <app/settings/variabletypes.h>
#include <dashboard/settingsediting.h>
#include <dashboard/variablequery.h>
#include <tests/support/gui.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>
#include <widgets/controls/dashboardgrid.h>
#include <widgets/controls/panelframe.h>
#include <widgets/form/formgroup.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// The sample's dashboard made from nothing by mouse and keyboard alone, against a live Prometheus: saved, opened again, compared with the
// sample as a view and as a file, and undone to the last byte. What is done is read out of the sample: each value that is not the
// default becomes a step on a form.
class TstCompose : public QObject
{
    Q_OBJECT

    static constexpr int kPatienceMs = 20'000;

    QTemporaryDir m_home;
    std::unique_ptr<LivePrometheus> m_server;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::unique_ptr<Hands> m_hands;
    Json m_sample;
    QByteArray m_empty;
    bool m_broken = false;

    DashboardPage &page() { return *m_window->currentDashboard(); }
    DashboardSession &session() { return page().session(); }
    const Dashboard &dashboard() { return *page().editor().document().dashboard(); }
    QString path() const { return m_home.filePath(u"boards/python.json"_s); }
    PanelFrame *frame(const QString &id) { return page().view().frame(id); }
    const PanelType &typeOf(const Json &panel) { return *m_app->panels().find(panel[u"type"].toString()); }
    void openGroup(const OptionRow &row)
    {
        auto *group = qobject_cast<FormGroup *>(m_hands->reach("group:"_L1 + QLatin1String(row.group)));
        if (group && !group->isOpen())
            m_hands->click("groupHead:"_L1 + group->id());
    }

    void setOptions(const Json &wanted, int id)
    {
        for (const PanelRow &each : panelRows(typeOf(wanted))) {
            const auto now = [&] { return each.in(dashboard().panel(id)->raw); };
            const Json from = now(), to = each.in(wanted);
            if (same(from, to) || !each.isShownFor(wanted))
                continue;
            openGroup(each.row);
            m_hands->set(each.row, "option:"_L1 + each.path(), from, to);
            QVERIFY2(same(now(), to), qPrintable(said(each.path(), now(), to)));
        }
    }

    void setOverrides(const Json &wanted, int id)
    {
        const QList<OverrideProperty> known = overridable(typeOf(wanted));
        const std::vector<Json> overrides = wanted.get(u"fieldConfig.overrides").items();
        for (size_t i = 0; i < overrides.size(); ++i) {
            const QString place = u"fieldConfig.overrides.%1"_s.arg(i), name = u"override:%1"_s.arg(i);
            const auto now = [&](const QString &part) { return dashboard().panel(id)->raw.get(place + part); };
            m_hands->click(u"overrides.add"_s);
            hands::menuItem(overrides[i].get(u"matcher.id").toString());
            m_hands->click(name + ".target"_L1);
            m_hands->pick(overrides[i].get(u"matcher.options").toString());
            QVERIFY2(same(now(u".matcher"_s), overrides[i][u"matcher"]),
                     qPrintable(said(name, now(u".matcher"_s), overrides[i][u"matcher"])));
            const std::vector<Json> properties = overrides[i][u"properties"].items();
            for (size_t p = 0; p < properties.size(); ++p) {
                const QString property = properties[p][u"id"].toString();
                m_hands->click(name + ".add"_L1);
                m_hands->pick(property);
                for (const OverrideProperty &each : known)
                    for (const OptionRow &row : each.rows) {
                        const QString member = row.key.mid(each.id.size());
                        const QString part = u".properties.%1"_s.arg(p);
                        const Json from = now(part + ".value"_L1 + member), to = properties[p].get("value"_L1 + member);
                        if (each.id == property && !same(from, to) && !(to.isNull() && from == row.defaultValue))
                            m_hands->set(row, "option:"_L1 + place + part + member, from, to);
                    }
            }
        }
    }

    void setQuery(const Json &wanted, int id)
    {
        const Json target = wanted[u"targets"].at(0);
        const auto now = [&] { return dashboard().panel(id)->targets.value(0); };
        m_hands->type(u"text.A.text"_s, target[u"expr"].toString());
        m_hands->key(Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(now().expr, target[u"expr"].toString());
        const QString legend = target[u"legendFormat"].toString();
        if (legend.isEmpty()) {
            m_hands->click(u"legendKind"_s);
            m_hands->pick({});
        } else {
            m_hands->type(u"legend"_s, legend);
            m_hands->key(Qt::Key_Return);
        }
        QCOMPARE(now().legendFormat, legend);
        if (now().instant != target[u"instant"].toBool()) {
            m_hands->click(u"type"_s);
            m_hands->pick(now().instant ? u"range"_s : u"instant"_s);
        }
        if (const QString format = target[u"format"].toString(u"time_series"_s); now().format != format) {
            m_hands->click(u"format"_s);
            m_hands->pick(format);
        }
        if (wanted[u"maxDataPoints"].isNumber()) {
            m_hands->click(u"queryOptions"_s);
            m_hands->type(u"option:maxDataPoints"_s, QString::number(wanted[u"maxDataPoints"].toInt()));
            m_hands->key(Qt::Key_Escape);
        }
    }

    // The first ones with the mouse, the others by keys.
    void setPlace(const GridRect &wanted, int id)
    {
        const QString instance = u"panel-%1"_s.arg(id);
        const auto now = [&] { return dashboard().panel(id)->gridPos; };
        const int width = page().view().grid().viewport()->width();
        const QPoint cell
            = DashboardGrid::cellsToPixels({1, 1, 1, 1}, width).topLeft() - DashboardGrid::cellsToPixels({0, 0, 1, 1}, width).topLeft();
        const QPoint header(40, 12);
        if (id < 8) {
            QEnterEvent enter(header, header, frame(instance)->mapToGlobal(header));
            QApplication::sendEvent(frame(instance), &enter);
            const GridRect before = now();
            m_hands->drag(frame(instance)->findChild<QWidget *>(u"panel.corner"_s), QPoint(5, 5),
                          QPoint(cell.x() * (wanted.w - before.w), cell.y() * (wanted.h - before.h)));
            m_hands->drag(frame(instance), header, QPoint(cell.x() * (wanted.x - now().x), cell.y() * (wanted.y - now().y)));
        } else {
            const auto press = [&](const auto &member, int to, Qt::Key less, Qt::Key more, Qt::KeyboardModifiers with) {
                for (int i = 0; i < 24 && member() != to; ++i)
                    m_hands->key(member() < to ? more : less, with);
            };
            const auto resize = Qt::ControlModifier | Qt::ShiftModifier;
            press([&] { return now().w; }, wanted.w, Qt::Key_Left, Qt::Key_Right, resize);
            press([&] { return now().h; }, wanted.h, Qt::Key_Up, Qt::Key_Down, resize);
            press([&] { return now().x; }, wanted.x, Qt::Key_Left, Qt::Key_Right, Qt::ControlModifier);
            press([&] { return now().y; }, wanted.y, Qt::Key_Up, Qt::Key_Down, Qt::ControlModifier);
        }
        QEvent leave(QEvent::Leave);
        QApplication::sendEvent(frame(instance), &leave);
        const GridRect is = now();
        QVERIFY2(is == wanted, qPrintable(u"%1: %2,%3 %4x%5"_s.arg(instance).arg(is.x).arg(is.y).arg(is.w).arg(is.h)));
    }

    void makeRow(const Json &wanted)
    {
        m_hands->click(u"add"_s);
        hands::menuItem(u"add.row"_s);
        m_hands->keys(wanted[u"title"].toString());
        m_hands->key(Qt::Key_Return);
        QCOMPARE(session().rows().value(0).title, wanted[u"title"].toString());
    }

    void makePanel(const Json &wanted, const GridRect &rect, int id)
    {
        m_hands->keys(u"a"_s);
        m_hands->click("gallery."_L1 + wanted[u"type"].toString());
        m_hands->click(u"galleryAdd"_s);
        QCOMPARE(page().editedPanel(), u"panel-%1"_s.arg(id));
        if (typeOf(wanted).asksData) {
            setQuery(wanted, id);
            QTRY_VERIFY_WITH_TIMEOUT(session().data(page().editedPanel()).state == PanelData::State::Done, kPatienceMs);
        }
        if (!QTest::currentTestFailed())
            setOptions(wanted, id);
        if (!QTest::currentTestFailed())
            setOverrides(wanted, id);
        gui::picture(*m_window, u"compose-panel-%1"_s.arg(id));
        m_hands->click(u"editor.done"_s);
        if (!QTest::currentTestFailed())
            setPlace(rect, id);
    }

    bool allDone()
    {
        if (session().isLoading())
            return false;
        for (const PanelInstance &instance : session().instances())
            if (page().view().asks(instance.id) && session().data(instance.id).state != PanelData::State::Done)
                return false;
        return true;
    }

private slots:
    void initTestCase()
    {
        QStandardPaths::setTestModeEnabled(false);
        for (const char *name : {"HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_home.path().toUtf8());
        QVERIFY(QDir().mkpath(m_home.filePath(u"boards"_s)));
        QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/python-app.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        m_sample = Json::parse(file.readAll()).value_or(Json());
        const qint64 now = QDateTime::currentSecsSinceEpoch();
        m_server = std::make_unique<LivePrometheus>(LivePrometheus::Options{.openMetrics = sampleHistory(now)});
        QVERIFY2(m_server->isReady(), qPrintable(m_server->problem()));
        CommandLine line;
        line.source = m_server->url();
        m_app = std::make_unique<App>(line);
        applyTheme(*qApp, Theme::dark());
        m_window = std::make_unique<MainWindow>(*m_app);
        m_hands = std::make_unique<Hands>(*m_window);
        m_window->resize(1600, 1000);
        m_window->show();
        m_window->activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }
    void init()
    {
        if (m_broken)
            QSKIP("what this stands on has failed");
    }
    void cleanup()
    {
        if (QTest::currentTestFailed() && m_window)
            gui::picture(*m_window, u"compose-failed"_s);
        m_broken |= QTest::currentTestFailed();
    }
    void cleanupTestCase()
    {
        m_window.reset();
        m_app.reset();
        QStandardPaths::setTestModeEnabled(true);
    }

    void beginsWithNothing()
    {
        m_hands->click(u"homeNew"_s);
        QVERIFY(m_window->currentDashboard());
        m_empty = page().editor().document().text();
        QCOMPARE(m_empty, newDashboardText(u"New dashboard"_s, dashboard().uid));
        QVERIFY(dashboard().panels.isEmpty());
        gui::picture(*m_window, u"compose-empty"_s);
    }

    void settings()
    {
        m_hands->click(u"openSettings"_s);
        for (const SettingsRow &each : generalRows()) {
            const auto in = [&](const Json &json) {
                const Json value = json.get(each.row.key);
                return value.isNull() || value == Json::array() ? each.row.defaultValue : value;
            };
            const auto now = [&] { return in(Json::parse(page().editor().document().text()).value_or(Json())); };
            const Json from = now(), to = in(m_sample);
            if (from == to)
                continue;
            m_hands->set(each.row, "dashboard:"_L1 + each.row.key, from, to);
            QVERIFY2(now() == to, qPrintable(said(each.row.key, now(), to)));
        }
        gui::picture(*m_window, u"compose-settings"_s);
    }

    void variables()
    {
        m_hands->click(u"tab.variables"_s);
        for (const Json &wanted : m_sample.get(u"templating.list").items()) {
            const QString name = wanted[u"name"].toString(), type = wanted[u"type"].toString();
            if (dashboard().variables.isEmpty()) {
                m_hands->click(u"variables.addFirst"_s);
            } else {
                m_hands->click(u"variables.add"_s);
                hands::menuItem("variables.add."_L1 + type);
            }
            for (const SettingsRow &each : variableRows()) {
                const auto in = [&](const Json &json) { return json[each.row.key].isNull() ? each.row.defaultValue : json[each.row.key]; };
                const Json from = in(dashboard().variables.last().raw), to = in(wanted);
                if (from != to && (!each.row.visible || each.row.visible(wanted)) && !(from.isNull() && to == Json(QString())))
                    m_hands->set(each.row, "variable:"_L1 + each.row.key, from, to);
            }
            QCOMPARE(dashboard().variables.last().name, name);
            if (type == "query"_L1) {
                const VariableQueryParts parts = queryParts(variableQueryText(wanted[u"query"]));
                m_hands->type(u"variable.label"_s, parts.label);
                const bool isRegex = parts.kind == VariableQueryParts::Kind::Metrics || parts.kind == VariableQueryParts::Kind::LabelNames;
                m_hands->type(isRegex ? u"variable.pattern"_s : u"variable.query.text"_s, parts.text);
                m_hands->key(Qt::Key_Return);
            }
            gui::picture(*m_window, u"compose-variable-"_s + name);
        }
        m_hands->click(u"settings.done"_s);
        QTRY_COMPARE_WITH_TIMEOUT(session().variables().size(), qsizetype(3), kPatienceMs);
    }

    void variablesHaveValues()
    {
        for (const Variable &variable : dashboard().variables) {
            const Json wanted
                = m_sample.get(u"templating.list").at(qsizetype(&variable - dashboard().variables.data())).get(u"current.value");
            const QStringList values = wanted.isArray() ? wanted.toStrings() : QStringList{wanted.toString()};
            QTRY_VERIFY_WITH_TIMEOUT(!session().variable(variable.name)->values.isEmpty(), kPatienceMs);
            if (session().variable(variable.name)->values == values)
                continue;
            m_hands->click(u"variable.%1.value"_s.arg(variable.name));
            if (variable.multi) {
                m_hands->click(u"multiSelect.all"_s);
                m_hands->key(Qt::Key_Return);
            } else {
                m_hands->pick(values.first());
            }
            QTRY_COMPARE(session().variable(variable.name)->values, values);
        }
        m_hands->click(u"saveMore"_s);
        hands::menuItem(u"file.defaultVariables"_s);
    }

    void panels()
    {
        int id = 0;
        for (const Json &wanted : m_sample[u"panels"].items()) {
            const Json at = wanted[u"gridPos"];
            ++id;
            if (wanted[u"type"].toString() == "row"_L1)
                makeRow(wanted);
            else
                makePanel(wanted, {int(at[u"x"].toInt()), int(at[u"y"].toInt()), int(at[u"w"].toInt()), int(at[u"h"].toInt())}, id);
            if (QTest::currentTestFailed())
                return;
        }
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
        gui::picture(*m_window, u"compose-whole"_s);
    }

    void savesAndCloses()
    {
        m_hands->key(Qt::Key_S, Qt::ControlModifier);
        m_hands->type(u"fileNameEdit"_s, path());
        m_hands->key(Qt::Key_Return);
        QTRY_VERIFY(QFile::exists(path()));
        QTRY_VERIFY(!page().editor().isModified());
        QApplication::setActiveWindow(m_window.get()); // what a window manager does when a dialog has closed
        m_hands->key(Qt::Key_W, Qt::ControlModifier);
        QTRY_VERIFY(!m_window->currentDashboard());
        QTRY_VERIFY(QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation) + u"/thumbnails"_s).count() > 2);
        gui::picture(*m_window, u"compose-home"_s);
    }

    void opensAgain()
    {
        m_hands->click("card:"_L1 + path());
        QTRY_VERIFY(m_window->currentDashboard());
        QTRY_VERIFY_WITH_TIMEOUT(allDone(), kPatienceMs);
        for (const PanelInstance &instance : session().instances()) {
            const PanelData &data = session().data(instance.id);
            QVERIFY2(!data.error, qPrintable(instance.panel->title));
            QVERIFY2(!page().view().asks(instance.id) || !data.frames.isEmpty(), qPrintable(instance.panel->title));
            QVERIFY2(frame(instance.id)->state().body == PanelFrameState::Body::Content, qPrintable(instance.panel->title));
        }
        gui::picture(*m_window, u"compose-again"_s);
    }

    void isTheSample()
    {
        const Document sample = *Document::fromText(m_sample.dump());
        const Dashboard &is = dashboard(), &wanted = *sample.dashboard();
        for (const SettingsRow &each : generalRows()) {
            const Json a = Json::parse(page().editor().document().text())->get(each.row.key), b = m_sample.get(each.row.key);
            const auto orDefault = [&](const Json &json) { return json.isNull() || json == Json::array() ? each.row.defaultValue : json; };
            QVERIFY2(orDefault(a) == orDefault(b), qPrintable(said(each.row.key, a, b)));
        }
        sameVariables(is, wanted);
        samePanels(is, wanted, m_app->panels());
        sameLayouts(is.layout, wanted.layout);
    }

    void undoesEverything()
    {
        int steps = 0;
        for (; page().editor().history().canUndo() && steps < 3000; ++steps)
            m_hands->key(Qt::Key_Z, Qt::ControlModifier);
        qInfo("%d steps undone", steps);
        QVERIFY(steps > 50);
        QCOMPARE(page().editor().document().text(), m_empty);
        QVERIFY(session().instances().isEmpty());
        gui::picture(*m_window, u"compose-undone"_s);
    }
};

ADD_TEST(TstCompose)
#include "tst_compose.moc"
