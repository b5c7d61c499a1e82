// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/panelwidget.h>
#include <panels/singlevalue.h>

class QScrollBar;

// The widget that stat, gauge and bar gauge share: values out of frames, scrolling when the items need more room, links and
// tooltips by item. The types say how items stand and look.
class SingleValuePanel : public PanelWidget
{
    Q_OBJECT

public:
    explicit SingleValuePanel(QWidget *parent = nullptr);

    void setData(const PanelData &data) override;
    void setContext(const PanelContext &context) override;
    Frames table() const override;
    bool hasMarks() const override { return !m_values.isEmpty() && holdsValues(m_data.frames); }

protected:
    virtual const SingleValueOptions &options() const = 0;
    // Lays the items out in the room; answers the size of the content, which may be larger.
    virtual QSizeF layoutItems(const QList<FieldDisplay> &values, const QSizeF &room) = 0;
    virtual void paintItems(QPainter &painter, const QRectF &visible) const = 0;
    virtual void arrange() { } // what stands beside the items, whenever values or size changed
    virtual QSize itemsRoom() const { return size(); } // from the upper left corner
    virtual int itemAt(const QPointF &at) const = 0; // in content coordinates; -1: none
    virtual QRectF itemRect(int item) const = 0; // in the same

    void optionsChanged();
    const QList<FieldDisplay> &values() const { return m_values; }

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    bool event(QEvent *event) override;

private:
    void refreshValues();
    void ensureLayout();
    void placeBars(const QSizeF &content);
    QPointF offset() const;
    int itemUnder(const QPointF &at);
    bool isLinked(int item) const;
    int linkedFrom(int item, int step) const; // the next that has links, in steps; -1: none
    void paintFocus(QPainter &painter) const;
    void activateLinks(int item, const QPoint &global);

    PanelData m_data;
    QList<FieldDisplay> m_values;
    QScrollBar *m_vertical;
    QScrollBar *m_horizontal;
    int m_pressed = -1;
    int m_current = -1; // whose links the keyboard follows
    bool m_stale = true;
};
