// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>

// An option as the settings' forms show it.
struct SettingsRow {
    OptionRow row;
    bool narrow = false; // half the width when the next one is narrow, too
    bool code = false; // set in the fixed font
};

// Writes rows down one after another.
class SettingsRows
{
public:
    SettingsRow &add(const QString &key, OptionRow::Kind kind, const char *label, const Json &byDefault = {})
    {
        SettingsRow made;
        made.row.key = key;
        made.row.kind = kind;
        made.row.label = label;
        made.row.group = m_group;
        made.row.defaultValue = byDefault;
        m_rows.append(made);
        return m_rows.last();
    }
    SettingsRow &narrow(const QString &key, OptionRow::Kind kind, const char *label, const Json &byDefault = {})
    {
        SettingsRow &row = add(key, kind, label, byDefault);
        row.narrow = true;
        return row;
    }
    void group(const char *heading) { m_group = heading; } // of those that follow
    const QList<SettingsRow> &rows() const { return m_rows; }

private:
    const char *m_group = "";
    QList<SettingsRow> m_rows;
};
