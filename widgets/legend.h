// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <widgets/legendlayout.h>
#include <widgets/theme/theme.h>

// A legend: paints the rows that are seen, scrolls when there are more, tells what was clicked. It changes nothing by itself.
class LegendView : public QWidget
{
    Q_OBJECT

public:
    explicit LegendView(QWidget *parent = nullptr);

    void setTheme(const Theme *theme); // must outlive the widget
    void setModel(const LegendModel &model, bool right); // right: where it was placed
    const LegendModel &model() const { return m_model; }
    void setPicksColors(bool picks); // a click on a swatch asks for a colour
    void setHot(int item); // drawn as hovered; -1: none
    QRect itemRect(int item) const; // in the widget
    QRect swatchRect(int item) const; // where a click means the swatch; empty: nowhere
    int scrollPx() const { return m_scroll; }

signals:
    void itemClicked(int item, Qt::KeyboardModifiers modifiers);
    void swatchClicked(int item); // or C on the keyboard
    void itemHovered(int item); // -1: left
    void columnClicked(int column); // -1: the name

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    bool takesKey(const QKeyEvent &key) const;
    void relayout();
    void scrollTo(int px);
    int maxScroll() const;
    int itemAt(const QPoint &pos) const;
    int columnAt(const QPoint &pos) const; // of the head; -2: none
    QRect thumb() const;
    void setHovered(int item);
    void setCurrent(int item);
    void paintHead(QPainter &painter) const;
    void paintRow(QPainter &painter, int item) const;
    void paintCell(QPainter &painter, int item) const;
    void paintBack(QPainter &painter, int item, const QRect &rect) const;

    const Theme *m_theme = &Theme::dark();
    LegendModel m_model;
    LegendLayout m_layout;
    bool m_right = false;
    bool m_picksColors = false;
    int m_scroll = 0;
    int m_hovered = -1;
    int m_hot = -1;
    int m_current = -1; // of the keyboard
    int m_dragFrom = -1; // of the thumb: pointer minus thumb top
};
