// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <widgets/form/mappingentries.h>

using namespace Qt::StringLiterals;

namespace {

Json json(const char *text)
{
    return Json::parse(text).value();
}

} // namespace

class TstMappingEntries : public QObject
{
    Q_OBJECT

private slots:
    void whatIsNotTouchedStays_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("values")
            << u"[{\"type\":\"value\",\"options\":{\"0.5\":{\"text\":\"half\",\"index\":1,\"x\":2},\"a/b\":{\"color\":\"red\"}},\"z\":1}]"_s;
        QTest::newRow("an item a value")
            << u"[{\"type\":\"value\",\"options\":{\"0\":{\"text\":\"a\"}}},{\"type\":\"value\",\"options\":{\"1\":{\"text\":\"b\"}}}]"_s;
        QTest::newRow("range, pattern, special")
            << u"[{\"options\":{\"from\":null,\"to\":1.5,\"result\":{}},\"type\":\"range\"},{\"options\":{\"pattern\":\"a.*\",\"result\":{\"text\":\"$1\"}},\"type\":\"regex\"},{\"options\":{\"match\":\"null+nan\",\"result\":{}},\"type\":\"special\"}]"_s;
        QTest::newRow("old")
            << u"[{\"id\":3,\"op\":\"=\",\"text\":\"down\",\"type\":1,\"value\":\"0\"},{\"from\":\"1\",\"to\":\"9\",\"text\":\"few\",\"type\":2}]"_s;
    }
    void whatIsNotTouchedStays()
    {
        QFETCH(QString, text);
        const Json before = json(text.toUtf8().constData());
        QCOMPARE(mappingsOf(mappingEntries(before), before).dump(), before.dump());
    }

    void changes()
    {
        const Json before = json("[{\"type\":\"value\",\"options\":{\"0\":{\"text\":\"down\",\"x\":1},\"1\":{\"text\":\"up\"}},\"z\":1},"
                                 "{\"type\":\"range\",\"options\":{\"from\":1,\"to\":2,\"result\":{\"text\":\"few\"},\"y\":3}}]");
        QList<MappingEntry> entries = mappingEntries(before);
        QCOMPARE(entries.size(), 3);
        entries[0].match = u"0.0"_s;
        entries[2].to = 7;
        QCOMPARE(mappingsOf(entries, before).dump(),
                 "[{\"type\":\"value\",\"options\":{\"0.0\":{\"text\":\"down\",\"x\":1},\"1\":{\"text\":\"up\"}},\"z\":1},"
                 "{\"type\":\"range\",\"options\":{\"from\":1,\"to\":7,\"result\":{\"text\":\"few\"},\"y\":3}}]");
        MappingEntry fresh;
        fresh.match = u"2"_s;
        entries.insert(2, fresh); // a new value joins the values before it
        QCOMPARE(mappingsOf(entries, before).at(0)[u"options"].keys(), QStringList({u"0.0"_s, u"1"_s, u"2"_s}));
        entries.move(3, 1); // the range between them: two items
        const Json apart = mappingsOf(entries, before);
        QCOMPARE(apart.size(), 3);
        QCOMPARE(apart.at(1)[u"type"].toString(), u"range"_s);
    }

    void oldOnesBecomeNewWhenTheyAreChanged()
    {
        const Json before = json("[{\"op\":\"=\",\"text\":\"down\",\"type\":1,\"value\":\"0\"}]");
        QList<MappingEntry> entries = mappingEntries(before);
        QCOMPARE(entries.first().result[u"text"].toString(), u"down"_s);
        entries.first().result = entries.first().result.with(u"text", u"off"_s);
        QCOMPARE(mappingsOf(entries, before).dump(), "[{\"options\":{\"0\":{\"text\":\"off\"}},\"type\":\"value\"}]");
    }
};

ADD_TEST(TstMappingEntries)
#include "tst_mappingentries.moc"
