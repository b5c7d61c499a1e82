// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QStringList>

// Something that happened, at a moment or for a span of time. Its texts come from labels: plain text.
struct AnnotationEvent {
    qint64 fromMs = 0;
    qint64 toMs = 0; // the same for a moment
    QString title;
    QString text;
    QStringList tags;

    bool isRegion() const { return toMs > fromMs; }
    bool operator==(const AnnotationEvent &) const = default;
};

// What one annotation of a dashboard puts onto the time axes of its panels.
struct AnnotationLayer {
    QString name;
    QString color; // as options write colours
    QList<AnnotationEvent> events; // ascending by fromMs

    bool operator==(const AnnotationLayer &) const = default;
};
using AnnotationLayers = QList<AnnotationLayer>;
