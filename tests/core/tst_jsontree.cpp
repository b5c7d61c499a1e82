// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <core/json.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstJsonTree : public QObject
{
    Q_OBJECT

private slots:
    void membersOfAnyCount_data()
    {
        QTest::addColumn<int>("count");
        for (const int count : {0, 1, 23, 24, 25, 26, 100, 200'000})
            QTest::addRow("%d", count) << count;
    }

    // The order of the text; of equal keys the first place and the last value.
    void membersOfAnyCount()
    {
        QFETCH(int, count);
        QByteArray text = "{";
        for (int i = 0; i < count; ++i)
            text += "\"k" + QByteArray::number(i) + "\":[" + QByteArray::number(i) + "],";
        if (count > 0)
            text += "\"k0\":\"again\",\"k" + QByteArray::number(count - 1) + "\":\"last\",";
        text += "\"\":{\"inner\":null}}";
        const Result<Json> json = Json::parse(text);
        QVERIFY(json);
        QCOMPARE(json->size(), count + 1);
        const QStringList keys = json->keys();
        for (int i = 0; i < count; ++i)
            QCOMPARE(keys[i], u'k' + QString::number(i));
        const std::vector<Json> items = json->items();
        for (int i = 1; i + 1 < count; ++i)
            QCOMPARE(items[size_t(i)].at(0).toInt(), i);
        if (count > 0)
            QCOMPARE(items[0].toString(), count == 1 ? u"last"_s : u"again"_s);
        if (count > 1)
            QCOMPARE(items[size_t(count - 1)].toString(), u"last"_s);
        QVERIFY(items.back().contains(u"inner"));
    }

    void everyKindOfValue()
    {
        const QByteArray text = R"([null,true,false,-3,18446744073709551615,2.5,"a\nb",[],{},[[1],{"a":[{}]}]])";
        const Result<Json> json = Json::parse(text);
        QVERIFY(json);
        QCOMPARE(json->dump(), text);
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("where");
        QTest::newRow("cut") << QByteArray(R"({"a":[1,)") << u"byte 9"_s;
        QTest::newRow("no value") << QByteArray(R"({"a":})") << u"byte 6"_s;
        QTest::newRow("more behind") << QByteArray("{} x") << u"byte 4"_s;
        QTest::newRow("empty") << QByteArray() << u"byte 1"_s;
        QTest::newRow("too large a number") << QByteArray("[1e999]") << QString();
    }

    void errors()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, where);
        const Result<Json> json = Json::parse(text);
        QVERIFY(!json);
        QCOMPARE(json.error().kind, Error::Kind::Parse);
        QVERIFY(!json.error().what.isEmpty());
        QCOMPARE(json.error().where, where);
    }
};

ADD_TEST(TstJsonTree)
#include "tst_jsontree.moc"
