// SPDX-License-Identifier: GPL-3.0-or-later
// The mouse, the wheel and the keyboard of PlotSurface.
#include <QtGui/QKeyEvent>
#include <QtGui/QMouseEvent>
#include <QtGui/QWheelEvent>
#include <QtWidgets/QApplication>
#include <widgets/plot/plothit.h>
#include <widgets/plot/plotsurface_p.h>

namespace {
constexpr double kZoomPerNotch = 0.8;
constexpr double kSelectFromPx = 4;
constexpr int kPageStep = 10;
constexpr double kFootPx = 6; // how near to the foot of a mark
constexpr int kFootAbove = 2; // … and where that is, from the lower edge of the plot
constexpr int kFootBelow = 9;
constexpr int kSettleMs = 160; // a turn of the wheel is many events, and asks for data once
} // namespace

PlotHover PlotSurface::Private::hoverAt(QPointF pos) const
{
    return {pos, q->xAt(pos.x()), q->yAt(pos.y()), false};
}

void PlotSurface::Private::moveCursorTo(QPointF pos, bool byKeyboard)
{
    PlotHover hover = hoverAt(pos);
    hover.byKeyboard = byKeyboard;
    if (byKeyboard && keyboardX)
        hover.x = *keyboardX;
    mouseAt = byKeyboard ? std::nullopt : std::optional(pos);
    keyboardAt = pos;
    q->setCrosshair(hover.x, {}, flagText ? flagText(hover.x) : QString(), true);
    emit q->hovered(hover);
}

void PlotSurface::Private::dropCursor()
{
    keyboardX.reset();
    mouseAt.reset();
    q->setCrosshair({});
    emit q->hovered({});
}

// Queued: models are set while painting, and who hears of the hover shows widgets.
void PlotSurface::Private::refreshCursor()
{
    if (refreshQueued || !(mouseAt || keyboardX))
        return;
    refreshQueued = true;
    QMetaObject::invokeMethod(
        q,
        [this] {
            refreshQueued = false;
            if (keyboardX)
                stepCursor(0);
            else if (mouseAt && q->plotRect().contains(mouseAt->toPoint()))
                moveCursorTo(*mouseAt, false);
            else if (mouseAt)
                dropCursor();
        },
        Qt::QueuedConnection);
}

void PlotSurface::Private::startSettling(bool zoomed)
{
    wheelZoomed = zoomed;
    settle.start(kSettleMs, q);
}

void PlotSurface::Private::settled()
{
    settle.stop();
    if (wheelZoomed)
        emit q->zoomed(frame.from(), frame.to());
    else
        emit q->panned(frame.from(), frame.to());
}

void PlotSurface::Private::panBy(double px)
{
    const int width = std::max(1, q->plotRect().width());
    const double shift = px / width * (panTo - panFrom);
    q->setXRange(panFrom - shift, panTo - shift);
}

bool PlotSurface::Private::zoomAt(double px, double factor)
{
    const double at = q->xAt(px);
    const double from = at - (at - frame.from()) * factor;
    const double to = at + (frame.to() - at) * factor;
    if (!(to - from > 1e-9 * std::max(1.0, std::fabs(to))))
        return false;
    q->setXRange(from, to);
    return true;
}

QList<int> PlotSurface::Private::feetAt(QPointF pos)
{
    const QRect plot = q->plotRect();
    const double below = pos.y() - plot.bottom();
    if (frame.marks().isEmpty() || below < -kFootAbove || below > kFootBelow || pos.x() < plot.left() - kFootPx
        || pos.x() > plot.right() + kFootPx)
        return {};
    return ::marksAt(frame, pos.x(), kFootPx, true);
}

void PlotSurface::Private::showMarks(const QList<int> &marks, QPointF pos)
{
    if (marks.isEmpty() && hoveredMarks.isEmpty())
        return;
    hoveredMarks = marks;
    emit q->marksHovered(marks, pos);
}

