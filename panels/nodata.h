// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QPainter>
#include <widgets/theme/theme.h>

// The ground of a panel that has nothing to draw: hatched, "No data" and the reason; never an empty box.
void paintNoData(QPainter &painter, const QRect &rect, const Theme &theme, const QString &reason, const QString &headline = {});
