// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QElapsedTimer>
#include <datasource/promql/functions.h>
#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>
#include <datasource/promql/placeholders.h>
#include <datasource/promql/regexcheck.h>
#include <random>
#include <tests/datasource/promql/expressions.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;
using namespace promql;

// What is read, what is found wrong, and that no text can hurt.
class TstParser : public QObject
{
    Q_OBJECT

    static QString problems(const Tree &tree)
    {
        QStringList texts;
        for (const Problem &problem : tree.problems)
            texts.append(problem.text);
        return texts.join(u" | "_s);
    }

    static bool isSane(const Tree &tree)
    {
        for (size_t i = 0; i < tree.nodes.size(); ++i) {
            const Node &node = tree.nodes[i];
            if (node.span.from < 0 || node.span.to > tree.source.size() || node.span.from > node.span.to || node.depth > kMaxDepth + 1)
                return false;
            for (const int child : node.children)
                if (child < 0 || size_t(child) >= i)
                    return false;
        }
        for (const Problem &problem : tree.problems)
            if (problem.span.from < 0 || problem.span.to > tree.source.size() || problem.text.isEmpty())
                return false;
        return true;
    }

private slots:
    void table()
    {
        QVERIFY(expressions().size() > 500);
        for (const Expression &row : expressions()) {
            const Tree tree = parse(row.text);
            QVERIFY2(isSane(tree), qPrintable(row.text));
            const bool isValid = row.verdict != u"invalid" && row.verdict != u"oursinvalid";
            QVERIFY2(tree.isValid() == isValid, qPrintable(row.verdict + u' ' + row.text + u" -> "_s + problems(tree)));
        }
    }