void PlotSurface::mousePressEvent(QMouseEvent *event)
{
    if (d->interactive && event->button() == Qt::LeftButton && !d->hoveredMarks.isEmpty()) {
        emit marksClicked(d->hoveredMarks, event->position());
        return;
    }
    if (!d->interactive || event->button() != Qt::LeftButton || !plotRect().contains(event->position().toPoint())) {
        event->ignore();
        return;
    }
    const bool shift = event->modifiers() & Qt::ShiftModifier;
    d->drag = shift ? Private::Drag::Pan : Private::Drag::Pressed;
    d->pressedAt = d->dragAt = event->position();
    d->panFrom = d->frame.from();
    d->panTo = d->frame.to();
    d->escape.begin();
    d->keyboardX.reset();
    if (d->settle.isActive())
        d->settled();
    if (shift) {
        d->dropCursor();
        setCursor(Qt::ClosedHandCursor);
    }
}

void PlotSurface::Private::moved(QMouseEvent *event)
{
    dragAt = event->position();
    if (drag == Drag::Pressed && std::fabs(dragAt.x() - pressedAt.x()) >= kSelectFromPx) {
        drag = Drag::Select;
        dropCursor();
    }
    if (drag == Drag::Pan)
        panBy(dragAt.x() - pressedAt.x());
    else if (drag == Drag::Select)
        q->update();
}

void PlotSurface::mouseMoveEvent(QMouseEvent *event)
{
    if (!d->interactive) {
        event->ignore();
        return;
    }
    if (d->drag != Private::Drag::None)
        d->moved(event);
    if (d->drag == Private::Drag::Pan || d->drag == Private::Drag::Select)
        return;
    d->keyboardX.reset();
    const QList<int> feet = d->feetAt(event->position());
    if (!feet.isEmpty() && d->cursor.x)
        d->dropCursor();
    d->showMarks(feet, event->position());
    if (!feet.isEmpty())
        return;
    if (plotRect().contains(event->position().toPoint()))
        d->moveCursorTo(event->position(), false);
    else if (d->cursor.x)
        d->dropCursor();
}

void PlotSurface::Private::cancelDrag()
{
    if (drag == Drag::Pan)
        panBy(0);
    drag = Drag::None;
    q->unsetCursor();
    q->update();
}

// Escape takes the keyboard's cursor away; the window's meaning of it comes after.
bool PlotSurface::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && d->keyboardX && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape)
        event->accept();
    return QWidget::event(event);
}

void PlotSurface::Private::released(QMouseEvent *event)
{
    const Drag was = std::exchange(drag, Drag::None);
    escape.end();
    q->unsetCursor();
    q->update();
    const QRect plot = q->plotRect();
    const auto xOf = [&](double px) { return q->xAt(std::clamp<double>(px, plot.left(), plot.right() + 1)); };
    if (was == Drag::Pan && event->position() != pressedAt) {
        emit q->panned(frame.from(), frame.to());
    } else if (was == Drag::Select) {
        const double a = xOf(pressedAt.x());
        const double b = xOf(event->position().x());
        if (a != b)
            emit q->rangeSelected(std::min(a, b), std::max(a, b));
    } else if (was == Drag::Pressed) {
        emit q->clicked(hoverAt(event->position()));
    }
}

void PlotSurface::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() != Qt::LeftButton || d->drag == Private::Drag::None) {
        event->ignore();
        return;
    }
    d->released(event);
}

void PlotSurface::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!d->interactive || event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    d->drag = Private::Drag::None;
    d->escape.end();
    emit zoomOutRequested();
}

void PlotSurface::leaveEvent(QEvent *)
{
    d->showMarks({}, {});
    if (d->interactive && d->cursor.x && !d->keyboardX && d->drag == Private::Drag::None)
        d->dropCursor();
}

void PlotSurface::wheelEvent(QWheelEvent *event)
{
    const QPoint angle = event->angleDelta();
    if (d->interactive && event->modifiers() & Qt::ControlModifier && angle.y() != 0) {
        if (d->zoomAt(event->position().x(), std::pow(kZoomPerNotch, angle.y() / 120.0)))
            d->startSettling(true);
        event->accept();
        return;
    }
    if (d->interactive && event->modifiers() == Qt::NoModifier && std::abs(angle.x()) > 2 * std::abs(angle.y())) {
        d->panFrom = d->frame.from();
        d->panTo = d->frame.to();
        const double px = event->pixelDelta().isNull() ? angle.x() / 2.0 : event->pixelDelta().x();
        d->panBy(px);
        d->startSettling(false);
        event->accept();
        return;
    }
    event->ignore();
}

