// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <core/fuzzy.h>
#include <tests/support/testmain.h>

class TstFuzzy : public QObject
{
    Q_OBJECT

private slots:
    void fits_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("fits");
        QTest::addColumn<QList<int>>("positions");
        QTest::newRow("empty") << ""
                               << "up" << true << QList<int>{};
        QTest::newRow("prefix") << "lat"
                                << "Latency" << true << QList<int>{0, 1, 2};
        QTest::newRow("word start wins") << "req"
                                         << "unrequested_requests" << true << QList<int>{12, 13, 14};
        QTest::newRow("scattered") << "hrt"
                                   << "http_requests_total" << true << QList<int>{0, 5, 14};
        QTest::newRow("two words") << "time range"
                                   << "Range of time" << true << QList<int>{0, 1, 2, 3, 4, 9, 10, 11, 12};
        QTest::newRow("no") << "xyz"
                            << "http" << false << QList<int>{};
        QTest::newRow("longer") << "https"
                                << "http" << false << QList<int>{};
    }
    void fits()
    {
        QFETCH(QString, pattern);
        QFETCH(QString, text);
        QFETCH(bool, fits);
        QFETCH(QList<int>, positions);
        const auto match = fuzzyMatch(pattern, text);
        QCOMPARE(match.has_value(), fits);
        if (fits)
            QCOMPARE(match->positions, positions);
    }

    void order()
    {
        const QStringList texts = QStringLiteral("rate rate_limit my_rate irate range_at_end").split(u' '); // best first
        for (qsizetype i = 1; i < texts.size(); ++i)
            QVERIFY2(fuzzyMatch(u"rate", texts[i - 1])->score > fuzzyMatch(u"rate", texts[i])->score, qPrintable(texts[i]));
    }
};

ADD_TEST(TstFuzzy)
#include "tst_fuzzy.moc"
