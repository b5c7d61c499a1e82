// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/choosebutton.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <widgets/controls/multiselectpopup.h>
#include <widgets/controls/pill.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kArrow = 26, kCross = 18, kMore = 30;
}

ChooseButton::ChooseButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &ChooseButton::openList);
}

void ChooseButton::setOptions(const QList<Option> &options)
{
    m_options = options;
    showValues();
}

void ChooseButton::setIconName(const QString &name)
{
    m_icon = name;
    update();
}

void ChooseButton::setCurrent(const QString &value)
{
    m_values = value.isEmpty() && textOf(value).isEmpty() ? QStringList() : QStringList{value};
    showValues();
}

void ChooseButton::setSeveral(const QStringList &values)
{
    m_values = values;
    showValues();
}

QString ChooseButton::textOf(const QString &value) const
{
    for (const Option &option : m_options)
        if (option.value == value)
            return option.text;
    return value;
}

void ChooseButton::showValues()
{
    QStringList texts;
    for (const QString &value : std::as_const(m_values))
        texts.append(textOf(value));
    setText(texts.join(QStringLiteral(", ")));
    setAccessibleDescription(text());
    setToolTip(plainToolTip(text()));
    update();
}

QSize ChooseButton::sizeHint() const
{
    return QSize(120, space::controlSmall);
}

QSize ChooseButton::minimumSizeHint() const
{
    return QSize(60, space::controlSmall);
}

void ChooseButton::setOpen(bool open)
{
    m_open = open;
    update();
}

void ChooseButton::openList()
{
    setOpen(true);
    m_multiple ? openSeveral() : openOne();
}

void ChooseButton::openOne()
{
    auto *popup = new OptionPopup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setMinimumListWidth(width() - 16);
    popup->setCustom(m_custom);
    popup->setClear(m_clear);
    popup->setOptions(m_options, current());
    connect(popup, &OptionPopup::chosen, this, [this](const QString &value) {
        setCurrent(value);
        emit chosen(value);
    });
    connect(popup, &Popup::closed, this, [this] { setOpen(false); });
    popup->popupUnder(this);
}

void ChooseButton::openSeveral()
{
    auto *popup = new MultiSelectPopup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setNoneAllowed(true);
    popup->setOptions(m_options, false);
    popup->setChosen(m_values);
    connect(popup, &MultiSelectPopup::committed, this, &ChooseButton::take);
    connect(popup, &Popup::closed, this, [this] { setOpen(false); });
    popup->popupUnder(this);
}

void ChooseButton::take(const QStringList &values)
{
    QStringList next = m_values;
    next.removeIf([&](const QString &value) { return !values.contains(value); });
    for (const QString &value : values)
        if (!next.contains(value))
            next.append(value);
    setSeveral(next);
    emit severalChosen(next);
}

bool ChooseButton::takesLast(const QKeyEvent &event) const
{
    return m_multiple && !m_values.isEmpty() && (event.key() == Qt::Key_Backspace || event.key() == Qt::Key_Delete);
}

// The window's shortcut of the same key is about panels.
bool ChooseButton::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && takesLast(*static_cast<QKeyEvent *>(event)))
        event->accept();
    return QAbstractButton::event(event);
}

void ChooseButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        return openList();
    if (takesLast(*event))
        return take(m_values.mid(0, m_values.size() - 1));
    QAbstractButton::keyPressEvent(event);
}

void ChooseButton::mousePressEvent(QMouseEvent *event)
{
    const QList<PlacedChip> placed = m_multiple ? chips() : QList<PlacedChip>();
    for (qsizetype i = 0; i < placed.size(); ++i) {
        if (!placed[i].closable || !placed[i].rect.contains(event->position()) || event->position().x() < placed[i].rect.right() - kCross)
            continue;
        QStringList rest = m_values;
        rest.removeAt(i);
        return take(rest);
    }
    QAbstractButton::mousePressEvent(event);
}

QList<ChooseButton::PlacedChip> ChooseButton::chips() const
{
    QList<PlacedChip> placed;
    const qreal end = width() - kArrow;
    qreal x = 5;
    for (qsizetype i = 0; i < m_values.size(); ++i) {
        const bool last = i + 1 == m_values.size();
        const QString text = textOf(m_values[i]);
        const qreal room = end - (last ? 0 : kMore);
        const qreal wanted = Chip::widthFor(text, true, false);
        if (x + wanted > room && !(i == 0 && room > 60)) {
            const QString more = QStringLiteral("+%1").arg(m_values.size() - i);
            placed.append({more, QRectF(x, (height() - 18) / 2.0, Chip::widthFor(more, false, true), 18), false});
            return placed;
        }
        placed.append({text, QRectF(x, (height() - 18) / 2.0, std::min(wanted, room - x), 18), true});
        x += placed.last().rect.width() + 4;
    }
    return placed;
}

void ChooseButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    const bool marked = hasFocus() || m_open;
    roundedBox(painter, rect(), theme.bg.input,
               marked             ? theme.border.focus
                   : underMouse() ? theme.border.strong
                                  : theme.border.medium,
               space::radiusControl, marked ? 2 : 1);
    drawIcon(painter, QStringLiteral("chevron-down"), theme.text.secondary, QPointF(width() - 22, (height() - 14) / 2.0), 14);
    if (m_multiple && !m_values.isEmpty()) {
        for (const PlacedChip &chip : chips())
            Chip::paint(painter, theme, chip.rect, chip.text, chip.closable, !chip.closable, false);
        return;
    }
    qreal x = space::paddingX - 1;
    if (!m_icon.isEmpty()) {
        drawIcon(painter, m_icon, theme.text.secondary, QPointF(x, (height() - space::iconSmall) / 2.0), space::iconSmall);
        x += space::iconSmall + 6;
    }
    drawLine(painter, QRectF(x, 0, width() - x - kArrow, height()), oneLine(text().isEmpty() ? m_placeholder : text()), themeFont(12, 400),
             text().isEmpty()  ? theme.text.secondary
                 : isEnabled() ? theme.text.primary
                               : theme.text.disabled);
}
