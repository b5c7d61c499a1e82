// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <dashboard/session.h>
#include <panels/registry.h>

class PanelFrame;
class PanelWidget;

// One result of Explore: the panel widget of an instance in its frame. Hidden while the session has no such instance.
class ExploreResult : public QWidget
{
    Q_OBJECT

public:
    ExploreResult(DashboardSession &session, const QString &instanceId, const PanelRegistry &registry, QWidget *parent = nullptr);
    PanelFrame &frame() const { return *m_frame; }
    PanelWidget &panel() const { return *m_panel; }
    void setHiddenIdle(bool hidden) { m_hiddenIdle = hidden; } // while nothing is asked
    // What the session has, as it is to be shown; not set: as it is.
    void setShaped(std::function<Frames(const Frames &)> shaped) { m_shaped = std::move(shaped); }
    void showData(); // again
    void tellVisible(); // the session, whether it is shown and how wide

signals:
    void linkActivated(const QUrl &url);
    void retryRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void connectPanel();
    void tellOptions();
    void tellContext();
    bool asks() const;

    DashboardSession &m_session;
    QString m_id;
    PanelFrame *m_frame;
    PanelWidget *m_panel;
    PanelPtr m_told; // the element whose options the panel has
    std::function<Frames(const Frames &)> m_shaped;
    bool m_hiddenIdle = false;
    QTimer m_resized;
};
