// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtNetwork/QNetworkAccessManager>
#include <QtNetwork/QNetworkReply>
#include <datasource/promql/lexer.h>
#include <datasource/promql/parser.h>
#include <datasource/promql/printer.h>
#include <random>
#include <tests/datasource/promql/expressions.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// Our reader and printer beside Debian's Prometheus: the same texts are valid, and formatting does not change what the server reads.
class TstLiveEngine : public QObject
{
    Q_OBJECT

    std::unique_ptr<LivePrometheus> m_server;
    QNetworkAccessManager m_network;

    struct Answer {
        bool isValid = false;
        QString text; // formatted, or what is wrong
        bool operator==(const Answer &) const = default;
    };

    Answer ask(const QString &text)
    {
        QNetworkRequest request(m_server->url().resolved(QUrl(u"/api/v1/format_query"_s)));
        request.setHeader(QNetworkRequest::ContentTypeHeader, u"application/x-www-form-urlencoded"_s);
        const std::unique_ptr<QNetworkReply> reply(m_network.post(request, "query=" + QUrl::toPercentEncoding(text)));
        QSignalSpy finished(reply.get(), &QNetworkReply::finished);
        if (!reply->isFinished())
            finished.wait(5000);
        const QJsonObject json = QJsonDocument::fromJson(reply->readAll()).object();
        const bool isValid = json[u"status"].toString() == u"success";
        return {isValid, json[isValid ? u"data" : u"error"].toString()};
    }

    // A text that is one token away from the text.
    static QString mutant(const QString &text, std::mt19937 &random)
    {
        const Lexed lexed = lex(text);
        const auto pick = [&] { return lexed.tokens[random() % lexed.tokens.size()].span; };
        const promql::Span at = pick(), other = pick();
        static const QStringList kPieces{u"("_s,  u")"_s,   u"{"_s,      u"}"_s,    u"[5m]"_s, u","_s, u"by"_s,
                                         u"up"_s, u"1"_s,   u"\"a\""_s,  u"rate"_s, u"sum"_s,  u"-"_s, u"offset"_s,
                                         u"=="_s, u"and"_s, u"on (a)"_s, u"@"_s,    u":"_s,    u"="_s};
        switch (random() % 4) {
        case 0:
            return QString(text).remove(at.from, at.length());
        case 1:
            return QString(text).insert(at.from, u' ' + kPieces[qsizetype(random() % size_t(kPieces.size()))] + u' ');
        case 2:
            return QString(text).replace(at.from, at.length(), other.of(text).toString());
        default:
            return text.left(at.to);
        }
    }

    using Lexed = promql::Lexed;
    static Lexed lex(const QString &text) { return promql::lex(text); }

    // Ours takes what only later versions take: numbers as durations and the other way round, names in quotes.
    static bool isNewer(const QString &text)
    {
        const promql::Tree tree = promql::parse(text);
        QSet<int> durations;
        bool isNewer = false;
        const auto take = [&](int index) {
            const promql::Node &node = tree[index];
            const int value = node.kind == promql::NodeKind::Unary ? node.children.first() : index;
            durations.insert(value);
            isNewer = isNewer || tree[value].kind != promql::NodeKind::Number || !promql::isDuration(tree[value].text);
        };
        for (const promql::Node &node : tree.nodes) {
            for (const promql::Modifier &modifier : node.modifiers)
                if (modifier.kind == promql::Modifier::Kind::Offset)
                    take(modifier.value);
            if (node.kind == promql::NodeKind::Range || node.kind == promql::NodeKind::Subquery)
                for (qsizetype i = 1; i < node.children.size(); ++i)
                    take(node.children[i]);
            for (const promql::Matcher &matcher : node.matchers)
                isNewer = isNewer || matcher.op == promql::TokenKind::End || tree.at(matcher.label).startsWith(u'"');
            for (const auto &list : {node.grouping.labels, node.matching.labels, node.matching.include})
                for (const promql::LabelName &label : list)
                    isNewer = isNewer || tree.at(label.span).startsWith(u'"');
        }
        for (size_t i = 0; i < tree.nodes.size(); ++i)
            isNewer = isNewer || (promql::isDuration(tree.nodes[i].text) && !durations.contains(int(i)));
        return isNewer;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<LivePrometheus>();
        QVERIFY2(m_server->isReady(), qPrintable(m_server->problem()));
    }
    void cleanupTestCase() { m_server.reset(); }

    void agreesOnTheTable()
    {
        for (const Expression &row : expressions()) {
            if (row.verdict != u"valid" && row.verdict != u"invalid")
                continue;
            const Answer theirs = ask(row.text);
            QVERIFY2(theirs.isValid == (row.verdict == u"valid"), qPrintable(row.text + u": "_s + theirs.text));
        }
    }

    void formattingKeepsTheMeaning()
    {
        for (const Expression &row : expressions()) {
            if (row.verdict != u"valid")
                continue;
            for (const int width : {90, 20}) {
                const std::optional<QString> ours = promql::format(promql::parse(row.text), width);
                QVERIFY2(ours, qPrintable(row.text));
                QCOMPARE(ask(*ours), ask(row.text));
            }
        }
    }

    void agreesOnMutants()
    {
        std::mt19937 random(20260101);
        QStringList seeds;
        for (const Expression &row : expressions())
            if (row.verdict == u"valid")
                seeds.append(row.text);
        int valid = 0;
        for (int i = 0; i < 3000; ++i) {
            const QString text = mutant(seeds[qsizetype(random() % size_t(seeds.size()))], random);
            const promql::Tree tree = promql::parse(text);
            const Answer theirs = ask(text);
            valid += theirs.isValid;
            if (tree.isValid() != theirs.isValid && !(tree.isValid() && isNewer(text)))
                qWarning().noquote() << text << "|" << theirs.text << "|"
                                     << (tree.problems.isEmpty() ? QString() : tree.problems.first().text);
        }
        QVERIFY(valid > 300);
    }
};

ADD_TEST(TstLiveEngine)
#include "tst_liveengine.moc"
