// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <dashboard/merging.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
Json parsed(const char *text)
{
    return Json::parse(text).value_or(Json(u"broken"_s));
}
} // namespace

class TstMerging : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("wanted");
        const auto row = [](const char *name, const char *base, const char *mine, const char *theirs, const char *wanted) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << QByteArray(wanted);
        };
        row("nobody", R"({"a":1})", R"({"a":1})", R"({"a":1})", R"({"a":1})");
        row("both the same", R"({"a":1})", R"({"a":2})", R"({"a":2})", R"({"a":2})");
        row("two keys", R"({"a":1,"b":1})", R"({"a":2,"b":1})", R"({"a":1,"b":2})", R"({"a":2,"b":2})");
        row("added on both sides", R"({})", R"({"a":1})", R"({"b":2})", R"({"b":2,"a":1})");
        row("removed here", R"({"a":1,"b":2})", R"({"b":2})", R"({"a":1,"b":3})", R"({"b":3})");
        row("removed there", R"({"a":1,"b":2})", R"({"a":1,"b":3})", R"({"b":2})", R"({"b":3})");
        row("deep", R"({"o":{"p":{"x":1,"y":1}}})", R"({"o":{"p":{"x":2,"y":1}}})", R"({"o":{"p":{"x":1,"y":2}}})",
            R"({"o":{"p":{"x":2,"y":2}}})");
        row("a new object on both sides", R"({})", R"({"o":{"x":1}})", R"({"o":{"y":2}})", R"({"o":{"y":2,"x":1}})");
        row("panels by id", R"([{"id":1,"t":"a"},{"id":2,"t":"b"}])", R"([{"id":1,"t":"A"},{"id":2,"t":"b"}])",
            R"([{"id":1,"t":"a"},{"id":2,"t":"B"}])", R"([{"id":1,"t":"A"},{"id":2,"t":"B"}])");
        row("panels on both sides", R"([{"id":1},{"id":2}])", R"([{"id":1},{"id":5},{"id":2}])", R"([{"id":1},{"id":2},{"id":6}])",
            R"([{"id":1},{"id":5},{"id":2},{"id":6}])");
        row("one goes, another comes", R"([{"id":1},{"id":2}])", R"([{"id":2}])", R"([{"id":1},{"id":2},{"id":3}])",
            R"([{"id":2},{"id":3}])");
        row("moved there, changed here", R"([{"id":1,"t":"a"},{"id":2}])", R"([{"id":1,"t":"b"},{"id":2}])",
            R"([{"id":2},{"id":1,"t":"a"}])", R"([{"id":2},{"id":1,"t":"b"}])");
        row("moved here, changed there", R"([{"id":1,"t":"a"},{"id":2}])", R"([{"id":2},{"id":1,"t":"a"}])",
            R"([{"id":1,"t":"b"},{"id":2}])", R"([{"id":2},{"id":1,"t":"b"}])");
        row("variables by name", R"([{"name":"a","q":1}])", R"([{"name":"z"},{"name":"a","q":1}])", R"([{"name":"a","q":2}])",
            R"([{"name":"z"},{"name":"a","q":2}])");
        row("a list without names, one side", R"([1,2])", R"([1,2,3])", R"([1,2])", R"([1,2,3])");
        row("number spelled otherwise", R"({"a":1})", R"({"a":1.0})", R"({"a":2})", R"({"a":2})");
    }

    void values()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, wanted);
        for (const Prefer prefer : {Prefer::Mine, Prefer::Theirs}) {
            const Merge merge = merged(parsed(base), parsed(mine), parsed(theirs), prefer);
            QCOMPARE(merge.json.dump(), wanted);
            QCOMPARE(merge.conflicts, QStringList());
        }
    }

    void conflicts_data()
    {
        QTest::addColumn<QByteArray>("base");
        QTest::addColumn<QByteArray>("mine");
        QTest::addColumn<QByteArray>("theirs");
        QTest::addColumn<QByteArray>("keptMine");
        QTest::addColumn<QByteArray>("keptTheirs");
        QTest::addColumn<QString>("where");
        const auto row = [](const char *name, const char *base, const char *mine, const char *theirs, const char *keptMine,
                            const char *keptTheirs, const char *where) {
            QTest::newRow(name) << QByteArray(base) << QByteArray(mine) << QByteArray(theirs) << QByteArray(keptMine)
                                << QByteArray(keptTheirs) << QString::fromUtf8(where);
        };
        row("one value", R"({"a":{"b/c":1},"x":1})", R"({"a":{"b/c":2},"x":1})", R"({"a":{"b/c":3},"x":2})", R"({"a":{"b/c":2},"x":2})",
            R"({"a":{"b/c":3},"x":2})", "/a/b~1c");
        row("removed here, changed there", R"([{"id":1},{"id":2,"t":"a"}])", R"([{"id":1}])", R"([{"id":1},{"id":2,"t":"b"}])",
            R"([{"id":1}])", R"([{"id":1},{"id":2,"t":"b"}])", "/1");
        row("changed here, removed there", R"([{"id":1},{"id":2,"t":"a"}])", R"([{"id":1},{"id":2,"t":"b"}])", R"([{"id":1}])",
            R"([{"id":1},{"id":2,"t":"b"}])", R"([{"id":1}])", "/1");
        row("a list without names", R"([1,2])", R"([1,2,3])", R"([0,1,2])", R"([1,2,3])", R"([0,1,2])", "");
        row("two panels of one new id", R"([])", R"([{"id":7,"t":"a"}])", R"([{"id":7,"t":"b"}])", R"([{"id":7,"t":"a"}])",
            R"([{"id":7,"t":"b"}])", "/0/t");
        row("another type", R"({"a":[1]})", R"({"a":[1,2]})", R"({"a":"x"})", R"({"a":[1,2]})", R"({"a":"x"})", "/a");
    }

    void conflicts()
    {
        QFETCH(QByteArray, base);
        QFETCH(QByteArray, mine);
        QFETCH(QByteArray, theirs);
        QFETCH(QByteArray, keptMine);
        QFETCH(QByteArray, keptTheirs);
        QFETCH(QString, where);
        const Merge here = merged(parsed(base), parsed(mine), parsed(theirs), Prefer::Mine);
        QCOMPARE(here.json.dump(), keptMine);
        QCOMPARE(here.conflicts, QStringList{where});
        const Merge there = merged(parsed(base), parsed(mine), parsed(theirs), Prefer::Theirs);
        QCOMPARE(there.json.dump(), keptTheirs);
        QCOMPARE(there.conflicts, QStringList{where});
    }
};

ADD_TEST(TstMerging)
#include "tst_merging.moc"
