// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/reportlist.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QStyledItemDelegate>
#include <panels/registry.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

class ReportList::Model : public QAbstractListModel
{
public:
    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : int(rows.size()); }

    QVariant data(const QModelIndex &index, int role) const override
    {
        const Row &row = rows[index.row()];
        if (role == Qt::AccessibleTextRole || role == Qt::DisplayRole)
            return oneLine(row.text + u", "_s + row.detail);
        return role == Qt::ToolTipRole ? QVariant(plainToolTip(row.text + u'\n' + row.detail)) : QVariant();
    }

    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return rows[index.row()].panel.isEmpty() ? Qt::ItemIsEnabled : Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    }

    void setRows(const QList<Row> &now)
    {
        if (now == rows)
            return;
        beginResetModel();
        rows = now;
        endResetModel();
    }

    QList<Row> rows;
};

namespace {

constexpr int kHeadHeight = 40;
constexpr int kLineHeight = 46;
constexpr int kIndent = space::group + space::iconSmall + space::unit;

class Delegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return {option.rect.width(), rowOf(option, index).isHead ? kHeadHeight : kLineHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const ReportList::Row row = rowOf(option, index);
        const Theme &theme = currentTheme(option.widget);
        const QRectF box = QRectF(option.rect).adjusted(space::unit, 1, -space::unit, -1);
        const bool isCurrent = option.widget->hasFocus() && option.state & QStyle::State_Selected;
        if (!row.panel.isEmpty() && option.state & QStyle::State_MouseOver)
            roundedBox(*painter, box, theme.bg.hover, {}, space::radiusControl);
        if (isCurrent)
            roundedBox(*painter, box, {}, theme.border.focus, space::radiusControl, 2);
        const QRectF inner = QRectF(option.rect).adjusted(space::group, 0, -space::group, 0);
        if (row.isHead)
            paintHead(*painter, inner, row, theme);
        else
            paintLine(*painter, inner.adjusted(kIndent - space::group, 0, 0, 0), row, theme);
    }

private:
    static ReportList::Row rowOf(const QStyleOptionViewItem &option, const QModelIndex &index)
    {
        return static_cast<const ReportList *>(option.widget)->rows().value(index.row());
    }

    static void paintHead(QPainter &painter, const QRectF &box, const ReportList::Row &row, const Theme &theme)
    {
        if (box.top() > 1)
            horizontalLine(painter, box.left(), box.right(), box.top(), theme.border.weak);
        drawIcon(painter, row.icon, theme.text.secondary, QPointF(box.left(), box.center().y() - 8), space::iconSmall);
        const QFont caption = themeFont(TextStyle::Caption);
        const qreal detail = std::min(textWidth(caption, row.detail), box.width() / 3);
        drawLine(painter, {box.right() - detail, box.top(), detail, box.height()}, row.detail, caption, theme.text.secondary);
        const qreal left = box.left() + space::iconSmall + space::unit;
        drawLine(painter, {left, box.top(), box.right() - detail - space::group - left, box.height()}, oneLine(row.text),
                 themeFont(TextStyle::Heading), theme.text.primary);
    }

    static void paintLine(QPainter &painter, const QRectF &box, const ReportList::Row &row, const Theme &theme)
    {
        drawLine(painter, {box.left(), box.top() + 4, box.width(), 20}, oneLine(row.text), themeFont(TextStyle::Body), theme.text.primary);
        // The end of a pointer says most.
        drawLine(painter, {box.left(), box.top() + 24, box.width(), 16}, oneLine(row.detail), themeFont(TextStyle::Caption),
                 theme.text.secondary, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
    }
};

// "sparkle: not known here …"; of an item of a list, which has no name, the rest alone.
QString namedWhy(const ReportLine &line)
{
    const QString name = line.pointer.section(u'/', -1);
    bool isIndex = false;
    name.toInt(&isIndex);
    if (!isIndex && !name.isEmpty())
        return QString(name).replace(u"~1"_s, u"/"_s).replace(u"~0"_s, u"~"_s).left(60) + u": "_s + line.why;
    return line.why.left(1).toUpper() + line.why.mid(1);
}

} // namespace

QList<ReportList::Row> reportRows(const FileReport &report, const Dashboard &dashboard, const PanelRegistry &registry)
{
    QHash<QString, QList<ReportList::Row>> byPanel;
    for (const ReportPlaceholder &each : report.placeholders)
        byPanel[each.pointer].append({false,
                                      each.why.isEmpty() ? ReportList::tr("Panels of type “%1” are not drawn yet; the data is shown as a "
                                                                          "table")
                                                               .arg(each.type.left(60))
                                                         : each.why,
                                      each.pointer,
                                      {},
                                      each.pointer});
    for (const ReportLine &each : report.ignored) {
        byPanel[each.panel].append({false, namedWhy(each), each.pointer, {}, each.panel});
    }
    QList<ReportList::Row> rows;
    const auto add = [&](const ReportList::Row &head) {
        const QList<ReportList::Row> lines = byPanel.value(head.panel);
        if (!lines.isEmpty())
            rows << head << lines;
    };
    add({true, ReportList::tr("The dashboard"), {}, u"dashboard"_s, {}});
    for (const PanelPtr &panel : dashboard.panels) {
        const PanelType *type = registry.find(panel->type);
        add({true, panel->title.isEmpty() ? ReportList::tr("Panel %1").arg(panel->id) : panel->title, oneLine(panel->type, 60),
             (type ? *type : registry.placeholder()).icon, panel->pointer});
    }
    return rows;
}

QString reportSummary(const FileReport &report)
{
    QStringList parts;
    if (const int missing = int(report.placeholders.size()))
        parts.append(missing == 1 ? ReportList::tr("1 of %1 panels is not drawn").arg(report.panels)
                                  : ReportList::tr("%1 of %2 panels are not drawn").arg(missing).arg(report.panels));
    if (const int ignored = int(report.ignored.size()))
        parts.append(ignored == 1 ? ReportList::tr("1 thing is not as its author meant it")
                                  : ReportList::tr("%1 things are not as their author meant them").arg(ignored));
    return parts.isEmpty() ? ReportList::tr("All of %1 panels is honoured").arg(report.panels) : parts.join(u", "_s);
}

ReportList::ReportList(QWidget *parent) : QListView(parent), m_model(new Model(this))
{
    setModel(m_model);
    setItemDelegate(new Delegate(this));
    setFrameShape(QFrame::NoFrame);
    setMouseTracking(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setAccessibleName(tr("What is not honoured"));
    connect(this, &QListView::clicked, this, &ReportList::choose);
}

const QList<ReportList::Row> &ReportList::rows() const
{
    return m_model->rows;
}

void ReportList::setReport(const FileReport &report, const Dashboard &dashboard, const PanelRegistry &registry)
{
    m_model->setRows(reportRows(report, dashboard, registry));
}

void ReportList::choose(const QModelIndex &index)
{
    if (const QString panel = rows().value(index.row()).panel; !panel.isEmpty())
        emit panelChosen(panel);
}

void ReportList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        choose(currentIndex());
    else
        QListView::keyPressEvent(event);
}

void ReportList::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}
