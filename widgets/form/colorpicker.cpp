// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/colorpicker.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>
#include <pipeline/color.h>
#include <widgets/controls/field.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kCell = 32, kDot = 22;

const QStringList &hues()
{
    static const QStringList list{u"green"_s, u"yellow"_s, u"red"_s, u"blue"_s, u"orange"_s, u"purple"_s};
    return list;
}

// Grafana's five shades of a hue, lightest first.
QString nameOf(int hue, int shade)
{
    static const QStringList prefix{u"super-light-"_s, u"light-"_s, QString(), u"semi-dark-"_s, u"dark-"_s};
    return prefix[shade] + hues()[hue];
}

QColor shown(const QString &color, const Theme &theme)
{
    return toQColor(colorByName(color, theme.brightness, {0, 0, 0, 0}));
}

bool isColor(const QString &text)
{
    const Rgba a = colorByName(text, Brightness::Dark, {1, 2, 3, 4}), b = colorByName(text, Brightness::Dark, {4, 3, 2, 1});
    return a == b;
}

class Palette : public QWidget
{
public:
    Palette(const QString &current, std::function<void(const QString &)> chosen, QWidget *parent)
        : QWidget(parent)
        , m_current(current)
        , m_chosen(std::move(chosen))
    {
        setObjectName(u"colorPalette"_s);
        setAccessibleName(ColorPopup::tr("Palette"));
        setFixedSize(int(hues().size()) * kCell, 5 * kCell);
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
        for (int hue = 0; hue < hues().size(); ++hue)
            for (int shade = 0; shade < 5; ++shade)
                if (nameOf(hue, shade) == current)
                    m_at = QPoint(hue, shade);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        for (int hue = 0; hue < hues().size(); ++hue)
            for (int shade = 0; shade < 5; ++shade) {
                const QPointF middle(hue * kCell + kCell / 2.0, shade * kCell + kCell / 2.0);
                painter.setPen(Qt::NoPen);
                painter.setBrush(shown(nameOf(hue, shade), theme));
                painter.drawEllipse(middle, kDot / 2.0, kDot / 2.0);
                const bool current = nameOf(hue, shade) == m_current;
                if (current || (hasFocus() && m_at == QPoint(hue, shade))) {
                    painter.setBrush(Qt::NoBrush);
                    painter.setPen(QPen(current ? theme.text.primary : theme.border.focus, 2));
                    painter.drawEllipse(middle, kDot / 2.0 + 2.5, kDot / 2.0 + 2.5);
                }
            }
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        const QPoint at = event->pos() / kCell;
        setToolTip(rect().contains(event->pos()) ? nameOf(at.x(), at.y()) : QString());
    }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        const QPoint at = event->pos() / kCell;
        if (rect().contains(event->pos()))
            m_chosen(nameOf(at.x(), at.y()));
    }
    void keyPressEvent(QKeyEvent *event) override
    {
        const auto step = [&](int dx, int dy) {
            m_at = QPoint(std::clamp(m_at.x() + dx, 0, int(hues().size()) - 1), std::clamp(m_at.y() + dy, 0, 4));
            update();
        };
        switch (event->key()) {
        case Qt::Key_Left:
            return step(-1, 0);
        case Qt::Key_Right:
            return step(1, 0);
        case Qt::Key_Up:
            return step(0, -1);
        case Qt::Key_Down:
            return step(0, 1);
        case Qt::Key_Return:
        case Qt::Key_Enter:
        case Qt::Key_Space:
            return m_chosen(nameOf(m_at.x(), m_at.y()));
        default:
            QWidget::keyPressEvent(event);
        }
    }

private:
    QString m_current;
    std::function<void(const QString &)> m_chosen;
    QPoint m_at{0, 2};
};

} // namespace

ColorButton::ColorButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(this, &QAbstractButton::clicked, this, &ColorButton::openPicker);
}

void ColorButton::setColor(const QString &color)
{
    m_color = color;
    setAccessibleDescription(color);
    setToolTip(plainToolTip(color));
    update();
}

void ColorButton::setTextVisible(bool visible)
{
    m_text = visible;
    setSizePolicy(visible ? QSizePolicy::Expanding : QSizePolicy::Fixed, QSizePolicy::Fixed);
    updateGeometry();
}

QSize ColorButton::sizeHint() const
{
    return QSize(m_text ? 120 : space::control, space::control);
}

void ColorButton::openPicker()
{
    auto *popup = new ColorPopup(m_color, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    connect(popup, &ColorPopup::colorChosen, this, [this](const QString &color) {
        setColor(color);
        emit colorChosen(color);
    });
    popup->popupUnder(this);
}

void ColorButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    if (m_text)
        roundedBox(painter, rect(), theme.bg.input, hasFocus() ? theme.border.focus : theme.border.medium, space::radiusControl,
                   hasFocus() ? 2 : 1);
    else if (hasFocus() || underMouse())
        roundedBox(painter, rect(), underMouse() ? theme.bg.hover : QColor(), hasFocus() ? theme.border.focus : QColor(),
                   space::radiusControl, 2);
    const QPointF middle(m_text ? 16 : width() / 2.0, height() / 2.0);
    painter.setPen(QPen(theme.border.medium, 1));
    painter.setBrush(shown(m_color, theme));
    painter.drawEllipse(middle, 7.5, 7.5);
    if (m_text)
        drawLine(painter, QRectF(32, 0, width() - 40, height()), m_color.isEmpty() ? tr("none") : oneLine(m_color),
                 themeFont(TextStyle::Body), m_color.isEmpty() ? theme.text.secondary : theme.text.primary);
}

ColorPopup::ColorPopup(const QString &current, QWidget *parent) : Popup(parent)
{
    setObjectName(u"colorPopup"_s);
    auto *palette = new Palette(
        current, [this](const QString &color) { take(color); }, this);
    m_edit = new LineEdit(this);
    m_edit->setObjectName(u"colorText"_s);
    m_edit->setAccessibleName(tr("Any colour"));
    m_edit->setPlaceholderText(u"#3274d9, transparent, text"_s);
    m_edit->setText(current);
    m_edit->setMonospace(true);
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) { m_edit->setInvalid(!isColor(text.trimmed())); });
    connect(m_edit, &QLineEdit::returnPressed, this, [this] {
        if (isColor(m_edit->text().trimmed()))
            take(m_edit->text().trimmed());
    });
    setPadding(space::unit);
    contentLayout()->setSpacing(space::unit);
    contentLayout()->addWidget(palette);
    contentLayout()->addWidget(m_edit);
    palette->setFocus();
}

void ColorPopup::take(const QString &color)
{
    close();
    emit colorChosen(color);
}
