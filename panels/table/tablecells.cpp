// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tablecells.h>

#include <QtGui/QTextLayout>
#include <cmath>
#include <panels/valuetext.h>
#include <widgets/theme/paint.h>

namespace {

constexpr qsizetype kMostPills = 50;
constexpr qsizetype kMostSamples = 10000;
constexpr qsizetype kMostInspected = 1000000;
constexpr double kPillHeight = 18;
constexpr double kGap = 4;

bool looksLikeJson(const QString &text)
{
    const QStringView trimmed = QStringView(text).trimmed();
    return trimmed.startsWith(u'[') || trimmed.startsWith(u'{');
}

Rgba pillColor(const Field &field, const QString &text, Brightness theme)
{
    if (!field.config.mappings.isEmpty()) {
        const Rgba plain = DisplayProcessor(Field(), theme).text(text).color;
        const Rgba mapped = DisplayProcessor(field, theme).text(text).color;
        if (mapped != plain)
            return mapped;
    }
    if (field.config.color.mode == QLatin1String("fixed"))
        return colorByName(field.config.color.fixedColor, theme);
    return paletteColor(colorIndexOfName(text, 56), theme);
}

// Answers the height.
double layOut(QTextLayout &layout, const QString &text, const QFont &font, Qt::Alignment alignment, double widthPx)
{
    QTextOption option(alignment & Qt::AlignHorizontal_Mask);
    option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setText(QString(text).replace(u'\n', QChar::LineSeparator));
    layout.setFont(font);
    layout.setTextOption(option);
    double height = 0;
    layout.beginLayout();
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(std::max(20.0, widthPx));
        line.setPosition({0, height});
        height += line.height();
    }
    layout.endLayout();
    return height;
}

} // namespace

QStringList pillTexts(const QString &cell)
{
    QStringList texts;
    const auto add = [&](const QString &text) {
        const QString one = oneLine(text.trimmed(), 200);
        if (!one.isEmpty() && texts.size() < kMostPills)
            texts.append(one);
    };
    if (looksLikeJson(cell)) {
        if (const auto json = Json::parse(cell.toUtf8()); json && json->isArray()) {
            for (const Json &item : json->items())
                add(item.isString() ? item.toString() : QString::fromUtf8(item.dump()));
            return texts;
        }
    }
    for (const QString &part : cell.left(20000).split(u','))
        add(part);
    return texts;
}

QList<CellPill> cellPills(const Field &field, const QString &cell, const QRectF &content, const Theme &theme)
{
    QList<CellPill> pills;
    double left = content.left();
    for (const QString &text : pillTexts(cell)) {
        const double room = content.right() - left;
        if (room < 28)
            break;
        const Rgba color = pillColor(field, text, theme.brightness);
        const Rgba fill = mix(toRgba(theme.bg.panel), color, theme.isDark() ? 0.32 : 0.22);
        const double width = std::min(room, textWidth(themeFont(12, 500), text) + 16);
        const QRectF rect(left, content.center().y() - kPillHeight / 2, width, kPillHeight);
        pills.append({text, rect, toQColor(fill), toQColor(contrastText(fill))});
        left += width + kGap;
    }
    return pills;
}

QList<std::pair<CellLink, QRectF>> linkPlaces(const QList<CellLink> &links, const QRectF &content)
{
    QList<std::pair<CellLink, QRectF>> places;
    double left = content.left();
    for (const CellLink &link : links) {
        const double room = content.right() - left;
        if (room < 20)
            break;
        const double width = std::min(room, textWidth(themeFont(12, 400), link.title) + 1);
        places.append({link, QRectF(left, content.top(), width, content.height())});
        left += width + 12;
    }
    return places;
}

Column sparklineValues(const QString &cell)
{
    if (!QStringView(cell).trimmed().startsWith(u'['))
        return {};
    const auto json = Json::parse(cell.toUtf8());
    if (!json || !json->isArray())
        return {};
    std::vector<double> values;
    for (const Json &item : json->items()) {
        if (!item.isNull() && !item.isNumber())
            return {};
        if (qsizetype(values.size()) < kMostSamples)
            values.push_back(item.isNull() ? Column::missing() : item.toDouble());
    }
    return Column::numbers(std::move(values));
}

DisplayValue sparklineValue(const Field &field, const Column &values, Brightness theme)
{
    const DisplayProcessor display(field, theme);
    for (qsizetype i = values.size() - 1; i >= 0; --i) {
        if (!std::isnan(values.number(i)))
            return display.number(values.number(i));
    }
    return display.null();
}

QString inspectedText(const QString &cell)
{
    if (looksLikeJson(cell) && cell.size() < kMostInspected) {
        if (const auto json = Json::parse(cell.toUtf8()))
            return QString::fromUtf8(json->dump(2));
    }
    return cell.left(kMostInspected);
}

double wrappedHeight(const QString &text, const QFont &font, double widthPx)
{
    QTextLayout layout;
    return layOut(layout, text, font, Qt::AlignLeft, widthPx);
}

void drawWrapped(QPainter &painter, const QRectF &rect, const QString &text, const QFont &font, const QColor &color,
                 Qt::Alignment alignment)
{
    QTextLayout layout;
    const double height = layOut(layout, text, font, alignment, rect.width());
    const double room = alignment & Qt::AlignVCenter ? std::max(0.0, (rect.height() - height) / 2) : 0;
    painter.save();
    painter.setPen(color);
    painter.setClipRect(rect, Qt::IntersectClip);
    layout.draw(&painter, rect.topLeft() + QPointF(0, room));
    painter.restore();
}
