// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/frametable.h>

#include <QtGui/QGuiApplication>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QLabel>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QVBoxLayout>
#include <panels/nodata.h>
#include <panels/table/tablebody.h>
#include <panels/table/tabledelegate.h>
#include <panels/table/tablefilterpopup.h>
#include <panels/table/tablefooter.h>
#include <panels/table/tableheader.h>
#include <panels/table/tablepager.h>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

namespace {

constexpr int kFilterTexts = 2000; // that a filter lists

QLabel *messageLabel(QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText);
    label->setAlignment(Qt::AlignCenter);
    label->setFont(themeFont(13, 500));
    return label;
}

} // namespace

FrameTable::FrameTable(QWidget *parent)
    : QWidget(parent)
    , m_model(new TableModel(this))
    , m_delegate(new TableDelegate(m_model, this))
    , m_search(new SearchField(tr("Search rows"), this, ControlSize::Small))
    , m_view(new TableBody(m_model, m_delegate, this))
    , m_header(new TableHeader(m_model, m_view))
    , m_noMatch(messageLabel(m_view->viewport()))
    , m_empty(new NoDataView(this))
    , m_footer(new TableFooter(m_view, this))
    , m_pager(new TablePager(this))
    , m_picker(new QComboBox(this))
{
    m_search->setObjectName(QStringLiteral("tableSearch"));
    m_search->setAccessibleName(tr("Search rows"));
    m_picker->setObjectName(QStringLiteral("framePicker"));
    m_picker->setAccessibleName(tr("Result"));
    m_noMatch->setText(tr("No rows match"));
    m_noMatch->hide();
    m_search->hide();
    m_view->setHorizontalHeader(m_header);
    auto *search = new QHBoxLayout;
    search->setContentsMargins(12, 0, 12, 6);
    search->addWidget(m_search);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footer);
    layout->addWidget(m_pager);
    layout->addWidget(m_picker);
    connectParts();
}

void FrameTable::connectParts()
{
    connect(m_header, &QHeaderView::sectionClicked, this, &FrameTable::sortClicked);
    connect(m_header, &QHeaderView::sectionResized, m_footer, qOverload<>(&QWidget::update));
    connect(m_header, &TableHeader::widthDragged, this, &FrameTable::widthDragged);
    connect(m_header, &TableHeader::filterRequested, this, &FrameTable::openFilter);
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, m_footer, qOverload<>(&QWidget::update));
    connect(m_view, &TableBody::linkActivated, this, &FrameTable::linkActivated);
    connect(m_view, &TableBody::filterRequested, this, &FrameTable::openFilter);
    connect(m_view, &TableBody::resized, this, &FrameTable::fit);
    connect(m_model, &TableModel::sorted, this, [this] {
        m_header->viewport()->update();
        fit();
    });
    connect(m_pager, &TablePager::moved, this, &FrameTable::turnPages);
    connect(m_search, &QLineEdit::textChanged, this, [this](const QString &text) {
        TableFilter filter = m_model->filter();
        filter.search = text;
        setFilter(filter);
    });
    connect(m_picker, &QComboBox::activated, this, [this](int index) {
        m_shown = index;
        m_sortByHand = false;
        setFilter({m_model->filter().search, {}});
        showFrame();
    });
}

void FrameTable::setOptions(const TableOptions &options)
{
    if (options.frameIndex != m_options.frameIndex)
        m_shown = options.frameIndex;
    if (options.sortBy != m_options.sortBy)
        m_sortByHand = false;
    m_options = options;
    m_header->setVisible(options.showHeader);
    m_view->setOptions(options);
    if (!options.showSearch)
        m_search->clear();
    showFrame();
}

void FrameTable::setFrames(const Frames &frames)
{
    const bool first = m_frames.isEmpty();
    m_frames = frames;
    if (m_context.editable) // the widths are in the file by now, or were taken back
        m_dragged.clear();
    if (first)
        m_shown = m_options.frameIndex;
    fillPicker();
    showFrame();
}

