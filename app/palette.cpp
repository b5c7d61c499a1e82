// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/palette.h>

#include <QtCore/QAbstractListModel>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListView>
#include <QtWidgets/QStyledItemDelegate>
#include <QtWidgets/QVBoxLayout>
#include <core/fuzzy.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keycaps.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBoxWidth = 720, kBoxHeight = 560, kBoxTop = 120;
constexpr int kFieldHeight = 56, kRowHeight = 36, kHeadHeight = 34;
constexpr qsizetype kMostOfGroup = 8; // while something is typed
constexpr int kPad = 16;

} // namespace

// Items that fit the text, group by group; a row without an item is a heading.
class PaletteModel : public QAbstractListModel
{
public:
    struct Row {
        qsizetype item = -1;
        QString heading;
        QList<int> marks; // matched characters of the text
    };

    using QAbstractListModel::QAbstractListModel;

    void append(const QList<PaletteItem> &items)
    {
        m_items += items;
        narrow(m_filter);
    }

    void narrow(const QString &filter)
    {
        beginResetModel();
        m_filter = filter;
        m_commandsOnly = filter.startsWith(u'>');
        m_words = m_commandsOnly ? filter.mid(1).trimmed() : filter;
        m_rows.clear();
        QStringList groups;
        for (const PaletteItem &item : std::as_const(m_items))
            if (!groups.contains(item.group))
                groups.append(item.group);
        for (const QString &group : std::as_const(groups))
            addGroup(group);
        endResetModel();
    }

    const Row &row(int index) const { return m_rows[index]; }
    const PaletteItem *item(int index) const
    {
        return index >= 0 && index < m_rows.size() && m_rows[index].item >= 0 ? &m_items[m_rows[index].item] : nullptr;
    }

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override
    {
        const PaletteItem *found = item(index.row());
        if (role == Qt::DisplayRole)
            return found ? found->text : m_rows[index.row()].heading;
        if (role == Qt::AccessibleDescriptionRole && found)
            return QStringList{found->group, found->detail, found->keys}.join(u' ');
        return {};
    }
    Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        return item(index.row()) ? Qt::ItemIsEnabled | Qt::ItemIsSelectable : Qt::NoItemFlags;
    }

private:
    void addGroup(const QString &group)
    {
        struct Hit {
            qsizetype item;
            FuzzyMatch match;
        };
        QList<Hit> hits;
        for (qsizetype i = 0; i < m_items.size(); ++i)
            if (m_items[i].group == group && (m_items[i].isCommand || !m_commandsOnly))
                if (auto match = fuzzyMatch(m_words, m_items[i].text))
                    hits.append({i, *match});
        if (hits.isEmpty())
            return;
        std::stable_sort(hits.begin(), hits.end(), [](const Hit &a, const Hit &b) { return a.match.score > b.match.score; });
        m_rows.append({-1, group, {}});
        const qsizetype most = m_words.isEmpty() ? hits.size() : std::min(hits.size(), kMostOfGroup);
        for (qsizetype i = 0; i < most; ++i)
            m_rows.append({hits[i].item, {}, hits[i].match.positions});
    }

    QList<PaletteItem> m_items;
    QList<Row> m_rows;
    QString m_filter;
    QString m_words; // of it
    bool m_commandsOnly = false;
};

namespace {

class PaletteDelegate : public QStyledItemDelegate
{
public:
    PaletteDelegate(PaletteModel *model, QObject *parent) : QStyledItemDelegate(parent), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &index) const override
    {
        return {100, m_model->item(index.row()) ? kRowHeight : kHeadHeight};
    }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &theme = currentTheme(option.widget);
        const QRectF rect = QRectF(option.rect).adjusted(6, 0, -6, 0);
        const PaletteItem *item = m_model->item(index.row());
        if (!item) {
            drawLine(*painter, rect.adjusted(kPad - 6, 10, -kPad, 0), m_model->row(index.row()).heading, themeFont(TextStyle::LabelStrong),
                     theme.text.secondary);
            return;
        }
        if (option.state & QStyle::State_Selected) {
            roundedBox(*painter, rect, theme.bg.selected, {}, space::radiusControl);
            painter->fillRect(QRectF(rect.left(), rect.top() + 4, 2, rect.height() - 8), theme.accent.main);
        }
        drawIcon(*painter, item->icon, theme.text.secondary, {rect.left() + 14, rect.center().y() - 8}, space::iconSmall);
        const qreal right = rect.right() - kPad + 6 - keysWidth(*item);
        if (!item->keys.isEmpty())
            drawLine(*painter, QRectF(right, rect.top(), keysWidth(*item), rect.height()), item->keys, themeFont(TextStyle::Caption),
                     theme.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
        qreal x = drawMarked(*painter, QRectF(rect.left() + 44, rect.top(), right - rect.left() - 56, rect.height()), *item,
                             m_model->row(index.row()).marks, theme);
        x += 12;
        if (x < right - 20)
            drawLine(*painter, QRectF(x, rect.top(), right - 12 - x, rect.height()), oneLine(item->detail), themeFont(TextStyle::Label),
                     theme.text.secondary);
    }

private:
    static qreal keysWidth(const PaletteItem &item)
    {
        return item.keys.isEmpty() ? 0 : textWidth(themeFont(TextStyle::Caption), item.keys);
    }

