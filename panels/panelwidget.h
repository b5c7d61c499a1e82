// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimeZone>
#include <QtCore/QUrl>
#include <QtWidgets/QWidget>
#include <core/annotationevent.h>
#include <core/datalookup.h>
#include <core/json.h>
#include <core/paneldata.h>
#include <optional>
#include <widgets/theme/theme.h>

// What a panel is told about the world around it; passed, not fetched.
struct PanelContext {
    const Theme *theme = &Theme::dark();
    QTimeZone zone = QTimeZone::utc();
    QColor ground; // what is behind the content; invalid: the theme's panel
    TimeRange range; // what the time axis spans
    std::function<QString(const QString &)> interpolate; // variables; may be empty
    // Variables and data in the address or the title of a link; may be empty: data alone.
    std::function<QString(const QString &text, bool isAddress, const DataLookup &data)> fill;
    bool sharedCursor = false; // dashboard's graphTooltip is 1 or 2
    bool sharedTooltip = false; // graphTooltip is 2
    bool interactive = true; // false: a picture; what only a hand can use is not drawn
    bool editable = false; // what the panel says by optionEdited and overrideEdited is kept

    QString text(const QString &source) const { return interpolate ? interpolate(source) : source; }
};

// Whether some field that is not time has a value.
bool holdsValues(const Frames &frames);

// The content of a panel below its header. Knows neither the document nor a data source: told by setters, speaks by these
// signals and nothing else.
class PanelWidget : public QWidget
{
    Q_OBJECT

public:
    explicit PanelWidget(QWidget *parent = nullptr);

    // Each may come at any time, in any order, and often; the widget repaints once.
    virtual void setOptions(const Json &options) = 0; // the "options" object as the file has it
    virtual void setData(const PanelData &data) = 0; // frames carry their field config
    virtual void setContext(const PanelContext &context);
    // The crosshair of another panel, ms; nothing = gone.
    virtual void setSharedCursor(std::optional<double> timeMs);

    // What the dashboard's annotations found; drawn by those that have a time axis.
    virtual void setAnnotations(const AnnotationLayers &layers);

    // The content as a table: for screen readers, inspect, export, and `render`'s line a panel.
    virtual Frames table() const = 0;

    // Whether the picture shows anything of the data: a series, a number, a cell, a row. As its data, not as what is scrolled to.
    virtual bool hasMarks() const;

    const PanelContext &context() const { return m_context; }
    // What it was told is still being worked out off the GUI thread; settled() follows.
    virtual bool isBusy() const { return false; }

signals:
    void settled();
    void rangeSelected(const TimeRange &range); // by drag or pan
    void zoomOutRequested();
    void cursorMoved(std::optional<double> timeMs);
    void linkActivated(const QUrl &url);
    void filterAdded(const QString &key, const QString &op, const QString &value);
    void optionEdited(const QString &path, const Json &value); // "options.…" or "fieldConfig.…"
    // One property ("color", "custom.width") of the field with that display name; a null value takes it away again.
    void overrideEdited(const QString &fieldName, const QString &property, const Json &value);

private:
    PanelContext m_context;
};
