// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QRect>
#include <vector>
#include <widgets/plot/trace.h>

class QPainter;

// Series as shapes, for SVG and PDF: dense ones as outlines of what their columns span, the others as lines. Everything is cut to the
// plot here, so that no coordinate lies outside of it. The traces are planned for this size at a pixel ratio of 1.
void drawTraceShapes(QPainter &painter, const std::vector<Trace> &traces, const QRect &plot);
