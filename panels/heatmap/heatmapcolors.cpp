// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/heatmap/heatmapcolors.h>

#include <algorithm>
#include <cmath>

namespace {

// Which themes turn the ramp round, so that small values are near the background.
enum class Invert { Always, OnDark, OnLight };

struct Scheme {
    const char *name;
    Invert invert;
    const char *stops; // evenly spaced
};

// clang-format off
const Scheme kSchemes[] = {
    {"BrBG", Invert::Always, "543005 8c510a bf812d dfc27d f6e8c3 f5f5f5 c7eae5 80cdc1 35978f 01665e 003c30"},
    {"PiYG", Invert::Always, "8e0152 c51b7d de77ae f1b6da fde0ef f7f7f7 e6f5d0 b8e186 7fbc41 4d9221 276419"},
    {"PRGn", Invert::Always, "40004b 762a83 9970ab c2a5cf e7d4e8 f7f7f7 d9f0d3 a6dba0 5aae61 1b7837 00441b"},
    {"PuOr", Invert::Always, "2d004b 542788 8073ac b2abd2 d8daeb f7f7f7 fee0b6 fdb863 e08214 b35806 7f3b08"},
    {"RdBu", Invert::Always, "67001f b2182b d6604d f4a582 fddbc7 f7f7f7 d1e5f0 92c5de 4393c3 2166ac 053061"},
    {"RdGy", Invert::Always, "67001f b2182b d6604d f4a582 fddbc7 ffffff e0e0e0 bababa 878787 4d4d4d 1a1a1a"},
    {"RdYlBu", Invert::Always, "a50026 d73027 f46d43 fdae61 fee090 ffffbf e0f3f8 abd9e9 74add1 4575b4 313695"},
    {"RdYlGn", Invert::Always, "a50026 d73027 f46d43 fdae61 fee08b ffffbf d9ef8b a6d96a 66bd63 1a9850 006837"},
    {"Spectral", Invert::Always, "9e0142 d53e4f f46d43 fdae61 fee08b ffffbf e6f598 abdda4 66c2a5 3288bd 5e4fa2"},
    {"Blues", Invert::OnDark, "f7fbff deebf7 c6dbef 9ecae1 6baed6 4292c6 2171b5 08519c 08306b"},
    {"Greens", Invert::OnDark, "f7fcf5 e5f5e0 c7e9c0 a1d99b 74c476 41ab5d 238b45 006d2c 00441b"},
    {"Greys", Invert::OnDark, "ffffff f0f0f0 d9d9d9 bdbdbd 969696 737373 525252 252525 000000"},
    {"Oranges", Invert::OnDark, "fff5eb fee6ce fdd0a2 fdae6b fd8d3c f16913 d94801 a63603 7f2704"},
    {"Purples", Invert::OnDark, "fcfbfd efedf5 dadaeb bcbddc 9e9ac8 807dba 6a51a3 54278f 3f007d"},
    {"Reds", Invert::OnDark, "fff5f0 fee0d2 fcbba1 fc9272 fb6a4a ef3b2c cb181d a50f15 67000d"},
    {"Turbo", Invert::OnLight, "23171b 493eae 4569ee 3295f7 26bce1 29dcbc 3ff393 65fd6e 95fb51 c5ec3c ecd12e ffad24 ff821d f05616 cb2f0d a31302 900c00"},
    {"Cividis", Invert::OnLight, "002051 062f68 1f3e6e 3c4d6e 575c6e 6d6c70 7f7c75 918c78 a49d78 bbaf71 d5c164 eed553 fdea45"},
    {"Viridis", Invert::OnLight, "440154 472d7b 3b528b 2c728e 21918c 28ae80 5ec962 addc30 fde725"},
    {"Magma", Invert::OnLight, "000004 1d1147 51127c 822681 b73779 e75263 fc8961 fec488 fcfdbf"},
    {"Inferno", Invert::OnLight, "000004 210c4a 57106e 8a226a bc3754 e45a31 f98e09 f9cb35 fcffa4"},
    {"Plasma", Invert::OnLight, "0d0887 4c02a1 7e03a8 a92395 cc4778 e66c5c f89540 fdc527 f0f921"},
    {"Warm", Invert::OnLight, "6e40aa 8f3db2 b23cb2 d23ea7 ee4395 ff4e7d ff5e63 ff734b ff8c38 efa72f d9c231 c2db40 aff05b"},
    {"Cool", Invert::OnLight, "6e40aa 6351c3 5465d6 417de0 2f96e0 21b0d5 1ac7c2 1cdba9 28ea8d 40f373 60f760 87f557 aff05b"},
    {"Cubehelix", Invert::OnLight, "000000 181028 182e49 16534c 2b6f39 607a2f a07949 cb7c85 d490c6 c7b3ed c2d8f3 d9f2ef ffffff"},
    {"BuGn", Invert::OnDark, "f7fcfd e5f5f9 ccece6 99d8c9 66c2a4 41ae76 238b45 006d2c 00441b"},
    {"BuPu", Invert::OnDark, "f7fcfd e0ecf4 bfd3e6 9ebcda 8c96c6 8c6bb1 88419d 810f7c 4d004b"},
    {"GnBu", Invert::OnDark, "f7fcf0 e0f3db ccebc5 a8ddb5 7bccc4 4eb3d3 2b8cbe 0868ac 084081"},
    {"OrRd", Invert::OnDark, "fff7ec fee8c8 fdd49e fdbb84 fc8d59 ef6548 d7301f b30000 7f0000"},
    {"PuBuGn", Invert::OnDark, "fff7fb ece2f0 d0d1e6 a6bddb 67a9cf 3690c0 02818a 016c59 014636"},
    {"PuBu", Invert::OnDark, "fff7fb ece7f2 d0d1e6 a6bddb 74a9cf 3690c0 0570b0 045a8d 023858"},
    {"PuRd", Invert::OnDark, "f7f4f9 e7e1ef d4b9da c994c7 df65b0 e7298a ce1256 980043 67001f"},
    {"RdPu", Invert::OnDark, "fff7f3 fde0dd fcc5c0 fa9fb5 f768a1 dd3497 ae017e 7a0177 49006a"},
    {"YlGnBu", Invert::OnDark, "ffffd9 edf8b1 c7e9b4 7fcdbb 41b6c4 1d91c0 225ea8 253494 081d58"},
    {"YlGn", Invert::OnDark, "ffffe5 f7fcb9 d9f0a3 addd8e 78c679 41ab5d 238443 006837 004529"},
    {"YlOrBr", Invert::OnDark, "ffffe5 fff7bc fee391 fec44f fe9929 ec7014 cc4c02 993404 662506"},
    {"YlOrRd", Invert::OnDark, "ffffcc ffeda0 fed976 feb24c fd8d3c fc4e2a e31a1c bd0026 800026"},
    {"Rainbow", Invert::Always, "6e40aa a03db3 d23ea7 f9488a ff5e63 ff7f41 efa72f cdcf37 aff05b 73f65a 40f373 21e39b 1ac7c2 27a3dc 417de0 5c5ace 6e40aa"},
    {"Sinebow", Invert::Always, "ff3f3f f56e1a d9a004 b0cd01 7fed11 4efd31 25fa5e 09e490 00bfbf 0990e4 255efa 4e31fd 7f11ed b001cd d904a0 f51a6e ff3f3f"},
};
// clang-format on

std::vector<Rgba> stopsOf(const char *text)
{
    std::vector<Rgba> stops;
    for (const QString &hex : QString::fromLatin1(text).split(QLatin1Char(' '))) {
        const uint value = hex.toUInt(nullptr, 16);
        stops.push_back({quint8(value >> 16), quint8(value >> 8), quint8(value), 255});
    }
    return stops;
}

Rgba along(const std::vector<Rgba> &stops, double share)
{
    const double at = std::clamp(share, 0.0, 1.0) * double(stops.size() - 1);
    const size_t lower = std::min(size_t(at), stops.size() - 2);
    return mix(stops[lower], stops[lower + 1], at - double(lower));
}

} // namespace

