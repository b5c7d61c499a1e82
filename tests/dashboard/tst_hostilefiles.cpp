// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layout.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/support/testmain.h>

namespace {

QByteArray sample()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/python-app.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A value of each JSON type, and the letter by which the index calls the type; true and false are one.
QList<QPair<char, QByteArray>> values()
{
    return {{'{', "{}"}, {'[', "[]"}, {'"', "\"x\""}, {'0', "7"}, {'t', "true"}, {'n', "null"}};
}

bool isPanel(const QString &pointer)
{
    static const QRegularExpression form(u"^/panels/\\d+(/panels/\\d+)?$"_s);
    return form.match(pointer).hasMatch();
}

// What a picture of the dashboard relies on.
QString problemOf(const Dashboard &dashboard)
{
    const PlacedLayout layout = placed(dashboard.layout);
    if (layout.elements.size() != dashboard.panels.size())
        return u"%1 panels, %2 places"_s.arg(dashboard.panels.size()).arg(layout.elements.size());
    QSet<int> ids;
    for (const PanelPtr &panel : dashboard.panels)
        ids.insert(panel->id);
    if (ids.size() != dashboard.panels.size())
        return u"ids are not unique"_s;
    for (const PlacedElement &element : layout.elements) {
        const GridRect &rect = element.rect;
        if (!element.folded
            && (rect.x < 0 || rect.y < 0 || rect.w < 1 || rect.h < 1 || qint64(rect.x) + rect.w > kGridColumns
                || qint64(rect.y) + rect.h > layout.height))
            return u"%1 lies at %2 %3, %4 x %5 of %6"_s.arg(element.elementId)
                .arg(rect.x)
                .arg(rect.y)
                .arg(rect.w)
                .arg(rect.h)
                .arg(layout.height);
    }
    return {};
}

Dashboard dashboardOf(const QByteArray &text)
{
    const Result<Document> document = Document::fromText(text);
    return document ? *document->dashboard() : Dashboard();
}

} // namespace

