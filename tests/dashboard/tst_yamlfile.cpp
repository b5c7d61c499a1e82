// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QTemporaryDir>
#include <dashboard/dashboardeditor.h>
#include <dashboard/dashboardplace.h>
#include <dashboard/settingsediting.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kUp = "{\n  \"title\": \"Up\",\n  \"panels\": [\n    {\"id\": 1, \"type\": \"stat\", \"x\": 1.50}\n  ]\n}";

QByteArray indented(QByteArray text, const QByteArray &indent)
{
    return indent + text.replace("\n", "\n" + indent);
}

// Two dashboards, comments, other keys, a second document.
QByteArray configMap()
{
    return "# of the chart\napiVersion: v1\nkind: ConfigMap\ndata:\n  up.json: |-  # the first\n" + indented(kUp, "    ")
        + "\n  notes.txt: |\n    { no json\n  other.json: |+\n" + indented(QByteArray(kUp).replace("Up", "Other"), "      ")
        + "\n\n\nmetadata:\n  name: boards   # kept\n---\nkind: Secret\nstringData: {a: 'b'}\n";
}

QByteArray withTitle(const QByteArray &json, const QByteArray &title)
{
    const Document document = *Document::fromText(json);
    return document.edited(*document.setting(document.root() + u"/title"_s, Json(QString::fromUtf8(title))))->text();
}

} // namespace

