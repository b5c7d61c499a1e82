// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/pickbutton.h>

#include <QtGui/QKeyEvent>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kLeft = 9; // px, before the text
constexpr int kArrow = 24; // px, of the chevron and its margins
constexpr int kIcon = 20;
constexpr int kWidestText = 220;
} // namespace

PickButton::PickButton(const QString &accessibleName, QWidget *parent) : QAbstractButton(parent), m_name(accessibleName)
{
    setAccessibleName(m_name);
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &PickButton::open);
}

void PickButton::setIconName(const QString &name)
{
    m_icon = name;
    updateGeometry();
}

void PickButton::setBoxHeight(int px)
{
    m_height = px;
    updateGeometry();
}

QSize PickButton::sizeHint() const
{
    const int wide = std::min(kWidestText, int(std::ceil(textWidth(themeFont(TextStyle::Label), text()))));
    return QSize(kLeft + (m_icon.isEmpty() ? 0 : kIcon) + wide + 2 + kArrow, m_height);
}

QSize PickButton::minimumSizeHint() const
{
    return QSize(kLeft + kArrow + kIcon, m_height);
}

void PickButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    const bool opened = m_popup && m_popup->isVisible();
    const QColor border = opened ? theme.border.focus : underMouse() ? theme.border.strong : theme.border.medium;
    roundedBox(painter, rect(), theme.bg.input, border, space::radiusControl, opened ? 2 : 1);
    qreal x = kLeft;
    if (!m_icon.isEmpty()) {
        drawIcon(painter, m_icon, theme.text.secondary, QPointF(x - 1, (height() - 14) / 2.0), 14);
        x += kIcon;
    }
    drawLine(painter, QRectF(x, 0, width() - x - kArrow, height()), text(), themeFont(TextStyle::Label), theme.text.primary);
    drawIcon(painter, QStringLiteral("chevron-down"), theme.text.secondary, QPointF(width() - 20, (height() - 14) / 2.0), 14);
}

void PickButton::keyPressEvent(QKeyEvent *event)
{
    const int key = event->key();
    if (key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down)
        open();
    else
        QAbstractButton::keyPressEvent(event);
}

void PickButton::setOptions(const QList<Option> &options)
{
    m_options = options;
    showCurrent();
}

void PickButton::setCurrent(const QString &value)
{
    m_current = value;
    showCurrent();
}

void PickButton::showCurrent()
{
    const auto it = std::find_if(m_options.begin(), m_options.end(), [this](const Option &option) { return option.value == m_current; });
    setText(it == m_options.end() ? oneLine(m_current, 80) : it->text);
    setAccessibleName(m_name + QStringLiteral(": ") + text());
    updateGeometry();
    update();
}

void PickButton::open()
{
    if (!m_popup) {
        m_popup = new OptionPopup(this);
        m_popup->setRowHeight(26);
        connect(m_popup, &OptionPopup::chosen, this, [this](const QString &value) {
            setCurrent(value);
            emit chosen(value);
        });
        connect(m_popup, &Popup::closed, this, [this] { update(); });
    }
    m_popup->setMinimumListWidth(width());
    m_popup->setOptions(m_options, m_current);
    m_popup->popupUnder(this);
    update();
}
