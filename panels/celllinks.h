// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <panels/panelwidget.h>
#include <pipeline/displayprocessor.h>

// Data links (fieldConfig "links") of one value, variables and data (pipeline/datalinks.h) filled in. What comes from data is
// percent-encoded. Where they lead is looked at by who follows them, and said where they are refused.
struct CellLink {
    QString title;
    QUrl url;
    bool oneClick = false; // followed without asking

    bool operator==(const CellLink &) const = default;
};

struct CellScope {
    const Frame *frame = nullptr; // of the row; null: none
    qsizetype row = -1;
};

QList<CellLink> cellLinks(const Field &field, const DisplayValue &value, const PanelContext &context, const CellScope &scope = {});

// One link is followed at once, and so is one that says so; several ask by a menu at the place.
void openCellLinks(const QList<CellLink> &links, QWidget *parent, const QPoint &global, const std::function<void(const QUrl &)> &follow);
