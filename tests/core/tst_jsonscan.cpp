// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsonscan.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
QByteArray valueAt(const QByteArray &text, const QString &pointer)
{
    const Result<JsonIndex> index = JsonIndex::scan(text);
    if (!index)
        return "unreadable";
    const int node = index->find(text, pointer);
    if (node < 0)
        return "nothing";
    const ByteSpan span = index->nodes()[size_t(node)].value;
    return text.mid(span.begin, span.size());
}

QByteArray nested(int depth)
{
    return QByteArray(depth, '[') + QByteArray(depth, ']');
}
} // namespace

class TstJsonScan : public QObject
{
    Q_OBJECT

private slots:
    void spans_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        const QByteArray text = " { \"a\" : [ 1 , {\"b\":-2.50E+3} , \"x\\\"]\" ] , \"\" : null, \"a/b~c\":true, \"\\u00e9\":\"é\" } ";
        QTest::newRow("root") << text << QString() << text.trimmed();
        QTest::newRow("array") << text << u"/a"_s << QByteArray("[ 1 , {\"b\":-2.50E+3} , \"x\\\"]\" ]");
        QTest::newRow("item") << text << u"/a/0"_s << QByteArray("1");
        QTest::newRow("number as written") << text << u"/a/1/b"_s << QByteArray("-2.50E+3");
        QTest::newRow("text with brackets") << text << u"/a/2"_s << QByteArray("\"x\\\"]\"");
        QTest::newRow("empty key") << text << u"/"_s << QByteArray("null");
        QTest::newRow("escaped pointer") << text << u"/a~1b~0c"_s << QByteArray("true");
        QTest::newRow("escaped key") << text << u"/é"_s << QByteArray("\"é\"");
        QTest::newRow("past the end") << text << u"/a/3"_s << QByteArray("nothing");
        QTest::newRow("no index") << text << u"/a/x"_s << QByteArray("nothing");
        QTest::newRow("below a number") << text << u"/a/0/b"_s << QByteArray("nothing");
        QTest::newRow("no such key") << text << u"/nope"_s << QByteArray("nothing");
        QTest::newRow("mark in front") << QByteArray("\xef\xbb\xbf{\"a\":7}") << u"/a"_s << QByteArray("7");
        QTest::newRow("the last of two") << QByteArray("{\"a\":1,\"a\":2}") << u"/a"_s << QByteArray("2");
        QTest::newRow("bare value") << QByteArray("\"x\"") << QString() << QByteArray("\"x\"");
    }
    void spans()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QCOMPARE(valueAt(text, pointer), value);
    }

    void everyNodeIsFoundByItsPointer()
    {
        const QByteArray text = "{\"a\":[1,{\"b/c\":[[],{}]}],\"~\":{\"\":{\"x\":[null,true,false,\"s\"]}}}";
        const JsonIndex index = *JsonIndex::scan(text);
        for (size_t node = 0; node < index.nodes().size(); ++node)
            QCOMPARE(index.find(text, index.pointer(text, int(node))), int(node));
        QCOMPARE(index.nodes().front().children, 2);
    }

    void keysMayBeginWithAByteOrderMark()
    {
        const QByteArray text("{\"\xef\xbb\xbf"
                              "b\":1,\"b\":2}");
        const Result<JsonIndex> index = JsonIndex::scan(text);
        QVERIFY(index);
        QCOMPARE(index->find(text, index->pointer(text, 1)), 1);
        QCOMPARE(index->find(text, u"/b"_s), 2);
        const QByteArray twice("{\"\xef\xbb\xbf\xef\xbb\xbf"
                               "b\":1}");
        QCOMPARE(JsonIndex::scan(twice)->key(twice, 1), u"\ufeff\ufeffb"_s);
    }

    void duplicatesAreListed()
    {
        const QByteArray text = "{\"a\":1,\"b\":{\"c\":1,\"c\":2,\"\\u0063\":3},\"a\":2,\"d\":[{\"e\":1},{\"e\":1}]}";
        const JsonIndex index = *JsonIndex::scan(text);
        QStringList found = index.duplicateKeys(text);
        found.sort();
        QCOMPARE(found, (QStringList{u"/a"_s, u"/b/c"_s, u"/b/c"_s}));
        const QByteArray plain = "{\"a\":{\"a\":1},\"b\":[{\"a\":1}]}";
        QVERIFY(JsonIndex::scan(plain)->duplicateKeys(plain).isEmpty());
    }

    void depthIsBounded()
    {
        QVERIFY(JsonIndex::scan(nested(JsonIndex::kMaxDepth)));
        const Result<JsonIndex> tooDeep = JsonIndex::scan(nested(JsonIndex::kMaxDepth + 1));
        QVERIFY(!tooDeep);
        QCOMPARE(tooDeep.error().kind, Error::Kind::Limit);
        QVERIFY(!JsonIndex::scan(QByteArray(5'000'000, '['))); // no stack to run out of
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const QByteArray &text, const QString &where) { QTest::newRow(name) << text << where; };
        row("nothing", "", u"line 1, byte 0"_s);
        row("blanks", " \n ", u"line 2, byte 3"_s);
        row("missing comma", "{\n\"a\": 1\n\"b\": 2}", u"line 3, byte 9"_s);
        row("comma at the end", "[1,]", u"line 1, byte 3"_s);
        row("comma after a member", "{\"a\":1,}", u"line 1, byte 7"_s);
        row("no colon", "{\"a\" 1}", u"line 1, byte 5"_s);
        row("key without quotes", "{a:1}", u"line 1, byte 1"_s);
        row("two values", "1 2", u"line 1, byte 2"_s);
        row("open array", "[1", u"line 1, byte 2"_s);
        row("wrong bracket", "[1}", u"line 1, byte 2"_s);
    }
    void errors()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const Result<JsonIndex> index = JsonIndex::scan(text);
        QVERIFY(!index);
        QCOMPARE(index.error().kind, Error::Kind::Parse);
        QCOMPARE(index.error().where, where);
    }

    void refused_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto row = [](const QByteArray &text) { QTest::newRow(text.toHex().constData()) << text; };
        for (const char *text : {"01",       "-",        "1.",      ".5",    "+1",      "1e",  "1e+",     "0x10",        "NaN",
                                 "Infinity", "tru",      "nul",     "True",  "'a'",     "\"a", "\"\\x\"", "\"\\u12g4\"", "\"\\u12",
                                 "\"a\nb\"", "\"a\tb\"", "// c\n1", "[1 2]", "{\"a\"}", "]",   "}"})
            row(text);
        row(QByteArray("\"a\0b\"", 5)); // a raw zero
        row("\"\xff\""); // no UTF-8
        row("\"\xc0\x80\""); // overlong
        row("\"\xed\xa0\x80\""); // a surrogate
        row("\"\xf4\x90\x80\x80\""); // past the last character
        row("\"\xe2\x82\""); // cut off
        row("\xff\xfe{\0}"); // UTF-16
    }
    void refused()
    {
        QFETCH(QByteArray, text);
        QVERIFY(!JsonIndex::scan(text));
    }

    void textsAreDecoded()
    {
        const auto decoded = [](const QByteArray &inside) {
            const QByteArray quoted = '"' + inside + '"';
            return decodedJsonString(quoted, {0, quoted.size()});
        };
        QCOMPARE(decoded("a\\n\\t\\\"\\\\\\/\\b\\f\\r"), QByteArray("a\n\t\"\\/\b\f\r"));
        QCOMPARE(decoded("\\u00e9\\u20ac"), QByteArray("é€"));
        QCOMPARE(decoded("\\ud83d\\ude00"), QByteArray("😀"));
        const QByteArray half = decoded("\\ud83d x"); // half a pair does no harm
        QVERIFY(QString::fromUtf8(half).endsWith(" x"_L1));
    }

    void linesOfBytes()
    {
        const QByteArray text = "a\nb\r\nc\n";
        QCOMPARE(lineOfByte(text, 0), 1);
        QCOMPARE(lineOfByte(text, 2), 2);
        QCOMPARE(lineOfByte(text, 5), 3);
        QCOMPARE(lineOfByte(text, text.size()), 4);
    }

    void pointersEscape()
    {
        QCOMPARE(pointerEscaped(u"a/b~c"_s), u"a~1b~0c"_s);
        QCOMPARE(pointerUnescaped(u"a~1b~0c"_s), u"a/b~c"_s);
        QCOMPARE(pointerUnescaped(u"~01"_s), u"~1"_s); // not a slash
    }
};

ADD_TEST(TstJsonScan)
#include "tst_jsonscan.moc"
