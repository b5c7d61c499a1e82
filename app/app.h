// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <app/commandline.h>
#include <dashboard/session.h>
#include <datasource/registry.h>
#include <memory>
#include <panels/registry.h>

class DesktopTheme;
class KeyMap;
class Library;
class LocalEngineService;
class MetricIndexes;
class QueryHistory;
class SecretStore;
class SourceManager;
class Workspaces;
struct ResolvedInputs;

// The composition root: owns what lives as long as the program and hands it to windows and commands.
class App : public QObject
{
    Q_OBJECT

public:
    explicit App(const CommandLine &line);
    ~App() override;

    const CommandLine &commandLine() const { return m_line; }
    SourceRegistry &sources() { return *m_sources; }
    SourceManager &sourceManager() { return *m_sourceManager; }
    MetricIndexes &metricIndexes() { return *m_metricIndexes; }
    QueryHistory &queryHistory() { return *m_queryHistory; } // of Explore
    KeyMap &keyMap() { return *m_keys; }
    Library &library() { return *m_library; }
    Workspaces &workspaces() { return *m_workspaces; }
    QString workspaceOf(const QString &dashboardPath) const; // a folder; see Workspaces
    ResolvedInputs inputsFor(const Document &document) const; // with a source on the command line, `render` asks that one alone
    const PanelRegistry &panels() const { return m_panels; }
    LocalEngineService *localEngine() { return m_local.get(); } // null when another source was given on the command line

    // Starts the local Prometheus when it is the default source (else it starts when it is first asked). The window is up by then.
    void startEngine();
    void chooseTheme(const QString &name); // "dark", "light", "" as the desktop; for the next starts, too
    void retryEngine(); // after it gave up, or was not found
    Result<Document> openDocument(const QString &path) const;
    Result<QString> demoFile() const; // the sample's dashboard, written to the demo's folder
    std::function<PanelTraits(const QString &type)> traits() const;

private:
    void followTheme();
    QString theme() const; // as asked for: by the command line, else by the person
    void useCommandLineSource();

    CommandLine m_line;
    PanelRegistry m_panels;
    std::unique_ptr<DesktopTheme> m_theme;
    std::unique_ptr<KeyMap> m_keys;
    std::unique_ptr<Library> m_library;
    std::unique_ptr<Workspaces> m_workspaces;
    std::unique_ptr<SourceRegistry> m_sources;
    std::unique_ptr<MetricIndexes> m_metricIndexes;
    std::unique_ptr<QueryHistory> m_queryHistory;
    std::unique_ptr<LocalEngineService> m_local;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<SourceManager> m_sourceManager;
};
