// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtCore/QList>

// The rows of tests/data/promql/expressions.tsv.
struct Expression {
    QString verdict; // valid, invalid, newer, ours, oursinvalid
    QString text;
};

inline QList<Expression> expressions()
{
    QList<Expression> list;
    QFile file(QStringLiteral(TEST_DATA_DIR "/promql/expressions.tsv"));
    if (!file.open(QIODevice::ReadOnly))
        return list;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts)) {
        const qsizetype tab = line.indexOf(u'\t');
        if (!line.startsWith(u"# verdict"))
            list.append({line.left(tab), line.mid(tab + 1)});
    }
    return list;
}
