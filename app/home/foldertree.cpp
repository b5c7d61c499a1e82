// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/home/foldertree.h>

#include <QtGui/QStandardItemModel>
#include <QtWidgets/QFileDialog>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QTreeView>
#include <QtWidgets/QVBoxLayout>
#include <app/home/dashboardcard.h>
#include <app/library.h>
#include <core/fuzzy.h>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/menu.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

class FolderTreeModel : public QStandardItemModel
{
public:
    enum Role { PathRole = Qt::UserRole + 1, FolderRole, CountRole, RootRole };
    using QStandardItemModel::QStandardItemModel;
};

namespace {

constexpr int kRowHeight = 28;

// Icon, name, and the count of a folder at the right.
class TreeDelegate : public QStyledItemDelegate
{
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return {100, kRowHeight}; }
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme(option.widget);
        const QRectF rect(option.rect);
        drawIcon(*painter, index.data(FolderTreeModel::FolderRole).toBool() ? u"folder"_s : u"dashboard"_s, theme.text.secondary,
                 {rect.left() + 4, rect.center().y() - 8}, space::iconSmall);
        const QString count = index.data(FolderTreeModel::CountRole).toString();
        const QFont small = themeFont(TextStyle::Caption);
        drawLine(*painter, rect.adjusted(0, 0, -10, 0), count, small, theme.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
        drawLine(*painter, rect.adjusted(28, 0, -16 - textWidth(small, count), 0), oneLine(index.data().toString()),
                 themeFont(TextStyle::Body), theme.text.primary);
    }
};

bool fits(const FolderNode &node, const QString &filter)
{
    if (filter.isEmpty() || (!node.isFolder && fuzzyMatch(filter, node.name)))
        return true;
    return std::any_of(node.children.begin(), node.children.end(), [&](const FolderNode &child) { return fits(child, filter); });
}

QStandardItem *itemOf(const FolderNode &node, const QString &filter)
{
    auto *item = new QStandardItem(node.name);
    item->setEditable(false);
    item->setData(node.path, FolderTreeModel::PathRole);
    item->setData(node.isFolder, FolderTreeModel::FolderRole);
    item->setToolTip(plainToolTip(node.path));
    if (node.isFolder)
        item->setData(node.dashboards, FolderTreeModel::CountRole);
    for (const FolderNode &child : node.children)
        if (fits(child, filter))
            item->appendRow(itemOf(child, filter));
    return item;
}

} // namespace

FolderTree::FolderTree(Library &library, QWidget *parent)
    : QWidget(parent)
    , m_library(library)
    , m_model(new FolderTreeModel(this))
    , m_view(new QTreeView(this))
{
    setFixedWidth(296);
    auto *add = new IconButton(u"add"_s, tr("Add a folder"), TextButton::Kind::Ghost, this);
    add->setObjectName(u"folderAdd"_s);
    connect(add, &IconButton::clicked, this, &FolderTree::chooseFolder);
    m_search = new SearchField(tr("Filter"), this);
    m_search->setObjectName(u"folderFilter"_s);
    m_search->setAccessibleName(tr("Filter the dashboards"));
    connect(m_search, &QLineEdit::textChanged, this, &FolderTree::fill);

    m_view->setObjectName(u"folderTree"_s);
    m_view->setAccessibleName(tr("Folders"));
    m_view->setModel(m_model);
    m_view->setItemDelegate(new TreeDelegate(m_view));
    m_view->setHeaderHidden(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setIndentation(18);
    m_view->setUniformRowHeights(true);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->viewport()->setAutoFillBackground(false);
    connect(m_view, &QTreeView::activated, this, [this](const QModelIndex &index) {
        if (!index.data(FolderTreeModel::FolderRole).toBool())
            emit openRequested(index.data(FolderTreeModel::PathRole).toString());
    });
    connect(m_view, &QTreeView::customContextMenuRequested, this, &FolderTree::openMenu);

    auto *empty = new EmptyState(EmptyState::Size::Small, this);
    empty->setIcon(u"folder"_s);
    empty->setTitle(tr("No folder yet"));
    empty->setText(tr("Add a folder and its dashboards are listed here."));
    connect(empty->addAction(tr("Add a folder…")), &TextButton::clicked, this, &FolderTree::chooseFolder);
    m_empty = empty;

    auto *head = new QHBoxLayout;
    head->addWidget(new PlainLabel(tr("Folders"), TextStyle::Title, PlainLabel::Tone::Primary, this), 1);
    head->addWidget(add);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(13, space::group, space::window, space::window);
    layout->setSpacing(space::unit);
    layout->addLayout(head);
    layout->addWidget(m_search);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_empty, 1);
    fill();
}

int FolderTree::dashboards() const
{
    int sum = 0;
    for (const FolderNode &root : m_roots)
        sum += root.dashboards;
    return sum;
}

void FolderTree::scan()
{
    m_work.start(
        this,
        [folders = m_library.folders()](const std::stop_token &stop) {
            std::vector<FolderNode> roots;
            for (const QString &folder : folders)
                roots.push_back(scanFolder(folder, stop));
            return roots;
        },
        [this](std::vector<FolderNode> roots) {
            if (m_roots != roots) {
                m_roots = std::move(roots);
                fill();
            }
            emit scanned();
        });
}

void FolderTree::fill()
{
    QSet<QString> open; // stays open
    for (QModelIndex index = m_model->index(0, 0); index.isValid(); index = m_view->indexBelow(index))
        if (m_view->isExpanded(index))
            open.insert(index.data(FolderTreeModel::PathRole).toString());
    const bool first = m_model->rowCount() == 0;
    m_model->clear();
    const QString filter = m_search->text().trimmed();
    for (const FolderNode &root : std::as_const(m_roots)) {
        if (!fits(root, filter))
            continue;
        QStandardItem *item = itemOf(root, filter);
        item->setText(shortPath(root.path));
        item->setData(true, FolderTreeModel::RootRole);
        m_model->appendRow(item);
    }
    if (!filter.isEmpty())
        m_view->expandAll();
    else if (first)
        m_view->expandToDepth(0);
    else
        for (QModelIndex index = m_model->index(0, 0); index.isValid(); index = m_view->indexBelow(index))
            m_view->setExpanded(index, open.contains(index.data(FolderTreeModel::PathRole).toString()));
    const bool none = m_library.folders().isEmpty();
    m_view->setVisible(!none);
    m_search->setVisible(!none);
    m_empty->setVisible(none);
}

void FolderTree::chooseFolder()
{
    auto *dialog = new QFileDialog(this, tr("Add a folder of dashboards"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString &path) { m_library.addFolder(path); });
    dialog->open();
}

void FolderTree::openMenu(const QPoint &at)
{
    const QModelIndex index = m_view->indexAt(at);
    if (!index.data(FolderTreeModel::RootRole).toBool())
        return;
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->add(u"menu.removeFolder"_s, u"close"_s, tr("Take off the list")), &QAction::triggered, this,
            [this, path = index.data(FolderTreeModel::PathRole).toString()] { m_library.removeFolder(path); });
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

void FolderTree::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect(), theme.bg.toolbar);
    verticalLine(painter, 0, 0, height(), theme.border.weak);
}
