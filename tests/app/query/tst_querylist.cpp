// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/querylist.h>
#include <app/query/queryrow.h>
#include <app/query/resultline.h>
#include <app/query/targetoptions.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/optionlist.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

struct Bench : QWidget {
    Document document;
    EditHistory history;
    QScrollArea area;
    QueryList &list;
    QList<PanelEdit> edits;
    int runs = 0;

    static Document read(const QByteArray &targets)
    {
        return *Document::fromText("{\"title\": \"T\", \"schemaVersion\": 41, \"panels\": [\n  {\"id\": 1, \"type\": \"timeseries\", "
                                   "\"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 12, \"h\": 8}, \"targets\": "
                                   + targets + "}\n]}\n");
    }
    explicit Bench(const QByteArray &targets) : document(read(targets)), history(document), area(this), list(*new QueryList)
    {
        auto *layout = new QVBoxLayout(this);
        layout->addWidget(&area);
        area.setWidget(&list);
        area.setWidgetResizable(true);
        area.setFrameShape(QFrame::NoFrame);
        connect(&list, &QueryList::edited, this, [this](const PanelEdit &edit) {
            edits.append(edit);
            const Result<Command> command = commandOf(history.document(), u"panel-1"_s, edit);
            QVERIFY2(command.has_value(), command ? "" : qPrintable(command.error().what));
            QVERIFY(history.apply(*command, 0).has_value());
            tell();
        });
        connect(&list, &QueryList::runRequested, this, [this] { ++runs; });
        tell();
        resize(1250, 700);
        show();
        activateWindow();
        (void)QTest::qWaitForWindowActive(this);
    }
    void tell()
    {
        const std::vector<Json> items = targets().items();
        list.setTargets(QList<Json>(items.begin(), items.end()));
    }
    Json targets() const { return history.document().dashboard()->panels.first()->raw[u"targets"]; }
    QStringList names() const
    {
        QStringList names;
        for (const Json &target : targets().items())
            names.append(target[u"refId"].toString());
        return names;
    }
    QueryRow &row(const QString &name)
    {
        auto *found = findChild<QueryRow *>(u"query."_s + name);
        return found ? *found : *list.rows().first();
    }
    QWidget *text(const QString &name) { return findChild<QWidget *>(u"text.%1.text"_s.arg(name)); }
    // A click on the control of that row.
    void press(const QString &name, const QString &control) { gui::click(row(name), control); }
    void choose(const QString &name, const QString &control, const QString &option)
    {
        press(name, control);
        auto *popup = row(name).findChild<OptionPopup *>();
        auto *view = popup->findChild<QListView *>();
        const int at = popup->model()->rowOf(option);
        QVERIFY2(at >= 0, qPrintable(option));
        emit view->activated(popup->model()->index(at));
    }
};

} // namespace

// Query rows over a real document: every control makes one edit, the document takes it, the rows show what it became.
class TstQueryList : public QObject
{
    Q_OBJECT

    static QueryContext context()
    {
        QueryContext context;
        context.sources = {{u"a"_s, u"Local Prometheus"_s, u"prometheus"_s}, {u"b"_s, u"Remote"_s, u"prometheus"_s}};
        context.panelSourceUid = u"a"_s;
        context.panelSourceName = u"Local Prometheus"_s;
        return context;
    }
    static TargetReport report(const QString &refId, qsizetype series, qsizetype samples)
    {
        TargetReport report;
        report.refId = refId;
        report.stepMs = 120'000;
        report.stats.series = series;
        report.stats.samples = samples;
        report.stats.bytes = 14541;
        report.stats.networkMs = 38;
        return report;
    }

