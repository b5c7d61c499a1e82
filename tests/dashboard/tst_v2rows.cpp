// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2rows.h>
#include <dashboard/v2/v2sections.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray leaf(const QByteArray &name)
{
    return v2Layout("GridLayout", v2Item(name, 0, 0, 12, 6));
}

// A { a, b }, B, C { tabs }, D { d }
Document board()
{
    QByteArrayList elements;
    for (const char *name : {"a", "b", "c", "d", "e"})
        elements.append("\"" + QByteArray(name) + "\": " + v2Panel(int(elements.size()) + 1, "stat", name));
    const QByteArray tabs
        = v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [ { 'kind': 'TabsLayoutTab', 'spec': { 'title': 'T', 'layout': " + leaf("d")
                 + " } } ] } }");
    return *Document::fromText(
        v2Board(elements.join(",\n    "),
                v2Rows(v2Row("A", v2Rows(v2Row("a", leaf("a")) + ",\n    " + v2Row("b", leaf("b")))) + ",\n    " + v2Row("B", leaf("c"))
                       + ",\n    " + v2Row("C", tabs) + ",\n    " + v2Row("D", v2Rows(v2Row("d", leaf("e")))))));
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

} // namespace

Q_DECLARE_METATYPE(RowSide)

class TstV2Rows : public QObject
{
    Q_OBJECT

private slots:
    void placesBesideOthers_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<RowSide>("side");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("down, same list") << u"A"_s << u"B"_s << RowSide::After << u"B A{a b} C{T} D{d}"_s;
        QTest::newRow("up, same list") << u"D"_s << u"A"_s << RowSide::Before << u"D{d} A{a b} B C{T}"_s;
        QTest::newRow("where it is") << u"B"_s << u"A"_s << RowSide::After << u"A{a b} B C{T} D{d}"_s;
        QTest::newRow("out of another row") << u"a"_s << u"B"_s << RowSide::After << u"A{b} B a C{T} D{d}"_s;
        QTest::newRow("into another row behind it") << u"B"_s << u"d"_s << RowSide::Before << u"A{a b} C{T} D{B d}"_s;
        QTest::newRow("into another row before it") << u"B"_s << u"b"_s << RowSide::Before << u"A{a B b} C{T} D{d}"_s;
        QTest::newRow("the last one out") << u"d"_s << u"D"_s << RowSide::Before << u"A{a b} B C{T} d D"_s;
        QTest::newRow("with all that is in it") << u"A"_s << u"d"_s << RowSide::After << u"B C{T} D{d A{a b}}"_s;
        QTest::newRow("inside itself") << u"A"_s << u"b"_s << RowSide::After << QString();
        QTest::newRow("among tabs") << u"B"_s << u"T"_s << RowSide::After << QString();
        QTest::newRow("into a tab that is a grid") << u"B"_s << u"T"_s << RowSide::Inside << u"A{a b} C{T{ B}} D{d}"_s;
        QTest::newRow("into a row, at its end") << u"A"_s << u"D"_s << RowSide::Inside << u"B C{T} D{d A{a b}}"_s;
        QTest::newRow("into a row that is a grid") << u"D"_s << u"B"_s << RowSide::Inside << u"A{a b} B{ D{d}} C{T}"_s;
        QTest::newRow("into the row that it lies in") << u"a"_s << u"A"_s << RowSide::Inside << u"A{b a} B C{T} D{d}"_s;
        QTest::newRow("into what has tabs") << u"B"_s << u"C"_s << RowSide::Inside << QString();
        QTest::newRow("into itself") << u"A"_s << u"A"_s << RowSide::Inside << QString();
        QTest::newRow("into what lies in it") << u"C"_s << u"T"_s << RowSide::Inside << QString();
        QTest::newRow("gone") << u"B"_s << u"nobody"_s << RowSide::After << QString();
    }
    void placesBesideOthers()
    {
        QFETCH(QString, row);
        QFETCH(QString, anchor);
        QFETCH(RowSide, side);
        QFETCH(QString, wanted);
        const Document before = board();
        const Result<Command> command = placeV2Row(before, id(before, row), id(before, anchor), side);
        QCOMPARE(bool(command), !wanted.isEmpty());
        if (!command)
            return;
        const Result<Document> now = before.edited(command->splices);
        QVERIFY(now);
        QCOMPARE(shape(*now), wanted);
        QCOMPARE(now->dashboard()->panels.size(), before.dashboard()->panels.size());
        QVERIFY(now->text().contains("\"x\": 1.50"));
    }

    // Nothing may come so deep that it is not read any more.
    void notTooDeep()
    {
        QByteArray layout = leaf("a");
        for (int i = kMaxSectionDepth - 1; i >= 0; --i)
            layout = v2Rows(v2Row("L" + QByteArray::number(i), layout)
                            + (i == 0 ? ", " + v2Row("X", v2Rows(v2Row("y", leaf("b")))) + ", " + v2Row("Z", leaf("c")) : QByteArray()));
        const Document before = *Document::fromText(v2Board(
            "\"a\": " + v2Panel(1, "stat", "a") + ", \"b\": " + v2Panel(2, "stat", "b") + ", \"c\": " + v2Panel(3, "stat", "c"), layout));
        QCOMPARE(before.dashboard()->panels.size(), 3);
        const auto placed = [&](const QString &row, const QString &anchor, RowSide side) {
            const Result<Command> command = placeV2Row(before, id(before, row), id(before, anchor), side);
            const Result<Document> now = command ? before.edited(command->splices) : tl::unexpected<Error>(command.error());
            return now ? int(now->dashboard()->panels.size()) : -1;
        };
        QCOMPARE(placed(u"X"_s, u"L15"_s, RowSide::After), -1);
        QCOMPARE(placed(u"Z"_s, u"L15"_s, RowSide::After), 3);
        QCOMPARE(placed(u"Z"_s, u"L15"_s, RowSide::Inside), -1);
        QCOMPARE(placed(u"X"_s, u"L14"_s, RowSide::After), 3);
        QCOMPARE(placed(u"X"_s, u"L14"_s, RowSide::Inside), -1);
    }

    void stepsAmongItsOwnList()
    {
        const Document before = board();
        const auto moved = [&](const QString &title, int steps) {
            const Result<Command> command = moveV2Row(before, id(before, title), steps);
            return command ? shape(*before.edited(command->splices)) : command.error().what;
        };
        QCOMPARE(moved(u"A"_s, 1), u"B A{a b} C{T} D{d}"_s);
        QCOMPARE(moved(u"D"_s, -1), u"A{a b} B D{d} C{T}"_s);
        QCOMPARE(moved(u"b"_s, -1), u"A{b a} B C{T} D{d}"_s);
        QCOMPARE(moved(u"b"_s, 1), shape(before));
        QCOMPARE(moved(u"A"_s, -5), shape(before));
    }
};

ADD_TEST(TstV2Rows)
#include "tst_v2rows.moc"
