// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/valuetext.h>

#include <QtCore/QCoreApplication>
#include <cmath>
#include <widgets/theme/digits.h>
#include <widgets/theme/paint.h>

namespace {

constexpr int kSmallest = 14;
constexpr int kReadable = 11; // smaller only where the number would be cut
constexpr int kTiniest = 7;

bool looksNumeric(const QString &text)
{
    for (const QChar c : text) {
        if (c.isDigit() || c == u'∞')
            return true;
        if (c.isLetter())
            return text.compare(QLatin1String("Inf"), Qt::CaseInsensitive) == 0 || text == QLatin1String("NaN");
    }
    return false;
}

} // namespace

ValueText valueText(const DisplayValue &value)
{
    ValueText out;
    const QString prefix = value.prefix.trimmed();
    const QString suffix = value.suffix.trimmed();
    out.unitFirst = suffix.isEmpty() && !prefix.isEmpty();
    out.unit = out.unitFirst ? prefix : oneLine(suffix, 60);
    out.number = oneLine(out.unitFirst ? value.text : prefix + value.text, 300);
    out.isNumber = looksNumeric(value.text) && !std::isnan(value.numeric);
    if (out.number.trimmed().isEmpty() && out.unit.isEmpty()) {
        out.number = QCoreApplication::translate("Panels", "No data");
        out.isPresent = false;
    }
    return out;
}

int fitValue(ValueText &value, double widthPx, double heightPx, int largest)
{
    const int tallest = std::min(largest, std::max(int(heightPx), kReadable));
    const int smallest = std::min(kSmallest, tallest);
    const auto fits = [&](const QString &unit, int px) { return BigNumber(value.number, unit, px).width() <= widthPx; };
    int px = BigNumber::sizeToFit(value.number, value.unit, widthPx, smallest, tallest);
    if (fits(value.unit, px))
        return px;
    if (value.isNumber) {
        // Without its unit 776 mW reads as 776 W: the print gets smaller first. Per cent is known by the look of the thing.
        const int least = value.unit == u'%' ? kReadable : kTiniest;
        px = BigNumber::sizeToFit(value.number, value.unit, widthPx, least, smallest);
        if (fits(value.unit, px))
            return px;
    }
    value.unit.clear();
    px = BigNumber::sizeToFit(value.number, {}, widthPx, smallest, tallest);
    if (value.isNumber && !fits({}, px))
        px = BigNumber::sizeToFit(value.number, {}, widthPx, kTiniest, smallest);
    return px;
}

QColor printedColor(Rgba color, const Theme &theme)
{
    constexpr double enough = 4.6; // of contrast, for text of any size
    const Rgba text = toRgba(theme.text.primary);
    const Rgba ground = toRgba(theme.bg.panel);
    double share = theme.isDark() ? 0 : 0.32;
    while (share < 1 && contrastRatio(mix(color, text, share), ground) < enough)
        share += 0.06;
    return toQColor(mix(color, text, std::min(share, 1.0)));
}
