// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/panelwalk.h>

#include <QtCore/QCoreApplication>
#include <app/compatibility/memberkinds.h>
#include <core/jsonscan.h>
#include <dashboard/sourcekind.h>
#include <panels/paneltype.h>
#include <pipeline/color.h>
#include <pipeline/fieldpipeline.h>
#include <pipeline/fieldproperty.h>
#include <pipeline/transform/transformation.h>

using namespace Qt::StringLiterals;
using Fate = FormatMember::Fate;

namespace {

constexpr qsizetype kMostLines = 100'000; // of a hostile file

QString tr(const char *text)
{
    return QCoreApplication::translate("Compatibility", text);
}

QString below(const QString &pointer, const QString &key)
{
    return pointer + u'/' + pointerEscaped(key);
}

QString notKnown()
{
    return tr("not known here; it stays in the file and changes nothing");
}

QList<PanelInFile::Part> itemsOf(const Json &list, const QString &pointer, const QString &inner = {})
{
    QList<PanelInFile::Part> parts;
    const std::vector<Json> items = list.items();
    for (size_t i = 0; i < items.size(); ++i)
        if (items[i].isObject())
            parts.append({pointer + u'/' + QString::number(i) + inner, items[i]});
    return parts;
}

} // namespace

PanelInFile classicPanelInFile(const Json &panel, const QString &pointer)
{
    PanelInFile file;
    file.type = panel[u"type"].toString();
    file.members = {pointer, panel};
    file.options = {pointer + "/options"_L1, panel[u"options"]};
    file.fieldConfig = {pointer + "/fieldConfig"_L1, panel[u"fieldConfig"]};
    file.transformations = itemsOf(panel[u"transformations"], pointer + "/transformations"_L1);
    file.targets = itemsOf(panel[u"targets"], pointer + "/targets"_L1);
    file.links = {pointer + "/links"_L1, panel[u"links"]};
    return file;
}

PanelInFile v2PanelInFile(const Json &element, const QString &pointer)
{
    const QString at = pointer + "/spec"_L1;
    const Json spec = element[u"spec"];
    const Json viz = spec[u"vizConfig"];
    const QString vizAt = at + "/vizConfig/spec"_L1;
    const QString dataAt = at + "/data/spec"_L1;
    PanelInFile file;
    file.type = viz[u"group"].isString() ? viz[u"group"].toString() : viz[u"kind"].toString();
    file.options = {vizAt + "/options"_L1, viz[u"spec"][u"options"]};
    file.fieldConfig = {vizAt + "/fieldConfig"_L1, viz[u"spec"][u"fieldConfig"]};
    for (PanelInFile::Part &part : file.transformations
         = itemsOf(spec[u"data"][u"spec"][u"transformations"], dataAt + "/transformations"_L1)) {
        // {"kind": the id, "spec": {"id", "options", …}}, or since v2beta1 {"kind": "Transformation", "group": the id, "spec"}.
        const Json group = part.json[u"group"].isString() ? part.json[u"group"] : part.json[u"kind"];
        part.json = part.json[u"spec"].with(u"id", group);
        part.pointer += "/spec"_L1;
    }
    for (PanelInFile::Part &part : file.targets = itemsOf(spec[u"data"][u"spec"][u"queries"], dataAt + "/queries"_L1)) {
        const Json query = part.json[u"spec"][u"query"];
        const Json kind = query[u"group"].isString() ? query[u"group"] : query[u"kind"];
        part.json = query[u"spec"].with(u"hide", part.json[u"spec"][u"hidden"]).with(u"datasource", Json::object({{u"type"_s, kind}}));
        part.pointer += "/spec/query/spec"_L1;
    }
    file.links = {at + "/links"_L1, spec[u"links"]};
    return file;
}

void PanelWalk::say(const QString &pointer, const QString &why)
{
    if (m_lines.size() < kMostLines)
        m_lines.append({pointer, why, m_panel});
}

// What a migration reads has its meaning in another place of the panel.
void PanelWalk::sayUnknown(const QString &pointer)
{
    QStringList path = m_classic.isObject() ? pointer.mid(m_panel.size()).split(u'/', Qt::SkipEmptyParts) : QStringList();
    for (QString &part : path)
        part.replace("~1"_L1, "/"_L1).replace("~0"_L1, "~"_L1);
    if (!m_migrations.isRead(m_classic, path))
        say(pointer, notKnown());
}

