// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/keycaps.h>

#include <QtGui/QFontMetricsF>
#include <QtGui/QPainter>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

qreal drawKeyCaps(QPainter *painter, const Theme &theme, const QRectF &rect, const QStringList &keys)
{
    const QFont font = themeFont(11, 500);
    qreal x = rect.left();
    for (const QString &key : keys) {
        const qreal width = std::max(18.0, std::ceil(textWidth(font, key)) + 10);
        const QRectF box(x, rect.center().y() - 9, width, 18);
        if (painter) {
            roundedBox(*painter, box, theme.bg.panel, theme.border.medium, space::radiusControl);
            drawLine(*painter, box, key, font, theme.text.secondary, Qt::AlignCenter);
        }
        x += width + 3;
    }
    return x;
}

KeyHints::KeyHints(const QList<KeyHint> &hints, QWidget *parent) : QWidget(parent), m_hints(hints)
{
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void KeyHints::setHints(const QList<KeyHint> &hints)
{
    m_hints = hints;
    updateGeometry();
    update();
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
    const QFont font = themeFont(TextStyle::Caption);
    qreal x = 0;
    for (const KeyHint &hint : m_hints) {
        x = drawKeyCaps(painter, t, QRectF(x, 0, 0, height()), hint.keys);
        x += 5;
        if (hint.text.isEmpty())
            continue;
        const qreal width = std::ceil(textWidth(font, hint.text));
        if (painter)
            drawLine(*painter, QRectF(x, 0, width + 1, height()), hint.text, font, t.text.secondary);
        x += width + 12;
    }
    return x;
}
