// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/optionlist.h>

#include <QtCore/QSet>
#include <QtGui/QFontMetricsF>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

void OptionModel::setOptions(const QList<Option> &options)
{
    beginResetModel();
    m_options = options;
    refilter();
    endResetModel();
}

void OptionModel::setFilter(const QString &text)
{
    beginResetModel();
    m_filter = text;
    refilter();
    endResetModel();
}

void OptionModel::refilter()
{
    m_rows.clear();
    for (int i = 0; i < int(m_options.size()); ++i) {
        if (m_filter.isEmpty() || m_options[i].text.contains(m_filter, Qt::CaseInsensitive)
            || m_options[i].detail.contains(m_filter, Qt::CaseInsensitive))
            m_rows.append(i);
    }
}

void OptionModel::setChosen(const QStringList &values)
{
    m_chosenOrder = values;
    m_chosen = QSet<QString>(values.begin(), values.end());
    if (!m_rows.isEmpty())
        emit dataChanged(index(0), index(int(m_rows.size()) - 1), {ChosenRole});
}

void OptionModel::toggle(int row)
{
    const QString value = option(row).value;
    if (m_chosen.remove(value))
        m_chosenOrder.removeAll(value);
    else {
        m_chosen.insert(value);
        m_chosenOrder.append(value);
    }
    emit dataChanged(index(row), index(row), {ChosenRole});
}

QStringList OptionModel::chosen() const
{
    QStringList values;
    QSet<QString> left = m_chosen;
    for (const Option &option : m_options) {
        if (left.remove(option.value))
            values.append(option.value);
    }
    for (const QString &value : m_chosenOrder) {
        if (left.remove(value))
            values.append(value);
    }
    return values;
}

int OptionModel::rowOf(const QString &value) const
{
    for (int row = 0; row < int(m_rows.size()); ++row) {
        if (option(row).value == value)
            return row;
    }
    return -1;
}

QVariant OptionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_rows.size())
        return {};
    const Option &row = option(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return row.text;
    case Qt::AccessibleDescriptionRole:
    case DetailRole:
        return row.detail;
    case Qt::ToolTipRole:
        return row.text.size() > 30 ? plainToolTip(row.text) : QVariant();
    case ValueRole:
        return row.value;
    case IconRole:
        return row.icon;
    case ChosenRole:
        return m_chosen.contains(row.value);
    case IndentRole:
        return row.indent;
    default:
        return {};
    }
}

namespace {

class OptionDelegate : public QStyledItemDelegate
{
public:
    explicit OptionDelegate(OptionView *view, const OptionModel *model) : QStyledItemDelegate(view), m_view(view), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return QSize(80, m_view->rowHeight()); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = currentTheme(m_view);
        const QRectF r = option.rect;
        const bool chosen = index.data(OptionModel::ChosenRole).toBool();
        const bool boxes = m_view->mark() == OptionView::Mark::Boxes;
        const bool marks = m_view->mark() == OptionView::Mark::CheckRight || m_view->mark() == OptionView::Mark::CheckLeft;
        const bool current = index == m_view->currentIndex();
        if (chosen && marks)
            roundedBox(*painter, r, t.bg.selected, current ? t.border.medium : QColor(), space::radiusControl);
        else if (current || (option.state & QStyle::State_MouseOver))
            roundedBox(*painter, r, t.bg.hover, {}, space::radiusControl);
        QRectF text = r.adjusted(10, 0, -10, 0);
        if (boxes) {
            drawBox(*painter, t, QPointF(r.left() + 10, r.center().y() - 8), chosen);
            text.setLeft(r.left() + 36);
        } else if (m_view->mark() == OptionView::Mark::CheckLeft) {
            if (chosen)
                drawIcon(*painter, QStringLiteral("check"), t.accent.text, QPointF(r.left() + 10, r.center().y() - 7), 14);
            text.setLeft(r.left() + 34);
        } else if (marks && chosen) {
            drawIcon(*painter, QStringLiteral("check"), t.text.secondary, QPointF(r.right() - 24, r.center().y() - 7), 14);
            text.setRight(r.right() - 28);
        }
        text.setLeft(text.left() + index.data(OptionModel::IndentRole).toInt());
        const QString icon = index.data(OptionModel::IconRole).toString();
        if (!icon.isEmpty()) {
            drawIcon(*painter, icon, t.text.secondary, QPointF(text.left(), r.center().y() - 8), 16);
            text.setLeft(text.left() + 24);
        }
        const QString detail = index.data(OptionModel::DetailRole).toString();
        if (!detail.isEmpty()) {
            const QRectF place = text.adjusted(text.width() * 0.4, 0, 0, 0);
            const qreal width
                = drawLine(*painter, place, detail, themeFont(TextStyle::Caption), t.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
            text.setRight(text.right() - width - 12);
        }
        drawText(*painter, t, text, oneLine(index.data().toString()));
    }

private:
    static void drawBox(QPainter &painter, const Theme &t, const QPointF &at, bool on)
    {
        const QColor fill = on ? t.accent.main : t.bg.input;
        roundedBox(painter, QRectF(at, QSizeF(16, 16)), fill, on ? fill : t.border.strong, space::radiusControl);
        if (on)
            drawIcon(painter, QStringLiteral("check"), t.accent.on, at + QPointF(2, 2), 12);
    }

