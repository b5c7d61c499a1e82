// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tabledelegate.h>

#include <panels/sparkline.h>
#include <panels/table/tablecells.h>
#include <panels/valuetext.h>
#include <widgets/theme/digits.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

using F = TableFieldOptions;

namespace {

constexpr int kPad = 12;
constexpr int kTallestWrapped = 400;

void fillBox(QPainter &painter, const QRectF &rect, const QColor &from, const QColor &to)
{
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, to);
    painter.setPen(Qt::NoPen);
    painter.setBrush(from == to ? QBrush(from) : QBrush(gradient));
    painter.drawRoundedRect(rect, 2, 2);
}

QFont cellFont(const TableColumn &column, bool strong)
{
    return column.options.style() == F::Cell::JsonView ? themeFont(TextStyle::Code) : themeFont(12, strong ? 500 : 400);
}

// At the end of the cell where its text is not.
QRect eyeRect(const QRect &cell, const TableColumn &column)
{
    const int x = column.alignment & Qt::AlignRight ? cell.left() + 4 : cell.right() - 23;
    return QRect(x, cell.center().y() - 9, 20, 20);
}

bool hasDot(const TableColumn &column)
{
    return column.options.style() == F::Cell::ColorText && !column.numeric && !column.options.wraps() && column.alignment & Qt::AlignLeft;
}

QRectF contentOf(const QRectF &cell)
{
    return cell.adjusted(kPad, 0, -kPad, 0);
}

} // namespace

TableDelegate::TableDelegate(const TableModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

const Field &TableDelegate::field(const QModelIndex &index) const
{
    return m_model->frame().fields[m_model->columns()[index.column()].field];
}

QString TableDelegate::rawText(const QModelIndex &index) const
{
    const Column &values = field(index).values;
    return values.type() == Column::Type::Text ? values.text(m_model->frameRow(index.row()))
                                               : m_model->display(index.row(), index.column()).joined();
}

QList<CellLink> TableDelegate::links(const QModelIndex &index) const
{
    const CellScope scope{&m_model->frame(), m_model->frameRow(index.row())};
    return cellLinks(field(index), m_model->display(index.row(), index.column()), m_context, scope);
}

CellHit TableDelegate::hit(const QModelIndex &index, const QRect &cell, const QPoint &pos) const
{
    const TableColumn &column = m_model->columns()[index.column()];
    if (column.options.inspect && eyeRect(cell, column).contains(pos))
        return {true, {}};
    if (!column.hasLinks)
        return {};
    if (column.options.style() != F::Cell::DataLinks)
        return {false, links(index)};
    for (const auto &[link, rect] : linkPlaces(links(index), contentOf(cell))) {
        if (rect.contains(pos))
            return {false, {link}};
    }
    return {};
}

int TableDelegate::heightOf(int row, const TableOptions &options) const
{
    int height = options.rowHeightPx();
    for (int i = 0; i < m_model->columns().size(); ++i) {
        const TableColumn &column = m_model->columns()[i];
        if (!column.options.wraps())
            continue;
        const QString text = cellText(column, m_model->display(row, i));
        const double tall = wrappedHeight(text, cellFont(column, false), m_widths.value(i) - 2 * kPad);
        height = std::max(height, int(std::ceil(tall)) + 9);
    }
    return std::min(height, std::max(options.maxRowHeight.value_or(kTallestWrapped), options.rowHeightPx()));
}

CellLook TableDelegate::look(const QModelIndex &index) const
{
    const int row = index.row();
    const QList<TableColumn> &columns = m_model->columns();
    CellLook look = cellLook(columns[index.column()], m_model->display(row, index.column()), m_model->isNull(row, index.column()), theme());
    if (look.fill.isValid())
        return look;
    for (int i = 0; i < columns.size(); ++i) { // a column may color its whole row
        if (!columns[i].options.applyToRow || m_model->isNull(row, i))
            continue;
        const CellLook other = cellLook(columns[i], m_model->display(row, i), false, theme());
        if (other.fill.isValid()) {
            look.fill = look.fillTo = other.fill;
            look.textColor = other.textColor;
            break;
        }
    }
    return look;
}

void TableDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QRectF cell = option.rect;
    const TableColumn &column = m_model->columns()[index.column()];
    const bool hovered = option.state & QStyle::State_MouseOver;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setClipRect(cell);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, theme().bg.selected);
    else if (hovered)
        painter->fillRect(cell, theme().bg.hover);
    paintContent(*painter, cell, index);
    horizontalLine(*painter, cell.left(), cell.right() + 1, cell.bottom() - hairWidth(*painter), theme().border.weak);
    if (column.options.inspect && (hovered || (option.state & QStyle::State_HasFocus)))
        paintEye(*painter, option.rect, column);
    painter->restore();
}

void TableDelegate::paintContent(QPainter &painter, const QRectF &cell, const QModelIndex &index) const
{
    const TableColumn &column = m_model->columns()[index.column()];
    const CellLook cellLook = look(index);
    if (cellLook.fill.isValid())
        fillBox(painter, cell.adjusted(1, 1, -1, -1.5), cellLook.fill, cellLook.fillTo);
    const QRectF room = contentOf(cell);
    const bool isNull = m_model->isNull(index.row(), index.column());
    switch (isNull ? F::Cell::Auto : column.options.style()) {
    case F::Cell::Pill:
        return paintPills(painter, room, index);
    case F::Cell::DataLinks:
        return paintLinks(painter, room, index);
    case F::Cell::Sparkline:
        return paintSpark(painter, room, index);
    default:
        break;
    }
    if (cellLook.gauge >= 0)
        paintText(painter, paintGauge(painter, room, column, cellLook), column, cellLook);
    else
        paintText(painter, room, column, cellLook);
}

