// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/settingsediting.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <dashboard/adhocfilters.h>
#include <dashboard/editsupport.h>
#include <dashboard/session.h>
#include <dashboard/v2/v2twin.h>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("Edit", text);
}

template <class Do>
Result<Command> onDashboard(const Document &document, const QString &text, const QString &mergeKey, Do edit)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return onDashboard(twin, text, mergeKey, edit); });
    JsonText json = document.toEdit();
    edit(json, document);
    return commandOf(json, text, mergeKey);
}

const Variable *find(const Document &document, const QString &name)
{
    for (const Variable &each : document.dashboard()->variables)
        if (each.name == name)
            return &each;
    return nullptr;
}

template <class Do>
Result<Command> onVariable(const Document &document, const QString &name, const QString &text, const QString &mergeKey, Do edit)
{
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return onVariable(twin, name, text, mergeKey, edit); });
    const Variable *variable = find(document, name);
    if (!variable)
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no variable %1 any more").arg(name));
    if (document.index().find(document.text(), variable->pointer) < 0)
        return fail(Error::Kind::Unsupported,
                    QCoreApplication::translate("Errors", "the variable stands in a form of old that edits do not know"), variable->pointer,
                    QCoreApplication::translate("Errors", "“promontory upgrade” writes the file in today's form."));
    return onDashboard(document, text, mergeKey, [&](JsonText &json, const Document &in) { edit(json, *variable, in); });
}

QString listOf(const Document &document)
{
    return document.root() + "/templating/list"_L1;
}

// The three ways to write it; the name is group 2.
QRegularExpression usesOf(const QString &name)
{
    const QString n = QRegularExpression::escape(name);
    return QRegularExpression(u"(\\$)(%1)(?![A-Za-z0-9_])|(\\$\\{)(%1)(?=[}:.\\[])|(\\[\\[)(%1)(?=\\]\\]|:)"_s.arg(n));
}

// The text with the name replaced; the same text when it is not used.
QString renamedIn(const QString &text, const QString &name, const QString &to)
{
    if (!text.contains(name))
        return text;
    return QString(text).replace(usesOf(name), u"\\1\\3\\5"_s + to);
}

void renameStrings(JsonText &json, const Document &document, const QString &name, const QString &to)
{
    const QByteArray &text = document.text();
    const auto &nodes = document.index().nodes();
    QList<std::pair<QString, QString>> changes;
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind != '"')
            continue;
        const QByteArrayView bytes = QByteArrayView(text).sliced(nodes[i].value.begin, nodes[i].value.size());
        if (!bytes.contains(name.toUtf8()))
            continue;
        const QString before = QString::fromUtf8(decodedJsonString(text, nodes[i].value));
        const bool repeats = before == name && document.index().key(text, int(i)) == u"repeat";
        const QString after = repeats ? to : renamedIn(before, name, to);
        if (after != before)
            changes.append({document.index().pointer(text, int(i)), after});
    }
    for (const auto &[pointer, value] : std::as_const(changes))
        json.set(pointer, value);
}

} // namespace

Result<Command> setDashboardValue(const Document &document, const QString &path, const Json &value, const QString &text)
{
    return onDashboard(document, text, u"dashboard."_s + path,
                       [&](JsonText &json, const Document &in) { json.set(in.root() + pointerOfPath(path), value); });
}

Result<Command> removeDashboardValue(const Document &document, const QString &path, const QString &text)
{
    return onDashboard(document, text, {}, [&](JsonText &json, const Document &in) { json.remove(in.root() + pointerOfPath(path)); });
}

Result<Command> addDashboardItem(const Document &document, const QString &list, qsizetype index, const Json &item, const QString &text)
{
    return onDashboard(document, text, {},
                       [&](JsonText &json, const Document &in) { json.insert(in.root() + pointerOfPath(list), index, item); });
}

Result<Command> moveDashboardItem(const Document &document, const QString &list, qsizetype from, qsizetype to, const QString &text)
{
    return onDashboard(document, text, {},
                       [&](JsonText &json, const Document &in) { json.move(in.root() + pointerOfPath(list), from, to); });
}

