// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardfiles.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/inputvalues.h>
#include <app/mainwindow.h>
#include <app/workspaces.h>
#include <dashboard/v2/exportlabels.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/fakesource.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/form/choosebutton.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
const QByteArray kShared = R"({
  "__inputs": [
    {"name": "DS_PROMETHEUS", "label": "Prometheus of the shop", "type": "datasource", "pluginId": "prometheus", "pluginName": "Prometheus"},
    {"name": "DS_LOGS", "label": "Logs", "type": "datasource", "pluginId": "loki"},
    {"name": "VAR_JOB", "label": "Job", "type": "constant", "value": "api", "description": "The job that is watched."}
  ],
  "title": "Shared",
  "schemaVersion": 41,
  "templating": {"list": [{"name": "job", "type": "constant", "query": "${VAR_JOB}"}, {"name": "DS_CHOSEN", "type": "datasource", "query": "prometheus"}]},
  "panels": [
    {"id": 1, "type": "timeseries", "title": "Of $job", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8},
      "datasource": {"type": "prometheus", "uid": "${DS_PROMETHEUS}"}, "targets": [{"refId": "A", "expr": "up{job='$job'}"}]},
    {"id": 2, "type": "stat", "gridPos": {"x": 12, "y": 0, "w": 12, "h": 8},
      "datasource": "${DS_OTHER}", "targets": [{"refId": "A", "expr": "other"}]},
    {"id": 3, "type": "stat", "gridPos": {"x": 0, "y": 8, "w": 12, "h": 8},
      "datasource": {"type": "prometheus", "uid": "${DS_CHOSEN}"}, "targets": [{"refId": "A", "expr": "chosen", "datasource": {"type": "loki", "uid": "${DS_THIRD}"}}]}
  ]
}
)";

// A source, and what it was asked since the last look.
struct Asked {
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
    size_t from = 0;

    void forget() { from = source->queries.size(); }
    bool contains(const QString &text) const
    {
        return std::any_of(source->queries.begin() + ptrdiff_t(from), source->queries.end(),
                           [&](const FakeSource::Query &query) { return query.request.text == text; });
    }
};
} // namespace

// Opening what others exported: one sheet asks for all that is open, the workspace keeps the answers, the file stays as it is.
class TstInputs : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    Asked m_one;
    Asked m_two;

    QString file(const QString &path)
    {
        QDir().mkpath(QFileInfo(m_folder.filePath(path)).path());
        QFile out(m_folder.filePath(path));
        if (out.open(QIODevice::WriteOnly))
            out.write(kShared);
        return out.fileName();
    }
    QWidget *sheet() { return m_window->findChild<QWidget *>(u"inputSheet"_s); }

