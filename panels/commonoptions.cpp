// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/commonoptions.h>

std::optional<double> LegendOptions::widthPx(double panelWidthPx) const
{
    double value = 0;
    if (optionschema::read(width, value))
        return value > 0 ? std::optional(value) : std::nullopt;
    QString text = width.toString().trimmed();
    const bool percent = text.endsWith(QLatin1Char('%'));
    if (percent)
        text.chop(1);
    else if (text.endsWith(QLatin1String("px")))
        text.chop(2);
    bool ok = false;
    value = text.trimmed().toDouble(&ok);
    if (!ok || value <= 0)
        return std::nullopt;
    return percent ? value / 100 * panelWidthPx : value;
}

std::function<bool(const Json &)> optionIs(const QString &key, const QString &value, bool whenAbsent)
{
    return [=](const Json &options) {
        const Json found = options.get(key);
        return found.isNull() ? whenAbsent : found.toString() == value;
    };
}

std::function<bool(const Json &)> optionIsNot(const QString &key, const QString &value)
{
    return [=](const Json &options) { return options.get(key).toString() != value; };
}