void TableDelegate::paintText(QPainter &painter, const QRectF &room, const TableColumn &column, const CellLook &look) const
{
    const QFont font = cellFont(column, look.strong);
    if (hasDot(column)) { // a state: its colour is seen from afar
        painter.setPen(Qt::NoPen);
        painter.setBrush(look.textColor);
        painter.drawEllipse(QPointF(room.left() + 4, room.center().y()), 4, 4);
        return void(drawLine(painter, room.adjusted(14, 0, 0, 0), look.text, font, look.textColor, Qt::AlignLeft | Qt::AlignVCenter));
    }
    const Qt::Alignment alignment = (look.gauge >= 0 ? Qt::AlignRight : column.alignment) | Qt::AlignVCenter;
    if (column.options.wraps()) {
        drawWrapped(painter, room.adjusted(0, 4, 0, -5), look.text, font, look.textColor, column.alignment);
    } else if (column.numeric && DigitText(look.text, font).width() <= room.width()) {
        drawDigits(painter, room, look.text, font, look.textColor, alignment);
    } else {
        drawLine(painter, room, look.text, font, look.textColor, alignment);
    }
}

// Answers what is left for the number.
QRectF TableDelegate::paintGauge(QPainter &painter, const QRectF &room, const TableColumn &column, const CellLook &look) const
{
    const double value = look.text.isEmpty() ? 0 : std::min(column.valuePx, room.width() * 0.6) + 10;
    const double height = std::min(12.0, room.height() - 12);
    const QRectF bar(room.left(), room.center().y() - height / 2, room.width() - value, height);
    const QRectF rest(bar.right() + 6, room.top(), room.right() - bar.right() - 6, room.height());
    painter.setPen(Qt::NoPen);
    const F::Mode mode = column.options.gaugeMode();
    if (mode == F::Mode::Lcd) {
        paintLcd(painter, bar, m_model->frame().fields[column.field], look.gauge);
        return rest;
    }
    painter.setBrush(theme().bg.track);
    painter.drawRoundedRect(bar, 3, 3);
    const QRectF filled(bar.left(), bar.top(), std::max(2.0, bar.width() * look.gauge), bar.height());
    const Rgba faint = mix(toRgba(theme().bg.panel), toRgba(look.gaugeColor), 0.38);
    QLinearGradient gradient(filled.topLeft(), filled.topRight());
    gradient.setColorAt(0, toQColor(faint));
    gradient.setColorAt(1, look.gaugeColor);
    painter.setBrush(mode == F::Mode::Gradient ? QBrush(gradient) : QBrush(look.gaugeColor));
    const double radius = std::min(3.0, filled.width() / 2);
    painter.drawRoundedRect(filled, radius, radius);
    return rest;
}

void TableDelegate::paintLcd(QPainter &painter, const QRectF &bar, const Field &field, double share) const
{
    const int count = std::max(1, int((bar.width() + 2) / 7));
    const DisplayProcessor display(field, theme().brightness);
    const double low = field.config.min.value_or(field.state.rangeMin.value_or(0));
    const double high = field.config.max.value_or(field.state.rangeMax.value_or(100));
    for (int i = 0; i < count; ++i) {
        const bool lit = double(i) / count < share;
        painter.setBrush(lit ? toQColor(display.number(low + (high - low) * (i + 0.5) / count).color) : theme().bg.track);
        painter.drawRoundedRect(QRectF(bar.left() + i * 7, bar.top(), 5, bar.height()), 1, 1);
    }
}

void TableDelegate::paintPills(QPainter &painter, const QRectF &room, const QModelIndex &index) const
{
    for (const CellPill &pill : cellPills(field(index), rawText(index), room, theme())) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(pill.fill);
        painter.drawRoundedRect(pill.rect, pill.rect.height() / 2, pill.rect.height() / 2);
        drawLine(painter, pill.rect.adjusted(8, 0, -7, 0), pill.text, themeFont(12, 500), pill.color);
    }
}

void TableDelegate::paintLinks(QPainter &painter, const QRectF &room, const QModelIndex &index) const
{
    for (const auto &[link, rect] : linkPlaces(links(index), room))
        drawLine(painter, rect, link.title, themeFont(12, 400), theme().text.link);
}

void TableDelegate::paintSpark(QPainter &painter, const QRectF &room, const QModelIndex &index) const
{
    const TableColumn &column = m_model->columns()[index.column()];
    const QString text = rawText(index);
    const Column values = sparklineValues(text);
    if (values.size() == 0)
        return drawLine(painter, room, oneLine(text), themeFont(12, 400), theme().text.primary), void();
    const DisplayValue last = sparklineValue(field(index), values, theme().brightness);
    const double height = std::min(room.height() - 11, 28.0);
    QRectF graph(room.left(), room.center().y() - height / 2, room.width(), height);
    if (!column.options.hideValue) {
        const double value = std::min(std::max(48.0, column.valuePx), room.width() * 0.6);
        drawDigits(painter, QRectF(room.left(), room.top(), value, room.height()), oneLine(last.joined(), 60), themeFont(12, 400),
                   theme().text.primary, Qt::AlignRight | Qt::AlignVCenter);
        graph.setLeft(graph.left() + value + 10);
    }
    paintSparkline(painter, sparklineRuns(values, {}, graph), graph, printedColor(last.color, theme()), 1.25, 0.2);
}

void TableDelegate::paintEye(QPainter &painter, const QRect &cell, const TableColumn &column) const
{
    const QRect eye = eyeRect(cell, column);
    roundedBox(painter, eye, theme().bg.raised, theme().border.medium, space::radiusControl);
    drawIcon(painter, QStringLiteral("eye"), theme().text.primary, QPointF(eye.left() + 3, eye.top() + 3), 14);
}
