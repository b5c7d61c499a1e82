// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QFont>
#include <QtGui/QPainter>

// Text whose digits stand in cells of the widest digit, so that a changing number does not jump (Inter's digits are proportional
// and Qt 6.4 cannot ask for tabular ones).
class DigitText
{
public:
    DigitText(const QString &text, const QFont &font);

    qreal width() const { return m_width; }
    qreal ascent() const { return m_ascent; }
    qreal descent() const { return m_descent; }
    // Pen and opacity are the painter's; `at` is the left end of the baseline.
    void draw(QPainter &painter, const QPointF &at) const;

private:
    struct Run {
        QString text;
        qreal x;
    };

    QFont m_font;
    QList<Run> m_runs;
    qreal m_width = 0;
    qreal m_ascent = 0;
    qreal m_descent = 0;
};

// A number with its unit: the unit at half the size, weight 500 and 85 % strong.
class BigNumber
{
public:
    BigNumber(const QString &number, const QString &unit, int pixelSize, bool unitFirst = false);

    qreal width() const;
    qreal capHeight() const; // of the digits
    // Centred on x; the digits' optical middle on y.
    void drawCentered(QPainter &painter, const QPointF &center, const QColor &color) const;
    // Left end and baseline.
    void draw(QPainter &painter, const QPointF &at, const QColor &color) const;

    // The largest size in [smallest, largest] at which it is not wider than `width`; smallest when none is.
    static int sizeToFit(const QString &number, const QString &unit, qreal width, int smallest = 14, int largest = 72);

private:
    DigitText m_number;
    DigitText m_unit;
    qreal m_gap;
    qreal m_capHeight;
    bool m_unitFirst;
};

// One line in `rect` with digit cells; not elided.
void drawDigits(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                Qt::Alignment alignment);
