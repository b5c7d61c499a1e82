// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/paneloptions.h>
#include <panels/paneltype.h>
#include <pipeline/standardoptions.h>

// Whatever the order of the members.
inline bool same(const Json &a, const Json &b)
{
    if (a.size() != b.size() || (!a.isObject() && !a.isArray()))
        return a == b;
    for (const QString &key : a.keys())
        if (!b.contains(key) || !same(a[key], b[key]))
            return false;
    for (qsizetype i = 0; a.isArray() && i < a.size(); ++i)
        if (!same(a.at(i), b.at(i)))
            return false;
    return a.type() == b.type();
}

// Every option that a panel's form shows, with the place of its object in the panel.
struct PanelRow {
    QString section; // dotted; empty = the panel itself
    OptionRow row;

    QString path() const { return section.isEmpty() ? row.key : section + u'.' + row.key; }
    // What counts: the value, or what stands in for a missing one.
    Json in(const Json &panel) const
    {
        const Json value = panel.get(path());
        return value.isNull() ? row.defaultValue : value;
    }
    bool isShownFor(const Json &panel) const { return !row.visible || row.visible(section.isEmpty() ? panel : panel.get(section)); }
};

inline QList<PanelRow> panelRows(const PanelType &type)
{
    QList<PanelRow> rows;
    const auto add = [&](const QString &section, const QList<OptionRow> &more) {
        for (const OptionRow &row : more)
            rows.append({section, row});
    };
    add({}, titleOptions() + panelOptions() + repeatOptions() + panelLinkOptions());
    add(QStringLiteral("options"), type.options);
    if (!type.asksData)
        return rows;
    add(QStringLiteral("fieldConfig.defaults.custom"), type.fieldOptions);
    for (OptionRow row : standardFieldOptions()) {
        if (!type.standardFields.isEmpty() && !type.standardFields.contains(row.key))
            continue;
        if (const Json standard = type.fieldDefaults.get(row.key); !standard.isNull())
            row.defaultValue = standard;
        rows.append({QStringLiteral("fieldConfig.defaults"), row});
    }
    return rows;
}

inline QList<OverrideProperty> overridable(const PanelType &type)
{
    QList<OptionRow> standard;
    for (const PanelRow &each : panelRows(type))
        if (each.section == QLatin1String("fieldConfig.defaults"))
            standard.append(each.row);
    return overrideProperties(standard, type.fieldOptions);
}
