// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/paneledit.h>
#include <core/optionschema.h>
#include <optional>
#include <widgets/controls/popup.h>

// What all queries of a panel share: members of the panel itself.
struct PanelQueryOptions {
    std::optional<int> maxDataPoints; // absent: the width in px
    QString interval; // least step, as written
    QString timeFrom; // relative range in place of the dashboard's: "1h"
    QString timeShift;
    bool hideTimeOverride = false; // the panel's title does not tell the two

    bool operator==(const PanelQueryOptions &) const = default;
};
const OptionSchema<PanelQueryOptions> &panelQuerySchema();

class PanelQueryOptionsPopup : public Popup
{
    Q_OBJECT

public:
    PanelQueryOptionsPopup(const Json &panel, QWidget *parent);

signals:
    void edited(const PanelEdit &edit);
};
