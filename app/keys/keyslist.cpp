// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/keys/keyslist.h>

#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>
#include <app/actions.h>
#include <app/keys/keymap.h>
#include <app/keys/keyway.h>
#include <core/fuzzy.h>
#include <widgets/controls/keycaps.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kRow = 32, kHeading = 36;
constexpr int kBetweenWays = 6;

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {100, index.data(KeysList::IdRole).toString().isEmpty() ? kHeading : kRow};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme(option.widget);
        const QRectF box = QRectF(option.rect).adjusted(space::unit, 1, -space::unit, -1);
        const QString text = index.data(Qt::DisplayRole).toString();
        if (index.data(KeysList::IdRole).toString().isEmpty()) {
            drawLine(*painter, box.adjusted(2 * space::unit, 10, 0, 0), text, themeFont(TextStyle::LabelStrong), theme.text.secondary);
            return;
        }
        const bool isSelected = option.state & QStyle::State_Selected;
        if (isSelected || option.state & QStyle::State_MouseOver)
            roundedBox(*painter, box, isSelected ? theme.bg.selected : theme.bg.hover, {}, space::radiusControl);
        if (isSelected)
            painter->fillRect(snapped(*painter, {box.x(), box.y(), 2, box.height()}), theme.accent.main);
        if (isSelected && option.widget->hasFocus())
            roundedBox(*painter, box, {}, theme.border.focus, space::radiusControl, 2);
        const QStringList ways = index.data(KeysList::CapsRole).toStringList();
        qreal width = -kBetweenWays;
        for (const QString &way : ways)
            width += drawKeyCaps(nullptr, theme, {}, keyway::caps(way)) + kBetweenWays;
        qreal x = box.right() - space::unit - std::max(0.0, width);
        const qreal right = x - space::unit;
        for (const QString &way : ways)
            x = drawKeyCaps(painter, theme, QRectF(x, box.y(), 0, box.height()), keyway::caps(way)) + kBetweenWays;
        qreal left = box.x() + 2 * space::unit;
        if (index.data(KeysList::OwnRole).toBool())
            roundedBox(*painter, QRectF(box.x() + 6, box.center().y() - 3, 6, 6), theme.accent.main, {}, 3);
        drawLine(*painter, QRectF(left, box.y(), right - left, box.height()), text, themeFont(TextStyle::Body), theme.text.primary);
    }
};

} // namespace

KeysList::KeysList(const Actions &actions, QWidget *parent) : QListWidget(parent), m_actions(actions)
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setItemDelegate(new Delegate(this));
    connect(this, &QListWidget::currentItemChanged, this, [this] { emit chosen(current()); });
    refresh();
}

QString KeysList::current() const
{
    return currentItem() ? currentItem()->data(IdRole).toString() : QString();
}

void KeysList::setFilter(const QString &words)
{
    m_filter = words.trimmed();
    refresh();
}

void KeysList::refresh()
{
    const QString before = current();
    {
        const QSignalBlocker quiet(this);
        clear();
        QString group;
        for (const Action &action : m_actions.all()) {
            const QStringList ways = m_actions.ways(action.id);
            QStringList spoken;
            for (const QString &way : ways)
                spoken.append(keyway::text(way));
            const bool isKeys = spoken.contains(m_filter, Qt::CaseInsensitive);
            if (!isKeys && !fuzzyMatch(m_filter, action.text))
                continue;
            if (action.group != group) {
                group = action.group;
                (new QListWidgetItem(group, this))->setFlags(Qt::NoItemFlags);
            }
            auto *item = new QListWidgetItem(action.text, this);
            item->setData(IdRole, action.id);
            item->setData(CapsRole, ways);
            item->setData(OwnRole, m_actions.keyMap().isOwn(action.id));
            item->setData(Qt::AccessibleTextRole, QStringList{action.text, spoken.join(u", "_s)}.join(u' '));
            if (action.id == before)
                setCurrentItem(item);
        }
        if (!currentItem() && count() > 1)
            setCurrentRow(1);
    }
    scrollToItem(currentItem());
    emit chosen(current());
}
