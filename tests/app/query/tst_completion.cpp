// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/completion.h>
#include <random>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// What is offered at a cursor, which stands as | in the texts.
class TstCompletion : public QObject
{
    Q_OBJECT

    std::shared_ptr<const NameTable> m_many;

    // Names as exporters make them, and the few that the scripted prefixes look for.
    static QStringList manyNames(int count)
    {
        static const QStringList kAreas{u"http"_s,      u"grpc"_s,  u"node"_s,  u"go"_s,  u"process"_s, u"kube"_s,
                                        u"container"_s, u"mysql"_s, u"redis"_s, u"jvm"_s, u"queue"_s,   u"cache"_s};
        static const QStringList kThings{u"server"_s,  u"client"_s, u"requests"_s, u"memory"_s,  u"cpu"_s,  u"disk"_s, u"network"_s,
                                         u"handler"_s, u"worker"_s, u"pool"_s,     u"session"_s, u"rate"_s, u"sum"_s};
        static const QStringList kEnds{u"total"_s, u"bytes"_s, u"seconds_bucket"_s, u"seconds_count"_s, u"seconds_sum"_s,
                                       u"ratio"_s, u"info"_s};
        std::mt19937 random(3);
        const auto pick = [&](const QStringList &list) { return list[qsizetype(random() % size_t(list.size()))]; };
        QStringList names{u"http_requests_total"_s,
                          u"http_request_duration_seconds_bucket"_s,
                          u"node_cpu_seconds_total"_s,
                          u"up"_s,
                          u"node_memory_MemAvailable_bytes"_s,
                          u"process_resident_memory_bytes"_s,
                          u"go_goroutines"_s,
                          u"job:http_requests:rate5m"_s,
                          u"kube_pod_info"_s};
        while (names.size() < count)
            names.append(pick(kAreas) + u'_' + pick(kThings) + u'_' + pick(kThings) + QString::number(names.size()) + u'_' + pick(kEnds));
        return names;
    }

    static QStringList offers(const QString &marked, const CompletionSources &sources)
    {
        QString text = marked;
        const qsizetype cursor = text.indexOf(u'|');
        text.remove(cursor, 1);
        QStringList texts;
        for (const CompletionItem &item : complete(completionContext(text, cursor), sources))
            texts.append(item.text);
        return texts;
    }

