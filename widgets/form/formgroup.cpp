// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/formgroup.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kHead = 36, kLeft = 12;
}

GroupHead::GroupHead(const QString &title, const QString &icon, QWidget *parent) : QAbstractButton(parent), m_icon(icon)
{
    setText(title);
    setAccessibleName(title);
    setCheckable(true);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRing", true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void GroupHead::setNote(const QString &note)
{
    if (m_note == note)
        return;
    m_note = note;
    setAccessibleDescription(note);
    update();
}

QSize GroupHead::sizeHint() const
{
    return QSize(200, kHead);
}

void GroupHead::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    if (underMouse())
        painter.fillRect(rect(), theme.bg.hover);
    drawIcon(painter, isChecked() ? u"chevron-down"_s : u"chevron-right"_s, theme.text.secondary, QPointF(kLeft, height() / 2.0 - 7), 14);
    drawIcon(painter, m_icon, theme.text.secondary, QPointF(kLeft + 22, height() / 2.0 - 8), 16);
    const double note = m_note.isEmpty() ? 0 : textWidth(themeFont(TextStyle::Caption), m_note) + 8;
    const double x = kLeft + 46;
    drawLine(painter, QRectF(x, 0, width() - x - 12 - note, height()), text(), themeFont(13, 600), theme.text.primary);
    if (!m_note.isEmpty())
        drawLine(painter, QRectF(width() - 12 - note, 0, note, height()), m_note, themeFont(TextStyle::Caption), theme.accent.text,
                 Qt::AlignRight | Qt::AlignVCenter);
}

void GroupHead::keyPressEvent(QKeyEvent *event)
{
    const bool opens = event->key() == Qt::Key_Right && !isChecked(), closes = event->key() == Qt::Key_Left && isChecked();
    if (opens || closes || event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter)
        return click();
    QAbstractButton::keyPressEvent(event);
}

FormGroup::FormGroup(const QString &id, const QString &title, const QString &icon, QWidget *parent)
    : QWidget(parent)
    , m_id(id)
    , m_title(title)
    , m_head(new GroupHead(title, icon, this))
    , m_body(new QWidget(this))
    , m_layout(new QVBoxLayout(m_body))
{
    setObjectName("group:"_L1 + id);
    m_head->setObjectName("groupHead:"_L1 + id);
    m_layout->setContentsMargins(0, 0, 0, 10);
    m_layout->setSpacing(0);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 1);
    layout->setSpacing(0);
    layout->addWidget(m_head);
    layout->addWidget(m_body);
    m_body->hide();
    connect(m_head, &QAbstractButton::clicked, this, [this](bool open) { emit openChanged(open); });
}

void FormGroup::addItem(FormItem *item)
{
    m_items.append(item);
    item->setParent(m_body);
    item->hide();
    m_layout->addWidget(item);
}

void FormGroup::setOpen(bool open)
{
    m_head->setChecked(open);
}

int FormGroup::changedCount() const
{
    int count = 0;
    for (const FormItem *item : m_items)
        count += item->isWanted() ? item->changedCount() : 0;
    return count;
}

bool FormGroup::update(const QString &search, bool changedOnly)
{
    const bool filtered = !search.isEmpty() || changedOnly;
    if (filtered && !m_filtered)
        m_head->setProperty("openBefore", isOpen());
    if (!filtered && m_filtered)
        m_head->setChecked(m_head->property("openBefore").toBool());
    if (filtered && !m_filtered)
        m_head->setChecked(true);
    m_filtered = filtered;
    bool any = false;
    for (FormItem *item : std::as_const(m_items)) {
        const bool found = search.isEmpty() || m_title.contains(search, Qt::CaseInsensitive) || item->matches(search);
        const bool show = item->isWanted() && found && (!changedOnly || item->changedCount() > 0);
        any |= show;
        if (show && isOpen())
            item->prepare();
        item->setVisible(show && isOpen());
    }
    const int changed = changedCount();
    m_head->setNote(changed > 0 ? tr("%1 changed").arg(changed) : QString());
    m_body->setVisible(any && isOpen());
    setVisible(any);
    return any;
}

void FormGroup::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    horizontalLine(painter, 0, width(), height() - 1, currentTheme(this).border.weak);
}