QString variableNameProblem(const Document &document, const QString &name)
{
    static const QRegularExpression valid(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (name.isEmpty())
        return tr("A variable needs a name.");
    if (!valid.match(name).hasMatch())
        return tr("Letters, digits and _ only, and no digit first.");
    if (name.startsWith("__"_L1))
        return tr("Names with __ in front are Grafana's own.");
    return find(document, name) ? tr("Another variable has this name.") : QString();
}

Result<Command> addVariable(const Document &document, const Json &variable, qsizetype index)
{
    const QString name = variable[u"name"].toString();
    if (const QString problem = variableNameProblem(document, name); !problem.isEmpty())
        return fail(Error::Kind::Config, problem, name);
    return onDashboard(document, tr("Add variable %1").arg(name), {}, [&](JsonText &json, const Document &in) {
        json.insert(listOf(in), index < 0 ? json.sizeOf(listOf(in)) : index, variable);
    });
}

Result<Command> setVariableValue(const Document &document, const QString &name, const QString &path, const Json &value, const QString &text)
{
    if (path == u"name")
        return renameVariable(document, name, value.toString());
    return onVariable(
        document, name, text, u"variable."_s + name + u'.' + path,
        [&](JsonText &json, const Variable &variable, const Document &) { json.set(variable.pointer + pointerOfPath(path), value); });
}

Result<Command> setVariableValues(const Document &document, const QString &name, const MemberChanges &changes, const QString &text)
{
    QStringList paths;
    for (const auto &[path, value] : changes)
        paths.append(path);
    return onVariable(document, name, text, u"variable."_s + name + u'.' + paths.join(u'+'),
                      [&](JsonText &json, const Variable &variable, const Document &) {
                          for (const auto &[path, value] : changes) {
                              if (value.isNull())
                                  json.remove(variable.pointer + pointerOfPath(path));
                              else
                                  json.set(variable.pointer + pointerOfPath(path), value);
                          }
                      });
}

Result<Command> replaceVariable(const Document &document, const QString &name, const Json &variable, const QString &text)
{
    if (variable[u"name"].toString() != name)
        return fail(Error::Kind::Config, tr("The name may not change with the type."), name);
    return onVariable(document, name, text, {},
                      [&](JsonText &json, const Variable &old, const Document &) { json.change(old.pointer, variable); });
}

Result<Command> removeVariable(const Document &document, const QString &name)
{
    return onVariable(document, name, tr("Remove variable %1").arg(name), {},
                      [&](JsonText &json, const Variable &variable, const Document &) { json.remove(variable.pointer); });
}

Result<Command> moveVariable(const Document &document, const QString &name, qsizetype to)
{
    return onVariable(document, name, tr("Move variable %1").arg(name), {},
                      [&](JsonText &json, const Variable &variable, const Document &in) {
                          json.move(listOf(in), variable.pointer.mid(variable.pointer.lastIndexOf(u'/') + 1).toLongLong(), to);
                      });
}

Result<Command> renameVariable(const Document &document, const QString &name, const QString &to)
{
    if (name == to)
        return Command{};
    if (const QString problem = variableNameProblem(document, to); !problem.isEmpty())
        return fail(Error::Kind::Config, problem, to);
    return onVariable(document, name, tr("Rename variable %1 to %2").arg(name, to), {},
                      [&](JsonText &json, const Variable &variable, const Document &in) {
                          renameStrings(json, in, name, to);
                          json.set(variable.pointer + "/name"_L1, to);
                      });
}

QList<std::pair<QString, int>> textsUsing(const Document &document, const QString &name)
{
    QList<std::pair<QString, int>> found;
    const QRegularExpression pattern = usesOf(name);
    const QByteArray bytes = name.toUtf8();
    const auto &nodes = document.index().nodes();
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind != '"' || !QByteArrayView(document.text()).sliced(nodes[i].value.begin, nodes[i].value.size()).contains(bytes))
            continue;
        const QString text = QString::fromUtf8(decodedJsonString(document.text(), nodes[i].value));
        const bool repeats = text == name && document.index().key(document.text(), int(i)) == u"repeat";
        if (const int count = int(text.count(pattern)) + int(repeats); count > 0)
            found.append({document.index().pointer(document.text(), int(i)), count});
    }
    return found;
}

int usesOfVariable(const Document &document, const QString &name)
{
    int uses = 0;
    for (const auto &[pointer, count] : textsUsing(document, name))
        uses += count;
    return uses;
}

Result<Command> saveTimeAsDefault(const Document &document, const RawTimeRange &range)
{
    return onDashboard(document, tr("Time range as default"), {}, [&](JsonText &json, const Document &in) {
        json.set(in.root() + "/time/from"_L1, range.from);
        json.set(in.root() + "/time/to"_L1, range.to);
    });
}

