// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/promql/parser.h>
#include <datasource/promql/printer.h>
#include <tests/datasource/promql/expressions.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;
using namespace promql;

// Formatting: even, stable, and nothing of the text is lost.
class TstPrinter : public QObject
{
    Q_OBJECT

    static QString formatted(const QString &text, int width = 90) { return format(parse(text), width).value_or(u"(none)"_s); }

    // The texts of the tree without where they stand.
    static QStringList meaning(const Tree &tree)
    {
        QStringList list;
        for (const Node &node : tree.nodes) {
            QString text = QString::number(int(node.kind)) + u' ' + node.text + u' ' + QString::number(node.children.size());
            for (const Matcher &matcher : node.matchers)
                text += u' ' + matcher.name + QString::number(int(matcher.op)) + tree.at(matcher.value).toString();
            for (const Modifier &modifier : node.modifiers)
                text += u' ' + QString::number(int(modifier.kind));
            for (const LabelName &label : node.grouping.labels)
                text += u' ' + label.name;
            text += QString::number(int(node.grouping.kind)) + QString::number(int(node.matching.kind))
                + QString::number(int(node.matching.group)) + QString::number(node.matching.isBool)
                + QString::number(node.matching.fills.size());
            list.append(text);
        }
        return list;
    }

private slots:
    void keepsTheMeaningAndIsStable()
    {
        for (const Expression &row : expressions()) {
            if (row.verdict == u"invalid" || row.verdict == u"oursinvalid")
                continue;
            for (const int width : {200, 30, 5}) {
                const Tree tree = parse(row.text);
                const std::optional<QString> once = format(tree, width);
                QVERIFY2(once, qPrintable(row.text));
                QCOMPARE(meaning(parse(*once)), meaning(tree));
                QCOMPARE(formatted(*once, width), *once);
            }
        }
    }

    void oneLine_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("expected");
        const auto row
            = [](const char *text, const char *expected) { QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(expected); };
        row(" sum(  up )by(job,  instance ) ", "sum by (job, instance) (up)");
        row("rate(a{b=\"c\",d=~'e'}[5m]offset 5m)", "rate(a{b=\"c\", d=~'e'}[5m] offset 5m)");
        row("a*on(x)group_left()b", "a * on (x) group_left () b");
        row("- a", "-a");
        row("SUM WITHOUT(a)(b)AND ON(c) d", "sum without (a) (b) and on (c) d");
        row("max_over_time( (a)[1h : 5m] @ end( ) )", "max_over_time((a)[1h:5m] @ end())");
        row("rate(${m:raw}_total{a=\"$b\"}[$__rate_interval])>$c", "rate(${m:raw}_total{a=\"$b\"}[$__rate_interval]) > $c");
        row("a[[x]]{$more , y=\"[[z]]\"}", "a[[x]]{$more, y=\"[[z]]\"}");
        row("a>bool 0x1F", "a > bool 0x1F");
        row("up # why", "up # why");
        row("a[5m+1m]", "a[5m + 1m]");
    }

    void oneLine()
    {
        QFETCH(QString, text);
        QFETCH(QString, expected);
        QCOMPARE(formatted(text), expected);
    }

    void longOnesAreBroken()
    {
        QCOMPARE(
            formatted(
                u"sum by (path) (rate(http_requests_total{job=\"api\",code=~\"5..\"}[5m])) / on (path) sum by (path) (rate(http_requests_total{job=\"api\"}[5m])) > 0.05"_s,
                60),
            u"sum by (path) (\n"
            "  rate(http_requests_total{job=\"api\", code=~\"5..\"}[5m])\n"
            ")\n"
            "/ on (path) sum by (path) (\n"
            "  rate(http_requests_total{job=\"api\"}[5m])\n"
            ")\n"
            "> 0.05"_s);
    }

    void commentsStay()
    {
        QCOMPARE(formatted(u"# first\nsum(\n a # of a\n + b)\n# last"_s), u"# first\nsum(\n  a\n  # of a\n  + b\n)\n# last"_s);
        QCOMPARE(formatted(u"up{ # why\n a=\"b\"}"_s), u"up{\n  # why\n  a=\"b\"\n}"_s);
    }

    void whatCannotBeReadStays()
    {
        QVERIFY(!format(parse(u"sum(up"_s)));
        QVERIFY(!format(parse(QString())));
        QCOMPARE(formatted(u"rate( up )"_s), u"rate(up)"_s); // read whole, though wrong
    }

    void selectorsForTheServer()
    {
        const auto first = [](const QString &text) {
            const Tree tree = parse(text);
            for (const Node &node : tree.nodes)
                if (node.kind == NodeKind::Selector)
                    return selectorText(tree, node);
            return u"(none)"_s;
        };
        QCOMPARE(first(u"up"_s), u"up"_s);
        QCOMPARE(first(u"rate(up{a=\"b\", c=~\"$d\", e!=\"f\"}[5m])"_s), u"up{a=\"b\",e!=\"f\"}"_s);
        QCOMPARE(first(u"{a=\"$b\"}"_s), QString());
        QCOMPARE(first(u"x_$y{a=\"b\"}"_s), u"{a=\"b\"}"_s);
    }
};

ADD_TEST(TstPrinter)
#include "tst_printer.moc"