void FrameTable::setContext(const PanelContext &context)
{
    m_context = context;
    m_delegate->setContext(context);
    m_header->setHasFilters(context.interactive);
    m_pager->setHasButtons(context.interactive);
    const Qt::ScrollBarPolicy bars = context.interactive ? Qt::ScrollBarAsNeeded : Qt::ScrollBarAlwaysOff;
    m_view->setVerticalScrollBarPolicy(bars);
    m_view->setHorizontalScrollBarPolicy(bars);
    applyTheme();
    showFrame();
}

void FrameTable::applyTheme()
{
    const Theme &theme = *m_context.theme;
    QPalette palette = themePalette(theme);
    palette.setColor(QPalette::Base, theme.bg.panel);
    m_view->setPalette(palette);
    m_view->viewport()->setAutoFillBackground(false);
    palette.setColor(QPalette::WindowText, theme.chart.noData);
    m_noMatch->setPalette(palette);
}

void FrameTable::fillPicker()
{
    m_picker->setVisible(m_frames.size() > 1);
    QStringList names;
    for (qsizetype i = 0; i < std::min<qsizetype>(m_frames.size(), 2000); ++i) {
        const Frame &frame = m_frames[i];
        QString name = frame.name;
        if (name.isEmpty() && !frame.fields.isEmpty())
            name = frame.fields.last().state.displayName;
        names.append((name.isEmpty() ? frame.refId : name).left(200));
    }
    if (names == m_pickerNames)
        return; // somebody may be choosing
    m_pickerNames = names;
    m_picker->clear();
    m_picker->addItems(names);
}

void FrameTable::showFrame()
{
    m_shown = m_frames.isEmpty() ? m_shown : std::clamp(m_shown, 0, int(m_frames.size()) - 1);
    const Frame frame = m_frames.value(m_shown);
    m_picker->setCurrentIndex(m_shown);
    m_header->setLook(*m_context.theme, m_options.showTypeIcons);
    const QModelIndex current = m_view->currentIndex();
    const QPoint cell(current.column(), current.row()); // as far as rows or columns are others
    m_model->setFrame(frame, tableColumns(frame, m_options, *m_context.theme, m_context.zone), *m_context.theme, m_context.zone);
    const bool empty = m_model->columnCount() == 0 || frame.rowCount() == 0;
    m_view->setVisible(!empty);
    m_search->setVisible(m_options.showSearch && !empty && m_context.interactive);
    m_empty->setVisible(empty);
    if (frame.rowCount() > 0)
        m_empty->setReason(*m_context.theme, tr("All columns are hidden"), tr("Nothing to show"));
    else
        m_empty->setReason(*m_context.theme, tr("The query returned no rows"));
    if (!m_sortByHand)
        applySortOption();
    updateFooter();
    fit();
    if (const QModelIndex again = m_model->index(cell.y(), cell.x()); again.isValid() && !m_view->currentIndex().isValid()) {
        m_view->setAutoScroll(false); // it is looked at where it was
        m_view->selectionModel()->setCurrentIndex(again, QItemSelectionModel::NoUpdate);
        m_view->setAutoScroll(true);
    }
    m_view->viewport()->update();
}

void FrameTable::applySortOption()
{
    QList<SortKey> keys;
    for (const Json &item : m_options.sortBy.items()) {
        const QString name = item[u"displayName"].toString();
        for (int i = 0; i < m_model->columns().size(); ++i) {
            if (m_model->columns()[i].name == name)
                keys.append({i, item[u"desc"].toBool()});
        }
    }
    if (keys != m_model->sortKeys())
        m_model->setSort(keys);
}

void FrameTable::fit()
{
    if (std::exchange(m_placing, true))
        return;
    const int head = m_options.showHeader ? m_header->sizeHint().height() : 0;
    const int rows = m_options.isPaged() ? std::max(1, (m_view->height() - head) / m_options.rowHeightPx()) : 0;
    m_model->setPage(rows > 0 ? m_model->pageFirst() / rows * rows : 0, rows);
    applyWidths();
    m_header->fitHeight();
    m_view->fitRows();
    m_noMatch->setGeometry(m_view->viewport()->rect());
    m_noMatch->setVisible(m_model->rowCount() == 0);
    m_pager->setVisible(!m_view->isHidden() && rows > 0);
    m_pager->setPlace(m_model->pageFirst(), m_model->rowCount(), m_model->matchCount());
    m_placing = false;
}

