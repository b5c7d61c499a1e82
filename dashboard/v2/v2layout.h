// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/classiccodec.h>

class Document;

// The layout tree of the v2 form, flattened into rows of one grid: each section (row or tab) is a row, whatever lies in it. An automatic
// grid is laid out for a page of usual width.
QList<PanelNode> v2Nodes(const Json &spec, const QString &root);

// The layout after an edit of its classic twin. Refused: what a layout of this kind cannot hold. elementNames: by element id, of new panels
// too.
Result<Json> v2LayoutOf(const Document &document, const Document &before, const Document &after,
                        const QHash<QString, QString> &elementNames);
