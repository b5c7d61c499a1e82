// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <datasource/datasource.h>
#include <map>

// A data source that records what it is asked and answers when told. Header only: it needs the interface, which not every test links.
class FakeSource : public DataSource
{
public:
    struct Query {
        QueryRequest request;
        std::function<void(Result<QueryAnswer>)> done;
        bool open = true; // neither answered nor cancelled
    };
    struct Values {
        ValuesRequest request;
        std::function<void(Result<QStringList>)> done;
        bool open = true;
    };

    Pending query(const QueryRequest &request, std::function<void(Result<QueryAnswer>)> done) override
    {
        const size_t index = queries.size();
        queries.push_back({request, std::move(done)});
        return Pending([this, index] { cancelled += std::exchange(queries[index].open, false); });
    }

    Pending values(const ValuesRequest &request, std::function<void(Result<QStringList>)> done) override
    {
        const size_t index = valueQueries.size();
        valueQueries.push_back({request, std::move(done)});
        return Pending([this, index] { valueQueries[index].open = false; });
    }

    Pending check(std::function<void(Result<SourceHealth>)>) override { return {}; }

    // Answers every open query with one series of that value.
    int answerQueries(double value) { return answerSeries({{{QStringLiteral("job"), QStringLiteral("a")}}}, value); }

    // … with a series for each set of labels, on one column of times.
    int answerSeries(const QList<Labels> &series, double value = 1)
    {
        return each(queries, [&](Query &query) {
            Frame frame;
            frame.kind = Frame::Kind::TimeSeries;
            frame.fields = {Field{QStringLiteral("Time"), {}, Column::grid(query.request.range.fromMs, 1000, 2), {}, {}}};
            for (const Labels &labels : series)
                frame.fields.append(Field{QStringLiteral("Value"), labels, Column::numbers({value, value}), {}, {}});
            QueryAnswer answer;
            answer.frames = {frame};
            answer.stats.bytes = 100;
            query.done(answer);
        });
    }

    int failQueries(const QString &what)
    {
        return each(queries, [&](Query &query) { query.done(fail(Error::Kind::Query, what)); });
    }

    // By label: what label_values gives.
    int answerValues(const std::map<QString, QStringList> &byLabel)
    {
        return each(valueQueries, [&](Values &query) {
            const auto it = byLabel.find(query.request.label);
            query.done(it == byLabel.end() ? QStringList() : it->second);
        });
    }

    QStringList openQueries() const
    {
        QStringList texts;
        for (const Query &query : queries)
            if (query.open)
                texts.append(query.request.text);
        return texts;
    }

    QStringList openValues() const
    {
        QStringList texts;
        for (const Values &query : valueQueries)
            if (query.open)
                texts.append(query.request.label + QLatin1Char(' ') + query.request.selector);
        return texts;
    }

    std::vector<Query> queries;
    std::vector<Values> valueQueries;
    int cancelled = 0;

private:
    template <class List, class Answer>
    static int each(List &list, Answer answer)
    {
        int count = 0;
        for (size_t i = 0, end = list.size(); i < end; ++i) { // those asked meanwhile wait
            if (!std::exchange(list[i].open, false))
                continue;
            auto copy = list[i];
            answer(copy);
            ++count;
        }
        return count;
    }
};
