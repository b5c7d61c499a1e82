// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/choosebutton.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <widgets/controls/multiselectpopup.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

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
    return QSize(120, space::control);
}

QSize ChooseButton::minimumSizeHint() const
{
    return QSize(60, space::control);
}

void ChooseButton::openList()
{
    m_open = true;
    update();
    if (m_multiple) {
        auto *popup = new MultiSelectPopup(this);
        popup->setAttribute(Qt::WA_DeleteOnClose);
        popup->setOptions(m_options, false);
        popup->setChosen(m_values);
        connect(popup, &MultiSelectPopup::committed, this, [this](const QStringList &values) {
            setSeveral(values);
            emit severalChosen(values);
        });
        connect(popup, &Popup::closed, this, [this] {
            m_open = false;
            update();
        });
        return popup->popupUnder(this);
    }
    auto *popup = new OptionPopup(this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setMinimumListWidth(width() - 16);
    popup->setCustom(m_custom);
    popup->setOptions(m_options, current());
    connect(popup, &OptionPopup::chosen, this, [this](const QString &value) {
        setCurrent(value);
        emit chosen(value);
    });
    connect(popup, &Popup::closed, this, [this] {
        m_open = false;
        update();
    });
    popup->popupUnder(this);
}

void ChooseButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        return openList();
    QAbstractButton::keyPressEvent(event);
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
    qreal x = space::paddingX - 1;
    if (!m_icon.isEmpty()) {
        drawIcon(painter, m_icon, theme.text.secondary, QPointF(x, (height() - space::iconSmall) / 2.0), space::iconSmall);
        x += space::iconSmall + 6;
    }
    drawLine(painter, QRectF(x, 0, width() - x - 26, height()), oneLine(text().isEmpty() ? m_placeholder : text()),
             themeFont(TextStyle::Body),
             text().isEmpty()  ? theme.text.secondary
                 : isEnabled() ? theme.text.primary
                               : theme.text.disabled);
    drawIcon(painter, QStringLiteral("chevron-down"), theme.text.secondary, QPointF(width() - 22, (height() - 14) / 2.0), 14);
}
