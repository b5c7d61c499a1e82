// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tableheader.h>

#include <QtGui/QMouseEvent>
#include <panels/table/tablecells.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>

namespace {

constexpr int kPad = 12;
constexpr int kHeadHeight = 28;
constexpr int kTallest = 92;
constexpr int kIcon = 18; // of a type, a sort arrow, a funnel: with its gap

QFont headFont()
{
    return themeFont(12, 600);
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

TableHeader::TableHeader(const TableModel *model, QWidget *parent)
    : QHeaderView(Qt::Horizontal, parent)
    , m_model(model)
    , m_height(kHeadHeight)
{
    setObjectName(QStringLiteral("tableHead"));
    setAccessibleName(tr("Table head"));
    setSectionsClickable(true);
    setHighlightSections(false);
    setMinimumSectionSize(24);
    setTextElideMode(Qt::ElideRight);
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    connect(this, &QHeaderView::sectionResized, this,
            [this](int column) { m_resized = m_resized == -2 && !m_fitting ? column : m_resized; });
}

void TableHeader::setLook(const Theme &theme, bool typeIcons)
{
    m_theme = &theme;
    m_typeIcons = typeIcons;
    viewport()->update();
}

void TableHeader::fitHeight()
{
    int height = kHeadHeight;
    for (int i = 0; i < m_model->columns().size(); ++i) {
        if (m_model->columns()[i].options.wrapHeaderText) {
            const QRectF room = nameRect(QRect(0, 0, sectionSize(i), kHeadHeight), i);
            height = std::max(height, int(std::ceil(wrappedHeight(m_model->columns()[i].title, headFont(), room.width()))) + 12);
        }
    }
    height = std::min(height, kTallest);
    if (std::exchange(m_height, height) != height) {
        updateGeometry();
        emit geometriesChanged();
    }
}

QSize TableHeader::sizeHint() const
{
    return QSize(100, m_height);
}

void TableHeader::setHasFilters(bool has)
{
    m_hasFilters = has;
    viewport()->update();
}

bool TableHeader::isFilterable(int column) const
{
    return m_hasFilters && column >= 0 && column < m_model->columns().size() && m_model->columns()[column].options.filterable;
}

QRect TableHeader::filterRect(int column) const
{
    if (!isFilterable(column))
        return {};
    const int right = sectionViewportPosition(column) + sectionSize(column);
    return QRect(right - 24, (height() - 20) / 2, 20, 20);
}

int TableHeader::filterAt(const QPoint &pos) const
{
    const int column = logicalIndexAt(pos);
    return filterRect(column).contains(pos) ? column : -1;
}

// What type icon, sort arrow and funnel leave to the name.
QRectF TableHeader::nameRect(const QRect &section, int column) const
{
    const TableColumn &shown = m_model->columns()[column];
    const bool sorted
        = std::any_of(m_model->sortKeys().begin(), m_model->sortKeys().end(), [&](const SortKey &key) { return key.column == column; });
    QRectF rect = QRectF(section).adjusted(kPad, 0, isFilterable(column) ? -26 : -kPad, 0);
    if (m_typeIcons)
        rect.setLeft(rect.left() + kIcon);
    if (sorted && shown.alignment & Qt::AlignRight)
        rect.setLeft(rect.left() + kIcon - 2);
    else if (sorted)
        rect.setRight(rect.right() - kIcon + 2);
    return rect;
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

void TableHeader::paintSection(QPainter *painter, const QRect &rect, int column) const
{
    painter->fillRect(rect, m_theme->bg.toolbar);
    horizontalLine(*painter, rect.left(), rect.right() + 1, rect.bottom() + 1 - hairWidth(*painter), m_theme->border.medium);
    if (column >= m_model->columns().size())
        return;
    const TableColumn &shown = m_model->columns()[column];
    const double middle = QRectF(rect).center().y();
    if (m_typeIcons)
        drawIcon(*painter, typeIcon(m_model->frame().fields[shown.field]), m_theme->text.disabled, QPointF(rect.left() + kPad, middle - 7),
                 14);
    paintName(*painter, nameRect(rect, column), column);
    if (const QRect funnel = filterRect(column); !funnel.isEmpty()) {
        const bool filtered = m_model->filter().columns.contains(shown.name);
        const bool hovered = funnel.contains(viewport()->mapFromGlobal(QCursor::pos()));
        if (hovered)
            roundedBox(*painter, funnel, m_theme->bg.hover, {}, space::radiusControl);
        drawIcon(*painter, QStringLiteral("filter"),
                 filtered      ? m_theme->accent.text
                     : hovered ? m_theme->text.primary
                               : m_theme->text.disabled,
                 QPointF(funnel.left() + 4, middle - 6), 12);
    }
    if (hasFocus() && column == m_current)
        roundedBox(*painter, QRectF(rect).adjusted(2, 2, -2, -3), {}, m_theme->border.focus, space::radiusControl, 2);
}

void TableHeader::paintName(QPainter &painter, const QRectF &rect, int column) const
{
    const TableColumn &shown = m_model->columns()[column];
    const auto &keys = m_model->sortKeys();
    const auto key = std::find_if(keys.begin(), keys.end(), [&](const SortKey &each) { return each.column == column; });
    const bool sorted = key != keys.end();
    const QColor color = sorted ? m_theme->text.primary : m_theme->text.secondary;
    const bool right = shown.alignment & Qt::AlignRight;
    const double width = std::min(rect.width(), textWidth(headFont(), shown.title));
    const double left = right ? rect.right() - width : shown.alignment & Qt::AlignHCenter ? rect.center().x() - width / 2 : rect.left();
    if (shown.options.wrapHeaderText) {
        drawWrapped(painter, rect.adjusted(0, 4, 0, -4), shown.title, headFont(), color, shown.alignment | Qt::AlignVCenter);
    } else {
        drawLine(painter, QRectF(left, rect.top(), width + 1, rect.height()), shown.title, headFont(), color);
    }
    if (sorted)
        drawIcon(painter, key->descending ? QStringLiteral("chevron-down") : QStringLiteral("chevron-up"), m_theme->accent.text,
                 QPointF(right ? left - 16 : left + width + 4, rect.center().y() - 6), 12);
}

void TableHeader::mousePressEvent(QMouseEvent *event)
{
    m_pressedFilter = event->button() == Qt::LeftButton ? filterAt(event->position().toPoint()) : -1;
    m_resized = -2;
    if (m_pressedFilter < 0)
        QHeaderView::mousePressEvent(event);
}

void TableHeader::mouseReleaseEvent(QMouseEvent *event)
{
    const int resized = std::exchange(m_resized, -1);
    if (const int column = std::exchange(m_pressedFilter, -1); column >= 0) {
        if (filterAt(event->position().toPoint()) == column)
            emit filterRequested(column);
        return;
    }
    QHeaderView::mouseReleaseEvent(event);
    if (resized >= 0)
        emit widthDragged(resized);
}

void TableHeader::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        m_current = std::clamp(m_current + (event->key() == Qt::Key_Left ? -1 : 1), 0, std::max(0, count() - 1));
        viewport()->update();
        return;
    case Qt::Key_Space:
    case Qt::Key_Return:
        if (m_current < count())
            emit sectionClicked(m_current);
        return;
    case Qt::Key_F:
        if (!filterRect(m_current).isEmpty())
            emit filterRequested(m_current);
        return;
    default:
        event->ignore();
    }
}

void TableHeader::focusInEvent(QFocusEvent *event)
{
    QHeaderView::focusInEvent(event);
    viewport()->update();
}

void TableHeader::focusOutEvent(QFocusEvent *event)
{
    QHeaderView::focusOutEvent(event);
    viewport()->update();
}
