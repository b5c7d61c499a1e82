// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtTest/QTest>

// A file of the repository that is generated: it holds what it should, or with PROMONTORY_WRITE_DOCS=1 it is written.
inline void checkGenerated(const QString &path, const QByteArray &wanted)
{
    QFile file(path);
    if (qEnvironmentVariableIsSet("PROMONTORY_WRITE_DOCS")) {
        QVERIFY(file.open(QIODevice::WriteOnly));
        QCOMPARE(file.write(wanted), wanted.size());
        return;
    }
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(QString::fromUtf8(file.readAll()), QString::fromUtf8(wanted));
}
