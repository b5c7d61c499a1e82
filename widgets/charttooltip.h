// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <QtCore/QUrl>
#include <QtWidgets/QWidget>
#include <optional>
#include <widgets/theme/theme.h>
#include <widgets/tooltipnotes.h>

// What a chart's tooltip says, where it stands, and the box itself (mock/README.md section 4).

struct TooltipRow {
    QString name;
    QString value;
    QColor color;
    bool hot = false; // the series under the cursor
    std::optional<double> bar; // 0..1: a bar behind the value, for histograms

    bool operator==(const TooltipRow &) const = default;
};

struct TooltipLink {
    QString title;
    QUrl url;
    QString copy = {}; // not empty: a text for the clipboard instead

    bool operator==(const TooltipLink &) const = default;
};

struct TooltipModel {
    QString head; // the time
    QString headNote; // its zone
    QList<TooltipRow> rows; // 12 are shown at a time
    int left = 0; // further ones that are not even listed
    QList<TooltipNote> notes; // below the rows
    QList<TooltipLink> links; // at most 5 are shown; followed when it is pinned
    QString foot; // "Total 143 req/s"
    QList<QColor> scale; // a colour scale above the foot …
    double scaleMark = 0; // … and the value's place on it, 0..1
    int maxWidth = 0; // px; 0: as wide as it needs, up to 420
    int maxHeight = 0;

    bool operator==(const TooltipModel &) const = default;
};

// The rows that are shown: the hot one is among them.
struct TooltipRows {
    int first = 0;
    int count = 0;
    int more = 0; // left out

    bool operator==(const TooltipRows &) const = default;
};
TooltipRows tooltipRows(const TooltipModel &model, int scroll = 0);
QSize tooltipSize(const TooltipModel &model);

struct TooltipSpot {
    QPoint point; // that the tooltip speaks of
    QRect area; // to stay in
    QRect avoid; // besides the point: the time flag; may be empty
    bool leftFirst = false; // when there is room on both sides
};
// 16 px beside the point, on a side with room; over or under it where the sides are too narrow. Never over the point.
QRect placeTooltip(const QSize &size, const TooltipSpot &spot);

// The box: a child of the window, above everything, no window of its own. Does not take the mouse until it is pinned.
class ChartTooltip : public QWidget
{
    Q_OBJECT

public:
    explicit ChartTooltip(const Theme *theme, QWidget *window);

    // The spot is in the coordinates of the window. A pinned tooltip stays as it is.
    void showFor(const TooltipModel &model, const TooltipSpot &spot);
    void leave(); // hides unless pinned
    void setPinned(bool pinned);
    bool isPinned() const { return m_pinned; }
    const TooltipModel &model() const { return m_model; }

signals:
    void unpinned();
    void linkActivated(const QUrl &url);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintRows(QPainter &painter, const QRectF &box) const;
    double notesTop(const QRectF &box) const;
    void paintLinks(QPainter &painter, const QRectF &box) const;
    QRectF linkRect(int link) const;
    void follow(int link);
    void paintFoot(QPainter &painter, const QRectF &box) const;
    void paintScale(QPainter &painter, const QRectF &rect) const;

    const Theme *m_theme;
    TooltipModel m_model;
    bool m_pinned = false;
    int m_link = -1; // chosen by keyboard
    QPointer<QWidget> m_focusBefore;
    int m_scroll = 0;
};
