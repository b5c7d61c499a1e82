// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/bracketpairs.h>
#include <app/query/metricindex.h>
#include <app/query/promqlcolors.h>
#include <tests/support/fakesource.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// What is known of a server, and when it is asked; the colours of a query.
class TstMetricIndex : public QObject
{
    Q_OBJECT

    qint64 m_now = 1'700'000'000'000;
    std::shared_ptr<FakeSource> m_source;
    std::unique_ptr<MetricIndex> m_index;

private slots:
    void init()
    {
        m_source = std::make_shared<FakeSource>();
        m_index = std::make_unique<MetricIndex>(
            m_source, [this] { return m_now; }, nullptr);
    }

    void asksOnceAndAgainWhenOld()
    {
        QVERIFY(m_source->valueQueries.empty());
        QSignalSpy changed(m_index.get(), &MetricIndex::changed);
        QCOMPARE(m_index->metrics()->size(), 0);
        (void)m_index->metrics();
        QCOMPARE(m_source->valueQueries.size(), size_t(1));
        QCOMPARE(m_source->valueQueries[0].request.range, (TimeRange{m_now - 3'600'000, m_now}));
        QVERIFY(m_index->isLoading());
        m_source->answerValues({{QString(), {u"b"_s, u"a"_s}}});
        QTRY_COMPARE(m_index->metrics()->names(), (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(!m_index->isLoading() && changed.size() == 1);
        m_now += 6 * 60'000;
        QCOMPARE(m_index->metrics()->size(), 2); // the old ones until the new are here
        QCOMPARE(m_source->valueQueries.size(), size_t(2));
    }

    void listsAreKeptBySelector()
    {
        QCOMPARE(m_index->labelNames(u"up"_s), QStringList());
        QCOMPARE(m_index->labelValues(u"up"_s, u"job"_s), QStringList());
        m_source->answerValues({{QString(), {u"job"_s}}, {u"job"_s, {u"x"_s}}});
        QCOMPARE(m_index->labelNames(u"up"_s), QStringList{u"job"_s});
        QCOMPARE(m_index->labelValues(u"up"_s, u"job"_s), QStringList{u"x"_s});
        QCOMPARE(m_source->valueQueries.size(), size_t(2));
        (void)m_index->labelValues(u"down"_s, u"job"_s);
        QCOMPARE(m_source->valueQueries.size(), size_t(3));
    }

    void memoryIsBoundedAndWhatIsDroppedIsCancelled()
    {
        for (int i = 0; i < 300; ++i)
            (void)m_index->labelNames(u"m%1"_s.arg(i));
        QCOMPARE(m_source->openValues().size(), 100);
        QCOMPARE(m_source->openValues().last(), u" m299"_s);
        m_index.reset();
        QCOMPARE(m_source->openValues().size(), 0);
    }

    void failuresAreQuiet()
    {
        (void)m_index->metrics();
        m_source->valueQueries[0].done(tl::unexpected(Error{Error::Kind::Network, u"gone"_s}));
        QCOMPARE(m_index->metrics()->size(), 0);
        QVERIFY(!m_index->isLoading());
        MetricIndex none(nullptr);
        QCOMPARE(none.metrics()->size(), 0);
        QCOMPARE(none.labelNames(QString()), QStringList());
    }

    void colors()
    {
        const QString text = u"sum by (a) (rate(m_$x{b=\"c$d\"}[5m])) > bool 1 # e"_s;
        QStringList parts;
        for (const SyntaxPart &part : syntaxParts(text))
            if (part.role != SyntaxRole::Operator)
                parts.append(u"%1:%2"_s.arg(int(part.role)).arg(part.span.of(text).toString()));
        QCOMPARE(parts,
                 (QStringList{u"5:sum"_s, u"5:by"_s, u"2:a"_s, u"0:rate"_s, u"1:m_"_s, u"7:$x"_s, u"2:b"_s, u"3:\"c"_s, u"7:$d"_s,
                              u"3:\""_s, u"4:5m"_s, u"5:bool"_s, u"4:1"_s, u"8:# e"_s}));
    }

    void brackets()
    {
        const QString text = u"a(\")\"[x])"_s;
        QCOMPARE(bracketsAt(text, 2), (std::pair<qsizetype, qsizetype>(1, 8)));
        QCOMPARE(bracketsAt(text, 9), (std::pair<qsizetype, qsizetype>(1, 8)));
        QCOMPARE(bracketsAt(text, 5), (std::pair<qsizetype, qsizetype>(5, 7)));
        QVERIFY(!bracketsAt(text, 3));
        QVERIFY(isInsideString(text, 3) && !isInsideString(text, 5));
    }
};

ADD_TEST(TstMetricIndex)
#include "tst_metricindex.moc"