// To the neighbouring cell of a heatmap, drawn or not.
void PlotSurface::Private::stepCell(int columns, int rows)
{
    const HeatCells &cells = *frame.model().heat;
    if (cells.x.isEmpty() || cells.rows.isEmpty())
        return;
    const Samples x(cells.x);
    const double half = cells.xStep / 2;
    const qsizetype leftmost = x.lowerBound(frame.from() - half);
    const qsizetype rightmost = x.lowerBound(std::nextafter(frame.to() - half, INFINITY)) - 1;
    if (leftmost > rightmost)
        return;
    const double now = keyboardX.value_or(cursor.x.value_or(columns < 0 ? frame.to() + cells.xStep : frame.from() - cells.xStep));
    const qsizetype under = x.lowerBound(std::nextafter(now, INFINITY)) - 1;
    const qsizetype column = std::clamp<qsizetype>(under + columns, leftmost, rightmost);
    const int last = int(cells.rows.size()) - 1;
    int row = last / 2;
    if (keyboardX) {
        const double y = q->yAt(keyboardAt.y());
        row = int(std::upper_bound(cells.rowEdges.begin(), cells.rowEdges.end(), y) - cells.rowEdges.begin()) - 1;
    }
    row = std::clamp(row + rows, 0, last);
    keyboardX = x.at(column) + half;
    moveCursorTo(q->pixelOf(*keyboardX, (cells.rowEdges[row] + cells.rowEdges[row + 1]) / 2), true);
}

// To the neighbouring sample of the first series that is shown.
void PlotSurface::Private::stepCursor(int samples)
{
    if (frame.model().heat)
        return stepCell(samples, 0);
    const PreparedSeries *shown = nullptr;
    for (const PreparedSeries &p : *frame.series()) {
        if (p.series.visible && p.y.size() > 0 && !shown)
            shown = &p;
    }
    if (!shown)
        return;
    const Samples &x = *shown->x;
    const double now = keyboardX ? *keyboardX : cursor.x.value_or(samples > 0 ? frame.from() : frame.to());
    qsizetype row = x.lowerBound(now);
    const bool exact = row < x.size() && x.at(row) == now;
    if (!exact && samples > 0)
        --row;
    row = std::clamp(row + samples, x.lowerBound(frame.from()), std::max<qsizetype>(0, x.lowerBound(frame.to() + 1e-9) - 1));
    row = std::clamp<qsizetype>(row, 0, x.size() - 1);
    keyboardX = x.at(row);
    const double y = shown->y.at(row);
    moveCursorTo(q->pixelOf(*keyboardX, std::isfinite(y) ? y : 0, shown->series.axis), true);
}

void PlotSurface::keyPressEvent(QKeyEvent *event)
{
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    const int step = event->modifiers() & Qt::ShiftModifier ? kPageStep : 1;
    const bool frameHasRows = d->keyboardX && d->frame.model().heat;
    if (d->interactive && plain && event->key() == Qt::Key_Left)
        return d->stepCursor(-step);
    if (d->interactive && plain && event->key() == Qt::Key_Right)
        return d->stepCursor(step);
    if (d->interactive && plain && frameHasRows && (event->key() == Qt::Key_Up || event->key() == Qt::Key_Down))
        return d->stepCell(0, event->key() == Qt::Key_Up ? step : -step);
    if (d->keyboardX && plain && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        emit clicked({d->keyboardAt, *d->keyboardX, yAt(d->keyboardAt.y()), true});
        return;
    }
    if (d->interactive && event->key() == Qt::Key_Escape && d->keyboardX)
        return d->dropCursor();
    event->ignore();
}

void PlotSurface::timerEvent(QTimerEvent *event)
{
    if (event->timerId() == d->settle.timerId())
        d->settled();
    else
        QWidget::timerEvent(event);
}

void PlotSurface::focusOutEvent(QFocusEvent *event)
{
    if (d->keyboardX)
        d->dropCursor();
    QWidget::focusOutEvent(event);
}
