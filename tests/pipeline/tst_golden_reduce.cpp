// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldenfields.h"

#include <cmath>
#include <pipeline/reduce.h>
#include <tests/support/goldens.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
NullMode nullMode(const QString &name)
{
    return name == "connected"_L1   ? NullMode::Ignore
        : name == "null as zero"_L1 ? NullMode::AsZero
        : name == "null"_L1         ? NullMode::Null
                                    : NullMode::Default;
}

QString printed(const Reduced &result)
{
    switch (result.kind) {
    case Reduced::Kind::Null:
        return u"null"_s;
    case Reduced::Kind::Number:
        return goldens::printed(result.number);
    case Reduced::Kind::Text:
        return result.text;
    case Reduced::Kind::Bool:
        return result.number != 0 ? u"true"_s : u"false"_s;
    case Reduced::Kind::List:
        return u"[%1 values]"_s.arg(result.list.size());
    }
    return {};
}

bool matches(const Reduced &got, const QString &want, const QString &type)
{
    if (got.kind == Reduced::Kind::Null)
        return want == "null"_L1 || want == "undefined"_L1;
    if (got.kind == Reduced::Kind::Number)
        return goldens::same(got.number, goldens::number(want));
    if (got.kind == Reduced::Kind::List) {
        const Result<Json> list = Json::parse(want.toUtf8());
        return list && goldenfields::column(type, *list) == got.list;
    }
    return printed(got) == want;
}

QString checkHoles(const goldens::Row &row, const Json &values)
{
    std::vector<double> numbers;
    for (const Json &value : values.items())
        numbers.push_back(goldens::isUndefined(value) ? HUGE_VAL : goldens::number(value).value_or(Column::missing()));
    Reduced got = reduce(Column::numbers(std::move(numbers)), row[u"reducer"_s], nullMode(row[u"null_value_mode"_s]));
    if (got.number == HUGE_VAL)
        got = {};
    return matches(got, row[u"result"_s], u"number"_s) ? QString() : printed(got);
}

QString checkReducer(const goldens::Row &row)
{
    const QString type = row[u"field_type"_s];
    const QString reducer = row[u"reducer"_s];
    const QString text = row[u"values_json"_s];
    const Result<Json> values = Json::parse(text.toUtf8());
    if (!values)
        return u"unreadable values"_s;
    // A column knows no undefined beside null. JavaScript sorts it behind everything and counts it as a value of its own, as an infinity.
    static const QRegularExpression tellsHoles(u"^(p[0-9]+|changeCount|distinctCount)$"_s);
    if (text.contains("$undef"_L1) && tellsHoles.match(reducer).hasMatch())
        return checkHoles(row, *values);
    const Reduced got = reduce(goldenfields::column(type, *values), reducer, nullMode(row[u"null_value_mode"_s]));
    return matches(got, row[u"result"_s], type) ? QString() : printed(got);
}
} // namespace

class TstGoldenReduce : public QObject
{
    Q_OBJECT

private slots:
    void golden_reduce() { QCOMPARE(goldens::runTsv(u"reduce"_s, checkReducer), 0); }

    void everyReducerHasItsNameAndAliases()
    {
        const QList<goldens::Row> rows = goldens::readTsv(QStringLiteral(TEST_DATA_DIR "/goldens/reducers_list.tsv"));
        QCOMPARE(reducers().size(), rows.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(reducers()[i].id, rows[i][u"id"_s]);
            QCOMPARE(reducers()[i].name, rows[i][u"name"_s]);
            QCOMPARE(reducers()[i].aliases.join(u','), rows[i][u"aliases"_s]);
        }
    }
};

ADD_TEST(TstGoldenReduce)
#include "tst_golden_reduce.moc"
