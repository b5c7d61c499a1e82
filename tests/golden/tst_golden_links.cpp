// SPDX-License-Identifier: GPL-3.0-or-later
#include <core/datemath.h>
#include <dashboard/interpolate.h>
#include <pipeline/datalinks.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

struct Meta {
    Frame frame;
    QMap<QString, VariableValue> variables;
};

Field fieldOf(const Json &json)
{
    Field field;
    field.name = json[u"name"].toString();
    field.config.unit = json[u"config"][u"unit"].toString();
    for (const QString &label : json[u"labels"].keys())
        field.labels.insert(label, json[u"labels"][label].toString());
    std::vector<double> numbers;
    std::vector<QString> texts;
    for (const Json &value : json[u"values"].items()) {
        numbers.push_back(value.toDouble());
        texts.push_back(value.toString());
    }
    const QString type = json[u"type"].toString();
    field.values = type == u"string" ? Column::texts(texts) : type == u"time" ? Column::times(numbers) : Column::numbers(numbers);
    return field;
}

Meta metaOf(const Json &json)
{
    Meta meta;
    const Json frame = json[u"frame"].at(0);
    meta.frame.name = frame[u"name"].toString();
    meta.frame.refId = frame[u"refId"].toString();
    for (const Json &field : frame[u"fields"].items())
        meta.frame.fields.append(fieldOf(field));
    QStringList all;
    for (const QString &name : json[u"variables"].keys()) {
        VariableValue value;
        value.value = json[u"variables"][name];
        value.text = valueTexts(value.value).join(u" + "_s);
        meta.variables.insert(name, value);
        all.append(formatVariable(value, u"queryparam"_s, {name}));
    }
    const QStringList ends = json[u"time"].toString().split(u".."_s);
    const auto plain = [](const QString &text) {
        VariableValue value;
        value.value = Json(text);
        value.text = text;
        return value;
    };
    const auto ms = [](const QString &iso) { return QString::number(QDateTime::fromString(iso, Qt::ISODateWithMs).toMSecsSinceEpoch()); };
    meta.variables[u"__all_variables"_s] = plain(all.join(u'&'));
    meta.variables[u"__url_time_range"_s] = plain(u"from=%1&to=%2&timezone=utc"_s.arg(ends.value(0), ends.value(1)));
    meta.variables[u"__from"_s] = plain(ms(ends.value(0)));
    meta.variables[u"__to"_s] = plain(ms(ends.value(1)));
    return meta;
}

QString check(const Meta &meta, const Json &testCase)
{
    const Json input = testCase[u"input"];
    LinkScope scope;
    scope.frame = &meta.frame;
    scope.field = &meta.frame.fields.last();
    scope.row = input[u"rowIndex"].isNumber() ? qsizetype(input[u"rowIndex"].toInt()) : -1;
    const auto lookup = [&](const QString &name) -> std::optional<VariableValue> {
        const auto it = meta.variables.find(name);
        return it == meta.variables.end() ? std::nullopt : std::optional(*it);
    };
    const LinkFill fill = [&](const QString &text, bool isAddress, const DataLookup &data) {
        return interpolateLink(text, isAddress, lookup, data, QTimeZone::utc());
    };
    const DataLink link{input[u"title"].toString(), input[u"url"].toString(), true, false};
    const ResolvedLink got = resolveLink(link, scope, fill);
    const Json expected = testCase[u"output"].at(0);
    const bool same = got.href == expected[u"href"].toString() && got.title == expected[u"title"].toString()
        && got.target == expected[u"target"].toString();
    return same ? QString() : u"%1 | %2 | %3"_s.arg(got.href, got.title, got.target);
}

} // namespace

// Addresses and titles of data links: variables, data scopes, and what is no address.
class TstGoldenLinks : public QObject
{
    Q_OBJECT

private slots:
    void golden_links()
    {
        const QStringList files = goldens::files(u"links"_s);
        QVERIFY(!files.isEmpty());
        const Meta meta = metaOf(goldens::readMeta(files.first()));
        QCOMPARE(goldens::runCases(u"links"_s, [&](const Json &testCase) { return check(meta, testCase); }), 0);
    }

    // Rows of our own beside the golden ones, each with what it is there for.
    void rules_data()
    {
        QTest::addColumn<Json>("testCase");
        for (const Json &testCase : goldens::readCases(QStringLiteral(TEST_DATA_DIR "/linkrules.json")))
            QTest::newRow(qPrintable(testCase[u"why"].toString())) << testCase;
    }
    void rules()
    {
        QFETCH(const Json, testCase);
        QCOMPARE(check(metaOf(goldens::readMeta(QStringLiteral(TEST_DATA_DIR "/linkrules.json"))), testCase), QString());
    }
};

ADD_TEST(TstGoldenLinks)
#include "tst_golden_links.moc"
