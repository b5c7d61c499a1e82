// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QPaintEvent>
#include <QtGui/QPainter>
#include <widgets/plot/plothit.h>
#include <widgets/plot/plotsurface_p.h>
#include <widgets/theme/paint.h>

PlotSurface::PlotSurface(QWidget *parent) : QWidget(parent), d(std::make_unique<Private>(this))
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    d->frame.setView(0, 1);
}

PlotSurface::~PlotSurface() = default;

void PlotSurface::Private::markDirty()
{
    dirty = true;
    q->update();
}

void PlotSurface::Private::fit()
{
    frame.setSize(q->size());
}

void PlotSurface::setTheme(const Theme *theme)
{
    d->frame.setTheme(theme);
    d->markDirty();
}

void PlotSurface::setBackground(const QColor &color)
{
    if (d->background == color)
        return;
    d->background = color;
    d->markDirty();
}

void PlotSurface::setModel(const PlotModel &model)
{
    const bool moved = model.from != this->model().from || model.to != this->model().to;
    d->frame.setModel(model);
    d->took(moved);
}

void PlotSurface::setMarks(const QList<PlotMark> &marks)
{
    if (marks == d->frame.marks())
        return;
    d->frame.setMarks(marks);
    d->showMarks({}, {});
    update();
}

void PlotSurface::setPrepared(const PreparedPlot &plot)
{
    const bool moved = plot.model.from != model().from || plot.model.to != model().to;
    d->frame.setPrepared(plot);
    d->took(moved);
}

void PlotSurface::Private::took(bool moved)
{
    if (moved && !isMoving())
        frame.setView(frame.model().from, frame.model().to);
    cursor.dots.clear();
    refreshCursor();
    markDirty();
}

bool PlotSurface::isBusy() const
{
    return d->isDrawing || (d->dirty && isVisible() && d->isLong());
}

const PlotModel &PlotSurface::model() const
{
    return d->frame.model();
}

void PlotSurface::setXRange(double from, double to)
{
    d->frame.setView(from, to);
    d->refreshCursor();
    d->markDirty();
}

double PlotSurface::xFrom() const
{
    return d->frame.from();
}

double PlotSurface::xTo() const
{
    return d->frame.to();
}

void PlotSurface::setCrosshair(std::optional<double> x, std::optional<double> y, const QString &flag, bool dots)
{
    d->cursor = {x, y, flag, {}};
    if (x && dots)
        d->cursor.dots = valuesAt(*x);
    update();
}

void PlotSurface::setFlagText(std::function<QString(double)> text)
{
    d->flagText = std::move(text);
}

void PlotSurface::setHighlight(int series, bool dimOthers)
{
    d->frame.setHighlight(series, dimOthers);
    d->markDirty();
}

void PlotSurface::setInteractive(bool on)
{
    d->interactive = on;
    setMouseTracking(on);
    setFocusPolicy(on ? Qt::StrongFocus : Qt::NoFocus);
}

QRect PlotSurface::plotRect() const
{
    d->fit();
    return d->frame.plotRect();
}

double PlotSurface::xAt(double px) const
{
    d->fit();
    return d->frame.xAt(px);
}

double PlotSurface::yAt(double px, int axis) const
{
    d->fit();
    return d->frame.yAt(px, axis);
}

QPointF PlotSurface::pixelOf(double x, double y, int axis) const
{
    d->fit();
    return d->frame.pixelOf(x, y, axis);
}

std::pair<double, double> PlotSurface::yRange(int axis) const
{
    d->fit();
    const auto range = d->frame.yRange(axis);
    return {range.min, range.max};
}

std::optional<PlotHit> PlotSurface::nearest(QPointF pos, double maxPx) const
{
    d->fit();
    return nearestSample(d->frame, pos, maxPx);
}

QList<PlotHit> PlotSurface::valuesAt(double x) const
{
    d->fit();
    return samplesAt(d->frame, x);
}

std::optional<HeatHit> PlotSurface::cellAt(QPointF pos) const
{
    d->fit();
    return heatCellAt(d->frame, pos);
}