void PanelWalk::walk(const Json &object, const QString &pointer, const QString &scope, const QString &prefix)
{
    const QStringList keys = object.keys();
    const std::vector<Json> values = object.items();
    for (qsizetype i = 0; i < keys.size() && object.isObject(); ++i)
        value(values[size_t(i)], below(pointer, keys[i]), scope, prefix + keys[i]);
}

void PanelWalk::kinds(const Json &value, const QString &pointer, const QString &scope, const QString &key)
{
    for (const WrongKind &wrong : wrongKinds(scope, key, value))
        say(pointer + wrong.below, tr("%1 cannot be read").arg(quoted(wrong.value)) + tr("; it is as if it were not set"));
}

void PanelWalk::value(const Json &value, const QString &pointer, const QString &scope, const QString &key)
{
    kinds(value, pointer, scope, key);
    const Vocabulary::Word *word = m_words.find(scope, key);
    if (word && word->fate == Fate::Later && !word->isHarmless(value))
        say(pointer, word->instead);
    if (word && word->fate == Fate::Honoured && !word->row.key.isEmpty())
        if (const QString why = valueProblem(word->row, value); !why.isEmpty())
            say(pointer, why);
    if (word || saysNothing(value))
        return;
    if (m_words.hasBelow(scope, key)) {
        if (value.isObject())
            walk(value, pointer, scope, key + u'.');
        else
            say(pointer, tr("an object is expected; it is as if it were not set"));
    } else if (!m_words.isLeftover(scope, key)) {
        sayUnknown(pointer);
    }
}

void PanelWalk::word(const QString &scope, const QString &key, const QString &pointer, const QString &unknown)
{
    const Vocabulary::Word *word = m_words.find(scope, key);
    if (!word)
        say(pointer, unknown.arg(key.left(60)));
    else if (word->fate == Fate::Later)
        say(pointer, word->instead);
}

void PanelWalk::links(const Json &list, const QString &pointer)
{
    for (const Part &link : itemsOf(list, pointer))
        object(link.json, link.pointer, u"link"_s);
}

void PanelWalk::annotation(const Json &annotation, const QString &pointer)
{
    QList<ModelProblem> problems;
    const Annotation read = readAnnotation(annotation, pointer, problems);
    // Grafana's own one is in nearly every file, and hidden; where it is shown, someone wanted its notes.
    if (read.builtIn && read.enabled && !read.hidden)
        say(pointer, tr("Grafana keeps these annotations in its database; none are shown"));
    else if (!read.builtIn && read.enabled && !read.foreign.isEmpty())
        say(pointer, tr("annotations of a source of kind “%1” are not shown").arg(read.foreign.left(60)));
    else if (!read.builtIn && read.foreign.isEmpty())
        object(annotation, pointer, u"annotation"_s);
}

void PanelWalk::newerAnnotation(const Json &spec, const QString &pointer)
{
    const Json group = spec[u"query"][u"group"].isString() ? spec[u"query"][u"group"] : spec[u"query"][u"kind"];
    const QString kind = foreignKind(Json::object({{u"datasource"_s, Json::object({{u"type"_s, group}})}}), {});
    if (!spec[u"enable"].toBool() || (spec[u"builtIn"].toBool() && spec[u"hide"].toBool()))
        return;
    if (spec[u"builtIn"].toBool())
        say(pointer, tr("Grafana keeps these annotations in its database; none are shown"));
    else if (!kind.isEmpty())
        say(pointer, tr("annotations of a source of kind “%1” are not shown").arg(kind.left(60)));
}

void PanelWalk::panel(const PanelInFile &file, const Panel &panel, const PanelType *type)
{
    m_panel = panel.pointer;
    m_classic = file.members.json;
    const QString legacy = u"legacy:"_s + file.type;
    const QStringList members = type ? file.members.json.keys() : QStringList();
    const std::vector<Json> values = file.members.json.items();
    for (qsizetype i = 0; i < members.size(); ++i) {
        const QString &key = members[i];
        const bool isOld = !m_words.find(u"panel"_s, key) && (m_words.find(legacy, key) || m_words.hasBelow(legacy, key));
        value(values[size_t(i)], below(file.members.pointer, key), isOld ? legacy : u"panel"_s, key);
    }
    if (file.members.json.isNull()) // of the v2 form
        kinds(file.fieldConfig.json, file.fieldConfig.pointer, u"panel"_s, u"fieldConfig"_s);
    links(file.links.json, file.links.pointer);
    for (const Part &part : file.targets)
        if (!type || type->asksData)
            target(part, panel);
    if (type) {
        object(file.options.json, file.options.pointer, u"options:"_s + type->id);
        if (type->asksData)
            fields(file.fieldConfig, type->id);
        for (const Part &part : file.transformations)
            if (type->asksData)
                transformation(part);
    }
    m_panel.clear();
    m_classic = {};
}

