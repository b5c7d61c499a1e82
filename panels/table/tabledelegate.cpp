// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tabledelegate.h>

#include <widgets/theme/digits.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

using F = TableFieldOptions;

namespace {

constexpr int kPad = 12;
constexpr int kHeadHeight = 28;

void fillBox(QPainter &painter, const QRectF &rect, const QColor &from, const QColor &to)
{
    QLinearGradient gradient(rect.topLeft(), rect.topRight());
    gradient.setColorAt(0, from);
    gradient.setColorAt(1, to);
    painter.setPen(Qt::NoPen);
    painter.setBrush(from == to ? QBrush(from) : QBrush(gradient));
    painter.drawRoundedRect(rect, 2, 2);
}

QString typeIcon(const Field &field)
{
    switch (field.values.type()) {
    case Column::Type::Time:
        return QStringLiteral("clock");
    case Column::Type::Text:
        return QStringLiteral("text");
    case Column::Type::Bool:
        return QStringLiteral("check");
    case Column::Type::Number:
        break;
    }
    return QStringLiteral("unit");
}

} // namespace

TableDelegate::TableDelegate(const TableModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

CellLook TableDelegate::look(const QModelIndex &index) const
{
    const int row = index.row();
    const QList<TableColumn> &columns = m_model->columns();
    CellLook look
        = cellLook(columns[index.column()], m_model->display(row, index.column()), m_model->isNull(row, index.column()), *m_theme);
    if (look.fill.isValid())
        return look;
    for (int i = 0; i < columns.size(); ++i) { // a column may color its whole row
        if (!columns[i].options.applyToRow || m_model->isNull(row, i))
            continue;
        const CellLook other = cellLook(columns[i], m_model->display(row, i), false, *m_theme);
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
    const CellLook cellLook = look(index);
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    if (option.state & QStyle::State_Selected)
        painter->fillRect(cell, m_theme->bg.selected);
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(cell, m_theme->bg.hover);
    if (cellLook.fill.isValid())
        fillBox(*painter, cell.adjusted(1, 1, -1, -1.5), cellLook.fill, cellLook.fillTo);
    horizontalLine(*painter, cell.left(), cell.right(), cell.bottom() - hairWidth(*painter), m_theme->border.weak);
    QRectF text = cell.adjusted(kPad, 0, -kPad, 0);
    if (cellLook.gauge >= 0) {
        const double value = cellLook.text.isEmpty() ? 0 : std::min(column.valuePx, text.width() * 0.6) + 10;
        QRectF bar = text.adjusted(0, 0, -value, 0);
        const double height = std::min(12.0, cell.height() - 12);
        bar = QRectF(bar.left(), cell.center().y() - height / 2, bar.width(), height);
        paintGauge(*painter, bar, column, cellLook);
        text.setLeft(bar.right() + 6);
    }
    const QFont font
        = column.options.style() == F::Cell::JsonView ? themeFont(TextStyle::Code) : themeFont(12, cellLook.strong ? 500 : 400);
    const Qt::Alignment alignment = (cellLook.gauge >= 0 ? Qt::AlignRight : column.alignment) | Qt::AlignVCenter;
    if (column.numeric && DigitText(cellLook.text, font).width() <= text.width())
        drawDigits(*painter, text, cellLook.text, font, cellLook.textColor, alignment);
    else
        drawLine(*painter, text, cellLook.text, font, cellLook.textColor, alignment);
    painter->restore();
}

void TableDelegate::paintGauge(QPainter &painter, const QRectF &bar, const TableColumn &column, const CellLook &look) const
{
    const F::Mode mode = column.options.gaugeMode();
    painter.setPen(Qt::NoPen);
    if (mode == F::Mode::Lcd) {
        const int count = std::max(1, int((bar.width() + 2) / 7));
        const Field &field = m_model->frame().fields[column.field];
        const DisplayProcessor display(field, m_theme->brightness);
        const double low = field.config.min.value_or(field.state.rangeMin.value_or(0));
        const double high = field.config.max.value_or(field.state.rangeMax.value_or(100));
        for (int i = 0; i < count; ++i) {
            const double share = (i + 0.5) / count;
            const bool lit = double(i) / count < look.gauge;
            painter.setBrush(lit ? toQColor(display.number(low + (high - low) * share).color) : m_theme->bg.track);
            painter.drawRoundedRect(QRectF(bar.left() + i * 7, bar.top(), 5, bar.height()), 1, 1);
        }
        return;
    }
    painter.setBrush(m_theme->bg.track);
    painter.drawRoundedRect(bar, 3, 3);
    const QRectF filled(bar.left(), bar.top(), std::max(2.0, bar.width() * look.gauge), bar.height());
    const Rgba faint = mix(toRgba(m_theme->bg.panel), toRgba(look.gaugeColor), 0.38);
    QLinearGradient gradient(filled.topLeft(), filled.topRight());
    gradient.setColorAt(0, toQColor(faint));
    gradient.setColorAt(1, look.gaugeColor);
    painter.setBrush(mode == F::Mode::Gradient ? QBrush(gradient) : QBrush(look.gaugeColor));
    const double radius = std::min(3.0, filled.width() / 2);
    painter.drawRoundedRect(filled, radius, radius);
}

TableHeader::TableHeader(const TableModel *model, QWidget *parent) : QHeaderView(Qt::Horizontal, parent), m_model(model)
{
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setTextElideMode(Qt::ElideRight);
}

void TableHeader::setLook(const Theme &theme, bool typeIcons)
{
    m_theme = &theme;
    m_typeIcons = typeIcons;
    viewport()->update();
}

QSize TableHeader::sizeHint() const
{
    return QSize(100, kHeadHeight);
}

void TableHeader::paintEvent(QPaintEvent *event)
{
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), m_theme->bg.toolbar);
        horizontalLine(painter, 0, viewport()->width(), viewport()->height() - hairWidth(painter), m_theme->border.medium);
    }
    QHeaderView::paintEvent(event);
}

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int logicalIndex) const
{
    painter->fillRect(rect, m_theme->bg.toolbar);
    horizontalLine(*painter, rect.left(), rect.right() + 1, rect.bottom() + 1 - hairWidth(*painter), m_theme->border.medium);
    if (logicalIndex >= m_model->columns().size())
        return;
    const TableColumn &column = m_model->columns()[logicalIndex];
    const auto &keys = m_model->sortKeys();
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const SortKey &each) { return each.column == logicalIndex; });
    QRectF text = QRectF(rect).adjusted(kPad, 0, -kPad, 0);
    if (m_typeIcons) {
        drawIcon(*painter, typeIcon(m_model->frame().fields[column.field]), m_theme->text.disabled,
                 QPointF(text.left(), text.center().y() - 7), 14);
        text.setLeft(text.left() + 18);
    }
    const QFont font = themeFont(12, 600);
    const bool sorted = key != keys.end();
    const double room = text.width() - (sorted ? 16 : 0);
    const double width = std::min(room, textWidth(font, column.title));
    const bool right = column.alignment & Qt::AlignRight;
    const double left = right ? text.right() - width : column.alignment & Qt::AlignHCenter ? text.center().x() - width / 2 : text.left();
    drawLine(*painter, QRectF(left, text.top(), width + 1, text.height()), column.title, font,
             sorted ? m_theme->text.primary : m_theme->text.secondary);
    if (sorted)
        drawIcon(*painter, key->descending ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"), m_theme->accent.text,
                 QPointF(right ? left - 16 : left + width + 4, text.center().y() - 6), 12);
}
