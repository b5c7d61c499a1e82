// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/layoutediting.h>
#include <dashboard/panelediting.h>
#include <dashboard/v2/v2removal.h>
#include <dashboard/v2/v2sections.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray leaf(const QByteArray &name)
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 12, 6));
}

Document board(const QByteArray &layout, const QByteArrayList &names)
{
    QByteArrayList elements;
    for (const QByteArray &name : names)
        elements.append("\"" + name + "\": " + v2Panel(int(elements.size()) + 1, "stat", name));
    return *Document::fromText(v2Board(elements.join(",\n    "), layout));
}

// A { a1, a2 (shows b's panel again) }, B { grid }, C { tabs c1, c2 { d } }, one element that nothing shows
Document several()
{
    const QByteArray twice = v2Layout("GridLayout", v2Item("one", 0, 0, 6, 3) + ", " + v2Item("three", 6, 0, 6, 3));
    return board(v2Tabs({v2Tab("A", v2Rows(v2Row("a1", leaf("two")) + ",\n    " + v2Row("a2", twice))), v2Tab("B", leaf("three")),
                         v2Tab("C", v2Tabs({v2Tab("c1", leaf("four")), v2Tab("c2", v2Rows(v2Row("d", leaf("five"))))}))}),
                 {"one", "two", "three", "four", "five", "nobody"});
}

QString id(const Document &document, const QString &title)
{
    for (const LayoutItem &item : document.dashboard()->layout.children)
        if (item.kind == LayoutItem::Kind::Row && item.title == title)
            return item.id;
    return {};
}

QString shape(const Document &document)
{
    return v2Shape(document.valueAt(u"/spec/layout"_s));
}

QStringList shown(const Document &document)
{
    QStringList titles;
    for (const PanelPtr &panel : document.dashboard()->panels)
        titles.append(panel->title);
    titles.sort();
    titles.removeDuplicates();
    return titles;
}

} // namespace

class TstV2Removal : public QObject
{
    Q_OBJECT

private slots:
    void sections_data()
    {
        QTest::addColumn<QString>("section");
        QTest::addColumn<bool>("withPanels");
        QTest::addColumn<QString>("wanted");
        QTest::addColumn<QString>("elements");
        const QString all = u"one two three four five nobody"_s;
        QTest::newRow("tab with rows") << u"A"_s << true << u"B C{c1 c2{d}}"_s << u"three four five nobody"_s;
        QTest::newRow("tab with a grid") << u"B"_s << true << u"A{a1 a2} C{c1 c2{d}}"_s << all;
        QTest::newRow("tab with tabs") << u"C"_s << true << u"A{a1 a2} B"_s << u"one two three nobody"_s;
        QTest::newRow("rows into a grid behind") << u"A"_s << false << u"B{a1 a2 } C{c1 c2{d}}"_s << all;
        QTest::newRow("grid behind rows") << u"B"_s << false << u"A{a1 a2 } C{c1 c2{d}}"_s << all;
        QTest::newRow("tabs into a grid before") << u"C"_s << false << u"A{a1 a2} B{ c1 c2{d}}"_s << all;
        QTest::newRow("inner tab") << u"c2"_s << false << u"A{a1 a2} B C{c1{ d}}"_s << all;
        QTest::newRow("only row of a tab") << u"d"_s << false << u"A{a1 a2} B C{c1 c2}"_s << all;
        QTest::newRow("only row of a tab, all of it") << u"d"_s << true << u"A{a1 a2} B C{c1 c2}"_s << u"one two three four nobody"_s;
    }
    void sections()
    {
        QFETCH(QString, section);
        QFETCH(bool, withPanels);
        QFETCH(QString, wanted);
        QFETCH(QString, elements);
        const Document before = several();
        const Result<Command> command = removeRow(before, id(before, section), withPanels);
        QVERIFY2(command, command ? "" : qPrintable(command.error().what));
        const Result<Document> now = before.edited(command->splices);
        QVERIFY(now);
        QCOMPARE(shape(*now), wanted);
        QCOMPARE(now->valueAt(u"/spec/elements"_s).keys().join(u' '), elements);
        for (const ModelProblem &problem : now->dashboard()->problems) // nothing in the layout names what is gone
            QVERIFY(problem.pointer.startsWith(u"/spec/elements/"_s));
        if (!withPanels)
            QCOMPARE(shown(*now), shown(before));
        QCOMPARE(now->edited(inverse(command->splices))->text(), before.text());
        QVERIFY(now->text().contains("\"x\": 1.50"));
    }

