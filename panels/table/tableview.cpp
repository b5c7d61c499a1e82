// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/table/tableview.h>

#include <QtGui/QFontMetricsF>
#include <cmath>
#include <numeric>
#include <panels/table/tablecells.h>
#include <panels/valuetext.h>
#include <pipeline/reduce.h>
#include <widgets/theme/paint.h>

using F = TableFieldOptions;

namespace {

constexpr qsizetype kSampledRows = 24;
constexpr double kPad = 24; // both sides of a cell
constexpr double kWidest = 420; // that a column asks for by itself
constexpr double kUsual = 150; // Grafana's least width of a column
constexpr double kLeast = 48;
constexpr double kNarrowText = 56;

Qt::Alignment alignmentOf(const F &options, bool numeric)
{
    switch (options.align) {
    case F::Align::Left:
        return Qt::AlignLeft;
    case F::Align::Center:
        return Qt::AlignHCenter;
    case F::Align::Right:
        return Qt::AlignRight;
    case F::Align::Auto:
        break;
    }
    return numeric ? Qt::AlignRight : Qt::AlignLeft;
}

// textPx: what a column of texts keeps; numbers are not elided.
double leastWidth(const TableColumn &column, double textPx)
{
    if (column.options.minWidth)
        return *column.options.minWidth;
    return std::max(kLeast, std::min(column.measuredPx, column.numeric ? kUsual : textPx));
}

double headWidth(const TableColumn &column, const TableOptions &options)
{
    if (column.title.isEmpty())
        return 0;
    const double name = textWidth(themeFont(12, 600), column.title);
    return (column.options.wrapHeaderText ? std::min(name, 90.0) : name) + 18 + (options.showTypeIcons ? 18 : 0)
        + (column.options.filterable ? 14 : 0);
}

// What a cell shows besides its value's text.
double besideValue(const TableColumn &column)
{
    switch (column.options.style()) {
    case F::Cell::Sparkline:
        return column.options.hideValue ? 60 : 130;
    case F::Cell::Pill:
        return 40;
    case F::Cell::ColorText:
        return column.numeric ? 0 : 14;
    default:
        return column.options.isGauge() ? 110 : 0;
    }
}

void measure(TableColumn &column, const Field &field, const TableOptions &options, const Theme &theme, const QTimeZone &zone)
{
    const DisplayProcessor display(field, theme.brightness, zone);
    const QFontMetricsF metrics(themeFont(12, 500));
    const qsizetype rows = field.values.size();
    const qsizetype step = std::max<qsizetype>(1, rows / kSampledRows);
    const bool spark = column.options.style() == F::Cell::Sparkline;
    for (qsizetype row = 0; row < rows; row += step) {
        DisplayValue value = display.row(row);
        if (spark && field.values.type() == Column::Type::Text)
            value = sparklineValue(field, sparklineValues(field.values.text(row)), theme.brightness);
        column.valuePx = std::max<double>(column.valuePx, metrics.horizontalAdvance(oneLine(value.joined(), 200)) + 2);
    }
    column.valuePx = std::min(column.valuePx, kWidest);
    const double head = headWidth(column, options);
    column.measuredPx = std::min(kWidest, std::max(head, column.valuePx + besideValue(column)) + kPad);
}

QString reducerName(const QString &id)
{
    for (const ReducerInfo &info : reducers()) {
        if (info.id == id || info.aliases.contains(id))
            return info.name;
    }
    return id;
}

// Those of the column itself, else the panel's.
QStringList footerReducers(const Frame &frame, const TableColumn &column, const TableOptions &options)
{
    if (!column.numeric)
        return {};
    if (!column.options.footerReducers.isEmpty())
        return column.options.footerReducers;
    const QStringList &fields = options.footerFields;
    const bool meant = fields.isEmpty() || fields.contains(column.name) || fields.contains(frame.fields[column.field].name);
    return options.footerShow && !options.footerCountRows && meant ? options.footerReducer.mid(0, 1) : QStringList();
}

QString footerText(const Field &field, const QString &reducer, const Theme &theme)
{
    const double value = reduceToNumber(field.values, reducer);
    const bool counts = reducer.contains(QLatin1String("ount")); // a count has no unit
    return counts ? QString::number(value) : DisplayProcessor(field, theme.brightness).number(value).joined();
}

} // namespace

QList<TableColumn> tableColumns(const Frame &frame, const TableOptions &options, const Theme &theme, const QTimeZone &zone)
{
    QList<TableColumn> columns;
    for (int i = 0; i < frame.fields.size(); ++i) {
        const Field &field = frame.fields[i];
        TableColumn column;
        column.field = i;
        column.options = tableFieldSchema().read(field.config.custom);
        if (column.options.hidden || column.options.hideFromViz)
            continue;
        column.name = field.state.displayName.isEmpty() ? field.name : field.state.displayName;
        column.title = column.options.hideHeader ? QString() : oneLine(column.name, 200);
        column.numeric = field.isNumeric();
        column.hasLinks = !field.config.links.isEmpty();
        column.alignment = alignmentOf(column.options, column.numeric);
        measure(column, field, options, theme, zone);
        columns.append(column);
    }
    return columns;
}

