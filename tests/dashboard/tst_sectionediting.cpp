// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/settingsediting.h>
#include <dashboard/variableuses.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

const QString kOuter = u"/spec/layout/spec/rows/0"_s, kInner = kOuter + u"/spec/layout/spec/rows/0"_s,
              kOther = u"/spec/layout/spec/rows/1"_s;

QByteArray custom(const QByteArray &name, const QByteArray &values, const QByteArray &more = {})
{
    return v2Text("{ 'kind': 'CustomVariable', 'spec': { 'name': '" + name + "', 'query': '" + values + "'" + more + " } }");
}

QByteArray own(const QByteArray &variables)
{
    return v2Text("'variables': [ " + variables + " ], ");
}

// Outer { zone, host } with Inner { host } in it, Other without any; the dashboard has zone, too.
Document board()
{
    const QByteArray inner = v2Row("Inner $zone", v2Layout("GridLayout", v2Item("two", 0, 0, 12, 6)), own(custom("host", "h3")));
    const QByteArray outer
        = v2Row("Outer",
                v2Rows(inner + ", "
                       + v2Row("Plain ${host}",
                               v2Layout("GridLayout", v2Item("one", 0, 0, 12, 6, ", 'repeat': { 'mode': 'variable', 'value': 'host' }")))),
                own(custom("zone", "eu, us") + ", " + custom("host", "h1, $zone", ", 'sort': 'naturalDesc'")));
    const QByteArray other = v2Row("Other $zone", v2Layout("GridLayout", v2Item("three", 0, 0, 12, 6)));
    return *Document::fromText(v2Board("\"one\": " + v2Panel(1, "stat", "One $host $zone")
                                           + ",\n    \"two\": " + v2Panel(2, "stat", "Two $host $zone")
                                           + ",\n    \"three\": " + v2Panel(3, "stat", "Three $host $zone"),
                                       v2Rows(outer + ",\n    " + other), "'variables': [ " + custom("zone", "all") + " ],\n    "));
}

QStringList names(const Document &document, const QString &section)
{
    QStringList names;
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.place == section)
            for (const Variable &variable : item.traits.variables)
                names.append(variable.name);
    return names;
}

QString title(const Document &document, const QString &element)
{
    return document.valueAt(u"/spec/elements/%1/spec/title"_s.arg(element)).toString();
}

} // namespace

// Edits of the variables of rows and tabs.
class TstSectionEditing : public QObject
{
    Q_OBJECT

    Document after(const Document &before, const Result<Command> &command)
    {
        if (!command)
            qWarning("%s", qPrintable(command.error().what));
        const Result<Document> now = before.edited(command->splices);
        if (now->edited(inverse(command->splices))->text() != before.text())
            qWarning("undo gives other bytes");
        return *now;
    }

private slots:
    void adds()
    {
        const Document before = board();
        const Json variable = Json::object({{u"type"_s, u"textbox"_s}, {u"name"_s, u"filter"_s}, {u"query"_s, u"x"_s}});
        const Document now = after(before, addVariable(before, variable, 1, kOuter));
        QCOMPARE(names(now, kOuter), (QStringList{u"zone"_s, u"filter"_s, u"host"_s}));
        QCOMPARE(now.valueAt(kOuter + "/spec/variables/1/kind"_L1).toString(), u"TextVariable"_s);
        QCOMPARE(names(now, kInner), QStringList{u"host"_s});
        const Document first = after(before, addVariable(before, variable, -1, kOther));
        QCOMPARE(names(first, kOther), QStringList{u"filter"_s});
        QVERIFY(!addVariable(before, variable.with(u"name", u"host"_s), -1, kOuter)); // taken
        QVERIFY(addVariable(before, variable.with(u"name", u"zone"_s), -1, kInner)); // hides the one around it
        QVERIFY(!addVariable(before, variable, -1, kOther + u"9"_s)); // gone
    }

