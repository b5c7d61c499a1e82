// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QTest>
#include <dashboard/conditions.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

using Data = ConditionWorld::Data;
Q_DECLARE_METATYPE(Data)
Q_DECLARE_METATYPE(Visibility)

namespace {

// job = "api"; host = "a", "b"; all = everything of "x", "y".
std::optional<VariableValue> lookup(const QString &name)
{
    VariableValue value;
    if (name == "job"_L1)
        value.value = Json(u"api"_s);
    else if (name == "host"_L1)
        value.value = Json::strings({u"a"_s, u"b"_s});
    else if (name == "all"_L1) {
        value.value = Json::strings({u"x"_s, u"y"_s});
        value.urlValues = QStringList{u"$__all"_s};
    } else
        return {};
    return value;
}

QByteArray variable(const char *name, const char *op, const char *value)
{
    return QByteArray("V{'variable':'") + name + "','operator':'" + op + "','value':'" + value + "'}";
}

} // namespace

class TstConditions : public QObject
{
    Q_OBJECT

private slots:
    void visibility_data()
    {
        QTest::addColumn<QByteArray>("items"); // of V (variable), D (data), T (time range), X (unknown)
        QTest::addColumn<QString>("condition");
        QTest::addColumn<bool>("show");
        QTest::addColumn<Data>("data");
        QTest::addColumn<Visibility>("expected");

        const auto Shown = Visibility::Shown, Hidden = Visibility::Hidden, Awaits = Visibility::AwaitsData;
        const auto row = [](const char *name, const QByteArray &items, Visibility expected, bool show = true, Data data = Data::Uncounted,
                            const char *condition = "and") {
            QTest::newRow(name) << items << QString::fromLatin1(condition) << show << data << expected;
        };
        row("no conditions", "", Shown);
        row("no conditions, hide", "", Shown, false);
        row("equals", variable("job", "equals", "api"), Shown);
        row("equals, hide", variable("job", "equals", "api"), Hidden, false);
        row("another value", variable("job", "equals", "ap"), Hidden);
        row("not equals", variable("job", "notEquals", "api"), Hidden);
        row("one of several values", variable("host", "equals", "b"), Shown);
        row("none of several", variable("host", "notEquals", "c"), Shown);
        row("All by its name", variable("all", "equals", "ALL"), Shown);
        row("All by name, of others", variable("host", "equals", "All"), Hidden);
        row("All holds each value", variable("all", "equals", "y"), Shown);
        row("matches a part", variable("job", "matches", "p"), Shown);
        row("matches, anchored", variable("job", "matches", "^p"), Hidden);
        row("matches with a flag", variable("job", "matches", "(?i)^API$"), Shown);
        row("not matches", variable("host", "notMatches", "^[ab]$"), Hidden);
        row("broken pattern holds", variable("job", "matches", "("), Shown);
        row("broken pattern, not", variable("job", "notMatches", "("), Shown);
        row("unknown variable does not count", variable("no", "equals", "x"), Shown);
        row("unknown beside a known one", variable("no", "equals", "x") + "," + variable("job", "equals", "x"), Hidden);
        row("unknown kind does not count", "X{'value':'x'}", Shown);
        row("range as long", "T{'value':'1h'}", Shown);
        row("range too long", "T{'value':'59m'}", Hidden);
        row("bad length does not count", "T{'value':'1 h'}", Shown);
        row("length in two units does not count", "T{'value':'1h30m'}", Shown);
        row("and", variable("job", "equals", "api") + ",T{'value':'5m'}", Hidden);
        row("or", variable("job", "equals", "api") + ",T{'value':'5m'}", Shown, true, Data::Uncounted, "or");
        row("or, hide", variable("job", "equals", "api") + ",T{'value':'5m'}", Hidden, false, Data::Uncounted, "or");
        row("some data", "D{'value':true}", Shown, true, Data::Some);
        row("no data", "D{'value':true}", Awaits, true, Data::None);
        row("not asked yet", "D{'value':true}", Awaits, true, Data::Unknown);
        row("shown without data", "D{'value':false}", Shown, true, Data::None);
        row("shown without data, not asked yet", "D{'value':false}", Awaits, true, Data::Unknown);
        row("hidden with data", "D{'value':true}", Awaits, false, Data::Some);
        row("of no panel", "D{'value':true}", Shown, true, Data::Uncounted);
        row("decided whatever the data", "D{'value':true}," + variable("job", "equals", "x"), Hidden, true, Data::Some);
        row("shown whatever the data", "D{'value':true}," + variable("job", "equals", "api"), Shown, true, Data::None, "or");
    }
    void visibility()
    {
        QFETCH(QByteArray, items);
        QFETCH(QString, condition);
        QFETCH(bool, show);
        QFETCH(Data, data);
        QFETCH(Visibility, expected);
        for (const auto &[letter, kind] :
             {std::pair("V{", "Variable"), std::pair("D{", "Data"), std::pair("T{", "TimeRangeSize"), std::pair("X{", "UserTeam")})
            items.replace(letter, QByteArray("{'kind':'ConditionalRendering") + kind + "','spec':{");
        items.replace("}", "}}").replace('\'', '"');
        const auto list = Json::parse("[" + items + "]");
        QVERIFY(list);
        const Json group = Json::object(
            {{u"kind"_s, u"ConditionalRenderingGroup"_s},
             {u"spec"_s,
              Json::object({{u"visibility"_s, show ? u"show"_s : u"hide"_s}, {u"condition"_s, condition}, {u"items"_s, *list}})}});
        QCOMPARE(visibilityOf(group, {lookup, 3'600'000, data}), expected);
    }

    void withoutAGroup()
    {
        QCOMPARE(visibilityOf({}, {}), Visibility::Shown);
        QCOMPARE(visibilityOf(Json(u"x"_s), {}), Visibility::Shown);
    }
};

ADD_TEST(TstConditions)
#include "tst_conditions.moc"
