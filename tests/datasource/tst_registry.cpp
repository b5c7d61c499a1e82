// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/registry.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstRegistry : public QObject
{
    Q_OBJECT

    static SourceEntry entry(const QString &uid, const QString &name)
    {
        SourceEntry entry;
        entry.uid = uid;
        entry.name = name;
        return entry;
    }

private slots:
    void find_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QString>("found");
        QTest::addColumn<bool>("isFallback");
        QTest::newRow("nothing") << QString() << u"a"_s << false;
        QTest::newRow("default") << u"default"_s << u"a"_s << false;
        QTest::newRow("uid") << u"b"_s << u"b"_s << false;
        QTest::newRow("name") << u"Beta"_s << u"b"_s << false;
        QTest::newRow("unknown") << u"${DS_PROMETHEUS}"_s << u"a"_s << true;
    }

    void find()
    {
        QFETCH(QString, asked);
        QFETCH(QString, found);
        QFETCH(bool, isFallback);
        SourceRegistry registry;
        registry.set(entry(u"a"_s, u"Alpha"_s));
        registry.set(entry(u"b"_s, u"Beta"_s));
        const SourceRegistry::Found result = registry.find({u"prometheus"_s, asked});
        QCOMPARE(result.entry.uid, found);
        QCOMPARE(result.isFallback, isFallback);
    }

    void removingTheDefaultChoosesAnother()
    {
        SourceRegistry registry;
        QSignalSpy changed(&registry, &SourceRegistry::changed);
        registry.set(entry(u"a"_s, u"Alpha"_s));
        registry.set(entry(u"b"_s, u"Beta"_s));
        registry.remove(u"a"_s);
        QCOMPARE(registry.defaultUid(), u"b"_s);
        QCOMPARE(changed.count(), 3);
        registry.remove(u"b"_s);
        QVERIFY(!registry.find({}).entry.source);
        QVERIFY(registry.defaultUid().isEmpty());
    }
};

ADD_TEST(TstRegistry)
#include "tst_registry.moc"
