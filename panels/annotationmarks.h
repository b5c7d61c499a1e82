// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QPointer>
#include <QtCore/QTimeZone>
#include <core/annotationevent.h>
#include <core/timerange.h>
#include <functional>
#include <widgets/charttooltip.h>
#include <widgets/plot/plotmodel.h>

class PlotSurface;

// An event of some layer.
struct EventPlace {
    int layer = 0;
    int event = 0;

    bool operator==(const EventPlace &) const = default;
};

// What a plot marks, and the event of each mark, one for one.
struct MarkedEvents {
    QList<PlotMark> marks;
    QList<EventPlace> places;
};
MarkedEvents markedEvents(const AnnotationLayers &layers, Brightness theme);

struct NoteStyle {
    qint64 spanMs = 0; // of the time axis
    QTimeZone zone = QTimeZone::utc();
    Brightness theme = Brightness::Dark;
};
// What a tooltip says of events, the first of them at its head; of very many the first few.
TooltipModel eventTooltip(const AnnotationLayers &layers, const QList<EventPlace> &places, const NoteStyle &style);
// The same beside other things, shorter.
QList<TooltipNote> eventNotes(const AnnotationLayers &layers, const QList<EventPlace> &places, const NoteStyle &style);

// The annotations of one plot: marks them and tells of those under the mouse. A child of the panel that owns the plot.
class AnnotationMarks : public QObject
{
    Q_OBJECT

public:
    using Tooltip = std::function<ChartTooltip *()>;
    using Spot = std::function<TooltipSpot(const QPointF &)>;

    AnnotationMarks(PlotSurface &plot, Tooltip tooltip, Spot spot, QObject *parent);
    void setLayers(const AnnotationLayers &layers);
    void setStyle(const NoteStyle &style);
    QList<TooltipNote> notesAt(double px) const; // of the lines at that place of the plot
    TooltipModel tooltipAt(double px) const; // of them alone

private:
    void show();
    void hover(const QList<int> &marks, const QPointF &pos);
    void click(const QList<int> &marks, const QPointF &pos);
    QList<EventPlace> placesOf(const QList<int> &marks) const;

    PlotSurface &m_plot;
    Tooltip m_tooltip;
    Spot m_spot;
    AnnotationLayers m_layers;
    NoteStyle m_style;
    MarkedEvents m_marked;
};
