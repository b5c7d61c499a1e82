// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <widgets/theme/theme.h>

// Pictures of all controls, for the eye; written by tst_gallery into the build folder.
namespace gallery {
QImage window(const Theme &theme, double ratio); // as a dashboard's window
QImage controls(const Theme &theme, double ratio); // buttons, fields, states
QImage popups(const Theme &theme, double ratio);
} // namespace gallery