    static CompletionContext contextAt(const QString &marked)
    {
        QString text = marked;
        const qsizetype cursor = text.lastIndexOf(u'|');
        text.remove(cursor, 1);
        return completionContext(text, cursor);
    }

private slots:
    void initTestCase() { m_many = std::make_shared<const NameTable>(manyNames(100'000)); }

    void contexts_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("selector");
        QTest::addColumn<QString>("label");
        using Kind = CompletionContext::Kind;
        const auto row = [](const char *text, Kind kind, const char *typed, const char *selector = "", const char *label = "") {
            QTest::newRow(text) << int(kind) << QString::fromUtf8(typed) << QString::fromUtf8(selector) << QString::fromUtf8(label);
        };
        row("|", Kind::Expression, "");
        row("ra|", Kind::Expression, "ra");
        row("sum(ht|", Kind::Expression, "ht");
        row("sum(|)", Kind::Expression, "");
        row("a + |", Kind::Expression, "");
        row("a / on (x) |", Kind::Expression, "");
        row("up |", Kind::Operator, "");
        row("sum(up) b|", Kind::Operator, "b");
        row("up[5m] o|", Kind::Operator, "o");
        row("up{|", Kind::LabelName, "", "up");
        row("up{jo|}", Kind::LabelName, "jo", "up");
        row("up{job=\"a\",|}", Kind::LabelName, "", "up{job=\"a\"}");
        row("up{|,job=\"a\"}", Kind::LabelName, "", "up{job=\"a\"}");
        row("{i|}", Kind::LabelName, "i");
        row("up{job=\"|\"}", Kind::LabelValue, "", "up", "job");
        row("up{job=\"ap|\"}", Kind::LabelValue, "ap", "up", "job");
        row("up{a=\"$x\",job=\"ap|\",b!=\"c\"}", Kind::LabelValue, "ap", "up{b!=\"c\"}", "job");
        row("up{job=|}", Kind::LabelValue, "", "up", "job");
        row("up{job=\"ap|", Kind::LabelValue, "ap", "up", "job");
        row("sum by (|) (rate(http_requests_total{job=\"a\"}[5m]))", Kind::Grouping, "", "http_requests_total{job=\"a\"}");
        row("sum(rate(http_requests_total[5m])) by (in|)", Kind::Grouping, "in", "http_requests_total");
        row("a * on (j|) b", Kind::Grouping, "j", "a");
        row("rate(up[|])", Kind::Range, "");
        row("rate(up[5|])", Kind::Range, "5");
        row("max_over_time(up[1h:|])", Kind::Range, "");
        row("up offset |", Kind::Duration, "");
        row("up offset 1|", Kind::Duration, "1");
        row("rate(up[$__|])", Kind::Variable, "$__");
        row("up{job=\"$jo|\"}", Kind::Variable, "$jo");
        row("up{job=\"${jo|\"}", Kind::Variable, "${jo");
        row("up # com|", Kind::Nothing, "");
        row("label_replace(up, \"a|\")", Kind::Nothing, "");
        row("up > 1|", Kind::Nothing, "");
        row("up{job |", Kind::Nothing, "");
    }

    void contexts()
    {
        QFETCH(int, kind);
        QFETCH(QString, typed);
        QFETCH(QString, selector);
        QFETCH(QString, label);
        const CompletionContext context = contextAt(QString::fromUtf8(QTest::currentDataTag()));
        QCOMPARE(int(context.kind), kind);
        QCOMPARE(context.typed, typed);
        QCOMPARE(context.selector, selector);
        QCOMPARE(context.label, label);
    }

    // The issue's measure: 20 prefixes, 100,000 names, the wanted one among the first three.
    void amongTheFirstThree_data()
    {
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *text, const char *expected) { QTest::newRow(text) << QString::fromUtf8(expected); };
        row("http_req|", "http_requests_total");
        row("http_requests|", "http_requests_total");
        row("rate(http_requests_t|)", "http_requests_total");
        row("histogram_quantile(0.9, rate(http_request_d|))", "http_request_duration_seconds_bucket");
        row("cpu_sec|", "node_cpu_seconds_total");
        row("sum(node_cpu_sec|", "node_cpu_seconds_total");
        row("u|", "up");
        row("memavail|", "node_memory_MemAvailable_bytes");
        row("resident|", "process_resident_memory_bytes");
        row("gorou|", "go_goroutines");
        row("job:http|", "job:http_requests:rate5m");
        row("kube_p|", "kube_pod_info");
        row("ra|", "rate");
        row("su|", "sum");
        row("histogram_q|", "histogram_quantile");
        row("inc|", "increase");
        row("topk(5, s|", "sum");
        row("label_r|", "label_replace");
        row("sum(up) b|", "by");
        row("avg_o|", "avg_over_time");
        row("sum by (inst|) (up)", "instance");
        row("up{jo|}", "job");
        row("up{job=\"pro|\"}", "prometheus");
        row("up{job=~\"node|pro|\"}", "prometheus");
        row("rate(up[|])", "$__rate_interval");
        row("rate(up[5|])", "5m");
        row("up{job=\"$in|\"}", "$instance");
    }

    void amongTheFirstThree()
    {
        QFETCH(QString, expected);
        CompletionSources sources;
        sources.metrics = m_many;
        sources.labelNames = {u"__name__"_s, u"code"_s, u"instance"_s, u"job"_s, u"method"_s};
        sources.labelValues = {u"alertmanager"_s, u"node"_s, u"prometheus"_s};
        sources.variables = {u"instance"_s, u"job"_s};
        QString text = QString::fromUtf8(QTest::currentDataTag());
        const qsizetype cursor = text.lastIndexOf(u'|');
        text.remove(cursor, 1);
        QStringList texts;
        for (const CompletionItem &item : complete(completionContext(text, cursor), sources))
            texts.append(item.text);
        QVERIFY2(texts.mid(0, 3).contains(expected), qPrintable(texts.mid(0, 8).join(u", "_s)));
    }

    void names()
    {
        const NameTable table({u"b_total"_s, u"a_total_b"_s, u"a_total_b"_s, u"xtotal"_s, u"totals"_s, u"Node_Total"_s, u"t_o_t"_s});
        QCOMPARE(table.size(), 6);
        QCOMPARE(table.search(u"total", 10), (QStringList{u"totals"_s, u"b_total"_s, u"a_total_b"_s, u"Node_Total"_s, u"xtotal"_s}));
        QCOMPARE(table.search(u"tot", 1), (QStringList{u"totals"_s}));
        QCOMPARE(table.search(u"ab", 10), (QStringList{u"a_total_b"_s}));
        QCOMPARE(table.search(u"zz", 10), QStringList());
        QCOMPARE(table.search(u"", 10).size(), 6);
        QVERIFY(table.contains(u"xtotal"_s) && !table.contains(u"total"_s));
    }

    void insertions()
    {
        CompletionSources sources;
        sources.metrics = std::make_shared<const NameTable>(QStringList{u"a.dotted name"_s});
        sources.labelNames = {u"job"_s, u"service.name"_s};
        sources.labelValues = {u"a\"b\\c.d"_s};
        const auto first = [&](const QString &marked) {
            const CompletionContext context = contextAt(marked);
            const QList<CompletionItem> items = complete(context, sources);
            if (items.isEmpty())
                return u"(none)"_s;
            QString text = marked;
            text.remove(text.lastIndexOf(u'|'), 1);
            text.replace(context.replace.from, context.replace.length(), items.first().insert);
            return text.insert(context.replace.from + items.first().insert.size() - items.first().cursorBack, u'|');
        };
        QCOMPARE(first(u"rat|"_s), u"rate(|)"_s);
        QCOMPARE(first(u"rat|(up)"_s), u"rate|(up)"_s);
        QCOMPARE(first(u"pi|"_s), u"pi()|"_s);
        QCOMPARE(first(u"dotted|"_s), u"{\"a.dotted name\"}|"_s);
        QCOMPARE(first(u"up{jo|}"_s), u"up{job=\"|\"}"_s);
        QCOMPARE(first(u"up{jo|=\"a\"}"_s), u"up{job|=\"a\"}"_s);
        QCOMPARE(first(u"up{serv|}"_s), u"up{\"service.name\"=\"|\"}"_s);
        QCOMPARE(first(u"up{job=\"a|\"}"_s), u"up{job=\"a\\\"b\\\\c.d|\"}"_s);
        QCOMPARE(first(u"up{job=|}"_s), u"up{job=\"a\\\"b\\\\c.d\"|}"_s);
        QCOMPARE(first(u"up{job=~\"x|a|\"}"_s), u"up{job=~\"x|a\\\"b\\\\\\\\c\\\\.d|\"}"_s);
        QCOMPARE(first(u"sum(up) b|"_s), u"sum(up) by (|)"_s);
    }

    void hostileTexts()
    {
        std::mt19937 random(11);
        const QString letters = u"ab1.5 (){}[]=~!<>\"'`\\$#@,:+-*/^%_\n|byon"_s;
        for (int i = 0; i < 5000; ++i) {
            QString text;
            for (size_t length = random() % 40; length > 0; --length)
                text += letters[qsizetype(random() % size_t(letters.size()))];
            const CompletionContext context = completionContext(text, qsizetype(random() % 45));
            QVERIFY2(context.replace.from >= 0 && context.replace.from <= context.replace.to && context.replace.to <= text.size(),
                     qPrintable(text));
        }
        (void)completionContext(QString(u"sum by ("_s).repeated(20'000), 100'000);
    }
};

ADD_TEST(TstCompletion)
#include "tst_completion.moc"
