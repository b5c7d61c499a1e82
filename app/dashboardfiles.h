// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <functional>

class App;
class DashboardPage;
class QWidget;
enum class Tint;
enum class Prefer;

// What a person does with the file of a dashboard: save in its ways, export, compare, and the question before it closes.
class DashboardFiles : public QObject
{
    Q_OBJECT

public:
    DashboardFiles(App &app, QWidget *window);

    // "save", "saveAs", "saveCopy", "defaultTime", "defaultVariables", "copyJson", "share", "inputs",
    // "export.png", "export.svg", "export.pdf", "revert", "compare", "merge".
    void run(DashboardPage &page, const QString &action);
    void save(DashboardPage &page, const std::function<void()> &saved = {}); // asks for a name where there is none
    // What a shared dashboard leaves open, asked for where nobody has said it yet.
    void askForInputs(DashboardPage &page); // one sheet at a time, in turn
    // Calls `close` at once when nothing is unsaved; else after the person said what becomes of all of them, or never. One question,
    // however often it is asked for. discarded: those whose edits are not wanted.
    using Close = std::function<void(const QList<DashboardPage *> &discarded)>;
    void askToClose(const QList<DashboardPage *> &pages, const Close &close);

signals:
    void notice(Tint tint, const QString &title, const QString &text);
    void saved(DashboardPage *page);
    void inputsChosen(); // for every open dashboard of that folder

private:
    void askToSave(const QList<DashboardPage *> &pages, const Close &close);
    void chooseName(DashboardPage &page, const QString &title, const std::function<void(const QString &path)> &chosen);
    void saveTo(DashboardPage &page, const QString &path, const std::function<void()> &saved);
    void saveCopy(DashboardPage &page);
    void share(DashboardPage &page);
    void compare(DashboardPage &page);
    void merge(DashboardPage &page);
    void mergeNow(DashboardPage &page, Prefer prefer);
    void showInputs(DashboardPage &page);
    void report(const struct Error &error, const QString &what);

    void saveAll(QList<QPointer<DashboardPage>> pages, const std::function<void()> &saved);
    void askNext();
    void keepInputs(const QString &folderBefore, DashboardPage &page);

    App &m_app;
    QWidget *m_window;
    QList<QPointer<DashboardPage>> m_toAsk;
    QPointer<QWidget> m_asking;
    QPointer<QWidget> m_closing;
};
