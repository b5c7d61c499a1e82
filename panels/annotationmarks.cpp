// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/annotationmarks.h>

#include <QtCore/QCoreApplication>
#include <panels/charttime.h>
#include <widgets/plot/plotsurface.h>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qsizetype kMostNotes = 5;
constexpr qsizetype kMostBeside = 3;
constexpr double kLinePx = 4;

QString tr(const char *text)
{
    return QCoreApplication::translate("Panels", text);
}

QColor colorOf(const AnnotationLayer &layer, Brightness theme)
{
    if (layer.color.isEmpty())
        return {};
    const Rgba none{0, 0, 0, 0};
    const Rgba color = colorByName(layer.color, theme, none);
    return color == none ? QColor() : toQColor(color);
}

// Without the date where both ends are of one day.
QString endTime(const AnnotationEvent &event, const NoteStyle &style)
{
    const QString from = tooltipTime(event.fromMs, style.spanMs, style.zone);
    const QString to = tooltipTime(event.toMs, style.spanMs, style.zone);
    return from.left(10) == to.left(10) ? to.mid(11) : to;
}

QString when(const AnnotationEvent &event, const NoteStyle &style)
{
    const QString from = tooltipTime(event.fromMs, style.spanMs, style.zone);
    return event.isRegion() ? u"%1 – %2"_s.arg(from, endTime(event, style)) : from;
}

TooltipNote noteOf(const AnnotationLayer &layer, const AnnotationEvent &event, const QString &time, const NoteStyle &style)
{
    TooltipNote note;
    note.color = colorOf(layer, style.theme);
    note.title = event.title.trimmed().isEmpty() ? layer.name : event.title;
    QStringList caption;
    if (note.title != layer.name && !layer.name.isEmpty())
        caption.append(oneLine(layer.name, 60));
    if (!time.isEmpty())
        caption.append(time);
    note.caption = caption.join(u" · "_s);
    note.text = event.text;
    note.tags = event.tags;
    return note;
}
} // namespace

MarkedEvents markedEvents(const AnnotationLayers &layers, Brightness theme)
{
    MarkedEvents marked;
    for (int layer = 0; layer < layers.size(); ++layer) {
        const QColor color = colorOf(layers[layer], theme);
        const QList<AnnotationEvent> &events = layers[layer].events;
        for (int event = 0; event < events.size(); ++event) {
            marked.marks.append({double(events[event].fromMs), double(events[event].toMs), color});
            marked.places.append({layer, event});
        }
    }
    return marked;
}

TooltipModel eventTooltip(const AnnotationLayers &layers, const QList<EventPlace> &places, const NoteStyle &style)
{
    TooltipModel model;
    if (places.isEmpty())
        return model;
    const AnnotationEvent &first = layers[places.first().layer].events[places.first().event];
    model.head = when(first, style);
    model.headNote = zoneName(first.fromMs, style.zone);
    for (const EventPlace &place : places.mid(0, kMostNotes)) {
        const AnnotationEvent &event = layers[place.layer].events[place.event];
        const bool atHead = event.fromMs == first.fromMs && event.toMs == first.toMs;
        model.notes.append(noteOf(layers[place.layer], event, atHead ? QString() : when(event, style), style));
    }
    if (const qsizetype more = places.size() - kMostNotes; more > 0)
        model.foot = more == 1 ? tr("1 more event here") : tr("%1 more events here").arg(more);
    return model;
}

QList<TooltipNote> eventNotes(const AnnotationLayers &layers, const QList<EventPlace> &places, const NoteStyle &style)
{
    QList<TooltipNote> notes;
    for (const EventPlace &place : places.mid(0, kMostBeside)) {
        const AnnotationEvent &event = layers[place.layer].events[place.event];
        TooltipNote note = noteOf(layers[place.layer], event, when(event, style), style);
        note.text = oneLine(note.text, 120);
        note.tags.clear();
        notes.append(note);
    }
    if (const qsizetype more = places.size() - kMostBeside; more > 0 && !notes.isEmpty())
        notes.last().caption += u" · "_s + tr("%1 more").arg(more);
    return notes;
}

AnnotationMarks::AnnotationMarks(PlotSurface &plot, Tooltip tooltip, Spot spot, QObject *parent)
    : QObject(parent)
    , m_plot(plot)
    , m_tooltip(std::move(tooltip))
    , m_spot(std::move(spot))
{
    connect(&plot, &PlotSurface::marksHovered, this, &AnnotationMarks::hover);
    connect(&plot, &PlotSurface::marksClicked, this, &AnnotationMarks::click);
}

void AnnotationMarks::setLayers(const AnnotationLayers &layers)
{
    if (m_layers == layers)
        return;
    m_layers = layers;
    show();
}

void AnnotationMarks::setStyle(const NoteStyle &style)
{
    const bool repaints = m_style.theme != style.theme;
    m_style = style;
    if (repaints)
        show();
}

void AnnotationMarks::show()
{
    m_marked = markedEvents(m_layers, m_style.theme);
    m_plot.setMarks(m_marked.marks);
}

QList<EventPlace> AnnotationMarks::placesOf(const QList<int> &marks) const
{
    QList<EventPlace> places;
    for (const int mark : marks)
        if (mark < m_marked.places.size())
            places.append(m_marked.places[mark]);
    return places;
}

QList<TooltipNote> AnnotationMarks::notesAt(double px) const
{
    if (m_marked.marks.isEmpty())
        return {};
    return eventNotes(m_layers, placesOf(m_plot.marksAt(px, kLinePx)), m_style);
}

TooltipModel AnnotationMarks::tooltipAt(double px) const
{
    return eventTooltip(m_layers, placesOf(m_plot.marksAt(px, kLinePx)), m_style);
}

void AnnotationMarks::hover(const QList<int> &marks, const QPointF &pos)
{
    const QList<EventPlace> places = placesOf(marks);
    if (places.isEmpty())
        m_tooltip()->leave();
    else
        m_tooltip()->showFor(eventTooltip(m_layers, places, m_style), m_spot(pos));
}

void AnnotationMarks::click(const QList<int> &marks, const QPointF &pos)
{
    ChartTooltip *const tooltip = m_tooltip();
    if (tooltip->isPinned())
        return tooltip->setPinned(false);
    hover(marks, pos);
    tooltip->setPinned(tooltip->isVisible());
}
