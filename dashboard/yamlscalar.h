// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <optional>

// Where a scalar lies in the bytes of a YAML file.
struct YamlScalar {
    char style = 0; // | > " '
    qsizetype begin = 0; // of the indicator or quote
    qsizetype end = 0; // behind the quote; of a block: where its last line with text ends
    qsizetype content = 0; // of a block: its first line
    int indent = 0; // of a block's lines
    bool hasIndicator = false; // the header says the indent
};

// at: of the scalar, its tag or its anchor. keyIndent: of the key that it belongs to. Nothing: a plain one, or none.
std::optional<YamlScalar> yamlScalarAt(const QByteArray &bytes, qsizetype at, int keyIndent);

// The bytes with the scalar's text replaced by JSON, as a literal block. before: what it says now; its lines that are the same keep their
// bytes. Nothing: it cannot be said there.
std::optional<QByteArray> withYamlText(const QByteArray &bytes, const YamlScalar &scalar, const QByteArray &before, const QByteArray &json,
                                       int keyIndent);
