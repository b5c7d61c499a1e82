// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/colortables.h>

namespace {
// Figures: the hues of the two themes, the palettes, the CSS names.
// clang-format off
constexpr ThemeColor kHues[] = {
    {"super-light-red", 0xFFA6B0, 0xFF7383},
    {"light-red", 0xFF7383, 0xF2495C},
    {"red", 0xF2495C, 0xE02F44},
    {"semi-dark-red", 0xE02F44, 0xC4162A},
    {"dark-red", 0xC4162A, 0xAD0317},
    {"super-light-orange", 0xFFCB7D, 0xFFB357},
    {"light-orange", 0xFFB357, 0xFF9830},
    {"orange", 0xFF9830, 0xFF780A},
    {"semi-dark-orange", 0xFF780A, 0xFA6400},
    {"dark-orange", 0xFA6400, 0xE55400},
    {"super-light-yellow", 0xFFF899, 0xFFEE52},
    {"light-yellow", 0xFFEE52, 0xFADE2A},
    {"yellow", 0xFADE2A, 0xF2CC0C},
    {"semi-dark-yellow", 0xF2CC0C, 0xE0B400},
    {"dark-yellow", 0xE0B400, 0xCC9D00},
    {"super-light-green", 0xC8F2C2, 0x96D98D},
    {"light-green", 0x96D98D, 0x73BF69},
    {"green", 0x73BF69, 0x56A64B},
    {"semi-dark-green", 0x56A64B, 0x37872D},
    {"dark-green", 0x37872D, 0x19730E},
    {"super-light-blue", 0xC0D8FF, 0x8AB8FF},
    {"light-blue", 0x8AB8FF, 0x5794F2},
    {"blue", 0x5794F2, 0x3274D9},
    {"semi-dark-blue", 0x3274D9, 0x1F60C4},
    {"dark-blue", 0x1F60C4, 0x1250B0},
    {"super-light-purple", 0xDEB6F2, 0xCA95E5},
    {"light-purple", 0xCA95E5, 0xB877D9},
    {"purple", 0xB877D9, 0xA352CC},
    {"semi-dark-purple", 0xA352CC, 0x8F3BB8},
    {"dark-purple", 0x8F3BB8, 0x7C2EA3},
};
constexpr const char *kClassic[] = {
    "green", "semi-dark-yellow", "blue", "orange", "red", "purple", "dark-green", "dark-yellow", "dark-blue", "dark-orange",
    "dark-red", "dark-purple", "super-light-green", "super-light-yellow", "super-light-blue", "super-light-orange",
    "super-light-red", "super-light-purple", "#447EBC", "#C15C17", "#890F02", "#0A437C", "#6D1F62", "#584477", "#B7DBAB",
    "#F4D598", "#70DBED", "#F9BA8F", "#F29191", "#82B5D8", "#E5A8E2", "#AEA2E0", "#629E51", "#E5AC0E", "#64B0C8", "#E0752D",
    "#BF1B00", "#0A50A1", "#962D82", "#614D93", "#9AC48A", "#F2C96D", "#65C5DB", "#F9934E", "#EA6460", "#5195CE", "#D683CE",
    "#806EB7", "#3F6833", "#967302", "#2F575E", "#99440A", "#58140C", "#052B51", "#511749", "#3F2B5B", "#E0F9D7", "#FCEACA",
    "#CFFAFF", "#F9E2D2", "#FCE2DE", "#BADFF4", "#F9D9F9", "#DEDAF7",
};
constexpr const char *kColorblindDark[] = {
    "#0072B2", "#E69F00", "#009E73", "#CC79A7", "#56B4E9", "#D55E00", "#F0E442", "#FFFFFF",
};
constexpr const char *kColorblindLight[] = {
    "#0072B2", "#009E73", "#CC79A7", "#D55E00", "#000000",
};
constexpr const char *kNext[] = {
    "#D97E9B", "#FFC554", "#41CD94", "#64A6D8", "#F79CFF", "#E78A5F", "#C9E1A6", "#00CFE3", "#9B93DF", "#FFB2BE", "#CEA82E",
    "#9CF2D6", "#8FC3FF", "#CE84C1", "#FFC39D", "#89C862", "#41AEC7", "#CDB9FF", "#EF8488", "#E7DB98", "#00D8BE", "#759EE6",
    "#FFB1E1", "#EE9941", "#BAF2B8", "#54D3FF", "#B78EE2", "#FF645A", "#C0BD2F", "#8FFFF6", "#B4C7FF", "#EB85B5", "#FFD49F",
    "#58DB89", "#46ABDE", "#EABCFF", "#FF8E6F", "#DEED9F", "#00DFE5", "#959DF6",
};
constexpr const char *kNext2[] = {
    "#63B564", "#DED188", "#84B1FF", "#FFDBBC", "#FFA8AA", "#C986E6", "#FFC4D4", "#9BCB35", "#D3EFFF", "#F8B4D2", "#A6B924",
    "#AFE8FF", "#FF97DA", "#AAA720", "#81E3FB", "#F386E2", "#FFE397", "#84D6E1", "#D784DF", "#FED283", "#00D4DA", "#F2E7FF",
    "#F3C48A", "#00C9C0", "#E4DAFF", "#FFAC74", "#00BEA7", "#D2CFFF", "#FF9767", "#9DFFDF", "#BDC4FF", "#FE8260", "#93F4C5",
    "#A4BAFF", "#EA796E", "#9FE3B3", "#74B6FF", "#FFD8DD", "#89E04D", "#3BAFFE",
};
constexpr const char *kNext3[] = {
    "#63B564", "#88DDFE", "#CA94FF", "#FFD8D3", "#CFCB00", "#00BEB5", "#C7D5FF", "#FF8DC4", "#FFE5C7", "#9FDCB0", "#00BBFF",
    "#F0D0FF", "#FFA48B", "#9BAC32", "#7CE6E9", "#A3ABFF", "#FFDAE4", "#E1C18A", "#1DC58A", "#B7DFFF", "#F38EFC", "#FFE7DD",
    "#BED997", "#00C5D8", "#DEDCFF", "#FFA4B3", "#C79E00", "#8BEBCC", "#7DBBFF", "#FFDCF8", "#F5BB95", "#7DC053", "#9BEAFF",
    "#C5ADFF", "#EA777E", "#E0D287", "#00CEB5", "#D5E4FF", "#FFA1DC", "#E88E29",
};
constexpr CssColor kCss[] = {
    {"aliceblue", 0xF0F8FF}, {"antiquewhite", 0xFAEBD7}, {"aqua", 0x00FFFF}, {"aquamarine", 0x7FFFD4}, {"azure", 0xF0FFFF},
    {"beige", 0xF5F5DC}, {"bisque", 0xFFE4C4}, {"black", 0x000000}, {"blanchedalmond", 0xFFEBCD}, {"blue", 0x0000FF},
    {"blueviolet", 0x8A2BE2}, {"brown", 0xA52A2A}, {"burlywood", 0xDEB887}, {"cadetblue", 0x5F9EA0}, {"chartreuse", 0x7FFF00},
    {"chocolate", 0xD2691E}, {"coral", 0xFF7F50}, {"cornflowerblue", 0x6495ED}, {"cornsilk", 0xFFF8DC}, {"crimson", 0xDC143C},
    {"cyan", 0x00FFFF}, {"darkblue", 0x00008B}, {"darkcyan", 0x008B8B}, {"darkgoldenrod", 0xB8860B}, {"darkgray", 0xA9A9A9},
    {"darkgreen", 0x006400}, {"darkgrey", 0xA9A9A9}, {"darkkhaki", 0xBDB76B}, {"darkmagenta", 0x8B008B},
    {"darkolivegreen", 0x556B2F}, {"darkorange", 0xFF8C00}, {"darkorchid", 0x9932CC}, {"darkred", 0x8B0000},
    {"darksalmon", 0xE9967A}, {"darkseagreen", 0x8FBC8F}, {"darkslateblue", 0x483D8B}, {"darkslategray", 0x2F4F4F},
    {"darkslategrey", 0x2F4F4F}, {"darkturquoise", 0x00CED1}, {"darkviolet", 0x9400D3}, {"deeppink", 0xFF1493},
    {"deepskyblue", 0x00BFFF}, {"dimgray", 0x696969}, {"dimgrey", 0x696969}, {"dodgerblue", 0x1E90FF}, {"firebrick", 0xB22222},
    {"floralwhite", 0xFFFAF0}, {"forestgreen", 0x228B22}, {"fuchsia", 0xFF00FF}, {"gainsboro", 0xDCDCDC},
    {"ghostwhite", 0xF8F8FF}, {"gold", 0xFFD700}, {"goldenrod", 0xDAA520}, {"gray", 0x808080}, {"green", 0x008000},
    {"greenyellow", 0xADFF2F}, {"grey", 0x808080}, {"honeydew", 0xF0FFF0}, {"hotpink", 0xFF69B4}, {"indianred", 0xCD5C5C},
    {"indigo", 0x4B0082}, {"ivory", 0xFFFFF0}, {"khaki", 0xF0E68C}, {"lavender", 0xE6E6FA}, {"lavenderblush", 0xFFF0F5},
    {"lawngreen", 0x7CFC00}, {"lemonchiffon", 0xFFFACD}, {"lightblue", 0xADD8E6}, {"lightcoral", 0xF08080},
    {"lightcyan", 0xE0FFFF}, {"lightgoldenrodyellow", 0xFAFAD2}, {"lightgray", 0xD3D3D3}, {"lightgreen", 0x90EE90},
    {"lightgrey", 0xD3D3D3}, {"lightpink", 0xFFB6C1}, {"lightsalmon", 0xFFA07A}, {"lightseagreen", 0x20B2AA},
    {"lightskyblue", 0x87CEFA}, {"lightslategray", 0x778899}, {"lightslategrey", 0x778899}, {"lightsteelblue", 0xB0C4DE},
    {"lightyellow", 0xFFFFE0}, {"lime", 0x00FF00}, {"limegreen", 0x32CD32}, {"linen", 0xFAF0E6}, {"magenta", 0xFF00FF},
    {"maroon", 0x800000}, {"mediumaquamarine", 0x66CDAA}, {"mediumblue", 0x0000CD}, {"mediumorchid", 0xBA55D3},
    {"mediumpurple", 0x9370DB}, {"mediumseagreen", 0x3CB371}, {"mediumslateblue", 0x7B68EE}, {"mediumspringgreen", 0x00FA9A},
    {"mediumturquoise", 0x48D1CC}, {"mediumvioletred", 0xC71585}, {"midnightblue", 0x191970}, {"mintcream", 0xF5FFFA},
    {"mistyrose", 0xFFE4E1}, {"moccasin", 0xFFE4B5}, {"navajowhite", 0xFFDEAD}, {"navy", 0x000080}, {"oldlace", 0xFDF5E6},
    {"olive", 0x808000}, {"olivedrab", 0x6B8E23}, {"orange", 0xFFA500}, {"orangered", 0xFF4500}, {"orchid", 0xDA70D6},
    {"palegoldenrod", 0xEEE8AA}, {"palegreen", 0x98FB98}, {"paleturquoise", 0xAFEEEE}, {"palevioletred", 0xDB7093},
    {"papayawhip", 0xFFEFD5}, {"peachpuff", 0xFFDAB9}, {"peru", 0xCD853F}, {"pink", 0xFFC0CB}, {"plum", 0xDDA0DD},
    {"powderblue", 0xB0E0E6}, {"purple", 0x800080}, {"rebeccapurple", 0x663399}, {"red", 0xFF0000}, {"rosybrown", 0xBC8F8F},
    {"royalblue", 0x4169E1}, {"saddlebrown", 0x8B4513}, {"salmon", 0xFA8072}, {"sandybrown", 0xF4A460}, {"seagreen", 0x2E8B57},
    {"seashell", 0xFFF5EE}, {"sienna", 0xA0522D}, {"silver", 0xC0C0C0}, {"skyblue", 0x87CEEB}, {"slateblue", 0x6A5ACD},
    {"slategray", 0x708090}, {"slategrey", 0x708090}, {"snow", 0xFFFAFA}, {"springgreen", 0x00FF7F}, {"steelblue", 0x4682B4},
    {"tan", 0xD2B48C}, {"teal", 0x008080}, {"thistle", 0xD8BFD8}, {"tomato", 0xFF6347}, {"turquoise", 0x40E0D0},
    {"violet", 0xEE82EE}, {"wheat", 0xF5DEB3}, {"white", 0xFFFFFF}, {"whitesmoke", 0xF5F5F5}, {"yellow", 0xFFFF00},
    {"yellowgreen", 0x9ACD32},
};
// clang-format on
} // namespace

std::span<const ThemeColor> colortables::hues()
{
    return kHues;
}

std::span<const CssColor> colortables::cssNames()
{
    return kCss;
}

std::span<const char *const> colortables::classic()
{
    return kClassic;
}

std::span<const char *const> colortables::colorblind(bool dark)
{
    return dark ? std::span<const char *const>(kColorblindDark) : std::span<const char *const>(kColorblindLight);
}

std::span<const char *const> colortables::next(int which)
{
    return which == 2 ? std::span<const char *const>(kNext2)
        : which == 3  ? std::span<const char *const>(kNext3)
                      : std::span<const char *const>(kNext);
}
