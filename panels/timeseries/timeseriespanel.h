// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QPointer>
#include <core/offload.h>
#include <panels/annotationmarks.h>
#include <panels/celllinks.h>
#include <panels/paneltype.h>
#include <panels/panelwidget.h>
#include <panels/timeseries/timeseriesview.h>
#include <widgets/plot/plotsurface.h>

class LegendView;
class ChartTooltip;

PanelType timeseriesPanel();

class TimeSeriesPanel : public PanelWidget
{
    Q_OBJECT

public:
    explicit TimeSeriesPanel(QWidget *parent = nullptr);
    ~TimeSeriesPanel() override;

    void setOptions(const Json &options) override;
    void setData(const PanelData &data) override;
    void setContext(const PanelContext &context) override;
    void setSharedCursor(std::optional<double> timeMs) override;
    void setAnnotations(const AnnotationLayers &layers) override { m_marks->setLayers(layers); }
    Frames table() const override;
    bool hasMarks() const override;
    bool isBusy() const override;

    const TimeSeriesView &view() const; // the one shown: of large data not yet the newest

protected:
    bool event(QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    // What is shown, all of one input. Large ones are made and unmade on a worker.
    struct Scene {
        TimeSeriesView view;
        std::optional<PreparedPlot> plot;
    };
    using ScenePtr = std::shared_ptr<const Scene>;

    void changed();
    void apply() const; // makes the view and places the parts, once for a burst of changes
    void applyOffThread() const;
    void show(ScenePtr scene) const;
    const TimeSeriesView &shown() const { return m_scene->view; }
    void place() const;
    void hover(const std::optional<PlotHover> &hover);
    void click(const PlotHover &hover);
    void pickColor(int legendItem);
    void zoomOut();
    void showTooltip(const QPointF &pos, double x, bool own);
    void highlight(int series, bool dim);
    QList<SeriesRow> rowsAt(double x) const;
    QList<CellLink> linksAt(const QList<SeriesRow> &rows, int series) const;
    int nearestSeries(const QPointF &pos, double x) const;
    ChartTooltip *tooltip();
    TooltipSpot spotAt(const QPointF &pos) const;

    mutable TimeSeriesInput m_input;
    mutable ScenePtr m_scene = std::make_shared<const Scene>();
    mutable bool m_dirty = true;
    mutable bool m_working = false; // off the GUI thread
    mutable bool m_blank = true; // nothing was shown yet
    mutable Offload m_offload;
    PlotSurface *m_plot;
    LegendView *m_legend;
    AnnotationMarks *m_marks;
    QPointer<ChartTooltip> m_tooltip;
};