// Files that anybody may have written: one that is no dashboard is refused with its line, one that is keeps every panel and every byte.
class TstHostileFiles : public QObject
{
    Q_OBJECT

private slots:
    void cutAnywhere()
    {
        const QByteArray whole = sample().trimmed();
        QVERIFY(whole.size() > 10'000);
        for (qsizetype end = 0; end < whole.size(); end += 23) {
            const Result<Document> document = Document::fromText(whole.left(end));
            QVERIFY2(!document, qPrintable(QString::number(end)));
            QCOMPARE(document.error().kind, Error::Kind::Parse);
            QVERIFY2(document.error().where.contains("line "_L1), qPrintable(document.error().where));
        }
    }

    void wrongTypesAnywhere()
    {
        const QByteArray text = sample();
        const Document whole = *Document::fromText(text);
        const qsizetype panels = whole.dashboard()->panels.size();
        QVERIFY(panels > 5);
        const std::vector<JsonIndex::Node> &nodes = whole.index().nodes();
        for (int node = 1; node < int(nodes.size()); ++node) {
            const QString pointer = whole.index().pointer(text, node);
            const ByteSpan span = nodes[size_t(node)].value;
            const char kind = nodes[size_t(node)].kind == 'f' ? 't' : nodes[size_t(node)].kind;
            for (const auto &[other, value] : values()) {
                if (other == kind)
                    continue;
                const QString where = pointer + " = "_L1 + QString::fromLatin1(value);
                const Splices splices{{span.begin, text.mid(span.begin, span.size()), value}};
                const Result<Document> made = whole.edited(splices);
                QVERIFY2(made, qPrintable(where));
                const bool holdsPanels = pointer == "/panels"_L1 || isPanel(pointer) || pointer.endsWith("/panels"_L1)
                    || (pointer.endsWith("/type"_L1) && isPanel(pointer.chopped(5))); // a row without its type is a panel more
                if (!holdsPanels)
                    QVERIFY2(made->dashboard()->panels.size() == panels, qPrintable(where));
                QVERIFY2(problemOf(*made->dashboard()).isEmpty(), qPrintable(where + u": "_s + problemOf(*made->dashboard())));
                QVERIFY2(made->edited(inverse(splices))->text() == text, qPrintable(where));
            }
        }
    }

    void fiveMegabytes()
    {
        QByteArray panels;
        int count = 0;
        for (; panels.size() < 5'000'000; ++count)
            panels += QByteArray(count > 0 ? "," : "") + "{\"id\":" + QByteArray::number(count + 1)
                + R"(,"type":"timeseries","title":"Panel","gridPos":{"x":)" + QByteArray::number(count % 3 * 8)
                + ",\"y\":" + QByteArray::number(count / 3 * 6) + R"(,"w":8,"h":6},"targets":[{"refId":"A","expr":"up"}],"description":)"
                + "\"" + QByteArray(3000, 'd') + "\"}";
        const Result<Document> document = Document::fromText("{\"schemaVersion\":39,\"panels\":[" + panels + "]}");
        QVERIFY(document);
        QCOMPARE(document->dashboard()->panels.size(), count);
        QCOMPARE(problemOf(*document->dashboard()), QString());
        const Document after = *document->edited(*document->setting(u"/panels/%1/title"_s.arg(count - 1), Json(u"Last"_s)));
        QCOMPARE(after.dashboard()->panels.last()->title, u"Last"_s);
        QCOMPARE(after.dashboard()->panels.first().get(), document->dashboard()->panels.first().get());
    }

    void aMillionLevels_data()
    {
        QTest::addColumn<QByteArray>("text");
        constexpr int deep = 1'000'000;
        QTest::newRow("lists") << "{\"panels\":" + QByteArray(deep, '[') + QByteArray(deep, ']') + "}";
        QTest::newRow("never closed") << "{\"panels\":" + QByteArray(deep, '[');
        QTest::newRow("objects") << QByteArray("{\"a\":").repeated(deep) + "1" + QByteArray(deep, '}');
        QTest::newRow("rows") << "{\"panels\":[" + QByteArray(R"({"type":"row","panels":[)").repeated(deep)
                + QByteArray("]}").repeated(deep) + "]}";
    }
    void aMillionLevels()
    {
        QFETCH(QByteArray, text);
        const Result<Document> document = Document::fromText(text);
        QVERIFY(!document);
        QCOMPARE(document.error().kind, Error::Kind::Limit);
        QVERIFY2(document.error().what.contains("512"_L1), qPrintable(document.error().what));
    }

    void doubledIdsAndKeys()
    {
        const QByteArray text = R"({"title":"first","title":"second","schemaVersion":39,"panels":[
            {"id":7,"id":8,"type":"stat","title":"a"},{"id":8,"type":"stat","title":"b"},{"id":-1,"type":"stat","title":"c"},
            {"id":8,"type":"row","title":"r","panels":[{"id":8,"type":"stat","title":"d"}],"collapsed":true}]})";
        const Document document = *Document::fromText(text);
        QCOMPARE(document.dashboard()->title, u"second"_s); // as browsers have it
        QCOMPARE(document.dashboard()->panels.size(), 4);
        QCOMPARE(problemOf(*document.dashboard()), QString());
        QCOMPARE(document.index().duplicateKeys(text).size(), 2);
        const Document after = *document.edited(*document.setting(u"/title"_s, Json(u"third"_s)));
        QCOMPARE(after.text(), QByteArray(text).replace("\"second\"", "\"third\""));
    }

    void positions_data()
    {
        QTest::addColumn<QByteArray>("number");
        for (const char *number : {"-1", "-2147483648", "2147483647", "2147483648", "-9223372036854775809", "18446744073709551616", "1e308",
                                   "-1e308", "1e999", "0.5", "7.9", "-0.0", "1000000", "0"})
            QTest::newRow(number) << QByteArray(number);
    }
    void positions()
    {
        QFETCH(QByteArray, number);
        for (const char *key : {"x", "y", "w", "h"}) {
            QByteArray panels;
            for (int i = 0; i < 4; ++i) {
                QByteArray rect = R"("x":6,"y":2,"w":6,"h":5,)";
                const qsizetype at = rect.indexOf('"' + QByteArray(key) + '"') + 4;
                rect.replace(at, rect.indexOf(',', at) - at, i == 3 ? QByteArray("3") : number);
                panels += QByteArray(i > 0 ? "," : "") + R"({"type":)" + (i == 2 ? R"("row","panels":[])" : R"("stat")") + R"(,"gridPos":{)"
                    + rect.chopped(1) + "}}";
            }
            const Result<Document> document = Document::fromText("{\"schemaVersion\":39,\"panels\":[" + panels + "]}");
            if (!document) { // 1e999 is no number of JSON's readers
                QVERIFY(number == "1e999");
                QVERIFY(!document.error().what.isEmpty());
                continue;
            }
            if (number == "1e999") // a panel that cannot be read at all stands there as one of no type
                QVERIFY(document->dashboard()->panels.size() >= 3);
            else
                QCOMPARE(document->dashboard()->panels.size(), 3);
            QVERIFY2(problemOf(*document->dashboard()).isEmpty(),
                     qPrintable(QLatin1String(key) + u": "_s + problemOf(*document->dashboard())));
        }
    }

    void invalidUtf8()
    {
        const QByteArray text = R"({"title":"Title","panels":[{"id":1,"type":"stat","title":"Name"}]})";
        for (const QByteArray &bytes : {QByteArray("\xff"), QByteArray("\xc3"), QByteArray("\xed\xa0\x80"), QByteArray("\xc0\xaf"),
                                        QByteArray("\xf5\x80\x80\x80"), QByteArray("\x80")})
            for (qsizetype at = 1; at < text.size(); ++at) {
                const Result<Document> document = Document::fromText(QByteArray(text).insert(at, bytes));
                QVERIFY2(!document, qPrintable(QString::number(at)));
                QCOMPARE(document.error().kind, Error::Kind::Parse);
                QVERIFY2(document.error().where.contains("line 1"_L1), qPrintable(document.error().where));
            }
    }

    void textsOfAnyKindStay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("markup") << u"<b onclick=x>&amp;</b><img src=\"http://127.0.0.1:1/\">"_s;
        QTest::newRow("controls") << u"a\u0000b\u0001\u001b[31m\r\n\t\u007f\u202e\ufeff"_s;
        QTest::newRow("megabytes") << QString(3'000'000, u'W');
        QTest::newRow("variables in variables") << u"${a:${b:${c}}}$$$[[x]]${"_s.repeated(2000);
    }
    void textsOfAnyKindStay()
    {
        QFETCH(QString, text);
        const Document plain = *Document::fromText(oneQuery(R"("title":"t")"));
        const Document document = *plain.edited(*plain.setting(u"/panels/0/title"_s, Json(text)));
        const Document again = *Document::fromText(document.text());
        QCOMPARE(again.dashboard()->panels.first()->title, text);
        World world(again.text());
        world.settle();
        QCOMPARE(world.session->data(u"panel-1"_s).state, PanelData::State::Done);
        if (!text.contains(u'$'))
            QCOMPARE(world.session->interpolate(text), text);
        else
            QVERIFY(!world.session->interpolate(text).isEmpty());
    }

    void notOneIsTakenForADashboard()
    {
        for (const char *text : {"", " ", "[]", "7", "null", "\"x\"", "<html></html>", "{} {}", "{'a':1}", "\x1f\x8b\x08"})
            QVERIFY2(!Document::fromText(text), text);
        QVERIFY(dashboardOf("{}").panels.isEmpty());
        QVERIFY(dashboardOf("{\"panels\":null}").panels.isEmpty());
    }
};

ADD_TEST(TstHostileFiles)
#include "tst_hostilefiles.moc"
