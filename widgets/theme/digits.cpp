// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/digits.h>

#include <QtGui/QFontMetricsF>
#include <widgets/theme/paint.h>
#include <widgets/theme/theme.h>

namespace {

qreal widestDigit(const QFontMetricsF &metrics)
{
    qreal widest = 0;
    for (char16_t c = u'0'; c <= u'9'; ++c)
        widest = std::max(widest, metrics.horizontalAdvance(QChar(c)));
    return widest;
}

QFont bigFont(int pixelSize, int weight)
{
    QFont font = themeFont(pixelSize, weight);
    font.setLetterSpacing(QFont::AbsoluteSpacing, -0.015 * pixelSize);
    return font;
}

constexpr qreal kWeakFrom = 24; // a smaller unit would be hard to read

int unitSize(int pixelSize)
{
    return std::max(11, qRound(pixelSize * 0.5));
}

} // namespace

DigitText::DigitText(const QString &text, const QFont &font) : m_font(font)
{
    const QFontMetricsF metrics(font);
    m_ascent = metrics.ascent();
    m_descent = metrics.descent();
    const qreal cell = widestDigit(metrics);
    QString run;
    const auto flush = [&] {
        if (run.isEmpty())
            return;
        m_runs.append({run, m_width});
        m_width += metrics.horizontalAdvance(run);
        run.clear();
    };
    for (const QChar c : text) {
        if (c < u'0' || c > u'9') {
            run += c;
            continue;
        }
        flush();
        m_runs.append({QString(c), m_width + (cell - metrics.horizontalAdvance(c)) / 2});
        m_width += cell;
    }
    flush();
}

void DigitText::draw(QPainter &painter, const QPointF &at) const
{
    painter.setFont(m_font);
    if (isVector(painter)) { // in one piece, so that it can be found and copied
        QString text;
        for (const Run &run : m_runs)
            text += run.text;
        painter.drawText(at + QPointF((m_width - QFontMetricsF(m_font).horizontalAdvance(text)) / 2, 0), text);
        return;
    }
    for (const Run &run : m_runs)
        painter.drawText(QPointF(at.x() + run.x, at.y()), run.text);
}

BigNumber::BigNumber(const QString &number, const QString &unit, int pixelSize, bool unitFirst)
    : m_number(number, bigFont(pixelSize, 600))
    , m_unit(unit, themeFont(unitSize(pixelSize), 500))
    , m_gap(unit.isEmpty() ? 0 : std::max(2.0, pixelSize * 0.1))
    , m_capHeight(QFontMetricsF(bigFont(pixelSize, 600)).capHeight())
    , m_unitFirst(unitFirst)
{
}

qreal BigNumber::width() const
{
    return m_number.width() + m_gap + m_unit.width();
}

qreal BigNumber::capHeight() const
{
    return m_capHeight;
}

void BigNumber::draw(QPainter &painter, const QPointF &at, const QColor &color) const
{
    QColor weak = color;
    if (m_unit.ascent() >= kWeakFrom)
        weak.setAlphaF(color.alphaF() * 0.85f);
    const qreal numberX = m_unitFirst ? at.x() + m_unit.width() + m_gap : at.x();
    const qreal unitX = m_unitFirst ? at.x() : at.x() + m_number.width() + m_gap;
    painter.setPen(color);
    m_number.draw(painter, QPointF(numberX, at.y()));
    painter.setPen(weak);
    m_unit.draw(painter, QPointF(unitX, at.y()));
}

void BigNumber::drawCentered(QPainter &painter, const QPointF &center, const QColor &color) const
{
    draw(painter, QPointF(center.x() - width() / 2, center.y() + m_capHeight / 2), color);
}

int BigNumber::sizeToFit(const QString &number, const QString &unit, qreal width, int smallest, int largest)
{
    // Advances grow with the size nearly in proportion: guess from one measure, then step down.
    const qreal at100 = BigNumber(number, unit, 100).width();
    int size = at100 > 0 ? std::clamp(int(width * 100 / at100) + 1, smallest, largest) : largest;
    while (size > smallest && BigNumber(number, unit, size).width() > width)
        --size;
    return size;
}

void drawDigits(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color, Qt::Alignment alignment)
{
    const DigitText digits(text, font);
    qreal x = rect.left();
    if (alignment & Qt::AlignRight)
        x = rect.right() - digits.width();
    else if (alignment & Qt::AlignHCenter)
        x = rect.center().x() - digits.width() / 2;
    const qreal height = digits.ascent() + digits.descent();
    qreal top = rect.center().y() - height / 2;
    if (alignment & Qt::AlignTop)
        top = rect.top();
    else if (alignment & Qt::AlignBottom)
        top = rect.bottom() - height;
    painter.setPen(color);
    digits.draw(painter, QPointF(x, top + digits.ascent()));
}
