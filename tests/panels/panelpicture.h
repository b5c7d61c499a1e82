// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QDir>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <memory>
#include <panels/panelwidget.h>
#include <panels/registry.h>

// A panel's content painted into an image, as in the window. Pictures are kept for the eye when PROMONTORY_PICTURES names a folder.
struct PanelPicture {
    QString type;
    Json options = Json::object();
    PanelData data;
    QSize size{300, 168};
    bool light = false;
    double ratio = 1;

    std::unique_ptr<PanelWidget> widget() const
    {
        static const PanelRegistry registry = PanelRegistry::standard();
        const PanelType *found = registry.find(type);
        std::unique_ptr<PanelWidget> panel((found ? *found : registry.placeholder()).create(nullptr));
        PanelContext context;
        context.theme = light ? &Theme::light() : &Theme::dark();
        context.range = data.range;
        panel->resize(size);
        panel->setContext(context);
        panel->setOptions(options);
        panel->setData(data);
        return panel;
    }

    QImage image() const { return imageOf(*widget()); }

    QImage imageOf(PanelWidget &panel) const
    {
        panel.setAttribute(Qt::WA_DontShowOnScreen);
        panel.show();
        QApplication::processEvents();
        QImage image(panel.size() * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(panel.context().theme->bg.panel);
        panel.render(&image, {}, {}, QWidget::DrawChildren);
        return image;
    }

    static void keep(const QImage &image, const QString &name)
    {
        const QString folder = qEnvironmentVariable("PROMONTORY_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            image.save(folder + QLatin1Char('/') + name + QStringLiteral(".png"));
    }
};

inline int colorCount(const QImage &image)
{
    QSet<QRgb> colors;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x)
            colors.insert(image.pixel(x, y));
    }
    return int(colors.size());
}
