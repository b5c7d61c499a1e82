// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>

#include <QtWidgets/QApplication>
#include <app/explore/queryhistory.h>
#include <app/inputvalues.h>
#include <app/keys/keymap.h>
#include <app/library.h>
#include <app/localengineservice.h>
#include <app/query/metricindexes.h>
#include <app/sourcemanager.h>
#include <app/windowsettings.h>
#include <app/workspaces.h>
#include <datasource/prometheus/cachedsource.h>
#include <datasource/prometheus/prometheussource.h>
#include <widgets/theme/desktoptheme.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

App::App(const CommandLine &line)
    : m_line(line)
    , m_panels(PanelRegistry::standard())
    , m_keys(std::make_unique<KeyMap>())
    , m_library(std::make_unique<Library>())
    , m_workspaces(std::make_unique<Workspaces>())
    , m_sources(std::make_unique<SourceRegistry>())
    , m_metricIndexes(std::make_unique<MetricIndexes>(*m_sources))
    , m_queryHistory(std::make_unique<QueryHistory>())
{
    if (m_line.theme.isEmpty() && m_line.mode == CommandLine::Mode::Window)
        m_theme = std::make_unique<DesktopTheme>();
    followTheme();
    if (m_theme)
        connect(m_theme.get(), &DesktopTheme::changed, this, &App::followTheme);

    if (m_line.source.isEmpty() || m_line.demo)
        m_local = std::make_unique<LocalEngineService>(*m_sources, m_line.demo);
    useCommandLineSource();
    m_secrets = std::make_unique<SecretStore>();
    m_sourceManager = std::make_unique<SourceManager>(*m_sources, *m_secrets);
    if (const Result<> loaded = m_sourceManager->load(m_line.source.isEmpty() && !m_line.demo); !loaded)
        qWarning("%s", qPrintable(loaded.error().what + u' ' + loaded.error().where));
}

void App::useCommandLineSource()
{
    if (m_line.source.isEmpty())
        return;
    PrometheusConfig config;
    config.url = m_line.source;
    SourceEntry entry;
    entry.uid = u"command-line"_s;
    entry.name = m_line.source.host() + (m_line.source.port() > 0 ? u":%1"_s.arg(m_line.source.port()) : QString());
    entry.source = std::make_shared<CachedSource>(std::make_shared<PrometheusSource>(config));
    m_sources->set(entry);
    m_sources->setDefault(entry.uid);
}

App::~App() = default;

QString App::theme() const
{
    return m_line.mode == CommandLine::Mode::Window && m_line.theme.isEmpty() ? windowSettings().value("theme").toString() : m_line.theme;
}

void App::chooseTheme(const QString &name)
{
    m_line.theme.clear(); // what is said now is newer
    windowSettings().setValue("theme", name);
    if (!m_theme) {
        m_theme = std::make_unique<DesktopTheme>();
        connect(m_theme.get(), &DesktopTheme::changed, this, &App::followTheme);
    }
    followTheme();
}

void App::followTheme()
{
    const QString asked = theme();
    const bool light = asked.isEmpty() && m_theme ? m_theme->brightness() == Brightness::Light : asked == u"light";
    applyTheme(*qApp, light ? Theme::light() : Theme::dark());
}

void App::startEngine()
{
    if (m_local && (m_line.demo || m_sources->defaultUid() == QLatin1String(LocalEngineService::uid)))
        m_local->start();
}

Result<QString> App::demoFile() const
{
    return Sample::dashboardFile(LocalEngine::defaultDataFolder(true));
}

Result<Document> App::openDocument(const QString &path) const
{
    return Document::open(path);
}

QString App::workspaceOf(const QString &dashboardPath) const
{
    return Workspaces::folderOf(dashboardPath, m_library->folders());
}

ResolvedInputs App::inputsFor(const Document &document) const
{
    const QList<DashboardInput> inputs = inputsOf(document);
    if (inputs.isEmpty())
        return {};
    const bool askThatOne = m_line.mode == CommandLine::Mode::Render && !m_line.source.isEmpty();
    const auto isKnown = [&](const QString &uid) {
        return !askThatOne && (m_sourceManager->find(uid) || !m_sources->find({{}, uid}).isFallback);
    };
    return resolvedInputs(inputs, m_workspaces->inputs(workspaceOf(document.path())), *m_sources, isKnown);
}

void App::retryEngine()
{
    if (m_local)
        m_local->retry();
}

std::function<PanelTraits(const QString &)> App::traits() const
{
    return [this](const QString &type) {
        const PanelType *found = m_panels.find(type);
        return found ? PanelTraits{found->asksData, found->fieldDefaults, found->showsExemplars} : PanelTraits{true, {}, false};
    };
}
