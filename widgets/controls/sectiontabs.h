// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class SectionTabButton;

struct SectionTab {
    QString id;
    QString title;

    bool operator==(const SectionTab &) const = default;
};

// The tabs of a part of a dashboard, as high as a row's header. Titles are cut where room is short; below that the bar scrolls, by arrows
// at its ends. Left, Right, Home and End choose; one stop of the Tab key.
class SectionTabs : public QWidget
{
    Q_OBJECT

public:
    explicit SectionTabs(QWidget *parent = nullptr);
    void setTabs(const QList<SectionTab> &tabs, const QString &current); // says nothing
    QString current() const { return m_current; }
    void step(int by); // to the tab beside the current one, round at the ends; as if it was pressed
    void open(const QString &id); // as if it was pressed
    // Something is dragged over the page: the bar lies above it, and marks the tab that the mouse is on. Empty: on none.
    QString dragOver(const QPoint &global);
    void dragHeld(const QPoint &global); // for a moment at that place: where an arrow is, the bar scrolls
    void dragEnded();
    QSize sizeHint() const override;

signals:
    void activated(const QString &id); // by the person: another one than before
    void menuRequested(const QString &id, const QPoint &global);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    friend class SectionTabButton;
    void choose(const QString &id, bool keepFocus);
    void place();
    void showCurrent();
    void scrollBy(int px);
    qsizetype currentIndex() const;

    QWidget *m_strip; // that the tabs lie in
    class IconButton *m_back; // these two while there are more tabs than room
    class IconButton *m_on;
    QList<SectionTabButton *> m_buttons;
    QString m_current;
    QString m_dropTab; // that a drag is on
    bool m_isUnderDrag = false;
    int m_total = 0; // px of all tabs
    int m_offset = 0; // px scrolled
};
