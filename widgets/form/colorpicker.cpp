// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/colorpicker.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <pipeline/color.h>
#include <widgets/controls/field.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kLabel = 58, kColumn = 42, kRow = 26, kWidth = 36, kHeight = 20;
constexpr int kShades = 5;

const QStringList &hues()
{
    static const QStringList list{u"green"_s, u"yellow"_s, u"blue"_s, u"orange"_s, u"red"_s, u"purple"_s};
    return list;
}

// Grafana's five shades of a hue, lightest first.
QString nameOf(QPoint at)
{
    static const QStringList prefix{u"super-light-"_s, u"light-"_s, QString(), u"semi-dark-"_s, u"dark-"_s};
    return prefix[at.x()] + hues()[at.y()];
}

QColor shown(const QString &color, const Theme &theme)
{
    return toQColor(colorByName(color, theme.brightness, {0, 0, 0, 0}));
}

bool isColor(const QString &text)
{
    const Rgba a = colorByName(text, Brightness::Dark, {1, 2, 3, 4}), b = colorByName(text, Brightness::Dark, {4, 3, 2, 1});
    return !text.isEmpty() && a == b;
}

// Transparent and half-transparent colours on a chequered ground.
void drawSwatch(QPainter &painter, const QRectF &rect, const QColor &color, const Theme &theme, qreal radius)
{
    if (color.alpha() < 255) {
        roundedBox(painter, rect, theme.bg.input, theme.border.strong, radius);
        painter.setPen(QPen(theme.border.strong, 1));
        painter.drawLine(QPointF(rect.left() + radius * 0.6, rect.bottom() - radius * 0.6),
                         QPointF(rect.right() - radius * 0.6, rect.top() + radius * 0.6));
    }
    roundedBox(painter, rect, color, {}, radius);
}

class PaletteView : public QWidget
{
public:
    PaletteView(const QString &current, std::function<void(const QString &)> chosen, QWidget *parent)
        : QWidget(parent)
        , m_current(current)
        , m_chosen(std::move(chosen))
    {
        setObjectName(u"colorPalette"_s);
        setAccessibleName(ColorPopup::tr("Palette"));
        setFixedSize(kLabel + kShades * kColumn, int(hues().size()) * kRow);
        setFocusPolicy(Qt::StrongFocus);
        setMouseTracking(true);
        for (int hue = 0; hue < hues().size(); ++hue)
            for (int shade = 0; shade < kShades; ++shade)
                if (nameOf({shade, hue}) == current)
                    m_at = QPoint(shade, hue);
        setAccessibleDescription(nameOf(m_at));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        const Theme &theme = currentTheme(this);
        for (int hue = 0; hue < hues().size(); ++hue) {
            drawLine(painter, QRectF(0, hue * kRow, kLabel - 6, kRow), hues()[hue], themeFont(TextStyle::Caption), theme.text.secondary);
            for (int shade = 0; shade < kShades; ++shade)
                paintShade(painter, theme, {shade, hue});
        }
    }
    void mouseMoveEvent(QMouseEvent *event) override
    {
        const QPoint at = cellAt(event->pos());
        setToolTip(at.x() < 0 ? QString() : nameOf(at));
        setCursor(at.x() < 0 ? Qt::ArrowCursor : Qt::PointingHandCursor);
    }
    void mouseReleaseEvent(QMouseEvent *event) override
    {
        if (const QPoint at = cellAt(event->pos()); at.x() >= 0)
            m_chosen(nameOf(at));
    }
    void keyPressEvent(QKeyEvent *event) override
    {
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
            return m_chosen(nameOf(m_at));
        default:
            QWidget::keyPressEvent(event);
        }
    }

private:
    static QRectF cell(QPoint at)
    {
        return QRectF(kLabel + at.x() * kColumn + (kColumn - kWidth) / 2.0, at.y() * kRow + (kRow - kHeight) / 2.0, kWidth, kHeight);
    }
    QPoint cellAt(QPoint pos) const
    {
        if (pos.x() < kLabel || !rect().contains(pos))
            return {-1, -1};
        return {std::min((pos.x() - kLabel) / kColumn, kShades - 1), std::min(pos.y() / kRow, int(hues().size()) - 1)};
    }
    void paintShade(QPainter &painter, const Theme &theme, QPoint at)
    {
        const QRectF box = cell(at);
        roundedBox(painter, box, shown(nameOf(at), theme), {}, space::radiusControl);
        if (nameOf(at) == m_current)
            roundedBox(painter, box.adjusted(-2, -2, 2, 2), {}, theme.text.primary, space::radiusControl + 2, 2);
        if (hasFocus() && at == m_at)
            roundedBox(painter, box.adjusted(-3, -3, 3, 3), {}, theme.border.focus, space::radiusControl + 3, 2);
    }
    void step(int dx, int dy)
    {
        m_at = QPoint(std::clamp(m_at.x() + dx, 0, kShades - 1), std::clamp(m_at.y() + dy, 0, int(hues().size()) - 1));
        setAccessibleDescription(nameOf(m_at));
        update();
    }

    QString m_current;
    std::function<void(const QString &)> m_chosen;
    QPoint m_at{2, 0};
};

} // namespace

