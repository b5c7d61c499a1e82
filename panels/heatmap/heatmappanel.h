// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <panels/annotationmarks.h>
#include <panels/heatmap/heatmapview.h>
#include <panels/paneltype.h>
#include <panels/panelwidget.h>
#include <widgets/plot/plotsurface.h>

PanelType heatmapPanel();

class HeatmapPanel : public PanelWidget
{
    Q_OBJECT

public:
    explicit HeatmapPanel(QWidget *parent = nullptr);
    ~HeatmapPanel() override;

    void setOptions(const Json &options) override;
    void setData(const PanelData &data) override;
    void setContext(const PanelContext &context) override;
    void setSharedCursor(std::optional<double> timeMs) override;
    void setAnnotations(const AnnotationLayers &layers) override { m_marks->setLayers(layers); }
    Frames table() const override;
    bool hasMarks() const override { return view().emptyReason.isEmpty(); }

    const HeatmapView &view() const;

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void changed();
    void apply() const;
    void paintLegend(QPainter &painter) const;
    void hover(const std::optional<PlotHover> &hover);
    void click(const PlotHover &hover);
    void zoomOut();
    void setHovered(const std::optional<HeatHit> &hit);
    ChartTooltip *tooltip();
    TooltipSpot spotAt(const QPointF &pos) const;
    void showTooltip(const QPointF &pos, const HeatHit &hit);

    mutable HeatmapInput m_input;
    mutable HeatmapView m_view;
    mutable bool m_dirty = true;
    std::optional<HeatHit> m_hovered;
    PlotSurface *m_plot;
    AnnotationMarks *m_marks;
    QPointer<ChartTooltip> m_tooltip;
};
