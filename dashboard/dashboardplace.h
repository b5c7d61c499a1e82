// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/result.h>

// Where a dashboard lies: in a file of its own, or as one of several texts of a YAML file: "cm.yaml#up.json".
struct DashboardPlace {
    QString file;
    QString part; // empty: the file, or the only text in it

    static DashboardPlace of(const QString &path);
    QString path() const { return part.isEmpty() ? file : file + u'#' + part; }
};

bool isYamlName(const QString &file); // .yaml, .yml
// The bytes of a file of at most 64 MiB.
Result<QByteArray> dashboardBytes(const QString &file);
// The paths of the dashboards in a file: of JSON the file alone, of YAML one for each. Parse: YAML without a dashboard.
Result<QStringList> dashboardsIn(const QString &path);