class TstYamlFile : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &bytes)
    {
        QFile file(m_folder.filePath(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(bytes);
        return file.fileName();
    }
    static QByteArray bytes(const QString &path) { return dashboardBytes(path).value_or(QByteArray()); }

private slots:
    void finds()
    {
        const YamlFile file = *YamlFile::read(configMap());
        QCOMPARE(file.parts().size(), 2);
        QCOMPARE(file.parts()[0].name, u"up.json"_s);
        QCOMPARE(file.parts()[0].json, kUp);
        QCOMPARE(file.parts()[1].json, QByteArray(kUp).replace("Up", "Other") + "\n\n\n");
    }

    void tellsEqualNamesApart()
    {
        const QByteArray one = "- kind: ConfigMap\n  metadata: {name: NAME}\n  data:\n    a.json: '{\"panels\":[]}'\n";
        const QByteArray list = "kind: List\nitems:\n" + QByteArray(one).replace("NAME", "x") + QByteArray(one).replace("NAME", "y")
            + QByteArray(one).replace("NAME", "y");
        QStringList names;
        const YamlFile file = *YamlFile::read(list);
        for (const YamlFile::Part &part : file.parts())
            names.append(part.name);
        QCOMPARE(names, (QStringList{u"x:a.json"_s, u"y:a.json"_s, u"y:a.json (2)"_s}));
    }

    void replaces_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<QByteArray>("after"); // of the title New
        const auto row = [](const char *name, const QByteArray &yaml, const QByteArray &after) { QTest::newRow(name) << yaml << after; };
        const auto block = [](const QByteArray &header, int indent, const QByteArray &tail) {
            return "data:\n  a.json: " + header + '\n' + indented(kUp, QByteArray(indent, ' ')) + tail;
        };
        const auto same = [&](const char *name, const QByteArray &yaml) { row(name, yaml, QByteArray(yaml).replace("\"Up\"", "\"New\"")); };
        same("clipped", block("|", 4, "\n"));
        same("stripped", block("|-", 4, "\n  z: 1\n"));
        same("kept", block("|+", 4, "\n\n\n  z: 1\n"));
        same("no end of line", block("|", 4, ""));
        same("indicator", block("|4", 6, "\n"));
        same("indicator and blanks", block("|2-", 4, "\n").replace("    {\n", "      {\n"));
        same("deep", block("|", 9, "\n# at the left\n  z: 1\n"));
        same("comment in the header", block("| # why", 4, "\n"));
        same("tagged", "data:\n  a.json: !!str |\n" + indented(kUp, "    ") + "\n");
        same("anchored", "data:\n  a.json: &a |\n" + indented(kUp, "    ") + "\n  b: *a\n");
        same("CRLF", QByteArray(block("|", 4, "\n  z: 1\n")).replace("\n", "\r\n"));
        same("mark", "\xef\xbb\xbf" + block("|", 4, "\n"));
        same("in a list", "items:\n- data:\n    a.json: |\n" + indented(kUp, "      ") + "\n- x\n");
        same("blank lines", block("|", 4, "\n").replace("[\n", "[\n\n  \n"));
        same("two", block("|", 4, "\n") + "  z.json: |\n    {\"title\": \"Z\", \"panels\": []}\n");
        same("markers", "---\n" + block("|", 4, "\n") + "...\n---\nkind: x\n");
        const QByteArray literal = indented(QByteArray(kUp).replace("\"Up\"", "\"New\""), "    ");
        const QByteArray quoted = QByteArray(kUp).replace("\"", "\\\"").replace("\n", "\\n");
        row("double quotes", "data:\n  a.json: \"" + quoted + "\\n\" # c\n  z: 1\n", "data:\n  a.json: | # c\n" + literal + "\n  z: 1\n");
        row("single quotes", "data:\n  a.json: '{\"title\":\"Up\",\"panels\":[]}'",
            "data:\n  a.json: |-\n    {\"title\":\"New\",\"panels\":[]}");
        row("folded", "data:\n  a.json: >-\n    {\"title\":\"Up\",\n    \"panels\":[]}\n  z: 1\n",
            "data:\n  a.json: |-\n    {\"title\":\"New\", \"panels\":[]}\n  z: 1\n");
    }
    void replaces()
    {
        QFETCH(QByteArray, yaml);
        QFETCH(QByteArray, after);
        const Result<YamlFile> file = YamlFile::read(yaml);
        QVERIFY2(file, file ? "" : qPrintable(file.error().what));
        QVERIFY(!file->parts().isEmpty());
        QCOMPARE(*file->with(0, file->parts()[0].json), yaml);
        const QByteArray json = withTitle(file->parts()[0].json, "New");
        const Result<QByteArray> written = file->with(0, json);
        QVERIFY2(written, written ? "" : qPrintable(written.error().what));
        QCOMPARE(*written, after);
        QCOMPARE(Json::parse(YamlFile::read(*written)->parts()[0].json).value_or(Json()), Json::parse(json).value_or(Json()));
    }

    void refusesToWrite()
    {
        for (const QByteArray yaml : {"data: {a.json: '{\"title\":\"Up\",\"panels\":[]}'}\n"}) {
            const YamlFile file = *YamlFile::read(yaml);
            const Result<QByteArray> written = file.with(0, withTitle(file.parts()[0].json, "New"));
            QVERIFY(!written);
            QCOMPARE(written.error().kind, Error::Kind::Unsupported);
            QVERIFY(written.error().what.contains(u"a.json"_s));
        }
    }

    // What YAML takes for the end of a line, or JSON that begins with blanks, reads back as what was meant.
    void oddTexts()
    {
        const YamlFile file = *YamlFile::read("a.json: |\n  {\"panels\": []}\nb: 1\n");
        for (const QByteArray &json :
             {QByteArray("{\"panels\": [], \"x\": \"\u2028\u0085\u007f\ufeff\U0001f600\"}"), QByteArray("  {\"panels\":\t[]}\n\n"),
              QByteArray("{\r\n\"panels\": []\r\n}"), QByteArray("\n\n{\"panels\": [\n\n]\t}")}) {
            const Result<QByteArray> written = file.with(0, json);
            QVERIFY2(written, json);
            QCOMPARE(Json::parse(YamlFile::read(*written)->parts()[0].json).value_or(Json()), Json::parse(json).value_or(Json()));
            QVERIFY(written->endsWith("\nb: 1\n"));
        }
    }

    void hostile_data()
    {
        QTest::addColumn<QByteArray>("yaml");
        QTest::addColumn<int>("kind");
        const int parse = int(Error::Kind::Parse), limit = int(Error::Kind::Limit);
        QTest::newRow("deep lists") << QByteArray(200'000, '[') << limit;
        QTest::newRow("deep objects") << QByteArray("{a: ").repeated(100'000) << limit;
        QTest::newRow("deep blocks") << QByteArray("- ").repeated(20'000) + "a" << limit;
        QTest::newRow("large") << QByteArray(YamlFile::kMostBytes + 1, ' ') << limit;
        QTest::newRow("many") << QByteArray("---\na.json: '{\"panels\":[]}'\n").repeated(YamlFile::kMostParts + 1) << limit;
        QTest::newRow("templates") << QByteArray("a: {{ .Values.x }}\nb: {{- include \"x\" . }}\n") << parse;
        QTest::newRow("no UTF-8") << QByteArray("a: \xff\xfe") << parse;
        QTest::newRow("UTF-16") << QByteArray("\xff\xfe"
                                              "a\0:\0 \0b\0",
                                              10)
                                << parse;
        QTest::newRow("unknown alias") << QByteArray("a: *x\n") << parse;
        QTest::newRow("tabs") << QByteArray("a:\n\tb: 1\n") << parse;
    }
    void hostile()
    {
        QFETCH(QByteArray, yaml);
        const Result<YamlFile> file = YamlFile::read(yaml);
        QVERIFY(!file);
        QTEST(int(file.error().kind), "kind");
    }

    void aliasesAreNotFollowed()
    {
        QByteArray bomb = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n";
        for (int i = 1; i < 40; ++i)
            bomb += "a" + QByteArray::number(i) + ": &a" + QByteArray::number(i) + " ["
                + QByteArray("*a" + QByteArray::number(i - 1) + ", ").repeated(9) + "x]\n";
        const Result<YamlFile> file = YamlFile::read(bomb + "up.json: |\n" + indented(kUp, "  ") + '\n');
        QVERIFY(file);
        QCOMPARE(file->parts().size(), 1);
    }

    void cutAnywhere()
    {
        const QByteArray whole = configMap();
        for (qsizetype end = 0; end < whole.size(); ++end)
            if (const Result<YamlFile> file = YamlFile::read(whole.left(end)))
                for (int i = 0; i < file->parts().size(); ++i)
                    if (const auto json = Document::fromText(file->parts()[i].json))
                        QVERIFY(!file->with(i, json->text() + ' ') || file->with(i, json->text() + ' ')->size() >= end);
    }

    void opensAndSaves()
    {
        const QByteArray before = configMap();
        const QString path = write(u"cm.yaml"_s, before);
        QCOMPARE(*dashboardsIn(path), (QStringList{path + u"#up.json"_s, path + u"#other.json"_s}));
        const Result<Document> which = Document::open(path);
        QVERIFY(!which);
        QVERIFY2(which.error().hint.contains(u"#up.json"_s), qPrintable(which.error().hint));
        QVERIFY(!Document::open(path + u"#none.json"_s));
        const auto up = DashboardEditor::open(path + u"#up.json"_s, {QString()});
        const auto other = DashboardEditor::open(path + u"#other.json"_s, {QString()});
        QVERIFY(up && other);
        QVERIFY((*up)->apply(setDashboardValue((*up)->document(), u"title"_s, u"First"_s, u"Title"_s)));
        QVERIFY((*up)->save());
        QCOMPARE(bytes(path), QByteArray(before).replace("\"Up\"", "\"First\""));
        // The other one keeps what was saved meanwhile.
        QVERIFY((*other)->apply(setDashboardValue((*other)->document(), u"title"_s, u"Second"_s, u"Title"_s)));
        QVERIFY((*other)->save());
        QCOMPARE(bytes(path), QByteArray(before).replace("\"Up\"", "\"First\"").replace("\"Other\"", "\"Second\""));
        (*up)->checkFile();
        QCOMPARE((*up)->outside(), DashboardEditor::Outside::Same);
        QVERIFY((*up)->undo() && (*up)->save() && (*other)->undo() && (*other)->save());
        QCOMPARE(bytes(path), before);
    }

    void seesOthersChanges()
    {
        const QString path = write(u"one.yml"_s, "data:\n  up.json: |\n" + indented(kUp, "    ") + "\n");
        const auto editor = DashboardEditor::open(path, {QString()});
        QVERIFY(editor);
        write(u"one.yml"_s, "# more\n" + bytes(path).replace("\"Up\"", "\"Elsewhere\""));
        (*editor)->checkFile();
        QCOMPARE((*editor)->document().dashboard()->title, u"Elsewhere"_s);
        QVERIFY((*editor)->apply(setDashboardValue((*editor)->document(), u"title"_s, u"Here"_s, u"Title"_s)));
        QVERIFY((*editor)->save());
        QCOMPARE(bytes(path), "# more\ndata:\n  up.json: |\n" + indented(QByteArray(kUp).replace("\"Up\"", "\"Here\""), "    ") + "\n");
        QVERIFY((*editor)->saveCopy(m_folder.filePath(u"copy.json"_s)));
        QCOMPARE(bytes(m_folder.filePath(u"copy.json"_s)), (*editor)->document().text());
        write(u"one.yml"_s, "data: {}\n");
        QVERIFY(!(*editor)->save());
        QCOMPARE(bytes(path), QByteArray("data: {}\n"));
    }

    void jsonByAnotherName()
    {
        const QString path = write(u"json.yaml"_s, kUp);
        QCOMPARE(Document::open(path)->text(), kUp);
        QVERIFY(!Document::open(write(u"none.yaml"_s, "a: 1\n")));
    }
};

ADD_TEST(TstYamlFile)
#include "tst_yamlfile.moc"
