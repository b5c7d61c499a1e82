// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QFile>
#include <QtCore/QRegularExpression>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// The documents that promise something name the test that proves it: each is there.
class TstDocs : public QObject
{
    Q_OBJECT

    static QString textOf(const QString &path)
    {
        QFile file(QStringLiteral(SOURCE_DIR "/") + path);
        return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
    }

private slots:
    void namedTestsExist_data()
    {
        QTest::addColumn<QString>("document");
        QTest::addColumn<int>("atLeast"); // tests that it names
        QTest::newRow("reliability") << u"docs/reliability.md"_s << 40;
        QTest::newRow("security") << u"docs/security.md"_s << 15;
    }

    void namedTestsExist()
    {
        QFETCH(QString, document);
        QFETCH(int, atLeast);
        static const QRegularExpression named(u"`(tests/[a-z/]+/tst_[a-z]+\\.cpp): (\\w+)`"_s);
        int count = 0;
        for (auto it = named.globalMatch(textOf(document)); it.hasNext(); ++count) {
            const QRegularExpressionMatch match = it.next();
            const QString source = textOf(match.captured(1));
            QVERIFY2(!source.isEmpty(), qPrintable(match.captured(1)));
            const QRegularExpression function(u"\\bvoid (\\w+::)?%1\\(\\)"_s.arg(match.captured(2)));
            QVERIFY2(function.match(source).hasMatch(), qPrintable(match.captured(0)));
        }
        QVERIFY2(count >= atLeast, qPrintable(QString::number(count)));
    }

    void everyRowNamesATest()
    {
        for (const QString &document : {u"docs/reliability.md"_s, u"docs/security.md"_s})
            for (const QString &line : textOf(document).split(u'\n'))
                if (line.startsWith("| "_L1) && !line.startsWith("| ---"_L1) && !line.contains("| test |"_L1))
                    QVERIFY2(line.contains("`tests/"_L1), qPrintable(line));
    }
};

ADD_TEST(TstDocs)
#include "tst_docs.moc"