ColorButton::ColorButton(QWidget *parent) : QAbstractButton(parent), m_title(ColorPopup::tr("Colour"))
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
    return QSize(m_text ? 120 : space::controlSmall, space::controlSmall);
}

void ColorButton::openPicker()
{
    m_open = true;
    update();
    auto *popup = new ColorPopup(m_color, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->setTitle(m_title, m_color);
    popup->setReset(m_color.isEmpty() ? QString() : m_clear);
    connect(popup, &ColorPopup::colorChosen, this, [this](const QString &color) {
        setColor(color);
        emit colorChosen(color);
    });
    connect(popup, &Popup::closed, this, [this] {
        m_open = false;
        update();
    });
    popup->popupUnder(this);
}

void ColorButton::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Down)
        return openPicker();
    QAbstractButton::keyPressEvent(event);
}

void ColorButton::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    const bool marked = hasFocus() || m_open;
    if (m_text)
        roundedBox(painter, rect(), theme.bg.input,
                   marked             ? theme.border.focus
                       : underMouse() ? theme.border.strong
                                      : theme.border.medium,
                   space::radiusControl, marked ? 2 : 1);
    const QRectF dot(m_text ? 9 : width() / 2.0 - 8, height() / 2.0 - 8, 16, 16);
    if (!m_text && (marked || underMouse()))
        roundedBox(painter, dot.adjusted(-3, -3, 3, 3), {}, marked ? theme.border.focus : theme.border.strong, 11, marked ? 2 : 1);
    drawSwatch(painter, dot, shown(m_color, theme), theme, 8);
    if (m_text)
        drawLine(painter, QRectF(32, 0, width() - 58, height()), m_color.isEmpty() ? tr("none") : oneLine(m_color), themeFont(12, 400),
                 m_color.isEmpty() || !isEnabled() ? theme.text.secondary : theme.text.primary);
}

ColorPopup::ColorPopup(const QString &current, QWidget *parent)
    : Popup(parent)
    , m_title(new PlainLabel(tr("Colour"), TextStyle::Heading, PlainLabel::Tone::Primary, this))
    , m_note(new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, this))
    , m_edit(new LineEdit(this))
    , m_reset(new TextButton(tr("Reset"), TextButton::Kind::Ghost, u"reset"_s, this))
    , m_set(new TextButton(tr("Set"), TextButton::Kind::Primary, {}, this))
{
    setObjectName(u"colorPopup"_s);
    auto *palette = new PaletteView(
        current, [this](const QString &color) { take(color); }, this);
    m_edit->setObjectName(u"colorText"_s);
    m_edit->setAccessibleName(tr("Any colour: a name, #rrggbb, rgb(…)"));
    m_edit->setPlaceholderText(u"#rrggbb"_s);
    m_edit->setText(current);
    m_edit->setMinimumWidth(100);
    m_reset->setObjectName(u"colorReset"_s);
    m_reset->hide();
    m_set->setObjectName(u"colorSet"_s);
    m_set->setEnabled(isColor(current));
    connect(m_edit, &QLineEdit::textEdited, this, [this](const QString &text) {
        const bool fine = isColor(text.trimmed());
        m_edit->setInvalid(!fine && !text.trimmed().isEmpty());
        m_set->setEnabled(fine);
    });
    connect(m_edit, &QLineEdit::returnPressed, m_set, &QAbstractButton::click);
    connect(m_set, &QAbstractButton::clicked, this, [this] { take(m_edit->text().trimmed()); });
    connect(m_reset, &QAbstractButton::clicked, this, [this] { take({}); });
    setPadding(12);
    contentLayout()->setSpacing(space::unit);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_note);
    auto *foot = new QHBoxLayout;
    foot->setSpacing(space::unit);
    foot->addWidget(m_edit, 1);
    foot->addWidget(m_reset);
    foot->addWidget(m_set);
    contentLayout()->addLayout(head);
    contentLayout()->addWidget(palette);
    contentLayout()->addLayout(foot);
    palette->setFocus();
}

void ColorPopup::setTitle(const QString &title, const QString &note)
{
    m_title->setText(title);
    m_note->setText(oneLine(note, 24));
    setAccessibleName(title);
}

void ColorPopup::setReset(const QString &text)
{
    m_reset->setText(text);
    m_reset->setVisible(!text.isEmpty());
}

void ColorPopup::take(const QString &color)
{
    close();
    emit colorChosen(color);
}
