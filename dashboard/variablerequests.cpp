// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/variableset.h>

#include <QtCore/QCoreApplication>
#include <dashboard/limitedpattern.h>
#include <dashboard/variablekinds.h>

using namespace Qt::StringLiterals;

// How the values of a variable are asked for.

namespace {

VariableOption autoOption()
{
    VariableOption option;
    option.text = u"auto"_s;
    option.value = u"$__auto"_s;
    return option;
}

} // namespace

void VariableSet::startOne(int index)
{
    State &state = m_states[index];
    Work &work = m_work[size_t(index)];
    const Variable &variable = state.definition;
    const bool force = std::exchange(work.force, false);
    const QString text = interpolated(variableQueryText(variable.query));
    if (variable.type == "custom"_L1)
        return offer(index, customOptions(text));
    if (variable.type == "interval"_L1)
        return offer(index,
                     (variable.autoInterval ? QList<VariableOption>{autoOption()} : QList<VariableOption>()) + intervalOptions(text));
    if (variable.type == "switch"_L1)
        return offer(index, switchOptions(variable.raw));
    if (variable.type == "datasource"_L1)
        return offer(index, sourceOptions(variable));
    if (variable.type != "query"_L1 && !offersLabels(variable))
        return;
    SourceRef ref = variable.datasource;
    ref.uid = interpolateText(ref.uid, [this](const QString &name) { return value(name); });
    const SourceRegistry::Found found = m_sources.find(ref);
    const QString question = found.entry.uid + u'\n' + text + u'\n' + interpolated(variable.regex);
    const bool fixed
        = variable.refresh == Variable::Refresh::Never && !state.options.isEmpty() && !work.isRemembered && work.dependsOn.isEmpty();
    if (!force && (question == work.lastQuestion || (fixed && work.lastQuestion.isEmpty())))
        return;
    work.lastQuestion = question;
    const VariableQuery query = parseVariableQuery(offersLabels(variable) ? u"label_names()"_s : text, m_range);
    if (query.kind == VariableQuery::Kind::Nothing)
        return offer(index, {});
    if (!found.entry.source)
        return finish(index, fail(Error::Kind::Config, QCoreApplication::translate("Errors", "There is no data source to ask.")), {});
    ask(index, query, found.entry.source);
}

void VariableSet::ask(int index, const VariableQuery &query, const std::shared_ptr<DataSource> &source)
{
    State &state = m_states[index];
    state.loading = true;
    const QString name = state.definition.name;
    if (query.kind == VariableQuery::Kind::Query) {
        m_work[size_t(index)].pending = m_hub.query(source, query.query, [this, name](const Result<QueryAnswer> &answer) {
            if (answer && !answer->complete)
                return;
            if (const int at = indexOf(name); at >= 0)
                finish(at, answer.map([](const QueryAnswer &each) { return queryResultTexts(each.frames); }), {});
        });
        return;
    }
    m_work[size_t(index)].pending = source->values(query.values, [this, name, filter = query.filter](const Result<QStringList> &answer) {
        if (const int at = indexOf(name); at >= 0)
            finish(at, answer, filter);
    });
}

void VariableSet::finish(int index, Result<QStringList> answer, const QString &filter)
{
    State &state = m_states[index];
    state.loading = false;
    // The request may not die inside its own callback.
    auto ended = std::make_shared<Pending>(std::move(m_work[size_t(index)].pending));
    QMetaObject::invokeMethod(
        this, [ended] {}, Qt::QueuedConnection);
    if (!answer) {
        state.error = answer.error();
        m_work[size_t(index)].lastQuestion.clear();
        pump();
        return;
    }
    QList<VariableOption> items;
    const QRegularExpression names = limitedPattern(filter);
    for (const QString &text : *answer) {
        if (!filter.isEmpty() && !names.match(text).hasMatch())
            continue;
        VariableOption item;
        item.text = item.value = text;
        items.append(item);
    }
    const Variable &variable = state.definition;
    const auto options = filteredOptions(items, {interpolated(variable.regex), variable.regexApplyTo == "text"_L1});
    if (!options) {
        state.error = options.error();
        pump();
        return;
    }
    offer(index, withStaticOptions(sortedOptions(*options, variable.sort), variable));
    pump();
}