    void messages_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("where");
        QTest::addColumn<QString>("message");
        QTest::addColumn<QString>("mended");
        const auto row = [](const char *text, const char *where, const char *message, const char *mended) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromUtf8(where) << QString::fromUtf8(message)
                                << QString::fromUtf8(mended);
        };
        row("rate(up)", "up", "rate() needs a range, such as [5m]", "rate(up[$__rate_interval])");
        row("rate(up{job=\"a\"})", "up{job=\"a\"}", "rate() needs a range, such as [5m]", "rate(up{job=\"a\"}[$__rate_interval])");
        row("rate(sum(up))", "sum(up)", "rate() needs a range vector; a subquery such as [5m:1m] behind an expression makes one", "");
        row("abs(up[5m])", "up[5m]", "abs() takes an instant vector; this has a range", "");
        row("sum(up", "(", "This ( is never closed", "sum(up)");
        row("sum(up # c", "(", "This ( is never closed", "sum(up) # c");
        row("up{job=\"a\"", "{", "This { is never closed", "up{job=\"a\"}");
        row("rate(up[5m", "[", "This [ is never closed", "rate(up[5m]");
        row("rats(up[5m])", "rats", "There is no function rats; rate is meant?", "rate(up[5m])");
        row("zzzzzzz(up)", "zzzzzzz", "There is no function zzzzzzz", "");
        row("1 > 2", ">", "Comparing two numbers needs bool: it answers 1 or 0", "1 > bool 2");
        row("up{job=api}", "api", "The value of a label stands in quotes", "up{job=\"api\"}");
        row("up{job==\"api\"}", "==", "Labels are matched with a single =", "up{job=\"api\"}");
        row("up = 1", "=", "Values are compared with ==", "up == 1");
        row("up{job}", "job", "The label job needs =, !=, =~ or !~ and a value in quotes", "");
        row("{}", "{}", "This would fetch every series: name a metric, or match a label with something that is not empty", "");
        row("up +", "", "Something is missing at the end", "");
        row("up down", "down", "An operator is missing before down", "");
        row("sum(up)[5m]", "[5m]", "Only a selector has a range; with a colon it is a subquery and works on any instant vector",
            "sum(up)[5m:]");
        row("up / rate(up[5m])[5m]", "[5m]", "Only a selector has a range; with a colon it is a subquery and works on any instant vector",
            "up / rate(up[5m])[5m:]");
        row("up and 1", "1", "and works between instant vectors, not on a number", "");
        row("topk(up)", "topk(up)", "topk() takes 2 arguments, not 1: topk(k scalar, v instant vector)", "");
        row("vector(up)", "up", "vector() takes a scalar here, this is an instant vector: vector(s scalar)", "");
        row("{a=~\"(\"}", "\"(\"", "The regular expression has a ( that is not closed", "");
        row("\"abc", "\"abc", "This text has no closing quote", "\"abc\"");
        row("sum(up, )", ",", "An argument is missing behind this comma", "sum(up )");
        row("up[0s]", "0s", "A range is longer than 0", "");
        row("up)", ")", ") closes nothing, or something before it is missing", "");
    }

    void messages()
    {
        QFETCH(QString, text);
        QFETCH(QString, where);
        QFETCH(QString, message);
        QFETCH(QString, mended);
        const Tree tree = parse(text);
        QVERIFY(!tree.problems.isEmpty());
        const Problem &problem = tree.problems.first();
        QCOMPARE(problem.text, message);
        QCOMPARE(tree.at(problem.span).toString(), where);
        QCOMPARE(problem.fix.has_value(), !mended.isEmpty());
        if (problem.fix)
            QCOMPARE(QString(text).replace(problem.fix->span.from, problem.fix->span.length(), problem.fix->text), mended);
    }

    void typesOfResults()
    {
        const QList<QPair<QString, ValueType>> rows{
            {u"1 + 2"_s, ValueType::Scalar},        {u"up"_s, ValueType::InstantVector},      {u"up[5m]"_s, ValueType::RangeVector},
            {u"up[1h:]"_s, ValueType::RangeVector}, {u"\"a\""_s, ValueType::String},          {u"$x"_s, ValueType::Any},
            {u"$x + 1"_s, ValueType::Any},          {u"up + $x"_s, ValueType::InstantVector}, {u"time()"_s, ValueType::Scalar},
            {u"-(up)"_s, ValueType::InstantVector}, {u"$x[5m]"_s, ValueType::RangeVector}};
        for (const auto &[text, type] : rows) {
            const Tree tree = parse(text);
            QVERIFY2(tree.isValid(), qPrintable(text));
            QVERIFY2(tree[tree.root].type == type, qPrintable(text));
        }
    }

    void partsOfASelector()
    {
        const QString text = u"a + node_cpu{mode!~\"idle|$x\", cpu=\"0\"}[5m] offset 1h"_s;
        const Tree tree = parse(text);
        const auto it = std::find_if(tree.nodes.begin(), tree.nodes.end(), [](const Node &node) { return node.hasBraces; });
        QVERIFY(it != tree.nodes.end());
        QCOMPARE(it->text, u"node_cpu"_s);
        QCOMPARE(it->matchers.size(), 2);
        QCOMPARE(it->matchers[0].name, u"mode"_s);
        QCOMPARE(it->matchers[0].op, TokenKind::RegexNoMatch);
        QVERIFY(it->matchers[0].hasVariable);
        QCOMPARE(it->matchers[1].text, u"0"_s);
        QCOMPARE(tree.at(it->matchers[1].span).toString(), u"cpu=\"0\""_s);
        QCOMPARE(tree[tree.root].kind, NodeKind::Binary);
        QCOMPARE(tree[tree[tree.root].children[1]].modifiers.size(), 1);
    }

    void precedence()
    {
        const Tree tree = parse(u"a or b and c == d + e * f ^ g ^ h"_s);
        QString shape;
        const std::function<void(int)> draw = [&](int index) {
            const Node &node = tree[index];
            if (node.kind != NodeKind::Binary) {
                shape += node.text;
                return;
            }
            shape += u'(';
            draw(node.children[0]);
            shape += node.text;
            draw(node.children[1]);
            shape += u')';
        };
        draw(tree.root);
        QCOMPARE(shape, u"(aor(band(c==(d+(e*(f^(g^h)))))))"_s);
        QCOMPARE(parse(u"-2 ^ 2"_s)[parse(u"-2 ^ 2"_s).root].kind, NodeKind::Unary);
        QCOMPARE(parse(u"-2 * 2"_s)[parse(u"-2 * 2"_s).root].kind, NodeKind::Binary);
    }

    void variables()
    {
        const QString text = u"a${b:regex}c $d [[e]] [[f:csv]] $ ${} ${g.h:i} [[ ]] $5"_s;
        QStringList found;
        for (const Span &span : placeholdersIn(text, {0, text.size()}))
            found.append(span.of(text).toString());
        QCOMPARE(found, (QStringList{u"${b:regex}"_s, u"$d"_s, u"[[e]]"_s, u"[[f:csv]]"_s, u"${g.h:i}"_s, u"$5"_s}));
    }

    void numbersAndDurations()
    {
        for (const auto *text : {u"1", u"1.", u".5", u"1e5", u"1E-5", u"0xAf", u"1_000", u"inf", u"NaN"})
            QVERIFY2(isNumber(QStringView(text)), qPrintable(QString::fromUtf16(text)));
        for (const auto *text : {u"", u".", u"1__0", u"1_", u"0x", u"1e", u"e5", u"1.2.3", u"x"})
            QVERIFY2(!isNumber(QStringView(text)), qPrintable(QString::fromUtf16(text)));
        QCOMPARE(durationMs(u"1h30m"), 5'400'000);
        QCOMPARE(durationMs(u"1d2ms"), 86'400'002);
        for (const auto *text : {u"", u"5", u"m", u"5m1h", u"5m5m", u"5M", u"1.5h", u"99999999999999y"})
            QVERIFY2(!isDuration(QStringView(text)), qPrintable(QString::fromUtf16(text)));
    }

    void functionsAreWhole()
    {
        QVERIFY(functions().size() > 100);
        for (const Function &function : functions()) {
            QVERIFY2(function.help.size() > 10 && function.help.endsWith(u'.'), qPrintable(function.name));
            QCOMPARE(findFunction(function.name), &function);
            QCOMPARE(function.isAggregation, isAggregation(function.name));
        }
        QCOMPARE(findFunction(u"clamp")->signature(), u"clamp(v instant vector, min scalar, max scalar)"_s);
        QCOMPARE(findFunction(u"round")->signature(), u"round(v instant vector, [nearest scalar])"_s);
        QCOMPARE(findFunction(u"label_join")->signature(), u"label_join(v instant vector, to string, separator string, from string …)"_s);
        QVERIFY(!findFunction(u"Rate") && findFunction(u"SUM"));
    }

    void hostileTexts()
    {
        const int n = 200'000;
        QStringList texts;
        for (const auto *piece : {u"(",
                                  u"-",
                                  u"{",
                                  u"[",
                                  u"sum(",
                                  u"a+",
                                  u"a^",
                                  u"up[5m:",
                                  u"${a:",
                                  u"\"",
                                  u"a or ",
                                  u"a offset ",
                                  u"@",
                                  u"[[",
                                  u")",
                                  u"sum by (",
                                  u"a{b=~\"(",
                                  u"on(",
                                  u"a*on(b)group_left(c)",
                                  u"#\n",
                                  u"1e+",
                                  u"`",
                                  u"{a=\"b\"}",
                                  u"$a ",
                                  u"$a(",
                                  u"(a)[5m:]",
                                  u"fill("})
            texts.append(QString::fromUtf16(piece).repeated(n / QStringView(piece).size()));
        texts.append(u"{a=~\""_s + QString(u"("_s).repeated(n) + u"\"}"_s);
        texts.append(u"{a=~\""_s + QString(u"[[:"_s).repeated(n / 3) + u"\"}"_s);
        texts.append(u"{a=~\""_s + QString(u"(a|b?)*"_s).repeated(n / 7) + u"\"}"_s);
        texts.append(QString(u"("_s).repeated(n) + QString(u"]"_s).repeated(n));
        texts.append(u"a"_s + QString(u" + a"_s).repeated(n / 4));
        texts.append(u"a * on ("_s + QString(u"x,"_s).repeated(n / 4) + u") group_left ("_s + QString(u"y,"_s).repeated(n / 4) + u") b"_s);
        for (const QString &text : std::as_const(texts)) {
            const Tree tree = parse(text);
            QVERIFY2(isSane(tree), qPrintable(text.left(20)));
            QVERIFY2(!tree.problems.isEmpty() || text.startsWith(u"a * on") || text.startsWith(u'#'), qPrintable(text.left(20)));
        }
    }

    void randomTexts()
    {
        std::mt19937 random(7);
        const QString letters = u"ab1.5 (){}[]=~!<>\"'`\\$#@,:+-*/^%_\n\tsumbyrateonfé😀"_s;
        for (int i = 0; i < 20'000; ++i) {
            QString text;
            for (size_t length = random() % 40; length > 0; --length)
                text += letters[qsizetype(random() % size_t(letters.size()))];
            QVERIFY2(isSane(parse(text)), qPrintable(text));
        }
    }

    void regexThatFitsNothing()
    {
        for (const auto *text : {u".*", u"", u"a?", u"a*", u"(a|)", u"a|", u"^$", u"(?i)", u"(?:a*)+", u"a{0,3}", u"\\Q\\E", u"(a?b?)"})
            QVERIFY2(checkRegex(QStringView(text)).fitsEmpty, qPrintable(QString::fromUtf16(text)));
        for (const auto *text : {u".+", u"a", u"(a|b)", u"a{2}", u"a?b", u"\\b", u"[a]", u"\\Qa\\E", u"(?:a*)b"})
            QVERIFY2(!checkRegex(QStringView(text)).fitsEmpty && checkRegex(QStringView(text)).problem.isEmpty(),
                     qPrintable(QString::fromUtf16(text)));
    }
};

ADD_TEST(TstParser)
#include "tst_parser.moc"
