// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QRandomGenerator>
#include <dashboard/edithistory.h>
#include <dashboard/layoutediting.h>
#include <dashboard/settingsediting.h>
#include <dashboard/v2/v2rows.h>
#include <dashboard/v2/v2sections.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBoards = 15, kEdits = 50;

// Rows and tabs in each other at random, down to grids with a panel or none.
class RandomBoard
{
public:
    explicit RandomBoard(QRandomGenerator &random) : m_random(random) { }

    QByteArray text()
    {
        const QByteArray layout = list(0);
        QByteArrayList elements{"\"nobody\": " + v2Panel(900, "text", "nobody")}; // nothing shows it
        for (int i = 1; i <= m_panels; ++i)
            elements.append("\"e" + QByteArray::number(i) + "\": " + v2Panel(i, "stat", "p" + QByteArray::number(i)));
        return v2Board(elements.join(",\n    "), layout);
    }

private:
    QByteArray layout(int depth) { return depth < 4 && m_random.bounded(3) ? list(depth) : grid(); }

    QByteArray list(int depth)
    {
        const bool isTabs = m_random.bounded(3) == 0;
        QByteArrayList sections;
        for (int i = m_random.bounded(1, 4); i > 0; --i) {
            const QByteArray title = "s" + QByteArray::number(++m_sections);
            QByteArray variables;
            if (m_random.bounded(4) == 0)
                variables = v2Text("'variables': [ { 'kind': 'CustomVariable', 'spec': { 'name': 'v" + QByteArray::number(m_sections)
                                   + "', 'query': 'a,b' } } ], ");
            const QByteArray inside = layout(depth + 1);
            sections.append(isTabs ? v2Tab(title, inside, variables) : v2Row(title, inside, variables));
        }
        return isTabs ? v2Tabs(sections) : v2Rows(sections.join(",\n    "));
    }

    // One panel in four is shown once more.
    QByteArray grid()
    {
        QByteArrayList items;
        for (int i = m_random.bounded(3); i > 0; --i) {
            const int shown = m_panels > 0 && m_random.bounded(4) == 0 ? m_random.bounded(1, m_panels + 1) : ++m_panels;
            items.append(v2Item("e" + QByteArray::number(shown), 0, 6 * int(items.size()), 12, 6));
        }
        return v2Layout("GridLayout", items.join(", "));
    }

    QRandomGenerator &m_random;
    int m_sections = 0;
    int m_panels = 0;
};

// Edits of rows and tabs, on whatever the document holds by then.
class SectionEditor
{
public:
    explicit SectionEditor(QRandomGenerator &random) : m_random(random) { }

    enum class Loses { Nothing, Panels, Variables };
    struct Made {
        Result<Command> command;
        Loses loses = Loses::Nothing;
    };

    Made next(const Document &document)
    {
        switch (m_random.bounded(16)) {
        case 0:
            return {removeRow(document, section(document), true), Loses::Panels};
        case 1:
            return {removeRow(document, section(document), false), Loses::Variables};
        case 2:
            return {moveRow(document, section(document), m_random.bounded(-2, 3))};
        case 3:
        case 4: {
            const Result<NewRow> row = addRow(document, u"new"_s, {section(document)});
            return {row ? Result<Command>(row->command) : tl::unexpected<Error>(row.error())};
        }
        default:
            return {placeV2Row(document, section(document), section(document), RowSide(m_random.bounded(3)))};
        }
    }

private:
    QString section(const Document &document)
    {
        QStringList ids;
        for (const LayoutItem &item : document.dashboard()->layout.children)
            if (item.kind == LayoutItem::Kind::Row)
                ids.append(item.id);
        return ids.isEmpty() ? u"none"_s : ids[m_random.bounded(ids.size())];
    }

    QRandomGenerator &m_random;
};

struct Contents {
    QStringList shown; // names of elements, one a place
    QStringList variables; // of sections
    QStringList titles; // of sections that have one
    QStringList elements;

    explicit Contents(const Document &document)
    {
        const Json spec = document.valueAt(u"/spec"_s);
        elements = spec[u"elements"].keys();
        const auto items = [this](const Json &layout) {
            for (const Json &item : layout[u"spec"][u"items"].items())
                shown.append(item[u"spec"][u"element"][u"name"].toString());
        };
        items(spec[u"layout"]);
        forEachSection(spec[u"layout"], {}, [&](const Json &section, const QString &) {
            if (const QString title = section[u"title"].toString(); !title.isEmpty())
                titles.append(title);
            for (const Json &variable : section[u"variables"].items())
                variables.append(variable[u"spec"][u"name"].toString());
            items(section[u"layout"]);
        });
        for (QStringList *each : {&shown, &variables, &titles, &elements})
            each->sort();
    }
};

bool holds(const QStringList &all, const QStringList &some)
{
    return std::includes(all.begin(), all.end(), some.begin(), some.end());
}

void check(const Contents &before, const Contents &after, SectionEditor::Loses loses)
{
    if (loses == SectionEditor::Loses::Panels) {
        QVERIFY(holds(before.shown, after.shown));
        for (const QString &each : before.elements) {
            const bool isThere = after.elements.contains(each), wasShown = before.shown.contains(each);
            QVERIFY2(isThere == (after.shown.contains(each) || !wasShown), qPrintable(each)); // what nobody shows and was shown goes
        }
        return;
    }
    QCOMPARE(after.shown, before.shown);
    QCOMPARE(after.elements, before.elements);
    if (loses == SectionEditor::Loses::Nothing) {
        QCOMPARE(after.variables, before.variables);
        QVERIFY(holds(after.titles, before.titles));
    }
}

} // namespace

// Nested rows and tabs are moved, added and removed at random: nothing is lost that was not to go, the file reads as the window has it,
// and undoing it all gives its bytes back.
class TstV2RandomEdits : public QObject
{
    Q_OBJECT

    int m_made = 0;

private slots:
    void boards_data()
    {
        QTest::addColumn<int>("seed");
        for (int i = 1; i <= kBoards; ++i)
            QTest::addRow("board %d", i) << i;
    }
    void boards()
    {
        QFETCH(int, seed);
        QRandomGenerator random{quint32(seed)};
        const QByteArray original = RandomBoard(random).text();
        const Result<Document> opened = Document::fromText(original);
        QVERIFY(opened);
        EditHistory history(*opened);
        SectionEditor editor(random);
        for (int i = 0; i < kEdits; ++i) {
            const Contents before(history.document());
            const SectionEditor::Made edit = editor.next(history.document());
            if (!edit.command || edit.command->isEmpty())
                continue;
            ++m_made;
            const QByteArray text = history.document().text();
            QVERIFY(history.apply(*edit.command, i * 10'000LL));
            const Document fresh = *Document::fromText(history.document().text());
            QVERIFY(history.document().dashboard()->layout == fresh.dashboard()->layout);
            check(before, Contents(fresh), edit.loses);
            if (QTest::currentTestFailed())
                return qWarning("%s\n%s\n%s", qPrintable(edit.command->text), text.constData(), fresh.text().constData());
        }
        while (history.canUndo())
            QVERIFY(history.undo());
        QCOMPARE(history.document().text(), original);
    }
    void cleanupTestCase() { QVERIFY2(m_made > kBoards * kEdits / 4, qPrintable(QString::number(m_made))); }
};

ADD_TEST(TstV2RandomEdits)
#include "tst_v2randomedits.moc"
