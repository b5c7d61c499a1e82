// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/field.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QKeyEvent>
#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kLongest = 64 << 20; // QLineEdit cuts at 32,767 without a word
} // namespace

LineEdit::LineEdit(QWidget *parent, ControlSize size) : QLineEdit(parent), m_size(size)
{
    setMaxLength(kLongest);
    setFont(themeFont(size == ControlSize::Large ? 13 : 12, 400));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAttribute(Qt::WA_Hover);
}

void LineEdit::setLeadingIcon(const QString &name)
{
    m_icon = name;
    updateMargins();
}

void LineEdit::setUnit(const QString &unit)
{
    m_unit = unit;
    updateMargins();
}

void LineEdit::setInvalid(bool invalid)
{
    if (m_invalid == invalid)
        return;
    m_invalid = invalid;
    setProperty("invalid", invalid); // read by the style
    update();
}

void LineEdit::setMonospace(bool mono)
{
    QFont font = mono ? themeFont(TextStyle::Code) : themeFont(12, 400);
    font.setPixelSize(m_size == ControlSize::Large ? 13 : 12);
    setFont(font);
}

QSize LineEdit::sizeHint() const
{
    return QSize(160, int(m_size));
}

QSize LineEdit::minimumSizeHint() const
{
    return QSize(48, int(m_size));
}

int LineEdit::trailingSpace() const
{
    return m_unit.isEmpty() ? 0 : int(std::ceil(textWidth(font(), m_unit))) + 6;
}

void LineEdit::updateMargins()
{
    setTextMargins(m_icon.isEmpty() ? 0 : 14 + 6, 0, trailingSpace(), 0);
    update();
}

// Ctrl+Z with nothing of its own to undo is the window's.
bool LineEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool isOwn = !m_typesIntoDocument || m_invalid; // what is no value is in no edit either
        if ((key->matches(QKeySequence::Undo) && !(isOwn && isUndoAvailable()))
            || (key->matches(QKeySequence::Redo) && !(isOwn && isRedoAvailable()))) {
            event->ignore();
            return false;
        }
    }
    return QLineEdit::event(event);
}

void LineEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (m_icon.isEmpty() && m_unit.isEmpty())
        return;
    QPainter p(this);
    const Theme &t = currentTheme(this);
    drawIcon(p, m_icon, isEnabled() ? t.text.secondary : t.text.disabled, QPointF(8, height() / 2.0 - 7), 14);
    if (!m_unit.isEmpty())
        drawLine(p, QRectF(0, 0, width() - 8, height()), m_unit, font(), t.text.secondary, Qt::AlignRight | Qt::AlignVCenter);
}

SearchField::SearchField(const QString &placeholder, QWidget *parent, ControlSize size)
    : LineEdit(parent, size)
    , m_clear(new IconButton(QStringLiteral("close"), tr("Clear"), TextButton::Kind::Ghost, this))
{
    setLeadingIcon(QStringLiteral("search"));
    setPlaceholderText(placeholder);
    setAccessibleName(placeholder);
    m_clear->setControlSize(ControlSize::Small);
    m_clear->setFocusPolicy(Qt::NoFocus);
    m_clear->setCursor(Qt::ArrowCursor);
    m_clear->hide();
    connect(m_clear, &IconButton::clicked, this, &QLineEdit::clear);
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) { m_clear->setVisible(!text.isEmpty()); });
    updateMargins();
}

int SearchField::trailingSpace() const
{
    return 20;
}

void SearchField::resizeEvent(QResizeEvent *event)
{
    LineEdit::resizeEvent(event);
    const int size = std::min(24, height() - 2);
    m_clear->setGeometry(width() - size - 2, (height() - size) / 2, size, size);
}

void SearchField::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape && !text().isEmpty())
        clear();
    else
        LineEdit::keyPressEvent(event);
}

SecretField::SecretField(QWidget *parent, ControlSize size)
    : LineEdit(parent, size)
    , m_eye(new IconButton(QStringLiteral("eye"), tr("Show"), TextButton::Kind::Ghost, this))
{
    setEchoMode(QLineEdit::Password);
    m_eye->setControlSize(ControlSize::Small);
    m_eye->setObjectName(QStringLiteral("secret.show"));
    connect(m_eye, &IconButton::clicked, this, [this] {
        const bool hidden = echoMode() == QLineEdit::Password;
        setEchoMode(hidden ? QLineEdit::Normal : QLineEdit::Password);
        m_eye->setIconName(hidden ? QStringLiteral("eye-off") : QStringLiteral("eye"));
        m_eye->setToolTipText(hidden ? tr("Hide") : tr("Show"));
    });
    updateMargins();
}

int SecretField::trailingSpace() const
{
    return 24;
}

void SecretField::resizeEvent(QResizeEvent *event)
{
    LineEdit::resizeEvent(event);
    m_eye->setGeometry(width() - 28, (height() - 24) / 2, 24, 24);
}

FormField::FormField(const QString &label, QWidget *control, QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel(label, TextStyle::LabelStrong, PlainLabel::Tone::Primary, this))
    , m_note(new PlainLabel({}, TextStyle::Caption, PlainLabel::Tone::Secondary, this))
    , m_control(control)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(5);
    layout->addWidget(m_label);
    layout->addWidget(control);
    layout->addWidget(m_note);
    m_note->setWrapped(true);
    m_note->hide();
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
}

void FormField::setLabel(const QString &text)
{
    m_label->setText(text);
    m_control->setAccessibleName(text);
}

void FormField::setHelp(const QString &text)
{
    m_help = text;
    showNote();
}

void FormField::setError(const QString &text)
{
    m_error = text;
    if (auto *edit = qobject_cast<LineEdit *>(m_control))
        edit->setInvalid(!text.isEmpty());
    showNote();
}

void FormField::showNote()
{
    const bool bad = !m_error.isEmpty();
    m_note->setText(bad ? m_error : m_help);
    m_note->setTone(bad ? PlainLabel::Tone::Bad : PlainLabel::Tone::Secondary);
    m_note->setVisible(!m_note->text().isEmpty());
    m_control->setAccessibleDescription(m_note->text());
}
