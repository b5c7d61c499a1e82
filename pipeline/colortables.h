// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <span>

// The figures behind color.h.
struct ThemeColor {
    const char *name;
    unsigned dark; // 0xRRGGBB
    unsigned light;
};

struct CssColor {
    const char *name;
    unsigned rgb;
};

namespace colortables {
std::span<const ThemeColor> hues();
std::span<const CssColor> cssNames();
std::span<const char *const> classic(); // names and #rrggbb
std::span<const char *const> colorblind(bool dark);
std::span<const char *const> next(int which); // 1, 2 or 3
// 256 colours of six hex digits; null for other names. viridis, magma, inferno, plasma.
const char *ramp(QStringView name);
} // namespace colortables