namespace {
// Sections have no classic form: written where the v2 form has them.
void saveSectionVariable(JsonText &json, const VariableState &state)
{
    const QString current = state.definition.pointer + "/spec/current"_L1;
    const QStringList texts = state.texts.size() == state.values.size() ? state.texts : state.values;
    if (state.values.isEmpty() || state.values == state.definition.currentValues || state.definition.type == "adhoc"_L1)
        return;
    if (state.definition.type == "switch"_L1)
        return json.set(current, state.values.first());
    const auto asList = [&](const QStringList &list) {
        return state.definition.multi || state.definition.type == "groupby"_L1 ? Json::strings(list) : Json(list.value(0));
    };
    json.set(current + "/text"_L1, asList(texts));
    json.set(current + "/value"_L1, asList(state.values));
}
} // namespace

Result<Command> saveVariablesAsDefault(const Document &document, const QList<VariableState> &variables,
                                       const QList<VariableState> &ofSections)
{
    Result<Command> command = onDashboard(document, tr("Variable values as default"), {}, [&](JsonText &json, const Document &in) {
        for (const VariableState &state : variables) {
            const Variable *variable = find(in, state.definition.name);
            if (!variable)
                continue;
            const QString current = variable->pointer + "/current"_L1;
            const QStringList texts = state.texts.size() == state.values.size() ? state.texts : state.values;
            if (state.definition.type == "adhoc"_L1) {
                QList<AdHocFilter> filters;
                for (const QString &text : state.values)
                    if (const std::optional<AdHocFilter> filter = filterFromText(text))
                        filters.append(*filter);
                const Json old = variable->raw[u"filters"];
                if (filters != filtersFromJson(old))
                    json.set(variable->pointer + "/filters"_L1, filtersToJson(filters, old));
                continue;
            }
            const auto asList = [&](const QStringList &list) {
                return state.definition.multi || state.definition.type == "groupby"_L1 ? Json::strings(list) : Json(list.value(0));
            };
            if (state.values.isEmpty() || (state.values == state.definition.currentValues))
                continue;
            json.set(current + "/text"_L1, asList(texts));
            json.set(current + "/value"_L1, asList(state.values));
        }
    });
    const Result<Document> with = command ? document.edited(command->splices) : tl::unexpected<Error>(command.error());
    if (!with || ofSections.isEmpty())
        return with ? command : tl::unexpected<Error>(with.error());
    JsonText json = with->toEdit();
    for (const VariableState &state : ofSections)
        saveSectionVariable(json, state);
    return commandOf(json, command->text).map([&](Command more) {
        more.splices = command->splices + more.splices;
        return more;
    });
}

Result<Command> saveAnnotationsAsDefault(const Document &document, const QList<AnnotationState> &annotations)
{
    return onDashboard(document, tr("Annotation switches as default"), {}, [&](JsonText &json, const Document &in) {
        for (const AnnotationState &state : annotations)
            if (state.isChanged())
                json.set(in.root() + "/annotations/list/"_L1 + state.definition.pointer.section(u'/', -1) + "/enable"_L1, state.enabled);
    });
}

Result<Command> replaceText(const Document &document, const QByteArray &text, const QString &name)
{
    const QByteArray &before = document.text();
    if (before == text)
        return Command{};
    if (const Result<Document> read = Document::fromText(text); !read)
        return tl::unexpected<Error>(read.error());
    const qsizetype shorter = std::min(before.size(), text.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == text[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == text[text.size() - 1 - tail])
        ++tail;
    return Command{name, {}, {{head, before.mid(head, before.size() - tail - head), text.mid(head, text.size() - tail - head)}}};
}

QByteArray newDashboardText(const QString &title, const QString &uid)
{
    const Json list = Json::object({{u"list"_s, Json::array()}});
    return Json::object({{u"uid"_s, uid},
                         {u"title"_s, title},
                         {u"tags"_s, Json::array()},
                         {u"schemaVersion"_s, 41},
                         {u"editable"_s, true},
                         {u"graphTooltip"_s, 0},
                         {u"timezone"_s, u"browser"_s},
                         {u"refresh"_s, QString()},
                         {u"time"_s, Json::object({{u"from"_s, u"now-6h"_s}, {u"to"_s, u"now"_s}})},
                         {u"timepicker"_s, Json::object()},
                         {u"annotations"_s, list},
                         {u"templating"_s, list},
                         {u"links"_s, Json::array()},
                         {u"panels"_s, Json::array()}})
               .dump(2)
        + '\n';
}
