// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/theme/icons.h>

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtGui/QIconEngine>
#include <QtGui/QPainter>
#include <QtGui/QPixmapCache>
#include <QtSvg/QSvgRenderer>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

// False: there is no such icon.
bool paintShapes(QPainter &painter, const QString &name, const QColor &color, const QRectF &box)
{
    QFile file(QStringLiteral(":/icons/") + name + QStringLiteral(".svg"));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    QByteArray bytes = file.readAll();
    bytes.replace("currentColor", color.name(QColor::HexRgb).toLatin1());
    QSvgRenderer renderer(bytes);
    painter.save();
    painter.setOpacity(painter.opacity() * color.alphaF());
    renderer.render(&painter, box);
    painter.restore();
    return true;
}

QPixmap render(const QString &name, const QColor &color, int pixels)
{
    if (pixels <= 0)
        return {};
    QPixmap pixmap(pixels, pixels);
    pixmap.fill(Qt::transparent);
    QPainter painter(&pixmap);
    return paintShapes(painter, name, color, QRectF(0, 0, pixels, pixels)) ? pixmap : QPixmap();
}

class ThemedIconEngine : public QIconEngine
{
public:
    ThemedIconEngine(const QString &name, IconTint tint) : m_name(name), m_tint(tint) { }

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        const int size = std::min(rect.width(), rect.height());
        drawIcon(*painter, m_name, color(mode), QPointF(rect.x() + (rect.width() - size) / 2.0, rect.y() + (rect.height() - size) / 2.0),
                 size);
    }
    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State) override
    {
        return iconPixmap(m_name, color(mode), std::min(size.width(), size.height()), 1);
    }
    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State state, qreal) override { return pixmap(size, mode, state); }
    QIconEngine *clone() const override { return new ThemedIconEngine(m_name, m_tint); }
    bool isNull() override { return m_name.isEmpty(); }

private:
    QColor color(QIcon::Mode mode) const
    {
        const Theme &theme = currentTheme();
        if (mode == QIcon::Disabled)
            return theme.text.disabled;
        switch (m_tint) {
        case IconTint::Weak:
            return theme.text.secondary;
        case IconTint::Normal:
            return theme.text.primary;
        case IconTint::Danger:
            return theme.bad.text;
        case IconTint::Accent:
            return theme.accent.text;
        }
        return theme.text.secondary;
    }

    QString m_name;
    IconTint m_tint;
};

} // namespace

QPixmap iconPixmap(const QString &name, const QColor &color, int sizePx, qreal devicePixelRatio)
{
    const int pixels = qRound(sizePx * devicePixelRatio);
    const QString key = QStringLiteral("icon/%1/%2/%3").arg(name).arg(color.rgba(), 0, 16).arg(pixels);
    QPixmap pixmap;
    if (!QPixmapCache::find(key, &pixmap)) {
        pixmap = render(name, color, pixels);
        QPixmapCache::insert(key, pixmap);
    }
    pixmap.setDevicePixelRatio(devicePixelRatio);
    return pixmap;
}

void drawIcon(QPainter &painter, const QString &name, const QColor &color, const QPointF &topLeft, int sizePx)
{
    if (name.isEmpty())
        return;
    if (isVector(painter)) {
        paintShapes(painter, name, color, QRectF(topLeft, QSizeF(sizePx, sizePx)));
        return;
    }
    const QTransform t = painter.deviceTransform();
    const qreal ratio = std::hypot(t.m11(), t.m12());
    const QPixmap pixmap = iconPixmap(name, color, sizePx, ratio);
    // On whole device pixels, else a 1.5 px stroke smears.
    const QPointF device = t.map(topLeft);
    const QPointF aligned = t.inverted().map(QPointF(std::round(device.x()), std::round(device.y())));
    painter.drawPixmap(aligned, pixmap);
}

QIcon themedIcon(const QString &name, IconTint tint)
{
    return QIcon(new ThemedIconEngine(name, tint));
}

QStringList iconNames()
{
    QStringList names = QDir(QStringLiteral(":/icons")).entryList({QStringLiteral("*.svg")}, QDir::Files, QDir::Name);
    for (QString &name : names)
        name.chop(4);
    return names;
}

QIcon applicationIcon()
{
    QIcon icon;
    icon.addPixmap(iconPixmap(QStringLiteral("app-icon-16"), Qt::black, 16, 1));
    for (int size : {24, 32, 48, 64, 128, 256})
        icon.addPixmap(iconPixmap(QStringLiteral("app-icon"), Qt::black, size, 1));
    return icon;
}
