// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QTemporaryDir>
#include <app/compatibility/report.h>
#include <dashboard/dashboardeditor.h>
#include <dashboard/panelediting.h>
#include <dashboard/settingsediting.h>
#include <panels/registry.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kPlace = R"("gridPos":{"x":0,"y":0,"w":12,"h":8})";

QByteArray board(const QByteArray &panels, const QByteArray &members = R"("schemaVersion":39)")
{
    return "{" + members + ",\"panels\":[" + panels + "]}";
}

QByteArray panel(const QByteArray &members)
{
    return board(R"({"id":1,"type":"stat",)" + kPlace + ',' + members + '}');
}

// "39, every 30s, crosshair 1: stat 1 (0 0 12 8) of uid; v: query $x"
QString read(const Dashboard &dashboard)
{
    QStringList parts;
    for (const PanelPtr &panel : dashboard.panels) {
        const GridRect &at = panel->gridPos;
        const QString source = panel->datasource.uid.isEmpty() ? QString() : u" of "_s + panel->datasource.uid;
        parts.append(u"%1 %2 (%3 %4 %5 %6)%7"_s.arg(panel->type).arg(panel->id).arg(at.x).arg(at.y).arg(at.w).arg(at.h).arg(source));
    }
    for (const Variable &variable : dashboard.variables)
        parts.append(
            u"%1 hide %2 sort %3 refresh %4"_s.arg(variable.name).arg(variable.hide).arg(variable.sort).arg(int(variable.refresh)));
    return u"%1, every %2, crosshair %3: "_s.arg(dashboard.schemaVersion)
               .arg(dashboard.refresh.isEmpty() ? u"-"_s : dashboard.refresh)
               .arg(dashboard.graphTooltip)
        + parts.join(u"; "_s);
}

} // namespace

// Files as generators and people write them: what is of a wrong type costs its own value and gives a line; the rest of the panel and of
// the file is as ever, and saving keeps its bytes.
class TstTolerance : public QObject
{
    Q_OBJECT