void shareWidths(QList<TableColumn> &columns, double roomPx, const QHash<QString, int> &dragged)
{
    const double narrow = std::clamp(roomPx * 0.3, kNarrowText, kUsual);
    QList<TableColumn *> shared;
    for (TableColumn &column : columns) {
        const int set = dragged.value(column.name, column.options.width.value_or(0));
        if (set <= 0) {
            shared.append(&column);
            continue;
        }
        column.widthPx = set;
        roomPx -= set;
    }
    const auto sumOfLeast = [&](double textPx) {
        return std::accumulate(shared.begin(), shared.end(), 0.0,
                               [&](double sum, const TableColumn *column) { return sum + leastWidth(*column, textPx); });
    };
    const double textPx = sumOfLeast(narrow) <= roomPx ? narrow : kUsual; // texts give way only if that spares the scroll bar
    const double least = sumOfLeast(textPx);
    double asked = 0;
    for (const TableColumn *column : shared)
        asked += std::max(column->measuredPx, leastWidth(*column, textPx));
    for (TableColumn *column : shared) {
        const double low = leastWidth(*column, textPx);
        const double high = std::max(column->measuredPx, low);
        if (roomPx >= asked)
            column->widthPx = high * roomPx / asked;
        else if (roomPx > least)
            column->widthPx = low + (high - low) * (roomPx - least) / (asked - least);
        else
            column->widthPx = low;
    }
}

QList<QStringList> footerLines(const Frame &frame, const QList<TableColumn> &columns, const TableOptions &options, const Theme &theme)
{
    if (columns.isEmpty())
        return {};
    QStringList used;
    for (const TableColumn &column : columns) {
        for (const QString &reducer : footerReducers(frame, column, options)) {
            if (!used.contains(reducer))
                used.append(reducer);
        }
    }
    QList<QStringList> lines;
    for (const QString &reducer : std::as_const(used)) {
        QStringList texts;
        for (const TableColumn &column : columns) {
            const bool asked = footerReducers(frame, column, options).contains(reducer);
            texts.append(asked ? footerText(frame.fields[column.field], reducer, theme) : QString());
        }
        if (texts.first().isEmpty())
            texts.first() = reducerName(reducer);
        lines.append(texts);
    }
    if (options.footerShow && options.footerCountRows)
        lines.prepend(QStringList{QCoreApplication::translate("Panels", "Count: %1").arg(frame.rowCount())}
                      + QStringList(columns.size() - 1));
    else if (options.footerShow && lines.isEmpty())
        lines.append(QStringList(columns.size()));
    return lines;
}

QString cellText(const TableColumn &column, const DisplayValue &value)
{
    constexpr int kMost = 2000;
    if (!column.options.wraps())
        return oneLine(value.joined(), kMost);
    QStringList lines = value.joined().left(kMost).split(u'\n');
    for (QString &line : lines)
        line = oneLine(line, kMost);
    return lines.join(u'\n');
}

CellLook cellLook(const TableColumn &column, const DisplayValue &value, bool isNull, const Theme &theme)
{
    CellLook look;
    look.text = cellText(column, value);
    look.textColor = column.hasLinks ? theme.text.link : theme.text.primary;
    if (isNull && look.text.isEmpty()) {
        look.text = QStringLiteral("–");
        look.textColor = theme.text.disabled;
        return look;
    }
    const F &options = column.options;
    if (options.style() == F::Cell::ColorText) {
        look.textColor = printedColor(value.color, theme);
        look.strong = true;
    } else if (options.style() == F::Cell::ColorBackground || options.style() == F::Cell::ColorBackgroundSolid) {
        const Rgba fill = mix(value.color, theme.isDark() ? toRgba(theme.bg.panel) : Rgba{255, 255, 255, 255}, 0.25);
        look.fill = toQColor(fill);
        look.fillTo = options.gradientBackground() ? toQColor(mix(fill, {0, 0, 0, 255}, 0.28)) : look.fill;
        look.textColor = toQColor(smallText(mix(fill, toRgba(look.fillTo), 0.5)));
        look.strong = true;
    } else if (options.isGauge() && !std::isnan(value.numeric)) {
        look.gauge = std::clamp(std::isnan(value.percent) ? 0.0 : value.percent, 0.0, 1.0);
        look.gaugeColor = toQColor(value.color);
        if (options.gaugeValue == F::GaugeValue::Hidden)
            look.text.clear();
        else if (options.gaugeValue == F::GaugeValue::Color)
            look.textColor = printedColor(value.color, theme);
    }
    return look;
}