private slots:
    void initTestCase()
    {
        QCoreApplication::setAttribute(Qt::AA_DontUseNativeDialogs);
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
    }
    void init()
    {
        CommandLine line;
        line.demo = false;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        m_app->sources().remove(u"command-line"_s);
        m_app->sources().set({u"one"_s, u"Shop"_s, u"prometheus"_s, m_one.source});
        m_app->sources().set({u"two"_s, u"Warehouse, in the other building"_s, u"prometheus"_s, m_two.source});
        m_app->sources().setDefault(u"one"_s);
        m_one.forget();
        m_two.forget();
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1400, 900);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
    }
    void cleanup()
    {
        m_window.reset();
        m_app.reset();
    }

    void whatIsOpen()
    {
        const QList<DashboardInput> inputs = inputsOf(*Document::fromText(kShared));
        QStringList names;
        for (const DashboardInput &input : inputs)
            names.append(input.name);
        QCOMPARE(names, (QStringList{u"DS_PROMETHEUS"_s, u"VAR_JOB"_s, u"DS_OTHER"_s})); // no Loki, no variable
        QCOMPARE(inputs[1].value, u"api"_s);
    }

    void labelsAndTheOnlySourceNeedNoQuestion()
    {
        SourceRegistry sources;
        sources.set({u"one"_s, u"Shop"_s, u"prometheus"_s, m_one.source});
        sources.set({u"two"_s, u"Warehouse, in the other building"_s, u"prometheus"_s, m_two.source});
        const auto always = [](const QString &) { return true; };
        const QList<DashboardInput> inputs{{DashboardInput::Kind::Source, u"A"_s, u"Warehouse, in the other building"_s, {}, {}},
                                           {DashboardInput::Kind::Source, u"B"_s, u"Nobody"_s, {}, {}},
                                           {DashboardInput::Kind::Source, u"C"_s, {}, {}, {}}};
        ResolvedInputs resolved = resolvedInputs(inputs, {{u"C"_s, u"gone"_s}}, sources, always);
        QCOMPARE(resolved.values, (InputValues{{u"A"_s, u"two"_s}, {u"B"_s, u"one"_s}, {u"C"_s, u"gone"_s}}));
        QCOMPARE(resolved.open, QStringList{u"B"_s});
        sources.remove(u"two"_s);
        resolved = resolvedInputs(inputs, {}, sources, always);
        QCOMPARE(resolved.values, (InputValues{{u"A"_s, u"one"_s}, {u"B"_s, u"one"_s}, {u"C"_s, u"one"_s}}));
        QVERIFY(resolved.open.isEmpty());
    }

    void askedOnceForAFolder()
    {
        QVERIFY(m_window->opener().openFile(file(u"shared/first.json"_s)));
        QTRY_VERIFY(sheet());
        gui::picture(*m_window, u"inputs-dark"_s);
        applyTheme(*qApp, Theme::light());
        gui::picture(*m_window, u"inputs-light"_s);
        m_window->resize(700, 420);
        gui::picture(*m_window, u"inputs-small"_s);
        m_window->resize(1400, 900);
        applyTheme(*qApp, Theme::dark());
        auto *source = m_window->findChild<ChooseButton *>(u"input.DS_PROMETHEUS"_s);
        QVERIFY(source);
        QCOMPARE(source->current(), u"one"_s); // the default is proposed
        QVERIFY(!m_window->findChild<ChooseButton *>(u"input.DS_LOGS"_s));
        emit source->chosen(u"two"_s);
        gui::type(*m_window, u"input.VAR_JOB"_s, u"worker"_s);
        m_one.forget();
        gui::click(*m_window, u"answer.use"_s);
        QTRY_VERIFY(m_two.contains(u"up{job='worker'}"_s));
        QVERIFY(!m_one.contains(u"up{job='worker'}"_s));
        DashboardPage *page = m_window->currentDashboard();
        QCOMPARE(page->session().interpolate(u"Of $job"_s), u"Of worker"_s);
        QCOMPARE(page->editor().document().text(), kShared);
        QVERIFY(!page->editor().isModified());

        // Another one of the folder knows it already; one of another folder does not.
        m_two.forget();
        QVERIFY(m_window->opener().openFile(file(u"shared/second.json"_s)));
        QTRY_VERIFY(m_two.contains(u"up{job='worker'}"_s));
        QVERIFY(!sheet());
        QVERIFY(m_window->opener().openFile(file(u"elsewhere/third.json"_s)));
        QTRY_VERIFY(sheet());
        QTest::keyClick(sheet(), Qt::Key_Escape);
        QTRY_VERIFY(!sheet());
        QVERIFY(m_app->workspaces().inputs(m_app->workspaceOf(m_folder.filePath(u"elsewhere/third.json"_s))).isEmpty());
    }

    // The next start remembers; the menu of the file changes it, and the open dashboards of the folder follow.
    void rememberedAndChanged()
    {
        QVERIFY(m_window->opener().openFile(file(u"shared/first.json"_s)));
        QTRY_VERIFY(m_two.contains(u"up{job='worker'}"_s));
        QVERIFY(!sheet());
        gui::click(*m_window, u"saveMore"_s);
        auto *menu = m_window->findChild<QMenu *>(u"saveMenu"_s);
        QVERIFY(menu);
        QAction *action = nullptr;
        for (QAction *each : menu->actions())
            if (each->objectName() == u"menu.file.inputs")
                action = each;
        QVERIFY(action);
        menu->close();
        action->trigger();
        QTRY_VERIFY(sheet());
        emit m_window->findChild<ChooseButton *>(u"input.DS_PROMETHEUS"_s)->chosen(u"one"_s);
        gui::click(*m_window, u"answer.use"_s);
        QTRY_VERIFY(m_one.contains(u"up{job='worker'}"_s));
    }

    // The v2 form names what it leaves open by labels of its queries.
    void labelsOfTheV2Form()
    {
        const auto query = [](const QByteArray &expr, const QByteArray &label) {
            return v2Text(
                "{ 'kind': 'PanelQuery', 'spec': { 'refId': 'A', 'query': { 'kind': 'DataQuery', 'group': 'prometheus', 'labels': { "
                "'grafana.app/export-label': '"
                + label + "' }, 'spec': { 'expr': '" + expr + "' } } } }");
        };
        const QByteArray text = v2Board("\"a\": " + v2Panel(1, "stat", "A", query("first", "prometheus-1"))
                                            + ",\n    \"b\": " + v2Panel(2, "stat", "B", query("second", "prometheus-2")),
                                        v2Layout("GridLayout", v2Item("a", 0, 0, 12, 8) + ", " + v2Item("b", 12, 0, 12, 8)));
        QVERIFY(m_window->opener().openText(text, u"Pasted"_s));
        QTRY_VERIFY(sheet());
        gui::picture(*m_window, u"inputs-v2"_s);
        emit m_window->findChild<ChooseButton *>("input."_L1 + inputNameOfLabel(u"prometheus-2"_s))->chosen(u"two"_s);
        m_one.forget();
        gui::click(*m_window, u"answer.use"_s);
        QTRY_VERIFY(m_two.contains(u"second"_s));
        QVERIFY(!m_two.contains(u"first"_s));
        QVERIFY(!m_one.contains(u"second"_s));
        QCOMPARE(m_window->currentDashboard()->editor().document().text(), text);
    }

    void pastedTextTakesItsAnswersAlong()
    {
        QVERIFY(m_window->opener().openText(kShared, u"Pasted"_s));
        QTRY_VERIFY(sheet());
        emit m_window->findChild<ChooseButton *>(u"input.DS_PROMETHEUS"_s)->chosen(u"two"_s);
        gui::click(*m_window, u"answer.use"_s);
        QTRY_VERIFY(m_two.contains(u"up{job='api'}"_s));
        QDir().mkpath(m_folder.filePath(u"kept"_s));
        const QString path = m_folder.filePath(u"kept/pasted.json"_s);
        m_window->fileAction(u"save"_s);
        auto *dialog = m_window->findChild<QFileDialog *>(u"saveDialog"_s);
        QVERIFY(dialog);
        emit dialog->fileSelected(path);
        dialog->close();
        QCOMPARE(m_app->workspaces().inputs(m_app->workspaceOf(path)).value(u"DS_PROMETHEUS"_s), u"two"_s);
    }

    void workspaceIsTheInnermostFolder()
    {
        const QStringList folders{u"/boards"_s, u"/boards/shop"_s, u"/boards/sho"_s};
        QCOMPARE(Workspaces::folderOf(u"/boards/shop/deep/a.json"_s, folders), u"/boards/shop"_s);
        QCOMPARE(Workspaces::folderOf(u"/boards/other/a.json"_s, folders), u"/boards"_s);
        QCOMPARE(Workspaces::folderOf(u"/elsewhere/x/a.json"_s, folders), u"/elsewhere/x"_s);
        QCOMPARE(Workspaces::folderOf({}, folders), QString());
    }
};

ADD_TEST(TstInputs)
#include "tst_inputs.moc"
