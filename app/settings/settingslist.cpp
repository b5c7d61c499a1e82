// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settingslist.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <QtWidgets/QStyledItemDelegate>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRowHeight = 56, kHeadingHeight = 36;

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = static_cast<const SettingsList *>(option.widget);
        return {option.rect.width(), list->entries().value(index.row()).isHeading ? kHeadingHeight : kRowHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const auto *list = static_cast<const SettingsList *>(option.widget);
        const SettingsList::Entry entry = list->entries().value(index.row());
        const Theme &theme = currentTheme(option.widget);
        const bool isSelected = option.state & QStyle::State_Selected;
        const bool isHovered = option.state & QStyle::State_MouseOver;
        const QRectF box = QRectF(option.rect).adjusted(space::unit, 2, -space::unit, -2);
        if (entry.isHeading) {
            const QRectF line = box.adjusted(8, 8, -8, 0);
            drawLine(*painter, line, oneLine(entry.title), themeFont(TextStyle::LabelStrong), theme.text.secondary);
            return;
        }
        if (isSelected || isHovered)
            roundedBox(*painter, box, isSelected ? theme.bg.selected : theme.bg.hover, {}, space::radiusControl);
        if (isSelected)
            painter->fillRect(snapped(*painter, {box.x(), box.y(), 2, box.height()}), theme.accent.main);
        if (isSelected && list->hasFocus())
            roundedBox(*painter, box, {}, theme.border.focus, space::radiusControl, 2);
        if (isHovered || isSelected)
            drawIcon(*painter, u"drag-handle"_s, theme.text.secondary, QPointF(box.x() + 6, box.center().y() - 8), space::iconSmall);
        qreal right = box.right() - 10;
        const QRectF first(box.x() + 28, box.y() + 6, right - box.x() - 28, 20);
        const QRectF second(first.x(), first.bottom(), first.width(), 18);
        if (entry.bad) {
            drawIcon(*painter, u"error"_s, theme.bad.text, QPointF(right - 16, first.center().y() - 8), space::iconSmall);
            right -= 24;
        }
        const qreal count = textWidth(themeFont(TextStyle::Caption), entry.count);
        drawLine(*painter, QRectF(right - count, first.y(), count, 20), entry.count, themeFont(TextStyle::Caption), theme.text.secondary);
        drawLine(*painter, QRectF(first.x(), first.y(), right - count - 8 - first.x(), 20), oneLine(entry.title),
                 themeFont(TextStyle::BodyStrong), theme.text.primary);
        drawLine(*painter, second, oneLine(entry.detail), themeFont(TextStyle::Label), theme.text.secondary);
    }
};

} // namespace

SettingsList::SettingsList(QWidget *parent) : QListWidget(parent), m_escape([this] { dropDrag(); })
{
    setFrameShape(QFrame::NoFrame);
    setItemDelegate(new Delegate(this));
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    connect(this, &QListWidget::currentRowChanged, this, [this](int row) {
        if (row >= 0 && !m_entries.value(row).isHeading)
            emit chosen(m_entries.value(row).id);
    });
}

void SettingsList::setEntries(const QList<Entry> &entries, const QString &current)
{
    const QSignalBlocker quiet(this);
    if (entries != m_entries) {
        m_entries = entries;
        while (count() > entries.size())
            delete takeItem(count() - 1);
        while (count() < entries.size())
            addItem(QString());
        for (int i = 0; i < count(); ++i) {
            const QString rest = u", "_s + entries[i].detail + u", "_s + entries[i].count;
            item(i)->setData(Qt::AccessibleTextRole, entries[i].isHeading ? entries[i].title : entries[i].title + rest);
            item(i)->setToolTip(plainToolTip(entries[i].title + u'\n' + entries[i].detail));
            item(i)->setFlags(entries[i].isHeading ? Qt::NoItemFlags : Qt::ItemIsSelectable | Qt::ItemIsEnabled);
        }
    }
    for (int i = 0; i < count(); ++i)
        if (entries[i].id == current)
            setCurrentRow(i);
    viewport()->update();
}

QString SettingsList::current() const
{
    return m_entries.value(currentRow()).id;
}

bool SettingsList::isOwnKey(const QKeyEvent &event) const
{
    if (event.modifiers() == Qt::AltModifier)
        return event.key() == Qt::Key_Up || event.key() == Qt::Key_Down;
    return event.key() == Qt::Key_Delete || (event.key() == Qt::Key_D && event.modifiers() == Qt::ControlModifier);
}

// The window's shortcuts of the same keys are about panels.
bool SettingsList::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && isOwnKey(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QListWidget::event(event);
}

void SettingsList::keyPressEvent(QKeyEvent *event)
{
    const int row = currentRow();
    if (row < 0 || !isOwnKey(*event))
        return QListWidget::keyPressEvent(event);
    const int to = row + (event->key() == Qt::Key_Up ? -1 : 1);
    if (event->key() == Qt::Key_Delete)
        emit removeRequested(current());
    else if (event->key() == Qt::Key_D)
        emit duplicateRequested(current());
    else if (to >= 0 && to < count())
        emit moveRequested(row, to);
}

int SettingsList::gapAt(const QPoint &at) const
{
    for (int i = 0; i < count(); ++i)
        if (at.y() < visualItemRect(item(i)).center().y())
            return i;
    return count();
}

void SettingsList::mousePressEvent(QMouseEvent *event)
{
    QListWidget::mousePressEvent(event);
    m_pressed = event->pos();
    m_dragged = event->button() == Qt::LeftButton && itemAt(event->pos()) ? row(itemAt(event->pos())) : -1;
    if (m_entries.value(m_dragged).isHeading)
        m_dragged = -1;
}

void SettingsList::mouseMoveEvent(QMouseEvent *event)
{
    const bool far = (event->pos() - m_pressed).manhattanLength() >= QApplication::startDragDistance();
    if (m_dragged < 0 || !(event->buttons() & Qt::LeftButton) || (m_gap < 0 && !far))
        return m_dragged < 0 ? QListWidget::mouseMoveEvent(event) : event->accept();
    m_gap = gapAt(event->pos());
    m_escape.begin();
    viewport()->setCursor(Qt::ClosedHandCursor);
    viewport()->update();
}

void SettingsList::dropDrag()
{
    m_dragged = m_gap = -1;
    m_escape.end();
    viewport()->unsetCursor();
    viewport()->update();
}

void SettingsList::mouseReleaseEvent(QMouseEvent *event)
{
    const int from = m_dragged;
    const int gap = m_gap;
    dropDrag();
    QListWidget::mouseReleaseEvent(event);
    const int to = gap > from ? gap - 1 : gap;
    if (from >= 0 && gap >= 0 && to != from)
        emit moveRequested(from, to);
}

void SettingsList::paintEvent(QPaintEvent *event)
{
    QListWidget::paintEvent(event);
    if (m_gap < 0 || count() == 0)
        return;
    QPainter painter(viewport());
    const QRect last = visualItemRect(item(count() - 1));
    const int y = m_gap < count() ? visualItemRect(item(m_gap)).top() : last.bottom() + 1;
    painter.fillRect(QRect(space::unit, std::max(0, y - 1), viewport()->width() - 2 * space::unit, 2), currentTheme(this).accent.main);
}
