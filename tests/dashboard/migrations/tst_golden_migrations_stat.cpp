// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/migrations/plugins/plugins.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

// A JSON file holds no NaN, infinity or undefined: null, null and no member. Members are compared by name, not by place.
Json comparable(const Json &value)
{
    if (value.isArray()) {
        std::vector<Json> items;
        for (const Json &item : value.items())
            items.push_back(comparable(item));
        return Json::array(items);
    }
    if (value.isNumber())
        return value.toDouble();
    if (!value.isObject())
        return value;
    if (value.contains(u"$num"))
        return std::isfinite(goldens::number(value).value_or(qQNaN())) ? Json(*goldens::number(value)) : Json();
    QMap<QString, Json> members;
    for (const QString &key : value.keys())
        if (!goldens::isUndefined(value[key]))
            members.insert(key, comparable(value[key]));
    std::vector<std::pair<QString, Json>> sorted;
    for (auto each = members.cbegin(); each != members.cend(); ++each)
        sorted.emplace_back(each.key(), each.value());
    return Json::object(sorted);
}

Json made(const QString &group, const Json &input)
{
    if (group == "singlestat"_L1)
        return fromSinglestat(input[u"angular"], input[u"panel"][u"fieldConfig"]);
    if (group == "graphToBarGauge"_L1)
        return barsFromGraph(input[u"angular"]);
    if (group == "reactStat"_L1)
        return fromOldStat(input);
    return angularMappings(input, {});
}

QString check(const Json &testCase)
{
    const QString got = QString::fromUtf8(comparable(made(testCase[u"group"].toString(), testCase[u"input"])).dump());
    return got == QString::fromUtf8(comparable(testCase[u"output"]).dump()) ? QString() : u'[' + got + u']';
}

} // namespace

class TestGoldenMigrationsStat : public QObject
{
    Q_OBJECT

private slots:
    void golden_migrations_stat() { QCOMPARE(goldens::runCases(u"migrations_stat"_s, check), 0); }

    // Rows of our own beside the golden ones, each with what it is there for.
    void rules_data()
    {
        QTest::addColumn<Json>("testCase");
        for (const Json &testCase : goldens::readCases(QStringLiteral(TEST_DATA_DIR "/statrules.json")))
            QTest::newRow(qPrintable(testCase[u"why"].toString())) << testCase;
    }
    void rules()
    {
        QFETCH(const Json, testCase);
        QCOMPARE(check(testCase), QString());
    }
};

ADD_TEST(TestGoldenMigrationsStat)
#include "tst_golden_migrations_stat.moc"
