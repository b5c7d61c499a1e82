// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/explore/historymodel.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtGui/QTextLayout>
#include <QtWidgets/QToolTip>
#include <app/home/dashboardcard.h>
#include <widgets/controls/menu.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLines = 3;
constexpr int kMargin = 12; // px
constexpr int kCodeLine = 18;
constexpr int kFoot = 26;
constexpr int kTool = 24;

// The lines that a row shows, the last one elided.
QStringList codeLines(const QString &text, int width)
{
    const QFont font = themeFont(TextStyle::Code);
    QString shown = text.left(600);
    shown.replace(u'\t', u' ');
    QStringList lines;
    for (const QString &paragraph : shown.split(u'\n')) {
        QTextLayout layout(oneLine(paragraph, 600), font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(width);
            if (lines.size() == kMostLines) {
                lines.last() = QFontMetrics(font).elidedText(lines.last() + u'…' + u' ', Qt::ElideRight, width);
                return lines;
            }
            lines.append(layout.text().mid(line.textStart(), line.textLength()).trimmed());
        }
        layout.endLayout();
    }
    return lines;
}

} // namespace

class HistoryDelegate : public QStyledItemDelegate
{
public:
    explicit HistoryDelegate(HistoryView *view) : QStyledItemDelegate(view), m_view(view) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        const int width = m_view->viewport()->width() - 2 * kMargin;
        const qsizetype lines = codeLines(index.data().toString(), width).size();
        return QSize(width, int(lines) * kCodeLine + kFoot + 2 * space::unit);
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const PastQuery *query = m_view->m_model->query(index);
        if (!query)
            return;
        const Theme &theme = currentTheme(m_view);
        const QRect row = option.rect;
        if (option.state & QStyle::State_Selected)
            painter->fillRect(row, theme.bg.selected);
        else if (m_view->m_hot == index)
            painter->fillRect(row, theme.bg.hover);
        if ((option.state & QStyle::State_HasFocus) && m_view->hasFocus())
            painter->fillRect(QRect(row.left(), row.top(), 2, row.height()), theme.accent.main);
        horizontalLine(*painter, row.left(), row.right() + 1, row.bottom(), theme.border.weak);
        QRectF line(row.left() + kMargin, row.top() + space::unit, row.width() - 2 * kMargin, kCodeLine);
        for (const QString &text : codeLines(query->text(), int(line.width()))) {
            drawLine(*painter, line, text, themeFont(TextStyle::Code), theme.text.primary, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideNone);
            line.translate(0, kCodeLine);
        }
        paintFoot(*painter, *query, index);
    }

private:
    void paintFoot(QPainter &painter, const PastQuery &query, const QModelIndex &index) const
    {
        const Theme &theme = currentTheme(m_view);
        const QFont font = themeFont(TextStyle::Label);
        const QRect star = m_view->toolRect(index, HistoryView::Tool::Star);
        const QString age = agoText(query.ranMs, QDateTime::currentMSecsSinceEpoch());
        QRectF foot(kMargin, star.top(), star.left() - kMargin - space::half, kTool);
        foot.adjust(drawLine(painter, foot, age, font, theme.text.secondary) + space::unit, 0, 0, 0);
        drawLine(painter, foot, oneLine(query.sourceName, 80), font, theme.text.secondary);
        const auto tool = [&](HistoryView::Tool which, const QString &icon, const QColor &color) {
            const QRect box = m_view->toolRect(index, which);
            const bool hot = m_view->m_hot == index && m_view->m_hotTool == which;
            if (hot)
                roundedBox(painter, box, theme.bg.pressed, {}, space::radiusControl);
            drawIcon(painter, icon, hot ? theme.text.primary : color, QPointF(box.x() + 5, box.y() + 5), 14);
        };
        tool(HistoryView::Tool::Star, query.starred ? u"star-filled"_s : u"star"_s,
             query.starred ? theme.brand.star : theme.text.secondary);
        tool(HistoryView::Tool::Copy, u"copy"_s, theme.text.secondary);
        tool(HistoryView::Tool::Run, u"play"_s, theme.text.secondary);
    }

    HistoryView *m_view;
};

HistoryModel::HistoryModel(QueryHistory &history, QObject *parent) : QAbstractListModel(parent), m_history(history)
{
    connect(&history, &QueryHistory::changed, this, &HistoryModel::refilter);
    refilter();
}

void HistoryModel::setFilter(const QString &text)
{
    m_filter = text;
    refilter();
}

void HistoryModel::setStarredOnly(bool only)
{
    m_starredOnly = only;
    refilter();
}

