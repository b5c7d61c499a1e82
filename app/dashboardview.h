// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <dashboard/session.h>
#include <map>
#include <panels/panelwidget.h>
#include <panels/registry.h>

class DashboardGrid;
class PanelFrame;
class RowHeader;

// The panels of a session on their grid: makes a frame and a panel widget an instance, feeds them, and takes to the session what
// they say. Used by the window and by `render`.
class DashboardView : public QWidget
{
    Q_OBJECT

public:
    DashboardView(DashboardSession &session, const PanelRegistry &registry, QWidget *parent = nullptr);
    ~DashboardView() override;

    DashboardGrid &grid() const { return *m_grid; }
    void setInteractive(bool interactive); // false: no menus or handles, for pictures
    // That panel over the whole page; "" = all again.
    void viewPanel(const QString &instanceId);
    QString viewedPanel() const;
    QString hoveredPanel() const; // the one under the mouse or with the focus, "" = none
    bool asks(const QString &instanceId) const; // its type asks for data, and there is something to ask
    PanelFrame *frame(const QString &instanceId) const;
    PanelWidget *panel(const QString &instanceId) const;

signals:
    void inspectRequested(const QString &instanceId, const QString &tab); // tab: "data", "query", "json"
    void linkActivated(const QUrl &url);
    void retryRequested(); // by the person, after a failure
    void viewedPanelChanged(const QString &instanceId);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Shown {
        PanelFrame *frame = nullptr;
        PanelWidget *panel = nullptr;
        PanelPtr element; // as it was when it was told
        QString type;
        bool asksData = true;
    };

    void layOut();
    void addRow(const RowInstance &row);
    Shown makeShown(const PanelInstance &instance);
    void connectPanel(PanelWidget *panel);
    void connectFrame(const QString &id, PanelFrame *frame);
    void tellOptions(const PanelInstance &instance, Shown &shown);
    void tellTexts(const PanelInstance &instance, const Shown &shown);
    void tellData(const QString &id);
    void tellCursor(std::optional<double> ms, const QObject *from);
    PanelContext contextOf(const QString &id) const;
    void showVisible(const QStringList &ids);
    void showAges();
    void openMenu(const QString &id, const QPoint &global);
    void takeAction(const QString &id, const QString &action);

    DashboardSession &m_session;
    const PanelRegistry &m_registry;
    DashboardGrid *m_grid;
    std::map<QString, Shown> m_shown;
    std::map<QString, RowHeader *> m_rows;
    QStringList m_visible;
    QTimer m_ages; // runs while some panel shows old data
    bool m_interactive = true;
};
