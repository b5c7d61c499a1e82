// SPDX-License-Identifier: GPL-3.0-or-later
#include "samecheck.h"

#include <QtTest/QtTest>
#include <dashboard/variablequery.h>

using namespace Qt::StringLiterals;

namespace {

// What Grafana writes into every such panel and what has no part here.
bool isWithoutControl(const QString &type, const QString &path)
{
    static const QHash<QString, QStringList> paths{
        {u"heatmap"_s, {u"options.exemplars."_s, u"fieldConfig.defaults.custom.hideFrom."_s, u"fieldConfig.defaults.custom.scale"_s}},
        {u"text"_s, {u"options.code.language"_s, u"options.code.showMiniMap"_s}}};
    const QStringList some = paths.value(type);
    return std::any_of(some.begin(), some.end(), [&](const QString &each) { return path.startsWith(each); });
}

void addLeaves(const Json &json, const QString &path, QStringList &leaves)
{
    if (!json.isObject())
        return leaves.append(path);
    for (const QString &key : json.keys())
        addLeaves(json[key], path + u'.' + key, leaves);
}

// Each option of the file is one that a person can reach.
void everyOptionHasAControl(const Panel &panel, const QList<PanelRow> &rows)
{
    QStringList leaves;
    addLeaves(panel.options, u"options"_s, leaves);
    addLeaves(panel.fieldConfig[u"defaults"], u"fieldConfig.defaults"_s, leaves);
    for (const QString &leaf : std::as_const(leaves)) {
        const bool shown = std::any_of(rows.begin(), rows.end(),
                                       [&](const PanelRow &each) { return leaf == each.path() || leaf.startsWith(each.path() + u'.'); });
        QVERIFY2(shown || isWithoutControl(panel.type, leaf), qPrintable(panel.title + u' ' + leaf));
    }
}

void samePanel(const Panel &is, const Panel &wanted, const PanelType &type)
{
    QCOMPARE(is.type, wanted.type);
    QCOMPARE(is.gridPos, wanted.gridPos);
    QCOMPARE(is.maxDataPoints, wanted.maxDataPoints);
    QCOMPARE(is.targets.size(), wanted.targets.size());
    for (qsizetype i = 0; i < is.targets.size(); ++i) {
        Target a = is.targets[i], b = wanted.targets[i];
        a.raw = b.raw = {};
        a.datasource = b.datasource = {};
        QVERIFY2(a == b, qPrintable(is.title));
    }
    for (const PanelRow &each : panelRows(type))
        QVERIFY2(!each.isShownFor(wanted.raw) || same(each.in(is.raw), each.in(wanted.raw)),
                 qPrintable(said(is.title + u' ' + each.path(), each.in(is.raw), each.in(wanted.raw))));
    const std::vector<Json> made = is.fieldConfig[u"overrides"].items(), asked = wanted.fieldConfig[u"overrides"].items();
    QCOMPARE(made.size(), asked.size());
    for (size_t i = 0; i < made.size(); ++i) {
        QVERIFY(same(made[i][u"matcher"], asked[i][u"matcher"]));
        QCOMPARE(made[i][u"properties"].size(), asked[i][u"properties"].size());
        for (qsizetype p = 0; p < asked[i][u"properties"].size(); ++p) {
            const Json a = made[i][u"properties"].at(p), b = asked[i][u"properties"].at(p);
            QCOMPARE(a[u"id"].toString(), b[u"id"].toString());
            for (const QString &key : b[u"value"].keys())
                QVERIFY2(same(a[u"value"][key], b[u"value"][key]), qPrintable(said(key, a, b)));
            QVERIFY2(b[u"value"].isObject() || same(a[u"value"], b[u"value"]), qPrintable(said(is.title, a, b)));
        }
    }
}

} // namespace

QString said(const QString &what, const Json &is, const Json &wanted)
{
    return u"%1 is %2, wanted %3"_s.arg(what, QString::fromUtf8(is.dump()), QString::fromUtf8(wanted.dump()));
}

void sameVariables(const Dashboard &is, const Dashboard &wanted)
{
    QCOMPARE(is.variables.size(), wanted.variables.size());
    for (qsizetype i = 0; i < is.variables.size(); ++i) {
        Variable a = is.variables[i], b = wanted.variables[i];
        QCOMPARE(variableQueryText(a.query), variableQueryText(b.query));
        for (Variable *each : {&a, &b}) { // what only says the same in other words
            each->query = each->raw = {};
            each->datasource = {};
            each->options.clear();
            if (each->type != "query"_L1)
                each->refresh = {}; // says nothing there
        }
        QCOMPARE(a.currentValues, b.currentValues);
        QCOMPARE(a.currentTexts, b.currentTexts);
        QVERIFY2(a == b, qPrintable(a.name));
    }
}

void samePanels(const Dashboard &is, const Dashboard &wanted, const PanelRegistry &registry)
{
    QCOMPARE(is.panels.size(), wanted.panels.size());
    for (qsizetype i = 0; i < is.panels.size(); ++i) {
        const PanelType &type = *registry.find(wanted.panels[i]->type);
        samePanel(*is.panels[i], *wanted.panels[i], type);
        everyOptionHasAControl(*wanted.panels[i], panelRows(type));
    }
}

void sameLayouts(const LayoutItem &is, const LayoutItem &wanted)
{
    QCOMPARE(int(is.kind), int(wanted.kind));
    QCOMPARE(is.id, wanted.id);
    QCOMPARE(is.title, wanted.title);
    QCOMPARE(is.collapsed, wanted.collapsed);
    QCOMPARE(is.rect, wanted.rect);
    QCOMPARE(is.children.size(), wanted.children.size());
    for (qsizetype i = 0; i < is.children.size(); ++i)
        sameLayouts(is.children[i], wanted.children[i]);
}
