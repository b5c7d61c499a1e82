// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/jsonformat.h>
#include <tests/support/testmain.h>

class TstJsonFormat : public QObject
{
    Q_OBJECT

private slots:
    void indents_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("indented");
        QTest::addColumn<QByteArray>("compact");
        QTest::newRow("number") << QByteArray(" 1.0 ") << QByteArray("1.0") << QByteArray("1.0");
        QTest::newRow("empty") << QByteArray("{ \"a\":[ ], \"b\":{\n} }") << QByteArray("{\n  \"a\": [],\n  \"b\": {}\n}")
                               << QByteArray("{\"a\":[],\"b\":{}}");
        QTest::newRow("spelling stays") << QByteArray("[1e3,-0.50,\"\\u0041\"]") << QByteArray("[\n  1e3,\n  -0.50,\n  \"\\u0041\"\n]")
                                        << QByteArray("[1e3,-0.50,\"\\u0041\"]");
        QTest::newRow("in strings") << QByteArray("{\"a, {\\\"b\\\": [\":\"\\\\\"}") << QByteArray("{\n  \"a, {\\\"b\\\": [\": \"\\\\\"\n}")
                                    << QByteArray("{\"a, {\\\"b\\\": [\":\"\\\\\"}");
        QTest::newRow("nested") << QByteArray("{\"a\":{\"b\":[1,{\"c\":2}]}}")
                                << QByteArray("{\n  \"a\": {\n    \"b\": [\n      1,\n      {\n        \"c\": 2\n      }\n    ]\n  }\n}")
                                << QByteArray("{\"a\":{\"b\":[1,{\"c\":2}]}}");
    }
    void indents()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, indented);
        QFETCH(QByteArray, compact);
        QCOMPARE(jsonIndented(json), indented);
        QCOMPARE(jsonIndented(json, -1), compact);
        QCOMPARE(jsonIndented(indented, -1), compact);
        QCOMPARE(jsonIndented(compact), indented);
    }
};

ADD_TEST(TstJsonFormat)
#include "tst_jsonformat.moc"
