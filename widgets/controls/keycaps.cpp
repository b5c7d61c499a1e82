// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/keycaps.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

KeyHints::KeyHints(const QList<KeyHint> &hints, QWidget *parent) : QWidget(parent), m_hints(hints)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

QSize KeyHints::sizeHint() const
{
    return QSize(int(std::ceil(paintOn(nullptr))), 24);
}

void KeyHints::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    paintOn(&painter);
}

qreal KeyHints::paintOn(QPainter *painter) const
{
    const Theme &t = currentTheme(this);
    const QFont keyFont = themeFont(11, 500);
    const QFont font = themeFont(TextStyle::Caption);
    qreal x = 0;
    for (const KeyHint &hint : m_hints) {
        for (const QString &key : hint.keys) {
            const qreal width = std::max(18.0, std::ceil(textWidth(keyFont, key)) + 10);
            const QRectF box(x, (height() - 18) / 2.0, width, 18);
            if (painter) {
                roundedBox(*painter, box, t.bg.panel, t.border.medium, space::radiusControl);
                drawLine(*painter, box, key, keyFont, t.text.secondary, Qt::AlignCenter);
            }
            x += width + 3;
        }
        x += 5;
        const qreal width = std::ceil(textWidth(font, hint.text));
        if (painter)
            drawLine(*painter, QRectF(x, 0, width + 1, height()), hint.text, font, t.text.secondary);
        x += width + 12;
    }
    return x;
}