void HistoryModel::refilter()
{
    beginResetModel();
    m_shown.clear();
    const QStringList words = m_filter.simplified().split(u' ', Qt::SkipEmptyParts);
    for (const PastQuery &query : m_history.entries()) {
        const QString text = query.text() + u' ' + query.sourceName;
        const bool matches
            = std::all_of(words.begin(), words.end(), [&](const QString &word) { return text.contains(word, Qt::CaseInsensitive); });
        if (matches && (query.starred || !m_starredOnly))
            m_shown.append(query);
    }
    endResetModel();
}

const PastQuery *HistoryModel::query(const QModelIndex &index) const
{
    return index.isValid() && index.row() < m_shown.size() ? &m_shown[index.row()] : nullptr;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    const PastQuery *past = query(index);
    if (!past)
        return {};
    if (role == Qt::DisplayRole)
        return past->text();
    if (role == Qt::AccessibleTextRole)
        return tr("%1, %2, %3").arg(past->text(), agoText(past->ranMs, QDateTime::currentMSecsSinceEpoch()), past->sourceName);
    if (role == Qt::ToolTipRole)
        return plainToolTip(past->text());
    return {};
}

HistoryView::HistoryView(HistoryModel *model, QWidget *parent) : QListView(parent), m_model(model)
{
    setObjectName(u"historyList"_s);
    setAccessibleName(tr("Queries that ran"));
    setModel(model);
    setItemDelegate(new HistoryDelegate(this));
    setFrameShape(QFrame::NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
}

QRect HistoryView::toolRect(const QModelIndex &index, Tool tool) const
{
    const QRect row = visualRect(index);
    const int fromRight = tool == Tool::Run ? 1 : tool == Tool::Copy ? 2 : 3;
    return QRect(row.right() - kMargin + 5 - fromRight * kTool, row.bottom() - kTool - 4, kTool, kTool);
}

std::optional<HistoryView::Tool> HistoryView::toolAt(const QModelIndex &index, const QPoint &at) const
{
    for (const Tool tool : {Tool::Star, Tool::Copy, Tool::Run})
        if (index.isValid() && toolRect(index, tool).contains(at))
            return tool;
    return {};
}

void HistoryView::use(Tool tool, const QModelIndex &index)
{
    if (const PastQuery *query = m_model->query(index))
        emit toolUsed(tool, PastQuery(*query)); // a copy: using it changes the list
}

void HistoryView::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    const std::optional<Tool> tool = toolAt(index, event->pos());
    if (event->button() == Qt::LeftButton && tool)
        return use(*tool, index);
    QListView::mousePressEvent(event);
}

void HistoryView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (const std::optional<Tool> tool = toolAt(index, event->pos()))
        return use(*tool, index);
    use(Tool::Run, index);
}

void HistoryView::mouseMoveEvent(QMouseEvent *event)
{
    m_hot = indexAt(event->pos());
    m_hotTool = toolAt(m_hot, event->pos());
    viewport()->update();
    QListView::mouseMoveEvent(event);
}

void HistoryView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex index = currentIndex();
    if (event->matches(QKeySequence::Copy))
        return use(Tool::Copy, index);
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        return use(Tool::Run, index);
    case Qt::Key_S:
        return use(Tool::Star, index);
    case Qt::Key_Delete:
        if (const PastQuery *query = m_model->query(index))
            emit removeRequested(PastQuery(*query));
        return;
    default:
        QListView::keyPressEvent(event);
    }
}

void HistoryView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index = event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    const PastQuery *found = m_model->query(index);
    if (!found)
        return;
    const PastQuery query = *found;
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto add = [&](Tool tool, const QString &id, const QString &icon, const QString &text, const QString &keys) {
        connect(menu->add(id, icon, text, keys), &QAction::triggered, this, [this, tool, query] { emit toolUsed(tool, query); });
    };
    add(Tool::Run, u"run"_s, u"play"_s, tr("Run"), u"Enter"_s);
    add(Tool::Copy, u"copy"_s, u"copy"_s, tr("Copy"), u"Ctrl+C"_s);
    add(Tool::Star, u"star"_s, u"star"_s, query.starred ? tr("Remove the star") : tr("Star"), u"S"_s);
    menu->addSeparator();
    connect(menu->addDanger(u"remove"_s, u"delete"_s, tr("Remove from the history"), u"Del"_s), &QAction::triggered, this,
            [this, query] { emit removeRequested(query); });
    menu->popup(event->reason() == QContextMenuEvent::Keyboard ? viewport()->mapToGlobal(visualRect(index).center()) : event->globalPos());
}

void HistoryView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // rows are as high as their text wraps
}

bool HistoryView::viewportEvent(QEvent *event)
{
    if (event->type() == QEvent::Leave) {
        m_hot = QModelIndex();
        viewport()->update();
    }
    return QListView::viewportEvent(event);
}