    void changes()
    {
        const Document before = board();
        const Document now = after(before, setVariableValues(before, u"host"_s, {{u"multi"_s, true}, {u"sort"_s, 1}}, u"x"_s, kOuter));
        QCOMPARE(now.valueAt(kOuter + "/spec/variables/1/spec/sort"_L1).toString(), u"alphabeticalAsc"_s);
        QCOMPARE(now.valueAt(kOuter + "/spec/variables/1/spec/multi"_L1), Json(true));
        QCOMPARE(now.textAt(kInner), before.textAt(kInner));
        const Json other = Json::object({{u"type"_s, u"switch"_s}, {u"name"_s, u"host"_s}});
        const Document replaced = after(before, replaceVariable(before, u"host"_s, other, u"x"_s, kInner));
        QCOMPARE(replaced.valueAt(kInner + "/spec/variables/0/kind"_L1).toString(), u"SwitchVariable"_s);
        QCOMPARE(names(after(before, removeVariable(before, u"zone"_s, kOuter)), kOuter), QStringList{u"host"_s});
        QCOMPARE(names(after(before, moveVariable(before, u"host"_s, 0, kOuter)), kOuter), (QStringList{u"host"_s, u"zone"_s}));
        QVERIFY(!removeVariable(before, u"nobody"_s, kOuter));
    }

    // In what lies in the section and in what that shows, but not where another one of the name is nearer.
    void renames()
    {
        const Document before = board();
        const Document host = after(before, renameVariable(before, u"host"_s, u"node"_s, kOuter));
        QCOMPARE(names(host, kOuter), (QStringList{u"zone"_s, u"node"_s}));
        QCOMPARE(names(host, kInner), QStringList{u"host"_s});
        QCOMPARE(title(host, u"one"_s), u"One $node $zone"_s);
        QCOMPARE(title(host, u"two"_s), u"Two $host $zone"_s);
        QCOMPARE(title(host, u"three"_s), u"Three $host $zone"_s);
        const QString plain = kOuter + "/spec/layout/spec/rows/1/spec"_L1;
        QCOMPARE(host.valueAt(plain + "/title"_L1).toString(), u"Plain ${node}"_s);
        QCOMPARE(host.valueAt(plain + "/layout/spec/items/0/spec/repeat/value"_L1).toString(), u"node"_s);
        const Document zone = after(before, renameVariable(before, u"zone"_s, u"area"_s)); // of the dashboard
        QCOMPARE(zone.dashboard()->variables.first().name, u"area"_s);
        QCOMPARE(names(zone, kOuter).first(), u"zone"_s);
        QCOMPARE(title(zone, u"one"_s), u"One $host $zone"_s);
        QCOMPARE(title(zone, u"three"_s), u"Three $host $area"_s);
        QCOMPARE(zone.valueAt(kOther + "/spec/title"_L1).toString(), u"Other $area"_s);
        QVERIFY(!renameVariable(before, u"host"_s, u"zone"_s, kOuter));
    }

    void uses()
    {
        const Document before = board();
        using Kind = VariableUse::Kind;
        QCOMPARE(usesIn(before, u"host"_s, kOuter),
                 (QList<VariableUse>{{Kind::Panel, u"One $host $zone"_s, 1}, {Kind::Row, u"Plain ${host}"_s, 2}}));
        QCOMPARE(usesOfVariable(before, u"host"_s, kInner), 1);
        QCOMPARE(usesOfVariable(before, u"zone"_s), 2); // in Other
        QCOMPARE(usesOfVariable(before, u"zone"_s, kOuter), 4);
    }

    void toAnotherHolder()
    {
        const Document before = board();
        Document now = after(before, moveVariableInto(before, u"host"_s, kOuter, {}));
        QCOMPARE(names(now, kOuter), QStringList{u"zone"_s});
        QCOMPARE(now.dashboard()->variables.last().name, u"host"_s);
        QVERIFY(now.text().contains(custom("host", "h1, $zone", ", 'sort': 'naturalDesc'")));
        now = after(before, moveVariableInto(before, u"zone"_s, {}, kInner));
        QCOMPARE(names(now, kInner), (QStringList{u"host"_s, u"zone"_s}));
        QVERIFY(now.dashboard()->variables.isEmpty());
        now = after(before, moveVariableInto(before, u"host"_s, kInner, kOther));
        QCOMPARE(names(now, kOther), QStringList{u"host"_s});
        QVERIFY(!moveVariableInto(before, u"host"_s, kInner, kOuter)); // taken
        QVERIFY(!moveVariableInto(before, u"host"_s, kOther, kOuter)); // not there
    }
};

ADD_TEST(TstSectionEditing)
#include "tst_sectionediting.moc"