    void rowsOfARow()
    {
        const Document before = board(v2Rows(v2Row("A", v2Rows(v2Row("a", leaf("one")) + ",\n    " + v2Row("b", leaf("two")))) + ",\n    "
                                             + v2Row("B", v2Tabs({v2Tab("T", leaf("three")), v2Tab("U", leaf("four"))}))),
                                      {"one", "two", "three", "four"});
        const auto removed = [&](const QString &title, bool withPanels) {
            const Result<Command> command = removeRow(before, id(before, title), withPanels);
            return *before.edited(command->splices);
        };
        QCOMPARE(shape(removed(u"A"_s, false)), u"a b B{T U}"_s);
        QCOMPARE(shape(removed(u"B"_s, false)), u"A{a b} T U"_s);
        QCOMPARE(shown(removed(u"B"_s, false)), shown(before));
        QCOMPARE(removed(u"B"_s, false).dashboard()->layout.children.last().traits.tabs, QString());
        QCOMPARE(shape(removed(u"A"_s, true)), u"B{T U}"_s);
        QCOMPARE(shown(removed(u"A"_s, true)), (QStringList{u"four"_s, u"three"_s}));
        // Rows keep their bytes and their indentation.
        QVERIFY(removed(u"A"_s, false).text().contains("\n    " + v2Row("b", leaf("two"))));
    }

    // What is left takes panels and rows again.
    void theOnlyTab()
    {
        const Document before = board(v2Tabs({v2Tab("T", v2Rows(v2Row("r", leaf("one"))))}), {"one"});
        const Document kept = *before.edited(removeRow(before, id(before, u"T"_s), false)->splices);
        QCOMPARE(shape(kept), u"r"_s);
        QCOMPARE(kept.dashboard()->layout.children.first().traits.depth, 0);
        const Document empty = *before.edited(removeRow(before, id(before, u"T"_s), true)->splices);
        QCOMPARE(empty.dashboard()->panels.size(), 0);
        const Result<NewPanels> panel = addPanel(empty, Json::object({{u"type"_s, u"text"_s}, {u"title"_s, u"New"_s}}));
        QVERIFY(panel);
        QCOMPARE(shown(*empty.edited(panel->command.splices)), QStringList{u"New"_s});
    }

    // A list without rows or tabs, as files may have it.
    void emptyLists()
    {
        for (const QByteArray &layout : {v2Rows({}), v2Tabs({}), v2Rows(v2Row("R", v2Rows({})))}) {
            const Document before = board(layout, {});
            const Result<NewPanels> panel = addPanel(before, Json::object({{u"type"_s, u"text"_s}, {u"title"_s, u"New"_s}}));
            QVERIFY(panel);
            const Result<Document> now = before.edited(panel->command.splices);
            QVERIFY(now);
            QCOMPARE(shown(*now), QStringList{u"New"_s});
        }
    }

    void tooDeepForTheNeighbour()
    {
        QByteArray deep = leaf("one");
        for (int i = 0; i < kMaxSectionDepth - 1; ++i)
            deep = v2Tabs({v2Tab("D" + QByteArray::number(i), deep)});
        const Document before = board(v2Tabs({v2Tab("Deep", deep), v2Tab("T", v2Rows(v2Row("r", leaf("two"))))}), {"one", "two"});
        const Result<Command> command = removeRow(before, id(before, u"T"_s), false);
        QVERIFY(!command);
        QVERIFY(command.error().what.contains(u"too deeply"));
        QVERIFY(removeRow(before, id(before, u"T"_s), true));
    }

    // Thousands of rows and panels in one tab: a few splices.
    void thousands()
    {
        QByteArrayList rows, names{"last"};
        for (int i = 0; i < 1000; ++i) {
            names.append("p" + QByteArray::number(i));
            rows.append(v2Row("r" + QByteArray::number(i), leaf(names.last())));
        }
        const Document before = board(v2Tabs({v2Tab("Many", v2Rows(rows.join(", "))), v2Tab("Last", leaf("last"))}), names);
        const Result<Command> all = removeRow(before, id(before, u"Many"_s), true);
        QVERIFY(all && all->splices.size() < 5);
        QCOMPARE(shown(*before.edited(all->splices)), QStringList{u"last"_s});
        const Result<Command> kept = removeRow(before, id(before, u"Many"_s), false);
        QVERIFY(kept && kept->splices.size() < 5);
        QCOMPARE(before.edited(kept->splices)->dashboard()->panels.size(), 1001);
    }
};

ADD_TEST(TstV2Removal)
#include "tst_v2removal.moc"
