// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QPainter>
#include <cstring>
#include <widgets/plot/heatpainter.h>

namespace {
constexpr int kGapFromPx = 5; // only wider cells stand apart

std::vector<quint32> colorTable(const HeatCells &cells)
{
    std::vector<quint32> table;
    for (const QRgb color : cells.colors) {
        const int alpha = qRound(qAlpha(color) * std::clamp(cells.opacity, 0.0, 1.0));
        table.push_back(qPremultiply(qRgba(qRed(color), qGreen(color), qBlue(color), alpha)));
    }
    return table;
}

// Place in the table of a share 0 … 1.
template <class Shape>
void lookUp(const HeatCells &cells, std::span<const double> values, const std::vector<quint32> &table, quint32 *out, Shape shape)
{
    const double span = cells.max > cells.min ? cells.max - cells.min : 1;
    const double scale = double(table.size() - 1);
    const double below = cells.hideBelow.value_or(-std::numeric_limits<double>::infinity());
    const double above = cells.hideAbove.value_or(std::numeric_limits<double>::infinity());
    for (size_t i = 0; i < values.size(); ++i) {
        const double value = values[i];
        const double share = shape(std::clamp((value - cells.min) / span, 0.0, 1.0));
        const bool shown = value > below && value < above;
        out[i] = shown ? table[size_t(share * scale + 0.5)] : 0;
    }
}
} // namespace

void HeatPainter::setCells(const HeatCells &cells)
{
    m_cells = cells;
    m_x = Samples(cells.x);
    m_columns = size_t(cells.x.size());
    m_rows = size_t(std::max<qsizetype>(0, std::min(cells.rows.size(), cells.rowEdges.size() - 1)));
    m_colors.assign(m_columns * m_rows, 0);
    const std::vector<quint32> table = colorTable(cells);
    if (table.empty())
        return;
    for (size_t row = 0; row < m_rows; ++row) {
        const Column values = cells.rows[qsizetype(row)].slice(0, qsizetype(m_columns));
        quint32 *out = m_colors.data() + row * m_columns;
        for (qsizetype b = 0; b < values.blockCount(); ++b) {
            const auto run = values.block(b);
            if (cells.exponent == 1)
                lookUp(cells, run, table, out, [](double s) { return s; });
            else if (cells.exponent == 0.5)
                lookUp(cells, run, table, out, [](double s) { return std::sqrt(s); });
            else
                lookUp(cells, run, table, out, [&](double s) { return std::pow(s, cells.exponent); });
            out += run.size();
        }
    }
}

void HeatPainter::mapColumns(const QRect &plot, const TimeScale &time, double dpr)
{
    m_columnOf.assign(size_t(plot.width()), -1);
    m_edges.assign(m_columns, {});
    const auto px = [&](double x) { return int(std::lround(time.px(x))); };
    const qsizetype first = std::max<qsizetype>(0, m_x.lowerBound(time.x(0) - m_cells.xStep) - 1);
    for (qsizetype i = first; i < qsizetype(m_columns); ++i) {
        const double x = m_x.at(i);
        int from = px(x);
        int to = px(x + m_cells.xStep);
        if (from >= plot.width())
            break;
        to = std::max(to, from + 1);
        if (to - from > kGapFromPx * dpr)
            to -= qRound(m_cells.gapPx * dpr);
        m_edges[size_t(i)] = {std::max(from, 0), std::min(to, plot.width())};
        for (int c = std::max(from, 0); c < std::min(to, plot.width()); ++c)
            m_columnOf[size_t(c)] = int(i);
    }
}

std::vector<HeatPainter::Edge> HeatPainter::rowEdges(const QRect &plot, const ValueScale &value, double dpr) const
{
    std::vector<Edge> edges(m_rows);
    for (size_t row = 0; row < m_rows; ++row) {
        const auto y
            = [&](size_t edge) { return std::clamp(int(std::lround(value.px(m_cells.rowEdges[qsizetype(edge)]))), 0, plot.height()); };
        int from = y(row + 1);
        const int to = y(row);
        if (to - from > kGapFromPx * dpr)
            from += qRound(m_cells.gapPx * dpr);
        edges[row] = {from, to};
    }
    return edges;
}

void HeatPainter::paint(QImage &image, const QRect &plot, const TimeScale &time, const ValueScale &value, double dpr)
{
    if (isEmpty() || plot.isEmpty())
        return;
    mapColumns(plot, time, dpr);
    const std::vector<Edge> rows = rowEdges(plot, value, dpr);
    if (m_cells.radiusPx > 0 && plot.width() / std::max<double>(1, double(m_columns)) > kGapFromPx) {
        paintRounded(image, plot, rows, dpr);
        return;
    }
    const auto width = size_t(plot.width());
    m_line.resize(width);
    const qsizetype stride = image.bytesPerLine() / 4;
    auto *pixels = reinterpret_cast<quint32 *>(image.bits()) + plot.top() * stride + plot.left();
    for (size_t row = 0; row < m_rows; ++row) {
        const quint32 *colors = m_colors.data() + row * m_columns;
        bool solid = true;
        for (size_t c = 0; c < width; ++c) {
            m_line[c] = m_columnOf[c] < 0 ? 0 : colors[m_columnOf[c]];
            solid = solid && m_line[c] >> 24 == 255;
        }
        for (int y = rows[row].from; y < rows[row].to; ++y) {
            quint32 *to = pixels + y * stride;
            if (solid) {
                std::memcpy(to, m_line.data(), width * 4);
                continue;
            }
            for (size_t c = 0; c < width; ++c) {
                const quint32 color = m_line[c];
                if (color >> 24 == 255)
                    to[c] = color;
                else if (color != 0)
                    to[c] = color + qPremultiply(qRgba(qRed(to[c]), qGreen(to[c]), qBlue(to[c]), 255 - int(color >> 24)));
            }
        }
    }
}

void HeatPainter::paintRounded(QImage &image, const QRect &plot, const std::vector<Edge> &rows, double dpr) const
{
    const double ratio = image.devicePixelRatio();
    image.setDevicePixelRatio(1);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setClipRect(plot);
    painter.translate(plot.topLeft());
    const double radius = m_cells.radiusPx * dpr;
    for (size_t row = 0; row < m_rows; ++row) {
        for (size_t c = 0; c < m_columns; ++c) {
            const quint32 color = m_colors[row * m_columns + c];
            const Edge &e = m_edges[c];
            if (color == 0 || e.from >= e.to || rows[row].from >= rows[row].to)
                continue;
            painter.setBrush(QColor::fromRgba(qUnpremultiply(color)));
            painter.drawRoundedRect(QRectF(e.from, rows[row].from, e.to - e.from, rows[row].to - rows[row].from), radius, radius);
        }
    }
    painter.end();
    image.setDevicePixelRatio(ratio);
}

bool HeatPainter::cellAt(double x, double y, qsizetype &column, qsizetype &row) const
{
    if (isEmpty())
        return false;
    column = m_x.lowerBound(x);
    if (column == qsizetype(m_columns) || m_x.at(column) > x)
        --column;
    if (column < 0 || x >= m_x.at(column) + m_cells.xStep)
        return false;
    const auto &edges = m_cells.rowEdges;
    const auto above = std::upper_bound(edges.begin(), edges.begin() + qsizetype(m_rows) + 1, y);
    row = std::distance(edges.begin(), above) - 1;
    return row >= 0 && row < qsizetype(m_rows);
}
