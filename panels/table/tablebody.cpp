// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablebody.h>

#include <QtGui/QClipboard>
#include <QtGui/QGuiApplication>
#include <QtGui/QMouseEvent>
#include <QtWidgets/QApplication>
#include <QtWidgets/QHeaderView>
#include <panels/table/cellinspector.h>
#include <panels/table/tabledelegate.h>

TableBody::TableBody(TableModel *model, TableDelegate *delegate, QWidget *parent) : QTableView(parent), m_rows(model), m_delegate(delegate)
{
    setObjectName(QStringLiteral("table"));
    setAccessibleName(tr("Table"));
    setModel(model);
    setItemDelegate(delegate);
    setFrameShape(QFrame::NoFrame);
    setShowGrid(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setTabKeyNavigation(false);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setMouseTracking(true);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setMinimumSectionSize(8);
    verticalHeader()->hide();
    viewport()->setAutoFillBackground(false);
}

void TableBody::setOptions(const TableOptions &options)
{
    m_options = options;
    verticalHeader()->setVisible(options.showRowNumbers);
    verticalHeader()->setDefaultSectionSize(options.rowHeightPx());
}

bool TableBody::wraps() const
{
    return std::any_of(m_rows->columns().begin(), m_rows->columns().end(),
                       [](const TableColumn &column) { return column.options.wraps(); });
}

void TableBody::fitRows()
{
    const bool wrapped = wraps();
    for (int row = std::max(0, rowAt(0)); row < m_rows->rowCount() && rowViewportPosition(row) < viewport()->height(); ++row) {
        const int height = wrapped ? m_delegate->heightOf(row, m_options) : m_options.rowHeightPx();
        if (rowHeight(row) != height)
            setRowHeight(row, height);
    }
}

int TableBody::contentHeight(int enough) const
{
    if (!wraps())
        return int(std::min<qint64>(qint64(m_rows->rowCount()) * m_options.rowHeightPx(), 1 << 30));
    int height = 0;
    for (int row = 0; row < m_rows->rowCount() && height <= enough; ++row)
        height += m_delegate->heightOf(row, m_options);
    return height;
}

void TableBody::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0 && wraps())
        fitRows();
}

void TableBody::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    emit resized();
}

void TableBody::mouseMoveEvent(QMouseEvent *event)
{
    QTableView::mouseMoveEvent(event);
    const QPoint pos = event->position().toPoint();
    const QModelIndex under = indexAt(pos);
    const bool active = under.isValid() && !m_delegate->hit(under, visualRect(under), pos).isEmpty();
    viewport()->setCursor(active ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void TableBody::mouseReleaseEvent(QMouseEvent *event)
{
    QTableView::mouseReleaseEvent(event);
    const QPoint pos = event->position().toPoint();
    const QModelIndex under = indexAt(pos);
    const bool dragged = selectionModel()->selectedIndexes().size() > 1;
    if (event->button() != Qt::LeftButton || !under.isValid() || dragged)
        return;
    const CellHit hit = m_delegate->hit(under, visualRect(under), pos);
    if (hit.inspects)
        inspect(under);
    else
        openCellLinks(hit.links, this, event->globalPosition().toPoint(), [this](const QUrl &url) { emit linkActivated(url); });
}

void TableBody::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex at = currentIndex();
    if (event->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(m_rows->textOf(selectionModel()->selectedIndexes()));
    } else if (at.isValid() && event->key() == Qt::Key_Space && m_rows->columns()[at.column()].options.inspect) {
        inspect(at);
    } else if (at.isValid() && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)) {
        follow(at, viewport()->mapToGlobal(visualRect(at).bottomLeft()));
    } else if (at.isValid() && event->key() == Qt::Key_Down && event->modifiers() & Qt::AltModifier) {
        emit filterRequested(at.column());
    } else {
        QTableView::keyPressEvent(event);
    }
}

void TableBody::follow(const QModelIndex &index, const QPoint &global)
{
    if (m_rows->columns()[index.column()].hasLinks)
        openCellLinks(m_delegate->links(index), this, global, [this](const QUrl &url) { emit linkActivated(url); });
}

void TableBody::inspect(const QModelIndex &index)
{
    const TableColumn &column = m_rows->columns()[index.column()];
    const Column &values = m_rows->frame().fields[column.field].values;
    const bool text = values.type() == Column::Type::Text;
    const QString shown = text ? values.text(m_rows->frameRow(index.row())) : m_rows->display(index.row(), index.column()).joined();
    (new CellInspector(column.name, shown, this))->open();
}
