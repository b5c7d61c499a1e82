// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class DockTabButton;
class QHBoxLayout;

struct DockTab {
    QString id;
    QString text;
    int count = -1; // of what lies behind it; below 0: not shown

    bool operator==(const DockTab &) const = default;
};

// The head of a dock, 40 px: tabs with counts at the left, tools at the right. Left and Right choose; one stop of the Tab key.
class DockTabs : public QWidget
{
    Q_OBJECT

public:
    explicit DockTabs(QWidget *parent = nullptr);
    void setTabs(const QList<DockTab> &tabs); // keeps the current one where it is still there
    void setCurrent(const QString &id); // says nothing
    QString current() const { return m_current; }
    void setFocusToTabs();
    void addTool(QWidget *widget);

signals:
    void activated(const QString &id); // also the current one, when it is pressed

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void showCurrent();

    QList<DockTab> m_shown;
    QList<DockTabButton *> m_tabs;
    QString m_current;
    QHBoxLayout *m_tabLayout;
    QHBoxLayout *m_tools;
};
