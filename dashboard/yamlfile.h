// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <core/result.h>

// Dashboards that lie as JSON texts in a YAML file: ConfigMaps (one, several, lists of them) and whatever else holds such texts. Read with
// marks, written by a splice of the one text: comments, other keys and indentation keep their bytes. Aliases are not followed, so that
// there is nothing to blow up.
class YamlFile
{
public:
    struct Part {
        QString name; // the key; told apart from others of the same name: "owner:key", "owner:key (2)"
        QByteArray json;
        qsizetype offset = 0; // of the scalar, or of its tag
        int indent = 0; // of its key
        bool isInFlow = false;
    };

    static constexpr qsizetype kMostBytes = 16 << 20;
    static constexpr int kMostParts = 1000;

    // Parse: not UTF-8 or no YAML, with line and column. Limit: too large, too deep, too many. A file without dashboards has no parts.
    static Result<YamlFile> read(const QByteArray &bytes);

    const QByteArray &bytes() const { return m_bytes; }
    const QList<Part> &parts() const { return m_parts; }
    int indexOf(const QString &name) const; // -1: none

    // The file with another text in that place: a literal block, where it was none before. The same text: the same bytes. Read again before
    // it is given back; Unsupported when it would not say the same then.
    Result<QByteArray> with(int part, const QByteArray &json) const;

private:
    QByteArray m_bytes;
    QList<Part> m_parts;
};
