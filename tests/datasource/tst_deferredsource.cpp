// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/deferredsource.h>
#include <tests/support/fakesource.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstDeferredSource : public QObject
{
    Q_OBJECT

    std::shared_ptr<FakeSource> m_fake = std::make_shared<FakeSource>();
    int m_needed = 0;

private slots:
    void init()
    {
        m_fake = std::make_shared<FakeSource>();
        m_needed = 0;
    }

    void questionsWaitForTheSource()
    {
        DeferredSource source([this] { ++m_needed; });
        int answers = 0;
        const Pending pending = source.query({}, [&](const Result<QueryAnswer> &answer) { answers += answer.has_value(); });
        QCOMPARE(m_needed, 1);
        source.become(m_fake);
        QCOMPARE(m_fake->queries.size(), 1u);
        m_fake->answerQueries(1);
        QCOMPARE(answers, 1);
        const Pending direct = source.query({}, [&](const Result<QueryAnswer> &) { ++answers; });
        QCOMPARE(m_fake->queries.size(), 2u);
        QCOMPARE(m_needed, 1);
    }

    void cancelledWhileWaiting()
    {
        DeferredSource source;
        {
            const Pending pending = source.query({}, [](const Result<QueryAnswer> &) { QFAIL("cancelled questions get no answer"); });
        }
        source.become(m_fake);
        QVERIFY(m_fake->queries.empty());
    }

    void cancelReachesTheSource()
    {
        DeferredSource source;
        {
            const Pending pending = source.query({}, [](const Result<QueryAnswer> &) {});
            source.become(m_fake);
        }
        QCOMPARE(m_fake->cancelled, 1);
    }

    void failureReachesWhatWaitsAndWhatComes()
    {
        DeferredSource source;
        QStringList said;
        const auto done = [&](const Result<QueryAnswer> &answer) { said << answer.error().what; };
        const Pending before = source.query({}, done);
        source.fail({Error::Kind::Config, u"not installed"_s});
        const Pending after = source.query({}, done);
        QVERIFY(said.isEmpty()); // never from inside the call
        QTRY_COMPARE(said, (QStringList{u"not installed"_s, u"not installed"_s}));
        source.wait();
        const Pending again = source.query({}, done);
        source.become(m_fake);
        QCOMPARE(m_fake->queries.size(), 1u);
    }
};

ADD_TEST(TstDeferredSource)
#include "tst_deferredsource.moc"
