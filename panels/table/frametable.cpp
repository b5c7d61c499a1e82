// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/frametable.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QScrollBar>
#include <QtWidgets/QTableView>
#include <panels/celllinks.h>
#include <panels/table/tabledelegate.h>
#include <panels/table/tablefooter.h>
#include <widgets/theme/style.h>

FrameTable::FrameTable(QWidget *parent)
    : QWidget(parent)
    , m_model(new TableModel(this))
    , m_view(new QTableView(this))
    , m_header(new TableHeader(m_model, m_view))
    , m_delegate(new TableDelegate(m_model, this))
    , m_footer(new TableFooter(m_view, this))
    , m_picker(new QComboBox(this))
    , m_empty(new QLabel(this))
{
    m_view->setObjectName(QStringLiteral("table"));
    m_picker->setObjectName(QStringLiteral("framePicker"));
    m_view->setHorizontalHeader(m_header);
    m_view->setModel(m_model);
    m_view->setItemDelegate(m_delegate);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setWordWrap(false);
    m_view->setCornerButtonEnabled(false);
    m_view->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_view->setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_view->setMouseTracking(true);
    m_view->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    m_view->verticalHeader()->setMinimumSectionSize(8);
    m_view->verticalHeader()->hide();
    m_view->viewport()->setAutoFillBackground(false);
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_empty->setTextFormat(Qt::PlainText);
    m_empty->setAlignment(Qt::AlignCenter);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    layout->addWidget(m_footer);
    layout->addWidget(m_picker);
    connect(m_header, &QHeaderView::sectionClicked, this, &FrameTable::sortClicked);
    connect(m_header, &QHeaderView::sectionResized, this, [this](int column, int, int width) {
        if (!m_placing && column < m_model->columns().size())
            m_dragged[m_model->columns()[column].name] = width;
        m_footer->update();
    });
    connect(m_view->horizontalScrollBar(), &QScrollBar::valueChanged, m_footer, qOverload<>(&QWidget::update));
    connect(m_model, &TableModel::sorted, m_header->viewport(), qOverload<>(&QWidget::update));
    connect(m_view, &QTableView::clicked, this, &FrameTable::cellClicked);
    connect(m_picker, &QComboBox::activated, this, [this](int index) {
        m_shown = index;
        m_sortByHand = false;
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
    m_view->verticalHeader()->setVisible(options.showRowNumbers);
    m_view->verticalHeader()->setDefaultSectionSize(options.rowHeightPx());
    showFrame();
}

void FrameTable::setFrames(const Frames &frames)
{
    const bool first = m_frames.isEmpty();
    m_frames = frames;
    if (first)
        m_shown = m_options.frameIndex;
    fillPicker();
    showFrame();
}

void FrameTable::setContext(const PanelContext &context)
{
    m_context = context;
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
    m_delegate->setTheme(theme);
    palette.setColor(QPalette::WindowText, theme.chart.noData);
    m_empty->setPalette(palette);
    m_empty->setFont(themeFont(13, 500));
}

void FrameTable::fillPicker()
{
    m_picker->setVisible(m_frames.size() > 1);
    m_picker->clear();
    for (qsizetype i = 0; i < std::min<qsizetype>(m_frames.size(), 2000); ++i) {
        const Frame &frame = m_frames[i];
        QString name = frame.name;
        if (name.isEmpty() && !frame.fields.isEmpty())
            name = frame.fields.last().state.displayName;
        m_picker->addItem((name.isEmpty() ? frame.refId : name).left(200));
    }
}

void FrameTable::showFrame()
{
    m_shown = m_frames.isEmpty() ? m_shown : std::clamp(m_shown, 0, int(m_frames.size()) - 1);
    const Frame frame = m_frames.value(m_shown);
    m_picker->setCurrentIndex(m_shown);
    m_header->setLook(*m_context.theme, m_options.showTypeIcons);
    m_model->setFrame(frame, tableColumns(frame, m_options, *m_context.theme, m_context.zone), *m_context.theme, m_context.zone);
    const bool empty = m_model->columnCount() == 0 || m_model->rowCount() == 0;
    m_view->setVisible(!empty);
    m_empty->setVisible(empty);
    m_empty->setText(m_frames.isEmpty() || frame.rowCount() == 0 ? tr("No data") : tr("All columns are hidden"));
    if (!m_sortByHand)
        applySortOption();
    applyWidths();
    updateFooter();
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

void FrameTable::applyWidths()
{
    QList<TableColumn> columns = m_model->columns();
    const int numbers = m_options.showRowNumbers ? m_view->verticalHeader()->sizeHint().width() : 0;
    const int head = m_options.showHeader ? m_header->sizeHint().height() : 0;
    const bool scrolls = qint64(m_model->rowCount()) * m_options.rowHeightPx()
        > height() - head - (m_footer->isHidden() ? 0 : 30) - (m_picker->isHidden() ? 0 : m_picker->sizeHint().height());
    shareWidths(columns, width() - numbers - (scrolls ? space::scrollBar : 0), m_dragged);
    m_placing = true;
    double edge = 0;
    for (int i = 0; i < columns.size(); ++i) { // edges are rounded, not widths: no gap at the right
        const int from = qRound(edge);
        edge += columns[i].widthPx;
        m_view->setColumnWidth(i, std::max(8, qRound(edge) - from));
    }
    m_placing = false;
}

void FrameTable::updateFooter()
{
    const QStringList texts = footerTexts(m_model->frame(), m_model->columns(), m_options, *m_context.theme);
    m_footer->setTexts(m_view->isHidden() ? QStringList() : texts, m_model->columns(), *m_context.theme);
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

void FrameTable::cellClicked(const QModelIndex &index)
{
    const TableColumn &column = m_model->columns()[index.column()];
    if (!column.hasLinks)
        return;
    const CellScope scope{&m_model->frame(), m_model->frameRow(index.row())};
    const auto links = cellLinks(m_model->frame().fields[column.field], m_model->display(index.row(), index.column()), m_context, scope);
    openCellLinks(links, this, QCursor::pos(), [this](const QUrl &url) { emit linkActivated(url); });
}

void FrameTable::copySelection() const
{
    QGuiApplication::clipboard()->setText(m_model->textOf(m_view->selectionModel()->selectedIndexes()));
}

void FrameTable::resizeEvent(QResizeEvent *)
{
    applyWidths();
}

bool FrameTable::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_view && event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        copySelection();
        return true;
    }
    if (watched == m_view->viewport() && event->type() == QEvent::MouseMove) {
        const QModelIndex under = m_view->indexAt(static_cast<QMouseEvent *>(event)->position().toPoint());
        const bool linked = under.isValid() && m_model->columns()[under.column()].hasLinks;
        m_view->viewport()->setCursor(linked ? Qt::PointingHandCursor : Qt::ArrowCursor);
    }
    return QWidget::eventFilter(watched, event);
}