void FrameTable::applyWidths()
{
    QList<TableColumn> columns = m_model->columns();
    const int numbers = m_options.showRowNumbers ? m_view->verticalHeader()->sizeHint().width() : 0;
    const auto share = [&](int room) {
        shareWidths(columns, room - numbers, m_dragged);
        QList<int> widths;
        double edge = 0;
        for (const TableColumn &column : columns) { // edges are rounded, not widths: no gap at the right
            const int from = qRound(edge);
            edge += column.widthPx;
            widths.append(std::max(8, qRound(edge) - from));
        }
        m_delegate->setColumnWidths(widths);
        return widths;
    };
    QList<int> widths = share(m_view->width());
    const int room = m_view->height() - (m_options.showHeader ? m_header->sizeHint().height() : 0);
    if (m_view->contentHeight(room) > room)
        widths = share(m_view->width() - space::scrollBar);
    if (m_header->isResizing())
        return;
    m_header->setFitting(true);
    for (int i = 0; i < widths.size(); ++i)
        m_view->setColumnWidth(i, widths[i]);
    m_header->setFitting(false);
}

void FrameTable::turnPages(int pages)
{
    m_model->setPage(m_model->pageFirst() + pages * m_model->pageRows(), m_model->pageRows());
    m_view->scrollToTop();
    fit();
}

void FrameTable::updateFooter()
{
    const bool shown = !m_view->isHidden();
    const QList<QStringList> lines = footerLines(m_model->frame(), m_model->columns(), m_options, *m_context.theme);
    m_footer->setLines(shown ? lines : QList<QStringList>(), m_model->columns(), *m_context.theme);
}

void FrameTable::sortClicked(int column)
{
    QList<SortKey> keys = m_model->sortKeys();
    const auto at = std::find_if(keys.begin(), keys.end(), [column](const SortKey &key) { return key.column == column; });
    const bool more = QGuiApplication::keyboardModifiers() & (Qt::ShiftModifier | Qt::ControlModifier);
    std::optional<SortKey> next = SortKey{column, false}; // ascending, descending, not at all
    if (at != keys.end())
        next = at->descending ? std::nullopt : std::optional(SortKey{column, true});
    if (!more)
        keys.clear();
    else if (at != keys.end() && next)
        *at = *next;
    else if (at != keys.end())
        keys.erase(at);
    if (next && !keys.contains(*next))
        keys.append(*next);
    m_sortByHand = true;
    m_model->setSort(keys);
}

void FrameTable::openFilter(int column)
{
    const QRect funnel = m_header->filterRect(column);
    if (funnel.isEmpty())
        return;
    const QString name = m_model->columns()[column].name;
    auto *popup = new TableFilterPopup(m_model->filter().columns.value(name), m_model->distinctTexts(column, kFilterTexts), this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &TableFilterPopup::filterChanged, this, [this, name](const ColumnFilter &changed) {
        TableFilter filter = m_model->filter();
        if (changed.isEmpty())
            filter.columns.remove(name);
        else
            filter.columns.insert(name, changed);
        setFilter(filter);
    });
    popup->popupAt(m_header->viewport()->mapToGlobal(QPoint(funnel.left(), m_header->height())));
}

void FrameTable::setFilter(const TableFilter &filter)
{
    m_model->setFilter(filter);
    m_header->viewport()->update();
    fit();
}

void FrameTable::widthDragged(int column)
{
    if (column >= m_model->columns().size())
        return;
    const QString name = m_model->columns()[column].name;
    m_dragged[name] = m_view->columnWidth(column);
    emit columnResized(name, m_view->columnWidth(column));
    fit();
}
