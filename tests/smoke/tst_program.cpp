// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDirIterator>
#include <QtCore/QJsonDocument>
#include <QtCore/QJsonObject>
#include <QtCore/QProcess>
#include <QtCore/QTemporaryDir>
#include <core/json.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// The program from outside: its exit codes, what it prints, and that it leaves no process behind.
class TstProgram : public QObject
{
    Q_OBJECT

    struct Run {
        int exitCode = -1;
        QString out;
        QString err;
    };

    QTemporaryDir m_home;

    // The event loop runs meanwhile, so that a stub of this process can answer.
    Run run(const QStringList &arguments)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            environment.insert(name, m_home.path());
        environment.remove(u"DISPLAY"_s);
        process.setProcessEnvironment(environment);
        QSignalSpy ended(&process, &QProcess::finished);
        process.start(QStringLiteral(BINARY_DIR "/bin/promontory"), arguments);
        if (!ended.wait(90'000)) {
            process.kill();
            process.waitForFinished();
        }
        return {process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }

    QString path(const QString &name) const { return m_home.filePath(name); }

    QString dashboard(const QString &name, const QByteArray &panels)
    {
        QFile file(path(name));
        if (file.open(QIODevice::WriteOnly))
            file.write(R"({"title": "Test", "schemaVersion": 41, "time": {"from": "now-1h", "to": "now"}, "panels": [)" + panels + "]}");
        return file.fileName();
    }

    // Processes whose command line names our home folder.
    QStringList left() const
    {
        QStringList found;
        for (const QString &pid : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
            QFile file(u"/proc/%1/cmdline"_s.arg(pid));
            if (pid.toInt() > 0 && pid.toLongLong() != QCoreApplication::applicationPid() && file.open(QIODevice::ReadOnly)) {
                const QByteArray line = file.readAll();
                if (line.contains(m_home.path().toUtf8()))
                    found << QString::fromUtf8(line).replace(QChar(u'\0'), u' ');
            }
        }
        return found;
    }

private slots:
    void upgradeWritesTodaysForm()
    {
        const QByteArray old = R"({"title": "Old", "schemaVersion": 16, "panels": [
  {"id": 1, "type": "graph", "title": "Load \u00b7 1", "gridPos": {"x": 0, "y": 0, "w": 12, "h": 8}, "lines": true, "fill": 2,
   "targets": [{"refId": "A", "expr": "up"}]}
]}
)";
        QFile file(path(u"old.json"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(old);
        file.close();
        const Run shown = run({u"upgrade"_s, file.fileName(), u"-o"_s, u"-"_s});
        QCOMPARE(shown.exitCode, 0);
        const Json today = Json::parse(shown.out.toUtf8()).value_or(Json());
        QCOMPARE(today[u"schemaVersion"].toInt(), 42);
        QCOMPARE(today[u"panels"].at(0)[u"type"].toString(), u"timeseries"_s);
        QCOMPARE(today[u"panels"].at(0)[u"fieldConfig"][u"defaults"][u"custom"][u"fillOpacity"].toInt(), 20);
        QVERIFY(shown.out.contains(u"\"Load \\u00b7 1\""_s)); // as it was spelled
        const auto bytes = [&file] {
            QFile now(file.fileName());
            return now.open(QIODevice::ReadOnly) ? now.readAll() : QByteArray();
        };
        QCOMPARE(bytes(), old); // the file itself is as it was
        QCOMPARE(run({u"upgrade"_s, file.fileName()}).exitCode, 0);
        QCOMPARE(bytes(), shown.out.toUtf8());
        QCOMPARE(run({u"upgrade"_s, file.fileName()}).exitCode, 0);
        QCOMPARE(bytes(), shown.out.toUtf8());
        QCOMPARE(run({u"upgrade"_s, path(u"nowhere.json"_s)}).exitCode, 3);
        QCOMPARE(run({u"upgrade"_s}).exitCode, 2);
    }

    void checkSaysWhatIsNotHonoured()
    {
        const QString good = dashboard(u"checked.json"_s, R"({"id":1,"type":"stat","options":{"sparkle":1}},{"id":2,"type":"acme"})");
        const Run run = this->run({u"check"_s, good, u"--json"_s});
        QCOMPARE(run.exitCode, 0);
        const Json file = Json::parse(run.out.toUtf8()).value_or(Json())[u"files"].at(0);
        QCOMPARE(file[u"panels"].toInt(), 2);
        QCOMPARE(file[u"drawn"].toInt(), 1);
        QCOMPARE(file[u"ignored"].at(0)[u"pointer"].toString(), u"/panels/0/options/sparkle"_s);
        const Run text = this->run({u"check"_s, good});
        QVERIFY2(text.out.contains(u"1 of 2 panels drawn"_s), qPrintable(text.out));
        QFile broken(path(u"broken.json"_s));
        QVERIFY(broken.open(QIODevice::WriteOnly));
        broken.write("{\"panels\":");
        broken.close();
        const Run failed = this->run({u"check"_s, good, broken.fileName()});
        QCOMPARE(failed.exitCode, 1);
        QVERIFY2(failed.out.contains(u"error: "_s), qPrintable(failed.out));
        QCOMPARE(this->run({u"check"_s}).exitCode, 2);
    }

    // With a source a panel is drawn only when it shows marks for what the server answered; those in folded rows are asked too.
    void checkAsksTheSource()
    {
        const QString file = dashboard(u"asked.json"_s, R"({"id":1,"type":"timeseries","targets":[{"refId":"A","expr":"here"}]},
            {"id":2,"type":"stat","targets":[{"refId":"A","expr":"nothing"}]},{"id":3,"type":"text","options":{"content":"x"}},
            {"id":4,"type":"row","collapsed":true,"panels":[{"id":5,"type":"table","targets":[{"refId":"A","expr":"here","instant":true,
            "format":"table"}]},{"id":6,"type":"timeseries","targets":[{"refId":"A","expr":"broken"}]}]})");
        StubServer server([](const StubRequest &request) {
            const QString query = request.query.queryItemValue(u"query"_s);
            const QByteArray time = request.query.queryItemValue(u"end"_s).toUtf8();
            if (query.startsWith(u"broken"_s))
                return StubAnswer::json(R"({"status":"error","errorType":"bad_data","error":"parse error"})", 400);
            const bool range = request.path.endsWith("query_range"_L1);
            const QByteArray sample = range ? "\"values\":[[" + time + ",\"1\"]]" : "\"value\":[1773570030,\"1\"]";
            const QByteArray series = query == "here"_L1 ? "{\"metric\":{\"job\":\"a\"}," + sample + '}' : QByteArray();
            const QByteArray type = range ? "matrix" : "vector";
            return StubAnswer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"" + type + "\",\"result\":[" + series + "]}}");
        });
        const Run run = this->run({u"check"_s, file, u"--json"_s, u"--source"_s, server.url().toString()});
        QVERIFY2(run.exitCode == 0, qPrintable(run.err));
        const Json report = Json::parse(run.out.toUtf8()).value_or(Json())[u"files"].at(0);
        QCOMPARE(report[u"panels"].toInt(), 6);
        QStringList missing;
        for (const Json &each : report[u"placeholders"].items())
            missing.append(each[u"pointer"].toString());
        QCOMPARE(missing, (QStringList{u"/panels/1"_s, u"/panels/3/panels/1"_s}));
        QCOMPARE(report[u"drawn"].toInt(), 4);
        QCOMPARE(this->run({u"check"_s, file, u"--source"_s, u"http://127.0.0.1:9"_s}).exitCode, 4);
        QCOMPARE(left(), QStringList());
    }

    void setChangesOneValue()
    {
        const QString file = dashboard(u"set.json"_s, R"({"id": 1, "type": "stat", "x": 1.50})");
        const auto bytes = [](const QString &path) {
            QFile read(path);
            return read.open(QIODevice::ReadOnly) ? read.readAll() : QByteArray();
        };
        const QByteArray before = bytes(file);
        const Run printed = run({u"set"_s, file, u"/panels/0/x"_s, u"-2.50"_s, u"-o"_s, u"-"_s});
        QVERIFY2(printed.exitCode == 0, qPrintable(printed.err));
        QCOMPARE(printed.out.toUtf8(), QByteArray(before).replace("1.50", "-2.50"));
        QCOMPARE(bytes(file), before);
        QCOMPARE(run({u"set"_s, file, u"/title"_s, u"\"Other\""_s, u"-o"_s, path(u"other.json"_s)}).exitCode, 0);
        QCOMPARE(bytes(path(u"other.json"_s)), QByteArray(before).replace("\"Test\"", "\"Other\""));
        QCOMPARE(run({u"set"_s, file, u"/panels/0/options/a"_s, u"1"_s}).exitCode, 0);
        QCOMPARE(bytes(file), QByteArray(before).replace("1.50}", "1.50, \"options\": {\"a\": 1}}"));
    }

    // A dashboard inside a ConfigMap: comments, other keys and indentation are as they were.
    void yamlIsWrittenInPlace()
    {
        const QByteArray before = "# ours\nkind: ConfigMap\ndata:\n  up.json: |\n    {\n      \"title\": \"Up\",\n"
                                  "      \"schemaVersion\": 41,\n      \"panels\": []\n    }\n  other.txt: 'kept' # too\n";
        const QString name = path(u"cm.yaml"_s);
        const auto bytes = [&name](std::optional<QByteArray> text) {
            QFile file(name);
            if (text && file.open(QIODevice::WriteOnly))
                file.write(*text);
            file.close();
            return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
        };
        QCOMPARE(bytes(before), before);
        QCOMPARE(run({u"check"_s, name}).exitCode, 0);
        QVERIFY(run({u"check"_s, name}).out.contains(u"schema version 41"_s));
        QCOMPARE(run({u"set"_s, name, u"/title"_s, u"\"Down\""_s}).exitCode, 0);
        QCOMPARE(bytes({}), QByteArray(before).replace("\"Up\"", "\"Down\""));
        QCOMPARE(run({u"upgrade"_s, name}).exitCode, 0);
        QCOMPARE(bytes({}), QByteArray(before).replace("\"Up\"", "\"Down\"").replace("41", "42"));
    }

    void setSaysWhyNot()
    {
        const QString file = dashboard(u"unset.json"_s, R"({"id": 1})");
        const auto says = [this](const QStringList &arguments, int code, const QString &word) {
            const Run run = this->run(QStringList{u"set"_s} + arguments);
            return run.exitCode == code && run.err.startsWith(u"promontory: "_s) && run.err.contains(word) ? QString() : run.err;
        };
        QCOMPARE(says({file, u"title"_s, u"1"_s}, 2, u"pointer"_s), QString());
        QCOMPARE(says({file, u"/title"_s, u"Other"_s}, 2, u"quotes"_s), QString());
        QCOMPARE(says({file, u"/title/x"_s, u"1"_s}, 2, u"/title"_s), QString());
        QCOMPARE(says({file, u"/panels/7"_s, u"{}"_s}, 2, u"/panels/7"_s), QString());
        QCOMPARE(says({file, u""_s, u"[]"_s}, 2, u"object"_s), QString());
        QCOMPARE(says({file, u"/title"_s, u"1"_s, u"-o"_s, path(u"none/x.json"_s)}, 1, u"none/x.json"_s), QString());
        QCOMPARE(says({path(u"none.json"_s), u"/title"_s, u"1"_s}, 3, u"none.json"_s), QString());
    }

    void versionAndHelp()
    {
        const Run version = run({u"--version"_s});
        QCOMPARE(version.exitCode, 0);
        QCOMPARE(version.out, u"promontory " PROMONTORY_VERSION "\n"_s);
        const Run help = run({u"--help"_s});
        QCOMPARE(help.exitCode, 0);
        QVERIFY(help.out.contains(u"render"_s));
    }

    void wrongArguments()
    {
        const Run wrong = run({u"render"_s, u"--nonsense"_s});
        QCOMPARE(wrong.exitCode, 2);
        QVERIFY(wrong.err.contains(u"nonsense"_s));
    }

    void unreadableFile()
    {
        const Run missing = run({u"render"_s, path(u"none.json"_s), u"-o"_s, path(u"none.png"_s), u"--source"_s, u"127.0.0.1:1"_s});
        QCOMPARE(missing.exitCode, 3);
        QVERIFY2(missing.err.contains(u"none.json"_s), qPrintable(missing.err));
    }

    void unreachableSource()
    {
        const QString file
            = dashboard(u"one.json"_s, R"({"id": 1, "type": "stat", "title": "Up", "gridPos": {"x": 0, "y": 0, "w": 8, "h": 5},
            "targets": [{"refId": "A", "expr": "up"}]})");
        const Run run1 = run({u"render"_s, file, u"-o"_s, path(u"one.png"_s), u"--source"_s, u"127.0.0.1:1"_s});
        QVERIFY2(run1.exitCode == 4, qPrintable(run1.out + run1.err));
        QVERIFY(QFile::exists(path(u"one.png"_s)));
    }

    void vectorPictures()
    {
        QByteArray panels;
        for (int i = 0; i < 5; ++i) {
            const QJsonObject place{{u"x"_s, 0}, {u"y"_s, 12 * i}, {u"w"_s, 24}, {u"h"_s, 12}};
            const QJsonObject panel{{u"id"_s, i + 1},
                                    {u"type"_s, u"text"_s},
                                    {u"gridPos"_s, place},
                                    {u"title"_s, u"Note %1"_s.arg(i + 1)},
                                    {u"options"_s, QJsonObject{{u"content"_s, u"words"_s}}}};
            panels += (i > 0 ? "," : "") + QJsonDocument(panel).toJson();
        }
        const QString file = dashboard(u"notes.json"_s, panels);
        const QStringList offline{u"--source"_s, u"127.0.0.1:1"_s};
        const Run svg = run(QStringList{u"render"_s, file, u"-o"_s, path(u"notes.svg"_s)} + offline);
        QVERIFY2(svg.exitCode == 0, qPrintable(svg.out + svg.err));
        QFile picture(path(u"notes.svg"_s));
        QVERIFY(picture.open(QIODevice::ReadOnly));
        const QByteArray text = picture.readAll();
        QCOMPARE(text.count(">words</text>"), 5);
        QVERIFY(text.contains(">Note 5</text>"));
        const auto pages = [&](const QString &page) {
            const Run pdf = run(QStringList{u"render"_s, file, u"-o"_s, path(u"notes.pdf"_s), u"--page"_s, page} + offline);
            QFile written(path(u"notes.pdf"_s));
            return pdf.exitCode == 0 && written.open(QIODevice::ReadOnly) ? int(written.readAll().count("/Type /Page\n")) : -1;
        };
        QCOMPARE(pages(u"a4"_s), 3); // two panels of 12 rows a page
        QCOMPARE(pages(u"single"_s), 1);
        const Run nowhere = run(QStringList{u"render"_s, file, u"-o"_s, path(u"none/notes.svg"_s)} + offline);
        QCOMPARE(nowhere.exitCode, 3);
    }

    void demo()
    {
        const Run demo = run({u"render"_s, u"--demo"_s, u"-o"_s, path(u"demo.png"_s), u"--timing"_s});
        QVERIFY2(demo.exitCode == 0, qPrintable(demo.out + demo.err));
        QVERIFY2(!demo.out.contains(u"no data"_s), qPrintable(demo.out));
        QImage picture(path(u"demo.png"_s));
        QCOMPARE(picture.width(), 1600);
        const auto timing = Json::parse(demo.out.trimmed().section(u'\n', -1).toUtf8());
        QVERIFY2(timing, qPrintable(demo.out));
        QVERIFY((*timing)[u"panels"].toInt() >= 8);
        QVERIFY((*timing)[u"failed"].isArray() && (*timing)[u"failed"].size() == 0);
        QVERIFY((*timing)[u"paintedMs"].toDouble() > 0);
        QVERIFY((*timing)[u"pssMiB"].toDouble() > 1);
        QTRY_VERIFY2_WITH_TIMEOUT(left().isEmpty(), qPrintable(left().join(u'\n')), 5'000);
    }
};

ADD_TEST(TstProgram)
#include "tst_program.moc"