    PanelRegistry m_registry = PanelRegistry::standard();
    Vocabulary m_words{m_registry};

private slots:
    void reads_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("reads");
        QTest::addColumn<QStringList>("lines");
        const QString one = u"39, every -, crosshair 0: stat 1 (0 0 12 8)"_s;
        const auto row = [](const char *name, const QByteArray &text, const QString &reads, const QStringList &lines = {}) {
            QTest::newRow(name) << text << reads << lines;
        };
        const QByteArray plain = R"({"id":1,"type":"stat",)" + kPlace + '}';
        row("string schemaVersion", board(plain, R"("schemaVersion":"39")"), one);
        row("schemaVersion of another type", board(plain, R"("schemaVersion":[39])"), u"0, every -, crosshair 0: stat 1 (0 0 12 8)"_s,
            {u"/schemaVersion"_s});
        row("refresh false", board(plain, R"("schemaVersion":39,"refresh":false)"), one);
        row("refresh true", board(plain, R"("schemaVersion":39,"refresh":true)"), one, {u"/refresh"_s});
        row("refresh a list", board(plain, R"("schemaVersion":39,"refresh":["5s"])"), one, {u"/refresh"_s});
        row("enums as texts", board(plain, R"("schemaVersion":39,"graphTooltip":"1","templating":{"list":[{"name":"v","type":"custom",
            "hide":"2","sort":"3","refresh":"2","query":"a"}]})"),
            u"39, every -, crosshair 1: stat 1 (0 0 12 8); v hide 2 sort 3 refresh 2"_s);
        row("enums of another type", board(plain, R"("schemaVersion":39,"graphTooltip":{},"templating":{"list":[{"name":"v","type":"custom",
            "hide":[],"sort":{"a":1},"refresh":[2],"query":"a"}]})"),
            u"39, every -, crosshair 0: stat 1 (0 0 12 8); v hide 0 sort 0 refresh 0"_s,
            {u"/graphTooltip"_s, u"/templating/list/0/hide"_s, u"/templating/list/0/sort"_s, u"/templating/list/0/refresh"_s});
        row("numeric enums of options", panel(R"("options":{"colorMode":2,"textMode":1,"reduceOptions":{"calcs":["last"]}})"), one,
            {u"/panels/0/options/colorMode"_s, u"/panels/0/options/textMode"_s});
        row("boolean refresh of a variable",
            board(plain, R"("schemaVersion":39,"templating":{"list":[{"name":"v","type":"custom","refresh":true,
            "query":"a"}]})"),
            one + u"; v hide 0 sort 0 refresh 1"_s);
        row("no type", board("{\"id\":1," + kPlace + '}'), u"39, every -, crosshair 0:  1 (0 0 12 8)"_s);
        row("no id", board("{\"type\":\"stat\"," + kPlace + "},{\"type\":\"text\"," + kPlace + '}'), one + u"; text 2 (0 0 12 8)"_s);
        row("no gridPos", board(R"({"id":1,"type":"stat"})"), u"39, every -, crosshair 0: stat 1 (0 10000 12 9)"_s);
        row("gridPos null", board(R"({"id":1,"type":"stat","gridPos":null})"), u"39, every -, crosshair 0: stat 1 (0 10000 12 9)"_s);
        row("gridPos a text", board(R"({"id":1,"type":"stat","gridPos":"left"})"), u"39, every -, crosshair 0: stat 1 (0 10000 12 9)"_s,
            {u"/panels/0/gridPos"_s});
        row("positions with fractions", board(R"({"id":1,"type":"stat","gridPos":{"x":1.5,"y":2.9,"w":7.2,"h":"4"}})"),
            u"39, every -, crosshair 0: stat 1 (1 2 7 4)"_s);
        row("positions that overflow", board(R"({"id":1,"type":"stat","gridPos":{"x":23,"y":-7,"w":40,"h":1e300}})"),
            u"39, every -, crosshair 0: stat 1 (0 0 24 9)"_s, {u"/panels/0/gridPos/h"_s});
        row("sources null", panel(R"("datasource":null,"targets":[{"refId":"A","expr":"up","datasource":null}])"), one);
        row("sources of null members", panel(R"("datasource":{"type":null,"uid":null})"), one);
        row("source a number", panel(R"("datasource":7)"), one, {u"/panels/0/datasource"_s});
        row("a panel that is none", board("null,7," + plain), one, {u"/panels/0"_s, u"/panels/1"_s});
        row("panels an object", R"({"schemaVersion":39,"title":"T","panels":{"a":1}})", u"39, every -, crosshair 0: "_s, {u"/panels"_s});
        row("under its file's name", "{\"etcd.json\": " + board(plain) + '}', one);
        row("two files in one", "{\"a.json\": " + board(plain) + ",\"b.json\": " + board(plain) + '}', u"0, every -, crosshair 0: "_s,
            {u"/a.json"_s, u"/b.json"_s});
        row("under a name that is none", "{\"etcd\": " + board(plain) + '}', u"0, every -, crosshair 0: "_s, {u"/etcd"_s});
        row("lists null", panel(R"("targets":null,"links":null,"transformations":null,"options":null,"fieldConfig":null)"), one);
        row("lists of another type", panel(R"("targets":{"a":1},"links":"x","transformations":7,"options":[1],"fieldConfig":"y")"), one,
            {u"/panels/0/targets"_s, u"/panels/0/links"_s, u"/panels/0/transformations"_s, u"/panels/0/options"_s,
             u"/panels/0/fieldConfig"_s});
        row("items that are none", panel(R"("targets":[7],"links":[8],"transformations":["x"])"), one,
            {u"/panels/0/targets/0"_s, u"/panels/0/links/0"_s, u"/panels/0/transformations/0"_s});
        row("templating null", board(plain, R"("schemaVersion":39,"templating":null,"annotations":null,"time":null,"timepicker":null)"),
            one);
        row("a variable that is none", board(plain, R"("schemaVersion":39,"templating":{"list":[null,"x"]})"), one,
            {u"/templating/list/0"_s, u"/templating/list/1"_s});
        row("time of another type", board(plain, R"("schemaVersion":39,"time":{"from":true,"to":[1]})"), one,
            {u"/time/from"_s, u"/time/to"_s});
        row("picker of another type",
            board(plain, R"("schemaVersion":39,"timepicker":{"hidden":"so","nowDelay":[1],"refresh_intervals":{"a":1},"quick_ranges":7})"),
            one, {u"/timepicker/hidden"_s, u"/timepicker/nowDelay"_s, u"/timepicker/refresh_intervals"_s, u"/timepicker/quick_ranges"_s});
        row("a row folded by a text",
            board(R"({"id":2,"type":"row","collapsed":"yes","gridPos":{"x":0,"y":0,"w":24,"h":1},"panels":[]},)" + plain), one,
            {u"/panels/0/collapsed"_s});
        row("current of another type", board(plain, R"("schemaVersion":39,"templating":{"list":[{"name":"v","type":"custom","query":"a",
            "current":{"value":{"a":1},"text":7}}]})"),
            one + u"; v hide 0 sort 0 refresh 0"_s, {u"/templating/list/0/current/value"_s});
        row("mark, CRLF, tabs", "\xef\xbb\xbf{\r\n\t\"schemaVersion\": 39,\r\n\t\"panels\": [\r\n\t\t" + plain + "\r\n\t]\r\n}\r\n", one);
    }
    void reads()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, lines);
        const Result<Document> document = Document::fromText(text);
        QVERIFY2(document, document ? "" : qPrintable(document.error().what));
        QTEST(read(*document->dashboard()), "reads");
        const FileReport report = reportOf(*document, m_registry, m_words);
        QStringList said;
        for (const ReportLine &line : report.ignored)
            said.append(line.pointer);
        for (const QString &line : lines)
            QVERIFY2(said.contains(line), qPrintable(line + u" is not among "_s + said.join(u' ')));
        if (lines.isEmpty())
            QVERIFY2(said.isEmpty(), qPrintable(said.join(u' ')));
        QCOMPARE(report.errors, QStringList());
    }

    // Of the sample every third value, each in turn, as a list that nobody expects there.
    void anyWrongTypeIsTold()
    {
        const Document whole = *Document::open(QStringLiteral(SOURCE_DIR "/resources/sample/python-app.json"));
        const std::vector<JsonIndex::Node> &nodes = whole.index().nodes();
        int told = 0;
        QStringList silent;
        for (int node = 1; node < int(nodes.size()); node += 3) {
            const QString pointer = whole.index().pointer(whole.text(), node);
            const ByteSpan span = nodes[size_t(node)].value;
            const bool isScalar = nodes[size_t(node)].kind != '{' && nodes[size_t(node)].kind != '[';
            const QByteArray wrong = isScalar ? "[{\"odd\":[7]}]" : "7";
            const Document made = *whole.edited({{span.begin, whole.text().mid(span.begin, span.size()), wrong}});
            const FileReport report = reportOf(made, m_registry, m_words);
            const auto isThere
                = [&](const ReportLine &line) { return line.pointer.startsWith(pointer) || pointer.startsWith(line.pointer + u'/'); };
            if (std::any_of(report.ignored.begin(), report.ignored.end(), isThere))
                ++told;
            else
                silent.append(pointer);
        }
        QVERIFY2(told >= 150, qPrintable(silent.join(u' ')));
    }

    void savingKeepsTheForm_data()
    {
        QTest::addColumn<QByteArray>("text");
        const QByteArray text
            = "{\n\t\"schemaVersion\" : 39,\n\t\"title\" : \"old\",\n\t\"panels\" : [\n\t\t{ \"id\" : 1, \"type\" : \"stat\" }\n\t]\n}";
        QTest::newRow("plain") << text;
        QTest::newRow("mark") << QByteArray("\xef\xbb\xbf" + text);
        QTest::newRow("CRLF") << QByteArray(text).replace("\n", "\r\n");
        QTest::newRow("mark, CRLF and blank lines") << QByteArray("\xef\xbb\xbf" + QByteArray(text).replace("\n", "\r\n") + "\r\n\r\n");
        QTest::newRow("blanks for tabs") << QByteArray(text).replace("\t", "     ");
    }
    void savingKeepsTheForm()
    {
        QFETCH(QByteArray, text);
        QTemporaryDir folder;
        QFile file(folder.filePath(u"d.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(text) == text.size());
        file.close();
        const auto editor = DashboardEditor::open(file.fileName(), {QString()});
        QVERIFY(editor);
        QVERIFY((*editor)->apply(setDashboardValue((*editor)->document(), u"title"_s, u"new"_s, u"Title"_s)));
        QVERIFY((*editor)->apply(setPanelValue((*editor)->document(), u"panel-1"_s, u"title"_s, u"P"_s, u"Title"_s)));
        QVERIFY((*editor)->save());
        QByteArray wanted = text;
        wanted.replace("\"old\"", "\"new\"").replace("\"stat\" }", "\"stat\", \"title\" : \"P\" }");
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), wanted);
    }
};

ADD_TEST(TstTolerance)
#include "tst_tolerance.moc"