QList<int> PlotSurface::marksAt(double px, double maxPx) const
{
    d->fit();
    return ::marksAt(d->frame, px, maxPx, false);
}

int PlotSurface::diamondAt(QPointF pos, double maxPx) const
{
    d->fit();
    return ::diamondAt(d->frame, pos, maxPx);
}

void PlotSurface::paint(QPainter &painter, const QRect &target, double dpr)
{
    QImage image(target.size() * dpr, d->format());
    image.setDevicePixelRatio(dpr);
    renderTo(image);
    painter.drawImage(target.topLeft(), image);
}

void PlotSurface::renderTo(QImage &image)
{
    if (image.isNull())
        return;
    d->frame.setSize((QSizeF(image.size()) / image.devicePixelRatio()).toSize());
    d->frame.draw(image, d->paper());
    const PlotModel &model = d->frame.model();
    if (!d->frame.marks().isEmpty() || !model.diamonds.isEmpty() || d->cursor.x) {
        QPainter painter(&image);
        paintMarks(painter, d->frame);
        paintDiamonds(painter, d->frame);
        paintCursor(painter, d->frame, d->cursor);
    }
}

void PlotSurface::Private::drawShapes(QPainter &painter)
{
    frame.drawShapes(painter, paper());
    paintMarks(painter, frame);
    paintDiamonds(painter, frame);
}

void PlotSurface::Private::draw(QSize pixels, double dpr)
{
    if (isLong())
        return drawOffThread(pixels, dpr);
    drawing.cancel();
    isDrawing = false;
    if (image.size() != pixels || image.format() != format())
        image = QImage(pixels, format());
    image.setDevicePixelRatio(dpr);
    frame.draw(image, paper());
    dirty = false;
}

// One at a time, each to its end: while the view moves pictures come as fast as they can be drawn.
void PlotSurface::Private::drawOffThread(QSize pixels, double dpr)
{
    if (isDrawing) {
        dirty = true;
        return;
    }
    isDrawing = true;
    dirty = false;
    QImage canvas(pixels, format());
    canvas.setDevicePixelRatio(dpr);
    const SeriesPainter::View view = frame.drawBelow(canvas, paper());
    if (image.isNull())
        image = canvas;
    drawing.start(
        q,
        [canvas, view, series = frame.series()](const std::stop_token &stop) mutable {
            SeriesPainter().paint(canvas, *series, view, stop);
            return canvas;
        },
        [this](const QImage &picture) {
            isDrawing = false;
            image = picture;
            q->update();
            if (!dirty)
                emit q->settled();
        });
}

QSize PlotSurface::sizeHint() const
{
    return {400, 240};
}

QSize PlotSurface::minimumSizeHint() const
{
    return {40, 30};
}

void PlotSurface::paintEvent(QPaintEvent *)
{
    d->fit();
    QPainter painter(this);
    if (isVector(painter))
        return d->drawShapes(painter);
    const double dpr = devicePixelRatioF();
    const QSize wanted(qCeil(width() * dpr), qCeil(height() * dpr));
    if (d->dirty || d->image.size() != wanted || d->image.format() != d->format() || d->image.devicePixelRatio() != dpr)
        d->draw(wanted, dpr);
    painter.drawImage(QRectF(QPointF(), QSizeF(d->image.size()) / d->image.devicePixelRatio()), d->image);
    paintMarks(painter, d->frame);
    paintDiamonds(painter, d->frame);
    paintCursor(painter, d->frame, d->cursor);
    if (d->drag == Private::Drag::Select)
        paintSelection(painter, d->frame, d->pressedAt.x(), d->dragAt.x());
    if (hasFocus() && d->keyboardX) {
        painter.setRenderHint(QPainter::Antialiasing, false);
        painter.setPen(d->frame.theme().border.focus);
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }
}

void PlotSurface::resizeEvent(QResizeEvent *)
{
    d->refreshCursor();
    d->markDirty();
}
