// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/settingsediting.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QRegularExpression>
#include <dashboard/adhocfilters.h>
#include <dashboard/editsupport.h>
#include <dashboard/session.h>
#include <dashboard/v2/v2twin.h>
#include <dashboard/v2/v2uses.h>

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

// section: the place of a row or tab; empty: of the dashboard.
const Variable *find(const Document &document, const QString &name, const QString &section = {})
{
    const QList<Variable> *variables = section.isEmpty() ? &document.dashboard()->variables : nullptr;
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (!section.isEmpty() && item.kind == LayoutItem::Kind::Row && item.place == section)
            variables = &item.traits.variables;
    for (qsizetype i = 0; variables && i < variables->size(); ++i)
        if (variables->at(i).name == name)
            return &variables->at(i);
    return nullptr;
}

template <class Do>
Result<Command> onVariable(const Document &document, const QString &name, const QString &section, const QString &text,
                           const QString &mergeKey, Do edit)
{
    if (!section.isEmpty())
        return onSectionTwin(document, section, [&](const Document &twin) {
            return onVariable(twin, name, {}, text, mergeKey.isEmpty() ? mergeKey : section + u' ' + mergeKey, edit);
        });
    if (isV2(document))
        return onClassicTwin(document, [&](const Document &twin) { return onVariable(twin, name, {}, text, mergeKey, edit); });
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

struct TextUse {
    QString pointer;
    QString text;
    bool isName = false; // all of it
    int count = 0;
};

QList<TextUse> textUses(const Document &document, const QString &name, const QString &section)
{
    QList<TextUse> found;
    const std::optional<V2Scope> scope = isV2(document) ? std::optional(V2Scope(document, name, section)) : std::nullopt;
    const QRegularExpression pattern = usesOf(name);
    const QByteArray bytes = name.toUtf8();
    const auto &nodes = document.index().nodes();
    QList<ByteSpan> parts; // that a section reaches; pointers are dear
    for (const QString &part : section.isEmpty() ? QStringList() : QStringList{section, document.root() + "/elements"_L1})
        if (const int at = document.index().find(document.text(), part); at >= 0)
            parts.append(nodes[size_t(at)].value);
    const auto isIn = [&](const ByteSpan &value) {
        return std::any_of(parts.begin(), parts.end(),
                           [&](const ByteSpan &part) { return value.begin >= part.begin && value.end <= part.end; });
    };
    for (size_t i = 0; i < nodes.size(); ++i) {
        if (nodes[i].kind != '"' || (!section.isEmpty() && !isIn(nodes[i].value))
            || !QByteArrayView(document.text()).sliced(nodes[i].value.begin, nodes[i].value.size()).contains(bytes))
            continue;
        TextUse use{{}, QString::fromUtf8(decodedJsonString(document.text(), nodes[i].value)), false, 0};
        use.count = int(use.text.count(pattern));
        if (use.count == 0 && use.text != name)
            continue;
        use.pointer = document.index().pointer(document.text(), int(i));
        use.isName = use.text == name && namesVariable(use.pointer);
        if ((use.count > 0 || use.isName) && (!scope || scope->holds(use.pointer)))
            found.append(use);
    }
    return found;
}

void renameStrings(JsonText &json, const Document &document, const QString &name, const QString &to, const QString &section = {})
{
    for (const TextUse &use : textUses(document, name, section))
        json.set(use.pointer, use.isName ? to : renamedIn(use.text, name, to));
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

QString variableNameProblem(const Document &document, const QString &name, const QString &section)
{
    static const QRegularExpression valid(u"^[A-Za-z_][A-Za-z0-9_]*$"_s);
    if (name.isEmpty())
        return tr("A variable needs a name.");
    if (!valid.match(name).hasMatch())
        return tr("Letters, digits and _ only, and no digit first.");
    if (name.startsWith("__"_L1))
        return tr("Names with __ in front are Grafana's own.");
    return find(document, name, section) ? tr("Another variable has this name.") : QString();
}

Result<Command> addVariable(const Document &document, const Json &variable, qsizetype index, const QString &section)
{
    if (!section.isEmpty())
        return onSectionTwin(document, section, [&](const Document &twin) { return addVariable(twin, variable, index); });
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
        document, name, {}, text, u"variable."_s + name + u'.' + path,
        [&](JsonText &json, const Variable &variable, const Document &) { json.set(variable.pointer + pointerOfPath(path), value); });
}

Result<Command> setVariableValues(const Document &document, const QString &name, const MemberChanges &changes, const QString &text,
                                  const QString &section)
{
    QStringList paths;
    for (const auto &[path, value] : changes)
        paths.append(path);
    return onVariable(document, name, section, text, u"variable."_s + name + u'.' + paths.join(u'+'),
                      [&](JsonText &json, const Variable &variable, const Document &) {
                          for (const auto &[path, value] : changes) {
                              if (value.isNull())
                                  json.remove(variable.pointer + pointerOfPath(path));
                              else
                                  json.set(variable.pointer + pointerOfPath(path), value);
                          }
                      });
}

Result<Command> replaceVariable(const Document &document, const QString &name, const Json &variable, const QString &text,
                                const QString &section)
{
    if (variable[u"name"].toString() != name)
        return fail(Error::Kind::Config, tr("The name may not change with the type."), name);
    return onVariable(document, name, section, text, {},
                      [&](JsonText &json, const Variable &old, const Document &) { json.change(old.pointer, variable); });
}

Result<Command> removeVariable(const Document &document, const QString &name, const QString &section)
{
    return onVariable(document, name, section, tr("Remove variable %1").arg(name), {},
                      [&](JsonText &json, const Variable &variable, const Document &) { json.remove(variable.pointer); });
}

Result<Command> moveVariable(const Document &document, const QString &name, qsizetype to, const QString &section)
{
    return onVariable(document, name, section, tr("Move variable %1").arg(name), {},
                      [&](JsonText &json, const Variable &variable, const Document &in) {
                          json.move(listOf(in), variable.pointer.mid(variable.pointer.lastIndexOf(u'/') + 1).toLongLong(), to);
                      });
}

Result<Command> renameVariable(const Document &document, const QString &name, const QString &to, const QString &section)
{
    if (name == to)
        return Command{};
    if (const QString problem = variableNameProblem(document, to, section); !problem.isEmpty())
        return fail(Error::Kind::Config, problem, to);
    const QString text = tr("Rename variable %1 to %2").arg(name, to);
    if (!isV2(document))
        return onVariable(document, name, {}, text, {}, [&](JsonText &json, const Variable &variable, const Document &in) {
            renameStrings(json, in, name, to);
            json.set(variable.pointer + "/name"_L1, to);
        });
    const Variable *variable = find(document, name, section);
    if (!variable)
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no variable %1 any more").arg(name));
    JsonText json = document.toEdit();
    renameStrings(json, document, name, to, section);
    json.set(variable->pointer + "/spec/name"_L1, to);
    return commandOf(json, text);
}

Result<Command> moveVariableInto(const Document &document, const QString &name, const QString &section, const QString &to)
{
    const Variable *variable = find(document, name, section);
    if (!variable || !isV2(document))
        return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "there is no variable %1 any more").arg(name));
    if (const QString problem = variableNameProblem(document, name, to); !problem.isEmpty())
        return fail(Error::Kind::Config, problem, name);
    const QString list = to.isEmpty() ? document.root() + "/variables"_L1 : to + "/spec/variables"_L1;
    JsonText json = document.toEdit();
    json.transfer(variable->pointer, list, std::max<qsizetype>(0, json.sizeOf(list)));
    return commandOf(json, tr("Move variable %1").arg(name));
}

QList<std::pair<QString, int>> textsUsing(const Document &document, const QString &name, const QString &section)
{
    QList<std::pair<QString, int>> found;
    for (const TextUse &use : textUses(document, name, section))
        found.append({use.pointer, use.count + int(use.isName)});
    return found;
}

int usesOfVariable(const Document &document, const QString &name, const QString &section)
{
    int uses = 0;
    for (const auto &[pointer, count] : textsUsing(document, name, section))
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
