// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/v2/v2rows.h>
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

QString shape(const Json &layout)
{
    QStringList rows;
    for (const char16_t *list : {u"rows", u"tabs"})
        for (const Json &row : layout[u"spec"][list].items()) {
            const QString inside = shape(row[u"spec"][u"layout"]);
            rows.append(row[u"spec"][u"title"].toString() + (inside.isEmpty() ? QString() : u'{' + inside + u'}'));
        }
    return rows.join(u' ');
}

QString shape(const Document &document)
{
    return shape(document.valueAt(u"/spec/layout"_s));
}

} // namespace

class TstV2Rows : public QObject
{
    Q_OBJECT

private slots:
    void placesBesideOthers_data()
    {
        QTest::addColumn<QString>("row");
        QTest::addColumn<QString>("anchor");
        QTest::addColumn<bool>("after");
        QTest::addColumn<QString>("wanted");
        QTest::newRow("down, same list") << u"A"_s << u"B"_s << true << u"B A{a b} C{T} D{d}"_s;
        QTest::newRow("up, same list") << u"D"_s << u"A"_s << false << u"D{d} A{a b} B C{T}"_s;
        QTest::newRow("where it is") << u"B"_s << u"A"_s << true << u"A{a b} B C{T} D{d}"_s;
        QTest::newRow("out of another row") << u"a"_s << u"B"_s << true << u"A{b} B a C{T} D{d}"_s;
        QTest::newRow("into another row behind it") << u"B"_s << u"d"_s << false << u"A{a b} C{T} D{B d}"_s;
        QTest::newRow("into another row before it") << u"B"_s << u"b"_s << false << u"A{a B b} C{T} D{d}"_s;
        QTest::newRow("the last one out") << u"d"_s << u"D"_s << false << u"A{a b} B C{T} d D"_s;
        QTest::newRow("with all that is in it") << u"A"_s << u"d"_s << true << u"B C{T} D{d A{a b}}"_s;
        QTest::newRow("inside itself") << u"A"_s << u"b"_s << true << QString();
        QTest::newRow("among tabs") << u"B"_s << u"T"_s << true << QString();
        QTest::newRow("gone") << u"B"_s << u"nobody"_s << true << QString();
    }
    void placesBesideOthers()
    {
        QFETCH(QString, row);
        QFETCH(QString, anchor);
        QFETCH(bool, after);
        QFETCH(QString, wanted);
        const Document before = board();
        const Result<Command> command = placeV2Row(before, id(before, row), id(before, anchor), after);
        QCOMPARE(bool(command), !wanted.isEmpty());
        if (!command)
            return;
        const Result<Document> now = before.edited(command->splices);
        QVERIFY(now);
        QCOMPARE(shape(*now), wanted);
        QCOMPARE(now->dashboard()->panels.size(), before.dashboard()->panels.size());
        QVERIFY(now->text().contains("\"x\": 1.50"));
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
