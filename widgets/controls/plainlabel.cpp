// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/field.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QHelpEvent>
#include <QtGui/QTextLayout>
#include <QtWidgets/QToolTip>
#include <widgets/theme/style.h>

namespace {

constexpr int kLongest = 20000; // characters of a wrapped text

int lineHeightOf(TextStyle style)
{
    switch (style) {
    case TextStyle::Display:
        return 32;
    case TextStyle::Title:
        return 24;
    case TextStyle::Heading:
    case TextStyle::Body:
    case TextStyle::BodyStrong:
    case TextStyle::Code:
        return 20;
    default:
        return 16;
    }
}

QStringList wrapped(const QString &text, const QFont &font, qreal width)
{
    QStringList lines;
    const QStringList paragraphs = text.left(kLongest).split(u'\n');
    for (const QString &paragraph : paragraphs) {
        QTextLayout layout(oneLine(paragraph, kLongest), font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(1.0, width));
            lines.append(layout.text().mid(line.textStart(), line.textLength()));
        }
        layout.endLayout();
        if (layout.lineCount() == 0)
            lines.append(QString());
    }
    return lines;
}

} // namespace

QColor toneColor(const Theme &t, PlainLabel::Tone tone)
{
    switch (tone) {
    case PlainLabel::Tone::Primary:
        return t.text.primary;
    case PlainLabel::Tone::Secondary:
        return t.text.secondary;
    case PlainLabel::Tone::Disabled:
        return t.text.disabled;
    case PlainLabel::Tone::Accent:
        return t.accent.text;
    case PlainLabel::Tone::Good:
        return t.good.text;
    case PlainLabel::Tone::Warning:
        return t.warning.text;
    case PlainLabel::Tone::Bad:
        return t.bad.text;
    case PlainLabel::Tone::Info:
        return t.info.text;
    }
    return t.text.primary;
}

PlainLabel::PlainLabel(const QString &text, TextStyle style, Tone tone, QWidget *parent)
    : QWidget(parent)
    , m_text(text)
    , m_font(themeFont(style))
    , m_lineHeight(lineHeightOf(style))
    , m_tone(tone)
{
    setAccessibleName(text);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void PlainLabel::setText(const QString &text)
{
    if (m_text == text)
        return;
    m_text = text;
    setAccessibleName(text);
    updateGeometry();
    update();
}

void PlainLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void PlainLabel::setWrapped(bool wrapped)
{
    m_wrapped = wrapped;
    QSizePolicy policy(QSizePolicy::Preferred, wrapped ? QSizePolicy::Minimum : QSizePolicy::Fixed);
    policy.setHeightForWidth(wrapped);
    setSizePolicy(policy);
    updateGeometry();
}

void PlainLabel::setAlignment(Qt::Alignment alignment)
{
    m_alignment = alignment;
    update();
}

void PlainLabel::setFontStyle(TextStyle style)
{
    m_font = themeFont(style);
    m_lineHeight = lineHeightOf(style);
    updateGeometry();
    update();
}

QSize PlainLabel::sizeHint() const
{
    const int natural = int(std::ceil(textWidth(m_font, m_text))) + 1;
    if (!m_wrapped)
        return QSize(natural, m_lineHeight);
    const int width = std::min(natural, 420);
    return QSize(width, heightForWidth(width));
}

QSize PlainLabel::minimumSizeHint() const
{
    return QSize(std::min(24, sizeHint().width()), m_lineHeight);
}

int PlainLabel::heightForWidth(int width) const
{
    return m_wrapped ? int(std::min<qsizetype>(wrapped(m_text, m_font, width).size(), 400)) * m_lineHeight : m_lineHeight;
}

void PlainLabel::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &theme = currentTheme(this);
    const QColor color = isEnabled() ? toneColor(theme, m_tone) : theme.text.disabled;
    if (!m_wrapped) {
        drawLine(p, rect(), m_text, m_font, color, m_alignment);
        return;
    }
    const QStringList lines = wrapped(m_text, m_font, width());
    const Qt::Alignment horizontal = (m_alignment & Qt::AlignHorizontal_Mask) | Qt::AlignVCenter;
    qreal y = (m_alignment & Qt::AlignVCenter) ? std::max(0.0, (height() - lines.size() * m_lineHeight) / 2.0) : 0;
    for (const QString &line : lines) {
        drawLine(p, QRectF(0, y, width(), m_lineHeight), line.trimmed(), m_font, color, horizontal);
        y += m_lineHeight;
        if (y > height())
            break;
    }
}

bool PlainLabel::event(QEvent *event)
{
    if (event->type() == QEvent::StyleChange)
        update();
    if (event->type() == QEvent::ToolTip && toolTip().isEmpty() && !m_wrapped && textWidth(m_font, m_text) > width() + 0.5) {
        QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainToolTip(m_text), this);
        return true;
    }
    return QWidget::event(event);
}
