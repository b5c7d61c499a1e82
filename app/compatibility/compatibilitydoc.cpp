// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/compatibility/compatibilitydoc.h>

#include <panels/registry.h>
#include <pipeline/transform/transformation.h>

using namespace Qt::StringLiterals;

namespace {

using Fate = FormatMember::Fate;

struct Heading {
    QString scope;
    QString text;
};

QList<Heading> headings(const PanelRegistry &registry)
{
    QList<Heading> all{
        {u"dashboard"_s, u"The dashboard"_s},
        {u"variable"_s, u"Variables, below `templating.list[]`"_s},
        {u"variableType"_s, u"Types of variables"_s},
        {u"annotation"_s, u"Annotations, below `annotations.list[]`"_s},
        {u"link"_s, u"Links of dashboards and panels"_s},
        {u"panel"_s, u"Panels"_s},
        {u"target"_s, u"Queries, below `targets[]`"_s},
        {u"targetFormat"_s, u"Formats of queries"_s},
        {u"field"_s, u"Fields, below `fieldConfig.defaults`, and in overrides"_s},
        {u"override"_s, u"Overrides, below `fieldConfig.overrides[]`"_s},
        {u"matcher"_s, u"Matchers of overrides"_s},
        {u"step"_s, u"Transformations, below `transformations[]`"_s},
    };
    for (const PanelType &type : registry.types()) {
        all.append({u"options:"_s + type.id, u"`%1`, below `options`"_s.arg(type.id)});
        all.append({u"custom:"_s + type.id, u"`%1`, below `fieldConfig.defaults.custom`"_s.arg(type.id)});
    }
    for (const auto &[type, becomes] :
         {std::pair(u"graph"_s, u"`graph`, beside `options`"_s), std::pair(u"singlestat"_s, u"`singlestat`, beside `options`"_s),
          std::pair(u"table-old"_s, u"`table-old`, beside `options`"_s), std::pair(u"heatmap"_s, u"`heatmap` of old, beside `options`"_s),
          std::pair(u"text"_s, u"`text` of old, beside `options`"_s)})
        all.append({u"legacy:"_s + type, becomes});
    all.append({u"v2:dashboard"_s, u"The dashboard in the form of version 2, below `spec`"_s});
    for (const Transformation &each : transformations())
        all.append({u"transformation:"_s + each.id, u"`%1`, below its `options`"_s.arg(each.id)});
    return all;
}

QString keysOf(const Vocabulary::Scope &words, Fate fate)
{
    QStringList keys;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        if (it->fate == fate)
            keys.append(u'`' + it.key() + u'`');
    return keys.join(u", "_s);
}

QString laterTable(const Vocabulary::Scope &words)
{
    QString text;
    for (auto it = words.cbegin(); it != words.cend(); ++it)
        if (it->fate == Fate::Later)
            text += u"| `%1` | %2 | %3 |\n"_s.arg(
                it.key(), it->instead, it->harmless.isEmpty() ? QString() : u'`' + QString(it->harmless).replace(u"|"_s, u"`, `"_s) + u'`');
    return text.isEmpty() ? text : u"\n| Not yet | Instead | Nothing is lost with |\n|---|---|---|\n"_s + text;
}

// Of the server rather than of the file.
QString accountsText()
{
    return u"\n## Accounts: `__user` and `__org`\n\n"
           "`$__user`, `${__user.id}`, `${__user.login}`, `${__user.email}`, `$__org`, `${__org.id}` and `${__org.name}` print nothing, in "
           "queries, titles and addresses alike. Grafana fills in who is logged in and in which organisation, and prints an empty login "
           "and "
           "address for an anonymous visitor. Here is no server and nobody logs in, so everyone is that visitor. The name of the desktop's "
           "user does not stand in for a login: a file from elsewhere could send it away in an address or a query.\n"_s;
}

} // namespace

QByteArray compatibilityMarkdown(const Vocabulary &vocabulary, const PanelRegistry &registry)
{
    QStringList types;
    for (const PanelType &type : registry.types())
        types.append(u'`' + type.id + u'`');
    QString text
        = u"# What of Grafana's dashboards is honoured\n\n"
          "Generated from what the program itself knows; do not edit. `PROMONTORY_WRITE_DOCS=1 build/bin/test_app_compatibility "
          "tst_compatibilitydoc` writes it anew. Each member that is called honoured changes a picture, a query, a step or a bar in a "
          "test (`tests/app/compatibility/tst_honoured.cpp`); the build's tests fail otherwise.\n\n"
          "`promontory check PATH` says the same for a file: each member that is not honoured, where it lies, and what is done instead. "
          "Whatever is not known stays in the file byte for byte.\n\n"_s;
    text += u"Panel types that are drawn: %1. Every other type keeps its place, title and options and shows its data as a table; queries "
            u"for "
            "sources of other kinds are shown as text.\n"_s.arg(types.join(u", "_s));
    for (const Heading &heading : headings(registry)) {
        const Vocabulary::Scope &words = vocabulary.scope(heading.scope);
        const QString honoured = keysOf(words, Fate::Honoured);
        const QString later = laterTable(words);
        if (honoured.isEmpty() && later.isEmpty())
            continue;
        text += u"\n## "_s + heading.text + u"\n\n"_s + (honoured.isEmpty() ? QString() : u"Honoured: "_s + honoured + u".\n"_s) + later;
        if (heading.scope == "variableType"_L1)
            text += accountsText();
    }
    return text.toUtf8();
}