    // The text with the matched characters in the accent; answers where it ends.
    static qreal drawMarked(QPainter &painter, const QRectF &rect, const PaletteItem &item, const QList<int> &marks, const Theme &theme)
    {
        const QFont plain = themeFont(item.code ? TextStyle::Code : TextStyle::Body);
        QFont strong = plain;
        strong.setWeight(QFont::DemiBold);
        const QString text = oneLine(item.text, 200);
        qreal x = rect.left();
        for (qsizetype at = 0; at < text.size() && x < rect.right();) {
            const bool marked = marks.contains(int(at));
            qsizetype end = at + 1;
            while (end < text.size() && marks.contains(int(end)) == marked)
                ++end;
            x += drawLine(painter, QRectF(x, rect.top(), rect.right() - x, rect.height()), text.mid(at, end - at), marked ? strong : plain,
                          marked ? theme.accent.text : theme.text.primary);
            at = end;
        }
        return x;
    }

    PaletteModel *m_model;
};

} // namespace

Palette::Palette(const QList<PaletteItem> &items, QWidget *window) : Sheet(window, {kBoxWidth, kBoxHeight}), m_model(new PaletteModel(this))
{
    setObjectName(u"palette"_s);
    setTop(std::min(kBoxTop, window->window()->height() / 8));
    auto *field = new LineEdit(this, ControlSize::Large);
    m_field = field;
    field->setLeadingIcon(u"search"_s);
    field->setObjectName(u"paletteField"_s);
    field->setAccessibleName(tr("Search for anything"));
    field->setPlaceholderText(tr("Search panels, dashboards and commands"));
    field->installEventFilter(this);
    m_list = new QListView(this);
    m_list->setObjectName(u"paletteList"_s);
    m_list->setAccessibleName(tr("Found"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setMouseTracking(true);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setModel(m_model);
    m_list->setItemDelegate(new PaletteDelegate(m_model, m_list));
    m_list->viewport()->setAutoFillBackground(false);
    m_nothing = new PlainLabel(tr("Nothing is called so"), TextStyle::Body, PlainLabel::Tone::Secondary, this);
    m_nothing->setObjectName(u"paletteNothing"_s);
    m_nothing->setContentsMargins(kPad, 0, kPad, 0);
    m_nothing->hide();

    auto *top = new QVBoxLayout;
    top->setContentsMargins(kPad - 4, 12, kPad - 4, 12);
    top->addWidget(field);
    auto *foot = new QVBoxLayout;
    foot->setContentsMargins(kPad, 8, kPad, 8);
    foot->addWidget(new KeyHints({{{u"↑"_s, u"↓"_s}, tr("choose")}, {{u"Enter"_s}, tr("open")}, {{u"Esc"_s}, tr("close")}}, this));
    contentLayout()->addLayout(top);
    contentLayout()->addWidget(m_nothing);
    contentLayout()->addWidget(m_list, 1);
    contentLayout()->addLayout(foot);

    connect(field, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_model->narrow(text.trimmed());
        moveBy(0);
    });
    connect(m_list, &QListView::clicked, this, &Palette::choose);
    connect(m_list, &QListView::entered, m_list, &QListView::setCurrentIndex);
    appendItems(items);
    field->setFocus();
}

void Palette::appendItems(const QList<PaletteItem> &items)
{
    m_model->append(items);
    moveBy(0);
}

// To the next row that is no heading; 0 = the first one.
void Palette::moveBy(int rows)
{
    const int count = m_model->rowCount();
    m_nothing->setVisible(count == 0);
    int row = rows == 0 ? 0 : m_list->currentIndex().row() + rows;
    const int step = rows < 0 ? -1 : 1;
    while (row >= 0 && row < count && !m_model->item(row))
        row += step;
    if (row >= 0 && row < count) {
        m_list->setCurrentIndex(m_model->index(row));
        m_list->scrollTo(m_model->index(row == 1 ? 0 : row));
    }
}

void Palette::choose()
{
    const PaletteItem *item = m_model->item(m_list->currentIndex().row());
    if (!item)
        return;
    const auto run = item->run;
    close();
    if (run)
        run();
}

bool Palette::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_field && event->type() == QEvent::KeyPress) {
        switch (static_cast<QKeyEvent *>(event)->key()) {
        case Qt::Key_Down:
            moveBy(1);
            return true;
        case Qt::Key_Up:
            moveBy(-1);
            return true;
        case Qt::Key_PageDown:
            moveBy(8);
            return true;
        case Qt::Key_PageUp:
            moveBy(-8);
            return true;
        case Qt::Key_Return:
        case Qt::Key_Enter:
            choose();
            return true;
        default:
            break;
        }
    }
    return Sheet::eventFilter(watched, event);
}