QStringList heatmapSchemes()
{
    QStringList names;
    for (const Scheme &scheme : kSchemes)
        names.append(QString::fromLatin1(scheme.name));
    return names;
}

std::vector<EnumChoice<QString>> heatmapSchemeChoices()
{
    std::vector<EnumChoice<QString>> choices;
    for (const Scheme &scheme : kSchemes)
        choices.push_back({QString::fromLatin1(scheme.name), scheme.name, scheme.name});
    return choices;
}

QList<Rgba> schemeColors(const QString &name, int steps, bool reverse, Brightness theme)
{
    const auto named = [](const QString &wanted) {
        return std::find_if(std::begin(kSchemes), std::end(kSchemes),
                            [&](const Scheme &each) { return wanted == QLatin1String(each.name); });
    };
    const auto found = named(name);
    const Scheme &scheme = found != std::end(kSchemes) ? *found : *named(QStringLiteral("Oranges"));
    const bool turned = scheme.invert == Invert::Always || (scheme.invert == Invert::OnDark) == (theme == Brightness::Dark);
    const std::vector<Rgba> stops = stopsOf(scheme.stops);
    QList<Rgba> colors;
    for (int i = 0; i < steps; ++i) {
        const double share = steps > 1 ? double(i) / (steps - 1) : 1;
        colors.append(along(stops, turned != reverse ? 1 - share : share));
    }
    return colors;
}

QList<Rgba> opacityColors(Rgba fill, Rgba background, int steps, bool reverse)
{
    QList<Rgba> colors;
    for (int i = 0; i < steps; ++i) {
        const double share = steps > 1 ? double(i) / (steps - 1) : 1;
        colors.append(mix(background, fill, reverse ? 1 - share : share));
    }
    return colors;
}
