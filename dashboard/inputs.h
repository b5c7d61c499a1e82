// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <dashboard/document.h>

// What a dashboard that was exported for sharing leaves open: "${DS_NAME}" in place of a source, "${VAR_NAME}" in place of a text. Who
// opens it says what stands there; the file keeps the placeholders. In the v2 form labels of queries name what is open.
struct DashboardInput {
    enum class Kind { Source, Constant };

    Kind kind = Kind::Source;
    QString name; // DS_PROMETHEUS
    QString label; // for people; may be empty
    QString description;
    QString value; // constants: what the file proposes
    QString written = {}; // how the file spells the name, where that could be no variable's

    QString shownName() const { return written.isEmpty() ? name : written; }
    bool operator==(const DashboardInput &) const = default;
};

// By name: the uid of a source, the text of a constant.
using InputValues = QMap<QString, QString>;

// Those of "__inputs", then the names that stand in the place of a source and that nothing declares, then labels. Sources of kinds that
// are not asked here are left out.
QList<DashboardInput> inputsOf(const Document &document);
