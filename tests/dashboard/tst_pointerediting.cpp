// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/pointerediting.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstPointerEditing : public QObject
{
    Q_OBJECT

private slots:
    void sets_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QByteArray>("after");
        const auto row = [](const char *name, const QByteArray &before, const QString &pointer, const QByteArray &value,
                            const QByteArray &after) { QTest::newRow(name) << before << pointer << value << after; };
        row("replaced", "{ \"a\" : 1.50,\n\"b\": 2 }", u"/a"_s, "1e3", "{ \"a\" : 1e3,\n\"b\": 2 }");
        row("the same", "{\"a\": {\"x\": 1.0, \"y\": 2}}", u"/a"_s, "{ \"x\": 1, \"y\": 2 }", "{\"a\": {\"x\": 1.0, \"y\": 2}}");
        row("a number of another spelling", "{\"a\":1}", u"/a"_s, "1.0", "{\"a\":1.0}");
        row("digits that no double has", "{\"a\":1}", u"/a"_s, "[12345678901234567890.5]", "{\"a\":[12345678901234567890.5]}");
        row("escapes as typed", "{\"a\":1}", u"/a"_s, "\"\\u00e9\\/\"", "{\"a\":\"\\u00e9\\/\"}");
        row("added, dense", "{\"a\":1}", u"/b"_s, "{\"x\": [1, 2]}", "{\"a\":1,\"b\":{\"x\":[1,2]}}");
        row("added, blank before the colon", "{\n\t\"a\" : 1\n}", u"/b"_s, "{\"x\":[]}",
            "{\n\t\"a\" : 1,\n\t\"b\" : {\n\t\t\"x\" : []\n\t}\n}");
        row("added, CRLF", "{\r\n  \"a\": 1\r\n}\r\n", u"/b"_s, "2", "{\r\n  \"a\": 1,\r\n  \"b\": 2\r\n}\r\n");
        row("objects on the way", "{\"a\": 1}", u"/b/c/d"_s, "true", "{\"a\": 1, \"b\": {\"c\": {\"d\": true}}}");
        row("null on the way", "{\"a\": null}", u"/a/b"_s, "1", "{\"a\": {\"b\": 1}}");
        row("appended", "{\"a\": [1, 2]}", u"/a/-"_s, "3", "{\"a\": [1, 2, 3]}");
        row("appended by number", "{\"a\": [1, 2]}", u"/a/2"_s, "3", "{\"a\": [1, 2, 3]}");
        row("appended below", "{\"a\": [{\"x\": 1}]}", u"/a/-/x"_s, "2", "{\"a\": [{\"x\": 1}, {\"x\": 2}]}");
        row("a dash as a key", "{\"a\": {\"-\": 1}}", u"/a/-"_s, "2", "{\"a\": {\"-\": 2}}");
        row("escaped keys", "{\"a/b\": {\"c~d\": 1}}", u"/a~1b/c~0d"_s, "2", "{\"a/b\": {\"c~d\": 2}}");
        row("an empty key", "{\"a\": 1, \"\": 1}", u"/"_s, "2", "{\"a\": 1, \"\": 2}");
        row("of doubled keys the last", "{\"a\": 1, \"a\": 2}", u"/a"_s, "3", "{\"a\": 1, \"a\": 3}");
        row("all of it", "{\"a\": 1}\n", QString(), "{\"b\": 2}", "{\"b\": 2}\n");
        row("mark and wrapper", "\xef\xbb\xbf{\"dashboard\":{\"title\":\"a\",\"panels\":[]}}", u"/dashboard/title"_s, "\"b\"",
            "\xef\xbb\xbf{\"dashboard\":{\"title\":\"b\",\"panels\":[]}}");
        row("v2", R"({"kind":"Dashboard","spec":{"elements":{},"layout":{}}})", u"/spec/title"_s, "\"b\"",
            R"({"kind":"Dashboard","spec":{"elements":{},"layout":{},"title":"b"}})");
    }
    void sets()
    {
        QFETCH(QByteArray, before);
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        const Document document = *Document::fromText(before);
        const Result<Command> command = setAtPointer(document, pointer, value);
        QVERIFY2(command, command ? "" : qPrintable(command.error().what));
        const Result<Document> after = document.edited(command->splices);
        QVERIFY(after);
        QTEST(after->text(), "after");
        QCOMPARE(after->edited(inverse(command->splices))->text(), before);
    }

    void refuses_data()
    {
        QTest::addColumn<QString>("pointer");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<QString>("says");
        QTest::newRow("no slash") << u"a"_s << QByteArray("1") << u"pointer"_s;
        QTest::newRow("escape of nothing") << u"/a~2"_s << QByteArray("1") << u"pointer"_s;
        QTest::newRow("escape at the end") << u"/a~"_s << QByteArray("1") << u"pointer"_s;
        QTest::newRow("no JSON") << u"/a"_s << QByteArray("up") << u"JSON"_s;
        QTest::newRow("two values") << u"/a"_s << QByteArray("1 2") << u"JSON"_s;
        QTest::newRow("nothing") << u"/a"_s << QByteArray() << u"JSON"_s;
        QTest::newRow("below a number") << u"/a/b"_s << QByteArray("1") << u"/a"_s;
        QTest::newRow("behind the end") << u"/list/3"_s << QByteArray("1") << u"/list/3"_s;
        QTest::newRow("a zero too much") << u"/list/00"_s << QByteArray("1") << u"/list/00"_s;
        QTest::newRow("a word in a list") << u"/list/x"_s << QByteArray("1") << u"/list/x"_s;
    }
    void refuses()
    {
        QFETCH(QString, pointer);
        QFETCH(QByteArray, value);
        QFETCH(QString, says);
        const Document document = *Document::fromText(R"({"a": 1, "list": [1, 2]})");
        const Result<Command> command = setAtPointer(document, pointer, value);
        QVERIFY(!command);
        QCOMPARE(command.error().kind, Error::Kind::Config);
        QVERIFY2(command.error().what.contains(says), qPrintable(command.error().what));
    }
};

ADD_TEST(TstPointerEditing)
#include "tst_pointerediting.moc"
