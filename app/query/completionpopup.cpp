// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/completionpopup.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QScreen>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QStyledItemDelegate>
#include <app/query/peekview.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keycaps.h>
#include <widgets/controls/linktext.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = CompletionItem::Kind;

constexpr int kRow = 26, kMaxRows = 8, kMinRows = 4, kListWidth = 320, kMaxListWidth = 460, kSideWidth = 236;
constexpr qsizetype kMaxHelp = 260;

QString iconOf(const CompletionItem &item)
{
    switch (item.kind) {
    case Kind::Function:
    case Kind::Aggregation:
        return u"code"_s;
    case Kind::Keyword:
        return u"text"_s;
    case Kind::Label:
        return u"filter"_s;
    case Kind::Value:
        return u"check"_s;
    case Kind::Variable:
        return u"variable"_s;
    case Kind::Range:
        return u"clock"_s;
    case Kind::Metric:
        break;
    }
    return item.detail == u"counter"  ? u"timeseries"_s
        : item.detail == u"gauge"     ? u"gauge"_s
        : item.detail == u"histogram" ? u"histogram"_s
        : item.detail == u"summary"   ? u"barchart"_s
                                      : u"query"_s;
}

QColor colorOf(const Theme &t, const CompletionItem &item)
{
    switch (item.kind) {
    case Kind::Function:
        return t.syntax.function;
    case Kind::Aggregation:
    case Kind::Keyword:
        return t.syntax.keyword;
    case Kind::Label:
        return t.syntax.label;
    case Kind::Value:
        return t.syntax.string;
    case Kind::Variable:
        return t.syntax.variable;
    case Kind::Range:
        return t.syntax.number;
    case Kind::Metric:
        break;
    }
    return item.detail == u"counter" ? t.good.text : item.detail == u"gauge" ? t.info.text : t.warning.text;
}

QFont codeFont(bool strong)
{
    QFont code = themeFont(TextStyle::Code);
    code.setPixelSize(12);
    code.setWeight(strong ? QFont::Bold : QFont::Normal);
    return code;
}

// Icon, name with the typed letters strong, the kind at the right.
class CompletionDelegate : public QStyledItemDelegate
{
public:
    CompletionDelegate(QListView *view, const CompletionModel *model) : QStyledItemDelegate(view), m_view(view), m_model(model) { }

    QSize sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const override { return QSize(80, kRow); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Theme &t = currentTheme(m_view);
        const QRectF r = option.rect;
        const CompletionItem &item = m_model->items()[index.row()];
        if (index == m_view->currentIndex())
            roundedBox(*painter, r, t.bg.selected, {}, space::radiusControl);
        else if (option.state & QStyle::State_MouseOver)
            roundedBox(*painter, r, t.bg.hover, {}, space::radiusControl);
        drawIcon(*painter, iconOf(item), colorOf(t, item), QPointF(r.left() + 8, r.center().y() - 7), 14);
        QRectF text = r.adjusted(30, 0, -8, 0);
        const qreal detail = drawLine(*painter, text.adjusted(text.width() * 0.5, 0, 0, 0), item.detail, themeFont(TextStyle::Caption),
                                      t.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
        text.setRight(text.right() - detail - 12);
        drawName(*painter, t, text, item);
    }

private:
    // Fixed-width letters do not move when they become strong.
    void drawName(QPainter &painter, const Theme &t, const QRectF &rect, const CompletionItem &item) const
    {
        const QString shown = oneLine(item.text);
        const qreal cell = textWidth(codeFont(false), u"m"_s);
        const bool isPlain = textWidth(codeFont(false), shown) > rect.width()
            || std::abs(textWidth(codeFont(false), shown) - cell * qreal(shown.size())) > 2;
        if (isPlain || item.positions.isEmpty()) {
            drawLine(painter, rect, shown, codeFont(false), t.text.primary, Qt::AlignLeft | Qt::AlignVCenter, Qt::ElideMiddle);
            return;
        }
        for (qsizetype from = 0; from < shown.size();) {
            const bool strong = item.positions.contains(int(from));
            qsizetype to = from + 1;
            while (to < shown.size() && item.positions.contains(int(to)) == strong)
                ++to;
            const QRectF part(rect.left() + cell * qreal(from), rect.top(), cell * qreal(to - from) + 4, rect.height());
            drawLine(painter, part, shown.mid(from, to - from), codeFont(strong), strong ? t.accent.text : t.text.primary);
            from = to;
        }
    }

    QListView *m_view;
    const CompletionModel *m_model;
};

Tint tintOf(const CompletionItem &item)
{
    if (item.kind != Kind::Metric)
        return Tint::Neutral;
    return item.detail == u"counter" ? Tint::Good : item.detail == u"gauge" ? Tint::Info : Tint::Warning;
}

} // namespace

