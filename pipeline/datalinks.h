// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/datalookup.h>
#include <core/frame.h>
#include <pipeline/displayprocessor.h>

// The address of a data link and what its text may refer to, by Grafana's rules (goldens links).

// The value that the link belongs to.
struct LinkScope {
    const Field *field = nullptr;
    const Frame *frame = nullptr; // of the row; null: none
    qsizetype row = -1; // -1: a reduced value, or none
    const DisplayValue *value = nullptr; // as it is shown; null: the row's own
    Brightness theme = Brightness::Dark;
    QTimeZone zone = QTimeZone::utc();
};

// __value.raw|numeric|text|time, __field.name|displayName|labels.x, __series.name, __data.name|refId|fields.x|fields["x"].text|fields[0];
// the value and the row only where there are some. The scope must outlive it.
DataLookup dataLookup(const LinkScope &scope);

// Fills variables and data into a text; of an address, percent-encoded.
using LinkFill = std::function<QString(const QString &text, bool isAddress, const DataLookup &data)>;

// The same of the data alone, where there are no variables.
QString fillData(const QString &text, bool isAddress, const DataLookup &data);

struct ResolvedLink {
    QString address; // to be opened: what came from data and variables is encoded; whatever it leads to
    QString href; // as Grafana writes it: decoded, "about:blank" for scripts
    QString title;
    QString target; // "_blank" or nothing

    bool operator==(const ResolvedLink &) const = default;
};
ResolvedLink resolveLink(const DataLink &link, const LinkScope &scope, const LinkFill &fill);

// What may stand in a link: relative addresses as they are, web addresses in their usual spelling, no scripts.
QString safeHref(const QString &href);
