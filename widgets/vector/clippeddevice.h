// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QPaintDevice>
#include <memory>

class QPainter;

// Hands what is painted on it to another painter, cut to the clip: QSvgGenerator ignores clips, QPdfWriter those of widgets. Shapes are
// cut exactly, images to rectangles, text at characters; a line of text whose middle is cut off is left out.
class ClippedDevice : public QPaintDevice
{
public:
    // target: of an SVG or a PDF, active as long as this is painted on; its transformation says where this one's origin lies.
    ClippedDevice(QPainter &target, const QSize &size);
    ~ClippedDevice() override;
    QPaintEngine *paintEngine() const override;

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    class Engine;
    QSize m_size;
    std::unique_ptr<Engine> m_engine;
};