void CompletionModel::setItems(const QList<CompletionItem> &items)
{
    beginResetModel();
    m_items = items;
    endResetModel();
}

QVariant CompletionModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_items.size())
        return {};
    const CompletionItem &item = m_items[index.row()];
    if (role == Qt::DisplayRole || role == Qt::AccessibleTextRole)
        return item.text;
    return role == Qt::AccessibleDescriptionRole ? item.detail + u". "_s + item.help : QVariant();
}

CompletionPopup::CompletionPopup(QWidget *parent)
    : Popup(parent)
    , m_model(new CompletionModel(this))
    , m_list(new QListView(this))
    , m_side(new QWidget(this))
    , m_type(new Pill(Tint::Neutral, u"x"_s, {}, m_side))
    , m_series(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, m_side))
    , m_signature(new PlainLabel({}, TextStyle::Code, PlainLabel::Tone::Primary, m_side))
    , m_help(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, m_side))
    , m_peek(new PeekView(m_side))
{
    setWindowFlags(Qt::ToolTip | Qt::FramelessWindowHint | Qt::NoDropShadowWindowHint);
    setAttribute(Qt::WA_ShowWithoutActivating);
    setFocusPolicy(Qt::NoFocus);
    setObjectName(u"completion"_s);
    setAccessibleName(tr("Completion"));
    m_list->setObjectName(u"completion.list"_s);
    m_list->setAccessibleName(tr("Completion"));
    m_list->setModel(m_model);
    m_list->setItemDelegate(new CompletionDelegate(m_list, m_model));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setUniformItemSizes(true);
    m_list->setMouseTracking(true);
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setSelectionMode(QAbstractItemView::NoSelection);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->viewport()->setAutoFillBackground(false);
    layOut();
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CompletionPopup::showHelp);
    connect(m_list, &QListView::clicked, this, [this](const QModelIndex &index) { emit chosen(m_model->items()[index.row()]); });
}

// The list, what its current row is, and the keys.
void CompletionPopup::layOut()
{
    m_signature->setWrapped(true);
    m_help->setWrapped(true);
    m_help->setObjectName(u"completion.help"_s);
    m_series->setObjectName(u"completion.series"_s);

    auto *side = new QVBoxLayout(m_side);
    side->setContentsMargins(12, 8, 8, 8);
    side->setSpacing(6);
    auto *kind = new QHBoxLayout;
    kind->setSpacing(8);
    kind->addWidget(m_type);
    kind->addWidget(m_series, 1);
    side->addLayout(kind);
    side->addWidget(m_signature);
    side->addWidget(m_help);
    side->addStretch();
    side->addWidget(m_peek);
    m_side->setFixedWidth(kSideWidth);
    auto *row = new QHBoxLayout;
    row->setSpacing(4);
    row->addWidget(m_list, 1, Qt::AlignTop);
    row->addWidget(new Separator(Qt::Vertical, this));
    row->addWidget(m_side);
    contentLayout()->addLayout(row);
    contentLayout()->addWidget(new Separator(Qt::Horizontal, this));
    auto *foot = new KeyHints({{{u"↑"_s, u"↓"_s}, tr("choose")}, {{tr("Tab")}, tr("insert")}, {{tr("Esc")}, tr("close")}}, this);
    foot->setContentsMargins(8, 0, 0, 0);
    contentLayout()->addSpacing(4);
    contentLayout()->addWidget(foot);
}

void CompletionPopup::setItems(const QList<CompletionItem> &items, bool keepsCurrent)
{
    const QString before = keepsCurrent && current() ? current()->text : QString();
    m_model->setItems(items);
    const auto it = std::find_if(items.begin(), items.end(), [&](const CompletionItem &item) { return item.text == before; });
    m_list->setCurrentIndex(m_model->index(it == items.end() ? 0 : int(it - items.begin()), 0));
    showHelp();
    fit();
}

const CompletionItem *CompletionPopup::current() const
{
    const int row = m_list->currentIndex().row();
    return row >= 0 && row < m_model->items().size() ? &m_model->items()[row] : nullptr;
}