void PanelWalk::fields(const Part &part, const QString &type)
{
    const Json defaults = part.json[u"defaults"];
    const QStringList keys = defaults.keys();
    const std::vector<Json> values = defaults.items();
    for (qsizetype i = 0; i < keys.size(); ++i)
        standard(keys[i], values[size_t(i)], below(part.pointer + "/defaults"_L1, keys[i]));
    walk(defaults[u"custom"], part.pointer + "/defaults/custom"_L1, u"custom:"_s + type, {});
    for (const Part &rule : itemsOf(part.json[u"overrides"], part.pointer + "/overrides"_L1))
        override(rule.json, rule.pointer, type);
}

void PanelWalk::standard(const QString &key, const Json &value, const QString &pointer)
{
    if (key == "custom"_L1)
        return;
    const qsizetype before = m_lines.size();
    const Vocabulary::Word *word = m_words.find(u"field"_s, key);
    if (!word || word->row.key.isEmpty())
        this->value(value, pointer, u"field"_s, key);
    else
        kinds(value, pointer, u"field"_s, key);
    QList<OptionProblem> problems;
    FieldConfig config;
    setFieldProperty(config, key, value, &problems);
    for (const OptionProblem &problem : problems)
        say(pointer, problem.why + tr("; it is as if it were not set"));
    const QString mode = key == "color"_L1 ? value[u"mode"].toString() : QString();
    const QList<ColorModeInfo> &modes = colorModes();
    if (!mode.isEmpty() && std::none_of(modes.begin(), modes.end(), [&](const ColorModeInfo &each) { return each.id == mode; }))
        say(pointer + "/mode"_L1, tr("the colour scheme “%1” is not known; the classic palette is used").arg(mode.left(60)));
    for (qsizetype i = m_lines.size() - 1; i > before; --i) // a value that is wrong in many places says so once
        if (m_lines[i] == m_lines[i - 1])
            m_lines.removeAt(i);
}

void PanelWalk::override(const Json &rule, const QString &pointer, const QString &type)
{
    object(rule, pointer, u"override"_s);
    word(u"matcher"_s, rule[u"matcher"][u"id"].toString(), pointer + "/matcher/id"_L1,
         tr("fields cannot be chosen by “%1”; the override holds for none"));
    kinds(rule[u"matcher"][u"options"], pointer + "/matcher/options"_L1, u"matcher:"_s + rule[u"matcher"][u"id"].toString(), u"options"_s);
    for (const Part &property : itemsOf(rule[u"properties"], pointer + "/properties"_L1)) {
        const QString id = property.json[u"id"].toString();
        const Json set = property.json[u"value"];
        const QString at = property.pointer + (set.isObject() || set.isArray() ? "/value"_L1 : ""_L1);
        if (!id.startsWith("custom."_L1))
            standard(id, set, at);
        else
            value(set, at, u"custom:"_s + type, id.mid(7));
    }
}

void PanelWalk::transformation(const Part &part)
{
    const QString id = part.json[u"id"].toString();
    const Transformation *known = findTransformation(id);
    if (part.json[u"disabled"].toBool())
        return;
    if (!known)
        return say(part.pointer, tr("the transformation “%1” is not known; the step is left out").arg(id.left(60)));
    object(part.json, part.pointer, u"step"_s);
    walk(part.json[u"options"], part.pointer + "/options"_L1, u"transformation:"_s + known->id, {});
    static const QStringList filters{QString(), u"byRefId"_s, u"byName"_s, u"alwaysMatch"_s};
    if (const QString filter = part.json[u"filter"][u"id"].toString(); !filters.contains(filter))
        say(part.pointer + "/filter"_L1, tr("the filter “%1” is not known; the step sees all queries").arg(filter.left(60)));
}

void PanelWalk::target(const Part &part, const Panel &panel)
{
    const QString foreign = foreignKind(part.json, panel.datasource);
    if (!foreign.isEmpty())
        return say(part.pointer, tr("there is no source of kind “%1” here; the query is shown as text").arg(foreign.left(60)));
    object(part.json, part.pointer, u"target"_s);
    if (const Json format = part.json[u"format"]; format.isString() && !format.toString().isEmpty())
        word(u"targetFormat"_s, format.toString(), part.pointer + "/format"_L1,
             tr("the format “%1” is not known; the answer is taken as time series"));
}
