// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/mainwindow.h>
#include <app/settings/settingshost.h>
#include <tests/support/gui.h>
#include <widgets/controls/sheet.h>

// A window with a dashboard of a file of its own; the source answers only when a test gives a live one.
class SettingsWorld
{
public:
    explicit SettingsWorld(const QByteArray &text, const QUrl &source = QUrl(QStringLiteral("http://127.0.0.1:9")),
                           const QSize &size = {1400, 900})
        : m_text(text)
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = source;
        m_app = std::make_unique<App>(line);
        QFile out(m_folder.filePath(QStringLiteral("board.json")));
        if (out.open(QIODevice::WriteOnly))
            out.write(text);
        out.close();
        window = std::make_unique<MainWindow>(*m_app);
        window->resize(size);
        window->show();
        window->activateWindow();
        m_shown = QTest::qWaitForWindowActive(window.get()) && window->opener().openFile(out.fileName());
    }

    bool isShown() const { return m_shown; }
    DashboardPage &page() { return *window->currentDashboard(); }
    const Dashboard &dashboard() { return *page().editor().document().dashboard(); }
    QByteArray text() { return page().editor().document().text(); }
    QStringList names()
    {
        QStringList names;
        for (const Variable &variable : dashboard().variables)
            names.append(variable.name);
        return names;
    }
    const Variable &variable(const QString &name)
    {
        static const Variable none;
        for (const Variable &each : dashboard().variables)
            if (each.name == name)
                return each;
        return none;
    }
    // Scrolls there, as a person does first.
    void reveal(const QString &name)
    {
        for (int pass = 0; pass < 3; ++pass) { // layouts settle; popups that closed took the activation
            QCoreApplication::processEvents();
            QApplication::setActiveWindow(window.get());
        }
        QWidget *widget = gui::find(*window, name);
        for (QWidget *each = widget; each; each = each->parentWidget())
            if (auto *scroll = qobject_cast<QScrollArea *>(each))
                scroll->ensureWidgetVisible(widget, 8, 40);
    }
    void click(const QString &name)
    {
        reveal(name);
        gui::click(*window, name);
    }
    // Types and finishes with Enter.
    void enter(const QString &field, const QString &text)
    {
        reveal(field);
        gui::type(*window, field, text);
        gui::key(*window, Qt::Key_Return);
    }
    // Out of the list that a button opens.
    void chooseFrom(const QString &button, int row)
    {
        click(button);
        QWidget *popup = QApplication::activePopupWidget();
        QVERIFY(popup);
        auto *list = popup->findChild<QAbstractItemView *>();
        QVERIFY(list && row < list->model()->rowCount());
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(row, 0)).center());
    }
    // All the way back: the bytes are those of the file.
    void undoAll()
    {
        while (page().editor().history().canUndo())
            page().undo();
        QCOMPARE(text(), m_text);
    }

private:
    QTemporaryDir m_folder;
    QByteArray m_text;
    std::unique_ptr<App> m_app;
    bool m_shown = false;

public:
    std::unique_ptr<MainWindow> window; // gone before the rest
};

// Three variables, the second asked after the first, and a panel that uses them all.
inline QByteArray variablesBoard()
{
    return R"j({
  "title": "Board",
  "tags": [],
  "schemaVersion": 41,
  "templating": {
    "list": [
      {
        "name": "job",
        "type": "query",
        "label": "Job",
        "query": {"query": "label_values(up, job)", "refId": "StandardVariableQuery", "qryType": 1, "metric": "up"},
        "definition": "label_values(up, job)",
        "refresh": 1,
        "sort": 1,
        "options": []
      },
      {
        "name": "instance",
        "type": "query",
        "query": "label_values(up{job=\"$job\"}, instance)",
        "refresh": 2,
        "multi": true,
        "includeAll": true,
        "current": {"text": ["All"], "value": ["$__all"]}
      },
      {"name": "window", "type": "interval", "query": "1m,5m,1h"}
    ]
  },
  "panels": [
    {"id": 1, "type": "text", "title": "Of ${job}", "gridPos": {"x": 0, "y": 0, "w": 24, "h": 4},
      "options": {"content": "$instance and [[window]]"}}
  ]
}
)j";
}