    // The part that the filter found stands out in the accent.
    void drawText(QPainter &painter, const Theme &t, const QRectF &rect, const QString &text) const
    {
        const QFont font = themeFont(TextStyle::Label);
        const qsizetype at = m_model->filter().isEmpty() ? -1 : text.indexOf(m_model->filter(), 0, Qt::CaseInsensitive);
        if (at < 0 || textWidth(font, text) > rect.width()) {
            drawLine(painter, rect, text, font, t.text.primary);
            return;
        }
        const QString parts[] = {text.left(at), text.mid(at, m_model->filter().size()), text.mid(at + m_model->filter().size())};
        qreal x = rect.left();
        for (int i = 0; i < 3; ++i) {
            const QFont own = i == 1 ? themeFont(12, 600) : font;
            const qreal width = textWidth(own, parts[i]);
            drawLine(painter, QRectF(x, rect.top(), width + 1, rect.height()), parts[i], own, i == 1 ? t.accent.text : t.text.primary);
            x += width;
        }
    }

    OptionView *m_view;
    const OptionModel *m_model;
};

} // namespace

OptionView::OptionView(OptionModel *model, Mark mark, QWidget *parent) : QListView(parent), m_mark(mark)
{
    setModel(model);
    setItemDelegate(new OptionDelegate(this, model));
    setFrameShape(QFrame::NoFrame);
    setUniformItemSizes(true);
    setMouseTracking(true);
    setEditTriggers(NoEditTriggers);
    setSelectionMode(NoSelection);
    setVerticalScrollMode(ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    viewport()->setAutoFillBackground(false);
    setFocusPolicy(Qt::TabFocus);
    connect(model, &QAbstractItemModel::modelReset, this, [this] { setCurrentIndex(this->model()->index(0, 0)); });
    connect(this, &QListView::clicked, this, &QListView::activated);
}

void OptionView::setRowHeight(int px)
{
    m_rowHeight = px;
    doItemsLayout();
}

int OptionView::widthForContents(int maximum) const
{
    const auto *options = static_cast<OptionModel *>(model());
    qreal widest = 0;
    const qsizetype measured = std::min<qsizetype>(options->options().size(), 400);
    for (qsizetype i = 0; i < measured; ++i) {
        const Option &option = options->options()[i];
        qreal width = textWidth(themeFont(TextStyle::Label), option.text) + option.indent + (option.icon.isEmpty() ? 0 : 24);
        if (!option.detail.isEmpty())
            width += 16 + textWidth(themeFont(TextStyle::Caption), option.detail);
        widest = std::max(widest, width);
    }
    const int mark = m_mark == Mark::Boxes ? 26 : m_mark == Mark::None ? 0 : 28;
    return std::min(int(widest) + 24 + mark + space::scrollBar, maximum);
}

void OptionView::takeKeysOf(QWidget *field)
{
    field->installEventFilter(this);
}

bool OptionView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        auto *key = static_cast<QKeyEvent *>(event);
        const bool moves
            = key->key() == Qt::Key_Up || key->key() == Qt::Key_Down || key->key() == Qt::Key_PageUp || key->key() == Qt::Key_PageDown;
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (moves || enter) {
            keyPressEvent(key);
            return true;
        }
    }
    return QListView::eventFilter(watched, event);
}

void OptionView::keyPressEvent(QKeyEvent *event)
{
    const bool enter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (enter && currentIndex().isValid())
        emit activated(currentIndex());
    else if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}
