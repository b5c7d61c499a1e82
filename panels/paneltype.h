// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <core/json.h>
#include <core/optionschema.h>
#include <core/paneldata.h>
#include <functional>

class PanelWidget;
class QWidget;

// All that the program needs to know of a panel type: a value, made by one function in the type's folder, listed in registry.cpp.
struct PanelType {
    QString id; // Grafana's: "timeseries"
    const char *name = ""; // translated in context "Panels"
    const char *description = "";
    QString icon; // of resources/icons, without ".svg"
    QList<OptionRow> options; // below "options"
    QList<OptionRow> fieldOptions; // below "fieldConfig.defaults.custom"
    QStringList standardFields; // which of unit, decimals, min, max, … the form offers; empty = all
    Json fieldDefaults; // fieldConfig.defaults that stand in for what the file leaves out
    bool asksData = true; // false: runs no query (text, row)
    bool showsExemplars = false;
    std::function<PanelWidget *(QWidget *parent)> create;
    std::function<double(const PanelData &)> suggest; // how well it would show the data, 0..1
};