    static constexpr const char *kTwo = "[\n    {\"refId\": \"A\", \"expr\": \"up\", \"custom\": 1.50},\n    {\"refId\": \"B\", \"expr\": "
                                        "\"sum(rate(x[5m]))\", \"hide\": "
                                        "false, \"legendFormat\": \"{{job}}\"}\n  ]";

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }

    void typing()
    {
        Bench bench(kTwo);
        gui::type(bench, u"text.A.text"_s, u"rate(y[1m])"_s);
        QCOMPARE(bench.edits.size(), 0); // not before the typing pauses
        gui::key(bench, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bench.edits, QList{PanelEdit::set(u"targets.0.expr"_s, Json(u"rate(y[1m])"_s), u"Query A"_s)});
        QCOMPARE(bench.runs, 1);
        gui::type(bench, u"text.A.text"_s, u"up == 0"_s);
        QTRY_COMPARE(bench.edits.size(), 2); // it reads well and the typing paused
        QCOMPARE(bench.targets().at(0)[u"expr"].toString(), u"up == 0"_s);
        QVERIFY(bench.history.document().text().contains("\"custom\": 1.50")); // what was not touched keeps its spelling
        bench.history.undo();
        bench.history.undo();
        bench.tell();
        QCOMPARE(bench.history.document().text(), Bench::read(kTwo).text());
        QCOMPARE(bench.row(u"A"_s).target()[u"expr"].toString(), u"up"_s);
    }

    void typingGoesOutWhenTheFocusLeaves()
    {
        Bench bench(kTwo);
        gui::type(bench, u"text.A.text"_s, u"rate("_s);
        QVERIFY(bench.edits.isEmpty());
        gui::find(bench, u"text.B.text"_s)->setFocus();
        QCOMPARE(bench.targets().at(0)[u"expr"].toString(), u"rate()"_s);
    }

    void halfAQueryIsADraft()
    {
        Bench bench(kTwo);
        gui::type(bench, u"text.A.text"_s, u"rate(up{"_s);
        QTRY_COMPARE(bench.targets().at(0)[u"expr"].toString(), u"rate(up{})"_s); // when the typing pauses
        QVERIFY(gui::find(bench, u"text.A.text"_s)->hasFocus());
        QVERIFY(bench.edits.last().isDraft);
        gui::find(bench, u"text.B.text"_s)->setFocus(); // that is how it stays
        QVERIFY(!bench.edits.last().isDraft);
        const qsizetype edits = bench.edits.size();
        bench.list.commit();
        QCOMPARE(bench.edits.size(), edits);
        while (bench.history.canUndo())
            QVERIFY(bench.history.undo().has_value());
        QCOMPARE(bench.history.document().text(), Bench::read(kTwo).text());
    }

    void typingSurvivesOtherEdits()
    {
        Bench bench(kTwo);
        QueryContext explore = context();
        explore.runsWhileTyping = false;
        bench.list.setContext(explore);
        gui::type(bench, u"text.A.text"_s, u"half writ"_s);
        emit bench.list.edited(PanelEdit::set(u"targets.1.hide"_s, Json(true), u"x"_s));
        QCOMPARE(qobject_cast<QPlainTextEdit *>(bench.text(u"A"_s))->toPlainText(), u"half writ"_s);
        bench.list.commit();
        QCOMPARE(bench.targets().at(0)[u"expr"].toString(), u"half writ"_s);
    }

    void options_data()
    {
        QTest::addColumn<QString>("control");
        QTest::addColumn<QString>("choice"); // of a list; else what is typed
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QByteArray>("members");
        QTest::newRow("instant") << u"type"_s << u"instant"_s << QString() << QByteArray(R"({"range":false,"instant":true})");
        QTest::newRow("both") << u"type"_s << u"both"_s << QString() << QByteArray(R"({"range":true,"instant":true})");
        QTest::newRow("range") << u"type"_s << u"range"_s << QString() << QByteArray(R"({"range":true,"instant":false})");
        QTest::newRow("table") << u"format"_s << u"table"_s << QString() << QByteArray(R"({"format":"table"})");
        QTest::newRow("heatmap") << u"format"_s << u"heatmap"_s << QString() << QByteArray(R"({"format":"heatmap"})");
        QTest::newRow("auto legend") << u"legendKind"_s << u"__auto"_s << QString() << QByteArray(R"({"legendFormat":"__auto"})");
        QTest::newRow("verbose legend") << u"legendKind"_s << u""_s << QString() << QByteArray(R"({"legendFormat":""})");
        QTest::newRow("legend") << u"legend"_s << QString() << u"{{instance}} \"x\""_s
                                << QByteArray("{\"legendFormat\":\"{{instance}} \\\"x\\\"\"}");
        QTest::newRow("min step") << u"minStep"_s << QString() << u"30s"_s << QByteArray(R"({"interval":"30s"})");
        QTest::newRow("min step variable") << u"minStep"_s << QString() << u"$step"_s << QByteArray(R"({"interval":"$step"})");
        QTest::newRow("no step") << u"minStep"_s << QString() << u"soon"_s << QByteArray();
    }
    void options()
    {
        QFETCH(QString, control);
        QFETCH(QString, choice);
        QFETCH(QString, typed);
        QFETCH(QByteArray, members);
        Bench bench(kTwo);
        if (typed.isEmpty()) {
            bench.choose(u"B"_s, control, choice);
        } else {
            gui::type(bench.row(u"B"_s), control, typed);
            gui::key(bench, Qt::Key_Return);
        }
        if (members.isEmpty()) {
            QVERIFY(bench.edits.isEmpty());
            return;
        }
        const Json wanted = *Json::parse(members);
        QCOMPARE(bench.edits.size(), 1);
        QCOMPARE(bench.edits.first().path, u"targets.1"_s);
        for (const QString &key : wanted.keys())
            QCOMPARE(bench.targets().at(1)[key], wanted[key]);
        QVERIFY(bench.history.undo().has_value());
        QCOMPARE(bench.history.document().text(), Bench::read(kTwo).text());
    }

    void exemplars()
    {
        Bench bench(kTwo);
        auto *control = gui::find(bench.row(u"B"_s), u"exemplars"_s);
        QVERIFY(control && control->isVisible());
        bench.press(u"B"_s, u"exemplars"_s);
        QCOMPARE(bench.targets().at(1)[u"exemplar"], Json(true));
        bench.choose(u"B"_s, u"type"_s, u"instant"_s);
        QVERIFY(!bench.row(u"B"_s).findChild<QWidget *>(u"exemplars"_s)->isVisible());
        bench.choose(u"B"_s, u"type"_s, u"both"_s);
        bench.press(u"B"_s, u"exemplars"_s);
        QCOMPARE(bench.targets().at(1)[u"exemplar"], Json(false));
    }

    void emptyStepIsTakenOut()
    {
        Bench bench(R"([{"refId": "A", "expr": "up", "interval": "1m"}])");
        gui::type(bench.row(u"A"_s), u"minStep"_s, {});
        gui::key(bench, Qt::Key_Delete);
        gui::key(bench, Qt::Key_Return);
        QVERIFY(!bench.targets().at(0).contains(u"interval"));
    }

    void eye()
    {
        Bench bench(kTwo);
        bench.press(u"B"_s, u"hide"_s);
        QCOMPARE(bench.targets().at(1)[u"hide"], Json(true));
        QCOMPARE(bench.row(u"B"_s).findChild<ResultLine *>()->result().headline, u"Hidden; not asked"_s);
        bench.press(u"B"_s, u"hide"_s);
        QCOMPARE(bench.targets().at(1)[u"hide"], Json(false));
    }

    void addDuplicateRemove()
    {
        Bench bench(kTwo);
        bench.press(u"A"_s, u"duplicate"_s);
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"C"_s, u"B"_s}));
        QCOMPARE(bench.targets().at(1)[u"custom"].toDouble(), 1.5);
        QVERIFY(bench.row(u"C"_s).isAncestorOf(QApplication::focusWidget()));
        gui::click(bench, u"addQuery"_s);
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"C"_s, u"B"_s, u"D"_s}));
        QCOMPARE(bench.targets().at(3)[u"legendFormat"].toString(), u"__auto"_s);
        gui::keys(bench, u"up"_s); // the new row has the focus
        gui::key(bench, Qt::Key_Return, Qt::ShiftModifier);
        QCOMPARE(bench.targets().at(3)[u"expr"].toString(), u"up"_s);
        bench.press(u"C"_s, u"remove"_s);
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s, u"D"_s}));
        while (bench.history.canUndo())
            QVERIFY(bench.history.undo().has_value());
        QCOMPARE(bench.history.document().text(), Bench::read(kTwo).text());
    }

    void firstQuery()
    {
        Bench bench("[]");
        QVERIFY(bench.list.rows().isEmpty());
        gui::click(bench, u"addQuery"_s);
        QCOMPARE(bench.names(), QStringList{u"A"_s});
    }

    void keyboardMoves()
    {
        Bench bench(kTwo);
        gui::find(bench, u"text.A.text"_s)->setFocus();
        QWidget *focus = QApplication::focusWidget();
        gui::key(bench, Qt::Key_Up, Qt::AltModifier); // it is the first already
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s}));
        gui::key(bench, Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(bench.names(), (QStringList{u"B"_s, u"A"_s}));
        QCOMPARE(QApplication::focusWidget(), focus);
        gui::key(bench, Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s}));
        QCOMPARE(bench.list.rows().first()->refId(), u"A"_s);
    }

    void mouseMoves()
    {
        Bench bench(R"([{"refId": "A", "expr": "a"}, {"refId": "B", "expr": "b"}, {"refId": "C", "expr": "c"}])");
        QTRY_VERIFY(bench.row(u"C"_s).y() > bench.row(u"B"_s).y());
        const auto drag = [&](const QString &name, int by, bool escape) {
            QWidget *handle = gui::find(bench.row(name), u"drag"_s);
            QTest::mousePress(handle, Qt::LeftButton, {}, QPoint(5, 5));
            for (const int part : {by / 2, by}) {
                QMouseEvent move(QEvent::MouseMove, QPointF(5, 5 + part), handle->mapToGlobal(QPointF(5, 5 + part)), Qt::NoButton,
                                 Qt::LeftButton, {});
                QApplication::sendEvent(handle, &move);
            }
            if (escape)
                QTest::keyClick(handle, Qt::Key_Escape);
            QTest::mouseRelease(handle, Qt::LeftButton, {}, QPoint(5, 5 + by));
        };
        const int down = bench.row(u"C"_s).y() - bench.row(u"A"_s).y();
        drag(u"A"_s, down, true);
        QCOMPARE(bench.names().join(QString()), u"ABC"_s);
        drag(u"A"_s, down + 30, false);
        QCOMPARE(bench.names().join(QString()), u"BCA"_s);
        drag(u"A"_s, -down - 30, false);
        QCOMPARE(bench.names().join(QString()), u"ABC"_s);
        QCOMPARE(bench.edits.size(), 2);
    }

    void rename()
    {
        Bench bench(kTwo);
        bench.press(u"A"_s, u"refId"_s);
        gui::keys(bench, u"B"_s); // taken
        gui::key(bench, Qt::Key_Return);
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s}));
        bench.press(u"A"_s, u"refId"_s);
        gui::keys(bench, u"errors"_s);
        gui::key(bench, Qt::Key_Escape);
        QCOMPARE(bench.names(), (QStringList{u"A"_s, u"B"_s}));
        bench.press(u"A"_s, u"refId"_s);
        gui::keys(bench, u"errors"_s);
        gui::key(bench, Qt::Key_Return);
        QCOMPARE(bench.names(), (QStringList{u"errors"_s, u"B"_s}));
        QCOMPARE(bench.list.rows().first()->refId(), u"errors"_s);
    }

    void mixedSources()
    {
        Bench bench(kTwo);
        QueryContext mixed = context();
        mixed.panelSource.uid = u"-- Mixed --"_s;
        bench.list.setContext(mixed);
        bench.choose(u"A"_s, u"source"_s, u"b"_s);
        QCOMPARE(bench.targets().at(0)[u"datasource"], *Json::parse(R"({"type":"prometheus","uid":"b"})"));
    }

    void otherKindsAreKept()
    {
        const QByteArray targets = R"([{"refId": "A", "datasource": {"type": "__expr__", "uid": "__expr__"}, "type": "math", "expression":
            "$B * 2"}, {"refId": "B", "expr": "up"}])";
        Bench bench(targets);
        auto *json = qobject_cast<QPlainTextEdit *>(gui::find(bench.row(u"A"_s), u"json"_s));
        QVERIFY(json && json->isReadOnly() && json->toPlainText().contains(u"\"$B * 2\""_s));
        QVERIFY(!bench.row(u"A"_s).findChild<QWidget *>(u"type"_s)->isVisible());
        bench.list.commit();
        QVERIFY(bench.edits.isEmpty());
        bench.press(u"A"_s, u"hide"_s);
        QCOMPARE(bench.targets().at(0)[u"expression"].toString(), u"$B * 2"_s);
    }

    void results()
    {
        QCOMPARE(resultText({report(u"A"_s, 5, 905)}, QLocale::c()).headline, u"5 series"_s);
        QCOMPARE(resultText({report(u"A"_s, 5, 905)}, QLocale::c()).details,
                 (QStringList{u"905 points"_s, u"14.2 KiB"_s, u"38 ms"_s, u"Step 2m"_s}));
        QCOMPARE(resultText({report(u"A"_s, 0, 0)}).headline, u"No series"_s);
        QCOMPARE(resultText({}), ResultText());
        TargetReport instant = report(u"A"_s, 5, 5);
        instant.stepMs = 0;
        QCOMPARE(resultText({report(u"A"_s, 5, 905), instant}, QLocale::c()).headline, u"5 series"_s);
        TargetReport failed = report(u"A"_s, 0, 0);
        failed.error = Error{Error::Kind::Query, u"bad_data: parse error"_s, {}, {}};
        QCOMPARE(resultText({failed}).headline, u"bad_data: parse error"_s);
        QCOMPARE(resultText({failed}).tone, PlainLabel::Tone::Bad);
    }

    void errorsAreTheServers()
    {
        Bench bench(kTwo);
        TargetReport failed = report(u"A"_s, 0, 0);
        failed.error = Error{Error::Kind::Query, u"1:6: parse error: <b>unexpected</b> end of input"_s, {}, {}};
        bench.list.setReports({failed, report(u"B"_s, 3, 30)});
        QCOMPARE(bench.row(u"B"_s).findChild<ResultLine *>()->result().headline, u"3 series"_s);
        QVERIFY(bench.row(u"A"_s).findChild<ResultLine *>()->isHidden()); // the field says it
        TargetReport away = report(u"A"_s, 0, 0);
        away.error = Error{Error::Kind::Network, u"No server listens there"_s, {}, {}};
        bench.list.setReports({away}); // no fault of the text
        QCOMPARE(bench.row(u"A"_s).findChild<ResultLine *>()->result().headline, u"No server listens there"_s);
        QVERIFY(!bench.row(u"A"_s).findChild<ResultLine *>()->isHidden());
        bench.list.setReports({report(u"A"_s, 1, 10)});
        QCOMPARE(bench.row(u"A"_s).findChild<ResultLine *>()->result().headline, u"1 series"_s);
        QVERIFY(!bench.row(u"A"_s).findChild<ResultLine *>()->isHidden());
    }

    void foldKeepsTheRow()
    {
        Bench bench(kTwo);
        bench.press(u"A"_s, u"fold"_s);
        QVERIFY(!bench.text(u"A"_s)->isVisible());
        bench.press(u"A"_s, u"fold"_s);
        QVERIFY(bench.text(u"A"_s)->isVisible());
    }

    void steps_data()
    {
        QTest::addColumn<bool>("good");
        for (const char *text : {"", "30s", "1m", "1m30s", ">10s", "$__interval", "${step}", "500ms", "5"})
            QTest::newRow(text) << true;
        for (const char *text : {"soon", "-5s", "10 parsecs", ">"})
            QTest::newRow(text) << (qstrcmp(text, ">") == 0);
    }
    void steps()
    {
        QFETCH(bool, good);
        QCOMPARE(isStep(QString::fromUtf8(QTest::currentDataTag())), good);
    }

    void pictures()
    {
        Bench bench("[{\"refId\": \"A\", \"expr\": \"sum by (endpoint) (rate(http_requests_total{job=\\\"web\\\", "
                    "instance=~\\\"$instance\\\"}[$__rate_interval]))\", \"legendFormat\": \"{{endpoint}}\"},"
                    "{\"refId\": \"B\", \"expr\": \"rate(http_errors_total)\", \"legendFormat\": \"__auto\"},"
                    "{\"refId\": \"a much longer name of a query\", \"expr\": \"topk(3, sum by (endpoint) (http_requests_total))\", "
                    "\"hide\": true},"
                    "{\"refId\": \"D\", \"datasource\": {\"type\": \"loki\", \"uid\": \"l\"}, \"expr\": \"{app=\\\"x\\\"}\", "
                    "\"queryType\": \"range\"},"
                    "{\"refId\": \"E\", \"expr\": \"\"}]");
        bench.list.setContext(context());
        TargetReport failed = report(u"B"_s, 0, 0);
        failed.error = Error{Error::Kind::Query, u"1:6: parse error: expected type range vector in call to function \"rate\""_s, {}, {}};
        bench.list.setReports({report(u"A"_s, 5, 905), failed});
        const QString folder = qEnvironmentVariable("PROMONTORY_PICTURES");
        for (const auto &[width, name] : {std::pair(1250, "wide"), std::pair(760, "narrow"), std::pair(420, "tiny")}) {
            bench.resize(width, 800);
            QTest::qWait(0);
            for (const QueryRow *row : bench.list.rows())
                for (const QWidget *child : row->findChildren<QWidget *>())
                    if (child->isVisible() && child->parentWidget() == row)
                        QVERIFY2(row->rect().contains(child->geometry()), qPrintable(child->objectName() + u" sticks out"_s));
            gui::picture(bench, u"queries-%1"_s.arg(QLatin1String(name)));
        }
    }
};

ADD_TEST(TstQueryList)
#include "tst_querylist.moc"