void CompletionPopup::showHelp()
{
    const CompletionItem *item = current();
    if (!item)
        return;
    m_type->setText(item->detail);
    m_type->adjustSize();
    m_type->setTint(tintOf(*item));
    m_signature->setText(item->signature.isEmpty() ? oneLine(item->text, 120) : item->signature);
    const bool isLong = item->help.size() > kMaxHelp;
    m_help->setText(isLong ? item->help.left(item->help.lastIndexOf(u' ', kMaxHelp)).left(kMaxHelp) + u'…' : item->help);
    m_help->setVisible(!item->help.isEmpty());
    m_peek->setVisible(item->kind == Kind::Metric);
    setPeek(nullptr);
    emit currentChanged();
    if (isVisible() && sideHeight() > m_list->height()) { // grows while open, never shrinks
        m_list->setFixedHeight(sideHeight());
        adjustSize();
    }
}

void CompletionPopup::setPeek(const MetricPeek *peek)
{
    const CompletionItem *item = current();
    const qsizetype series = peek ? peek->series : -1;
    m_series->setText(series < 0 ? QString() : series == 1 ? tr("1 series") : tr("%1 series").arg(QLocale().toString(series)));
    m_peek->setPeek(peek, item ? colorOf(currentTheme(this), *item) : QColor());
}

int CompletionPopup::sideHeight() const
{
    const QMargins margins = m_side->layout()->contentsMargins();
    const int width = kSideWidth - margins.left() - margins.right(), gap = m_side->layout()->spacing();
    const int help = m_help->text().isEmpty() ? 0 : gap + m_help->heightForWidth(width);
    const int peek = current() && current()->kind == Kind::Metric ? gap + m_peek->height() : 0;
    return margins.top() + m_type->sizeHint().height() + gap + m_signature->heightForWidth(width) + help + peek + margins.bottom();
}

// As wide as what is shown first needs; long names are cut in the middle.
int CompletionPopup::listWidth() const
{
    qreal widest = 0;
    for (const CompletionItem &item : m_model->items().first(std::min<qsizetype>(kMaxRows, m_model->items().size())))
        widest
            = std::max(widest, textWidth(codeFont(false), oneLine(item.text, 80)) + textWidth(themeFont(TextStyle::Caption), item.detail));
    return std::clamp(int(widest) + 64, kListWidth, kMaxListWidth);
}

void CompletionPopup::fit()
{
    const int rows = std::clamp(int(m_model->items().size()), kMinRows, kMaxRows);
    m_list->setFixedSize(listWidth(), std::max(rows * kRow, sideHeight()));
    adjustSize();
}

void CompletionPopup::showAt(const QRect &cursor)
{
    ensurePolished();
    fit();
    const QScreen *screen = parentWidget()->screen();
    const QRect free = screen ? screen->availableGeometry() : QRect(0, 0, 4096, 4096);
    const int x = std::clamp(cursor.left() - 38 - ringWidth(), free.left(), std::max(free.left(), free.right() + 1 - width()));
    int y = cursor.bottom() + 5 - ringWidth();
    if (y + height() > free.bottom() && cursor.top() - height() - 5 + ringWidth() >= free.top())
        y = cursor.top() - height() - 5 + ringWidth();
    move(x, y);
    show();
}

bool CompletionPopup::takesKey(const QKeyEvent *event) const
{
    if (!isVisible() || event->modifiers() & ~Qt::KeypadModifier)
        return false;
    switch (event->key()) {
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_PageUp:
    case Qt::Key_PageDown:
    case Qt::Key_Tab:
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Escape:
        return true;
    default:
        return false;
    }
}

void CompletionPopup::pressKey(const QKeyEvent *event)
{
    const int count = int(m_model->items().size()), row = m_list->currentIndex().row();
    const auto go = [&](int to) { m_list->setCurrentIndex(m_model->index(std::clamp(to, 0, count - 1), 0)); };
    switch (event->key()) {
    case Qt::Key_Up:
        return go(row > 0 ? row - 1 : count - 1);
    case Qt::Key_Down:
        return go(row + 1 < count ? row + 1 : 0);
    case Qt::Key_PageUp:
        return go(row - kMaxRows);
    case Qt::Key_PageDown:
        return go(row + kMaxRows);
    default:
        if (const CompletionItem *item = current())
            emit chosen(CompletionItem(*item));
    }
}
