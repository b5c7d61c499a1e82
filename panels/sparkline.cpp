// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/sparkline.h>

#include <QtGui/QPainter>
#include <QtGui/QPainterPath>
#include <cmath>

namespace {

struct Extent {
    double low = INFINITY;
    double high = -INFINITY;
};

struct Bucket {
    double first, low, high, last;
    qint64 column = -1;
};

class Walk
{
public:
    Walk(const QRectF &rect, Extent extent) : m_rect(rect), m_extent(extent) { }

    void sample(double x, double value)
    {
        const auto column = qint64(std::floor(x - m_rect.left()));
        if (m_bucket.column != column) {
            flush();
            m_bucket = {value, value, value, value, column};
            m_x = x;
            return;
        }
        m_bucket.low = std::min(m_bucket.low, value);
        m_bucket.high = std::max(m_bucket.high, value);
        m_bucket.last = value;
    }

    void gap()
    {
        flush();
        if (!m_run.isEmpty())
            m_runs.push_back(std::move(m_run));
        m_run = {};
    }

    std::vector<QPolygonF> finish()
    {
        gap();
        return std::move(m_runs);
    }

private:
    void flush()
    {
        if (m_bucket.column < 0)
            return;
        m_run << at(m_bucket.first);
        if (m_bucket.low != m_bucket.high) {
            m_run << at(m_bucket.low) << at(m_bucket.high);
            m_run << at(m_bucket.last);
        }
        m_bucket.column = -1;
    }

    QPointF at(double value) const
    {
        const double span = m_extent.high - m_extent.low;
        const double share = span > 0 ? (value - m_extent.low) / span : 0.5;
        return {m_x, m_rect.bottom() - share * m_rect.height()};
    }

    QRectF m_rect;
    Extent m_extent;
    Bucket m_bucket{};
    double m_x = 0;
    QPolygonF m_run;
    std::vector<QPolygonF> m_runs;
};

Extent extentOf(const Column &values)
{
    Extent extent;
    for (qsizetype b = 0; b < values.blockCount(); ++b) {
        for (const double value : values.block(b)) {
            if (std::isfinite(value)) {
                extent.low = std::min(extent.low, value);
                extent.high = std::max(extent.high, value);
            }
        }
    }
    return extent;
}

} // namespace

std::vector<QPolygonF> sparklineRuns(const Column &values, const Column &times, const QRectF &rect)
{
    const Extent extent = extentOf(values);
    const qsizetype count = values.size();
    if (count < 2 || values.type() == Column::Type::Text || !(extent.low <= extent.high) || rect.width() < 2)
        return {};
    const bool timed = times.size() == count;
    const double from = timed ? times.number(0) : 0;
    const double span = timed ? times.number(count - 1) - from : double(count - 1);
    if (!(span > 0))
        return {};
    Walk walk(rect, extent);
    qsizetype row = 0;
    for (qsizetype b = 0; b < values.blockCount(); ++b) {
        for (const double value : values.block(b)) {
            const double at = timed ? times.number(row) - from : double(row);
            ++row;
            if (std::isfinite(value))
                walk.sample(rect.left() + rect.width() * at / span, value);
            else
                walk.gap();
        }
    }
    return walk.finish();
}

void paintSparkline(QPainter &painter, const std::vector<QPolygonF> &runs, const QRectF &rect, const QColor &color, double widthPx,
                    double fillTop)
{
    QLinearGradient fill(rect.topLeft(), rect.bottomLeft());
    QColor shade = color;
    shade.setAlphaF(float(fillTop));
    fill.setColorAt(0, shade);
    shade.setAlphaF(float(fillTop) * 0.07f);
    fill.setColorAt(1, shade);
    QPen pen(color, widthPx);
    pen.setJoinStyle(Qt::RoundJoin);
    pen.setCapStyle(Qt::RoundCap);
    for (const QPolygonF &run : runs) {
        if (run.size() == 1) {
            painter.setPen(pen);
            painter.drawPoint(run.first());
            continue;
        }
        if (fillTop > 0) {
            QPolygonF area = run;
            area << QPointF(run.last().x(), rect.bottom()) << QPointF(run.first().x(), rect.bottom());
            painter.setPen(Qt::NoPen);
            painter.setBrush(fill);
            painter.drawPolygon(area);
        }
        painter.setPen(pen);
        painter.setBrush(Qt::NoBrush);
        painter.drawPolyline(run);
    }
}
