// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QWidget>
#include <widgets/controls/escapewatch.h>

class IconButton;
class TabButton;

struct TabInfo {
    QString id; // unique
    QString title;
    QString icon = QStringLiteral("dashboard");
    QString toolTip = {}; // the file's path
    bool modified = false;
    bool closable = true;
};

// The open pages. Drag reorders; middle click, cross and Delete close; Left and Right choose.
class TabStrip : public QWidget
{
    Q_OBJECT

public:
    explicit TabStrip(QWidget *parent = nullptr);
    void addTab(const TabInfo &tab, int index = -1);
    void setTab(const TabInfo &tab); // the one with this id
    void removeTab(const QString &id);
    void setCurrent(const QString &id); // says nothing
    QString current() const { return m_current; }
    QStringList ids() const; // as ordered now
    void setAddVisible(bool visible);

signals:
    void activated(const QString &id);
    void closeRequested(const QString &id);
    void moved(const QString &id, int index);
    void addRequested();
    void contextMenuRequested(const QString &id, const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    QSize sizeHint() const override;

private:
    friend class TabButton;
    void place();
    void dragTo(TabButton *button, int x);
    void drop(TabButton *button);
    void cancelDrag();
    TabButton *tab(const QString &id) const;

    QList<TabButton *> m_tabs;
    IconButton *m_add;
    QString m_current;
    TabButton *m_dragged = nullptr;
    int m_dragFrom = 0;
    TabButton *m_cancelled = nullptr; // its mouse button is still down
    EscapeWatch m_escape;
};
