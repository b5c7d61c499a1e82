// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/querygrammar.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstQueryGrammar : public QObject
{
    Q_OBJECT

    using Kind = CompletionContext::Kind;

    // "|" is the cursor.
    static CompletionContext at(QString text)
    {
        const qsizetype cursor = text.indexOf(u'|');
        return variableGrammar().context(text.remove(cursor, 1), cursor);
    }

private slots:
    void fineQueries_data()
    {
        QTest::addColumn<QString>("text");
        for (const char *text : {"", "label_values(job)", "label_values(up, job)", " label_values( up{job=\"$job\"} , instance ) ",
                                 "label_names()", "label_names(inst.*)", "metrics(http_(a|b).*)",
                                 "query_result(topk(3, sum by (job) (rate(up[5m]))))", "up{a=\"b\"}", "label_values(up{a=~\"x,y\"}, b)",
                                 "label_values($label)", "label_values(${metric:raw}, job)", "label_values({a=\"b\",c=\"d\"}, e)"})
            QTest::newRow(text) << QString::fromUtf8(text);
    }
    void fineQueries()
    {
        QFETCH(QString, text);
        const QList<promql::Problem> problems = variableGrammar().problems(text);
        QVERIFY2(problems.isEmpty(), qPrintable(problems.value(0).text));
    }

    void wrongQueries_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("from"); // of the first problem
        QTest::newRow("label") << u"label_values(up{a=\"b\"})"_s << 22;
        QTest::newRow("empty label") << u"label_values(up, )"_s << 17;
        QTest::newRow("inner") << u"label_values(up{a=b}, c)"_s << 18;
        QTest::newRow("bracket") << u"metrics(http.*"_s << 14;
        QTest::newRow("query") << u"query_result()"_s << 13;
        QTest::newRow("function") << u"nonsense(up)"_s << 0;
    }
    void wrongQueries()
    {
        QFETCH(QString, text);
        QFETCH(int, from);
        const QList<promql::Problem> problems = variableGrammar().problems(text);
        QVERIFY(!problems.isEmpty());
        QCOMPARE(int(problems.first().span.from), from);
        QVERIFY(!promqlGrammar().problems(u"label_values(up, job)"_s).isEmpty()); // what the other grammar is for
    }

    void bracketIsMended()
    {
        QString text = u"label_values(up, job"_s;
        const promql::Problem::Fix fix = variableGrammar().problems(text).first().fix.value();
        text.replace(fix.span.from, fix.span.length(), fix.text);
        QCOMPARE(text, u"label_values(up, job)"_s);
    }

    void cursorInTheQuery()
    {
        const CompletionContext selector = at(u"label_values(up{jo|}, instance)"_s);
        QCOMPARE(int(selector.kind), int(Kind::LabelName));
        QCOMPARE(selector.typed, u"jo"_s);
        QCOMPARE(selector.replace, (promql::Span{16, 18}));
        const CompletionContext value = at(u"label_values(up{job=\"w|\"}, instance)"_s);
        QCOMPARE(int(value.kind), int(Kind::LabelValue));
        QCOMPARE(value.label, u"job"_s);
        const CompletionContext label = at(u"label_values(up{job=\"w\"}, ins|)"_s);
        QCOMPARE(int(label.kind), int(Kind::Grouping));
        QCOMPARE(label.selector, u"up{job=\"w\"}"_s);
        QCOMPARE(label.typed, u"ins"_s);
        QCOMPARE(label.replace, (promql::Span{26, 29}));
        QCOMPARE(int(at(u"query_result(sum(ra|))"_s).kind), int(Kind::Expression));
        QCOMPARE(int(at(u"metrics(http|)"_s).kind), int(Kind::MetricName));
        QCOMPARE(at(u"metrics(http|)"_s).typed, u"http"_s);
        QCOMPARE(int(at(u"label_values(up, job)|"_s).kind), int(Kind::Nothing));
        QVERIFY(at(u"lab|"_s).startsVariable);
        QVERIFY(!at(u"sum(lab|)"_s).startsVariable);
        QVERIFY(at(u"label_values(in|)"_s).orLabel);
    }

    void colours()
    {
        const QString text = u"label_values(up{job=\"a\"}, instance)"_s;
        const std::vector<SyntaxPart> parts = variableGrammar().parts(text);
        QCOMPARE(parts.front().span.of(text).toString(), u"label_values"_s);
        QCOMPARE(int(parts.front().role), int(SyntaxRole::Function));
        QCOMPARE(parts.back().span.of(text).toString(), u"instance"_s);
        QCOMPARE(int(parts.back().role), int(SyntaxRole::Label));
        QVERIFY(std::is_sorted(parts.begin(), parts.end(), [](const auto &a, const auto &b) { return a.span.from < b.span.from; }));
        QCOMPARE(variableGrammar().parts(u"up"_s), promqlGrammar().parts(u"up"_s));
    }
};

ADD_TEST(TstQueryGrammar)
#include "tst_querygrammar.moc"
