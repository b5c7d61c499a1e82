// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

// A colour as a value of the layers that know no QtGui; 8 bits a channel, not premultiplied.
struct Rgba {
    quint8 r = 0;
    quint8 g = 0;
    quint8 b = 0;
    quint8 a = 255;

    bool operator==(const Rgba &) const = default;
};
