// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/completionpopup.h>
#include <app/query/metricindex.h>
#include <app/query/promqledit.h>
#include <app/query/promqltext.h>
#include <datasource/prometheus/prometheussource.h>
#include <tests/support/fakesource.h>
#include <tests/support/gui.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// The query field under a person's hands.
class TstPromqlEdit : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    PromqlEdit *m_edit = nullptr;
    std::shared_ptr<FakeSource> m_source;
    std::shared_ptr<MetricIndex> m_index;

    PromqlText *text() { return m_edit->findChild<PromqlText *>(); }
    CompletionPopup *popup() { return m_edit->findChild<CompletionPopup *>(); }
    bool isOpen() { return popup() && popup()->isVisible(); }
    QString current() { return isOpen() ? popup()->current()->text : QString(); }
    bool hasWaves()
    {
        const auto selections = text()->extraSelections();
        return std::any_of(selections.begin(), selections.end(),
                           [](const auto &mark) { return mark.format.underlineStyle() == QTextCharFormat::WaveUnderline; });
    }

    // Names, metadata and labels of a server that answers at once.
    void giveIndex()
    {
        m_source = std::make_shared<FakeSource>();
        auto index = std::make_shared<MetricIndex>(m_source);
        (void)index->metrics();
        m_source->answerValues(
            {{QString(), {u"http_requests_total"_s, u"http_requests_in_flight"_s, u"http_request_duration_seconds_bucket"_s, u"up"_s}}});
        Frame frame;
        frame.fields = {Field{u"metric"_s,
                              {},
                              Column::texts({u"http_requests_total"_s, u"http_request_duration_seconds"_s, u"http_requests_in_flight"_s}),
                              {},
                              {}},
                        Field{u"type"_s, {}, Column::texts({u"counter"_s, u"histogram"_s, u"gauge"_s}), {}, {}},
                        Field{u"help"_s,
                              {},
                              Column::texts({u"Requests answered, by method, endpoint and code."_s,
                                             u"How long <b>they</b> took. "_s.repeated(20), u"Now."_s}),
                              {},
                              {}},
                        Field{u"unit"_s, {}, Column::texts({QString(), QString(), QString()}), {}, {}}};
        QueryAnswer answer;
        answer.frames = {frame};
        m_source->queries.front().open = false;
        m_source->queries.front().done(answer);
        QTRY_COMPARE(index->metrics()->size(), 4);
        m_edit->setIndex(index);
        m_index = index;
    }

    void answerTrend()
    {
        for (FakeSource::Query &query : m_source->queries) {
            if (!std::exchange(query.open, false))
                continue;
            std::vector<double> values;
            for (int i = 0; i < 61; ++i)
                values.push_back(20 + 6 * std::sin(i / 5.0) + 30 * std::exp(-(i - 40) * (i - 40) / 12.0));
            QueryAnswer answer;
            answer.frames
                = {{{},
                    {},
                    Frame::Kind::TimeSeries,
                    {Field{u"Time"_s, {}, Column::grid(0, 60'000, 61), {}, {}}, Field{u"Value"_s, {}, Column::numbers(values), {}, {}}}}};
            query.done(answer);
            return;
        }
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 300);
        auto *layout = new QVBoxLayout(m_window.get());
        m_edit = new PromqlEdit(m_window.get());
        m_edit->setObjectName(u"query.A"_s);
        layout->addWidget(m_edit);
        layout->addWidget(new QLineEdit(m_window.get()));
        layout->addStretch();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_edit->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void typingSaysEachText()
    {
        QSignalSpy edited(m_edit, &PromqlEdit::edited);
        gui::keys(*m_window, u"up"_s);
        QCOMPARE(edited.size(), 2);
        QCOMPARE(edited.last().first().toString(), u"up"_s);
        m_edit->setText(u"down"_s);
        QCOMPARE(edited.size(), 2);
        QCOMPARE(m_edit->text(), u"down"_s);
    }

    void enterMakesALineAndShiftEnterRuns()
    {
        QSignalSpy run(m_edit, &PromqlEdit::runRequested);
        gui::keys(*m_window, u"up"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(m_edit->text(), u"up\n"_s);
        QVERIFY(run.isEmpty());
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
        gui::key(*m_window, Qt::Key_Enter, Qt::ControlModifier);
        QCOMPARE(run.size(), 2);
        QCOMPARE(m_edit->text(), u"up\n"_s);
    }

    void tabLeaves()
    {
        QSignalSpy finished(m_edit, &PromqlEdit::editingFinished);
        gui::key(*m_window, Qt::Key_Tab);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QCOMPARE(finished.size(), 1);
    }

    void growsToTenLines()
    {
        QWidget *text = gui::find(*m_window, u"query.A.text"_s);
        const int one = text->height();
        m_edit->setText(u"a\nb\nc"_s);
        const int three = text->height();
        QVERIFY(three > one);
        m_edit->setText(QString(u"\n"_s).repeated(9));
        const int ten = text->height();
        QCOMPARE(ten - one, (three - one) / 2 * 9);
        m_edit->setText(QString(u"\n"_s).repeated(30));
        QCOMPARE(text->height(), ten);
        m_edit->setText({});
        QCOMPARE(text->height(), one);
    }

    void errorsAreMarkedWhenTypingPauses()
    {
        gui::keys(*m_window, u"rate(up)"_s);
        QCOMPARE(m_edit->text(), u"rate(up)"_s);
        QCOMPARE(m_edit->problem(), QString());
        QTRY_COMPARE(m_edit->problem(), u"rate() needs a range, such as [5m]"_s);
        QVERIFY(hasWaves());
        gui::key(*m_window, Qt::Key_Return, Qt::AltModifier);
        QCOMPARE(m_edit->text(), u"rate(up[$__rate_interval])"_s);
        QCOMPARE(m_edit->problem(), QString());
        QVERIFY(!hasWaves());
    }

    void whatMendsCanBeClicked()
    {
        m_edit->setText(u"sum(up"_s);
        QVERIFY(hasWaves());
        gui::click(*m_window, u"promql.fix"_s);
        QCOMPARE(m_edit->text(), u"sum(up)"_s);
        QCOMPARE(m_edit->problem(), QString());
    }

    void leavingChecksAtOnce()
    {
        gui::keys(*m_window, u"rate(up)"_s);
        gui::key(*m_window, Qt::Key_Escape);
        gui::key(*m_window, Qt::Key_Tab);
        QVERIFY(!m_edit->problem().isEmpty());
    }

    void bracketsAndQuotesComeInPairs()
    {
        gui::keys(*m_window, u"a{b=\"c"_s);
        QCOMPARE(m_edit->text(), u"a{b=\"c\"}"_s);
        gui::keys(*m_window, u"\"}"_s);
        QCOMPARE(m_edit->text(), u"a{b=\"c\"}"_s);
        QCOMPARE(text()->textCursor().position(), 8);
        gui::keys(*m_window, u" + ("_s);
        QCOMPARE(m_edit->text(), u"a{b=\"c\"} + ()"_s);
        gui::key(*m_window, Qt::Key_Backspace);
        QCOMPARE(m_edit->text(), u"a{b=\"c\"} + "_s);
        gui::key(*m_window, Qt::Key_A, Qt::ControlModifier);
        gui::keys(*m_window, u"("_s);
        QCOMPARE(m_edit->text(), u"(a{b=\"c\"} + )"_s);
        m_edit->setText(u"up"_s);
        gui::keys(*m_window, u"("_s); // before a word there is no pair
        QCOMPARE(m_edit->text(), u"(up"_s);
    }

    void completionByKeys()
    {
        giveIndex();
        gui::keys(*m_window, u"http_req"_s);
        QVERIFY(isOpen());
        QCOMPARE(current(), u"http_requests_total"_s);
        gui::key(*m_window, Qt::Key_Down);
        QCOMPARE(current(), u"http_requests_in_flight"_s);
        gui::key(*m_window, Qt::Key_Up);
        gui::key(*m_window, Qt::Key_Tab);
        QVERIFY(!isOpen());
        QCOMPARE(m_edit->text(), u"http_requests_total"_s);
        QCOMPARE(QApplication::focusWidget(), text());
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_edit->text(), u"http_req"_s);
        QVERIFY(!isOpen()); // undo is not typing
    }

    void newsOfTheServerKeepsTheChosenRow()
    {
        giveIndex();
        gui::keys(*m_window, u"http_req"_s);
        gui::key(*m_window, Qt::Key_Down);
        QCOMPARE(current(), u"http_requests_in_flight"_s);
        emit m_index->changed();
        QCOMPARE(current(), u"http_requests_in_flight"_s);
    }

    void completionByMouse()
    {
        giveIndex();
        gui::keys(*m_window, u"sum(http_req"_s);
        QVERIFY(isOpen());
        auto *list = popup()->findChild<QListView *>();
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualRect(list->model()->index(1, 0)).center());
        QCOMPARE(m_edit->text(), u"sum(http_requests_in_flight)"_s);
        QVERIFY(!isOpen());
    }

    void functionsLabelsAndValues()
    {
        giveIndex();
        gui::keys(*m_window, u"rat"_s);
        QCOMPARE(current(), u"rate"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(m_edit->text(), u"rate()"_s);
        gui::keys(*m_window, u"up{"_s);
        QVERIFY(!isOpen()); // the server was asked just now
        QCOMPARE(m_source->openValues(), (QStringList{u" up"_s}));
        m_source->answerValues({{QString(), {u"__name__"_s, u"instance"_s, u"job"_s}}});
        QVERIFY(isOpen());
        gui::keys(*m_window, u"jo"_s);
        QCOMPARE(current(), u"job"_s);
        gui::key(*m_window, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"rate(up{job=\"\"})"_s);
        QCOMPARE(m_source->openValues(), (QStringList{u"job up"_s}));
        m_source->answerValues({{u"job"_s, {u"node"_s, u"prometheus"_s}}});
        QVERIFY(isOpen());
        gui::keys(*m_window, u"pro"_s);
        gui::key(*m_window, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"rate(up{job=\"prometheus\"})"_s);
        gui::keys(*m_window, u"\"}["_s);
        QCOMPARE(current(), u"$__rate_interval"_s);
        gui::key(*m_window, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"rate(up{job=\"prometheus\"}[$__rate_interval])"_s);
    }

    void completionGivesWay()
    {
        giveIndex();
        QSignalSpy run(m_edit, &PromqlEdit::runRequested);
        gui::keys(*m_window, u"http"_s);
        QVERIFY(isOpen());
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(!isOpen());
        gui::key(*m_window, Qt::Key_Space, Qt::ControlModifier);
        QVERIFY(isOpen());
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
        QVERIFY(!isOpen());
        QCOMPARE(run.size(), 1);
        QCOMPARE(m_edit->text(), u"http"_s);
        gui::keys(*m_window, u"_"_s);
        QVERIFY(isOpen());
        m_edit->setText(u"up"_s);
        QVERIFY(!isOpen());
    }

    void tooltipsTellWhatWordsAre()
    {
        giveIndex();
        m_edit->setText(u"rate(http_requests_total)"_s);
        const auto tipAt = [&](int position) {
            QTextCursor cursor = text()->textCursor();
            cursor.setPosition(position);
            const QPoint at = text()->cursorRect(cursor).center() + QPoint(3, 0);
            QHelpEvent event(QEvent::ToolTip, at, text()->viewport()->mapToGlobal(at));
            QApplication::sendEvent(text()->viewport(), &event);
            return QToolTip::text();
        };
        QVERIFY2(tipAt(1).contains(u"rate(v range vector)"_s), qPrintable(QToolTip::text()));
        QVERIFY(tipAt(8).contains(u"rate() needs a range"_s));
        m_edit->setText(u"rate(http_requests_total[5m])"_s);
        QVERIFY(tipAt(8).contains(u"Requests answered"_s));
        (void)tipAt(26);
        QTRY_VERIFY(QToolTip::text().isEmpty()); // it goes after a moment
    }

    void formatting()
    {
        m_edit->setText(u"sum(  up )by(job)"_s);
        QSignalSpy edited(m_edit, &PromqlEdit::edited);
        gui::key(*m_window, Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(m_edit->text(), u"sum by (job) (up)"_s);
        QCOMPARE(edited.size(), 1);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(m_edit->text(), u"sum(  up )by(job)"_s);
    }

    void aLiveServersNames()
    {
        LivePrometheus::Options options;
        const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch() - 600);
        options.openMetrics = "# TYPE http_requests counter\nhttp_requests_total{path=\"/a\"} 1 " + now
            + "\nhttp_requests_total{path=\"/b b\"} 2 " + now + "\n# TYPE up gauge\nup 1 " + now + "\n";
        LivePrometheus server(options);
        QVERIFY2(server.isReady(), qPrintable(server.problem()));
        PrometheusConfig config;
        config.url = server.url();
        auto index = std::make_shared<MetricIndex>(std::make_shared<PrometheusSource>(config));
        m_edit->setIndex(index);
        gui::keys(*m_window, u"http_"_s);
        QTRY_VERIFY(isOpen());
        QCOMPARE(current(), u"http_requests_total"_s);
        gui::key(*m_window, Qt::Key_Tab);
        gui::keys(*m_window, u"{"_s);
        QTRY_COMPARE(current(), u"path"_s);
        gui::key(*m_window, Qt::Key_Tab);
        QTRY_COMPARE(current(), u"/a"_s);
        gui::key(*m_window, Qt::Key_Down);
        gui::key(*m_window, Qt::Key_Tab);
        QCOMPARE(m_edit->text(), u"http_requests_total{path=\"/b b\"}"_s);
        m_edit->setIndex({});
    }

    void pictures()
    {
        if (qEnvironmentVariableIsEmpty("PROMONTORY_PICTURES"))
            QSKIP("only for looking");
        for (const bool dark : {true, false}) {
            applyTheme(*qApp, dark ? Theme::dark() : Theme::light());
            giveIndex();
            m_edit->setText(
                u"sum by (endpoint) (rate(http_requests_total{job=\"web\", instance=~\"$instance\"}[$__rate_interval])) # all\n/ 2 > bool 0x1F or vector(1)"_s);
            const QString name = dark ? u"dark"_s : u"light"_s;
            gui::picture(*m_window, u"edit-colors-"_s + name);
            m_edit->setText(u"rate(http_errors_total)"_s);
            gui::picture(*m_window, u"edit-error-"_s + name);
            m_edit->setText(u"topk(3, sum by (endpoint) (zzz"_s);
            gui::picture(*m_window, u"edit-unclosed-"_s + name);
            m_edit->setText({});
            gui::keys(*m_window, u"topk(3, sum(http_requ"_s);
            gui::picture(*m_window, u"edit-typing-"_s + name);
            QTRY_VERIFY(!m_source->openQueries().isEmpty());
            m_source->answerQueries(1'234);
            answerTrend();
            gui::picture(*popup(), u"popup-metric-"_s + name);
            m_edit->setText({});
            gui::keys(*m_window, u"hist"_s);
            gui::picture(*popup(), u"popup-function-"_s + name);
            m_edit->setText({});
            gui::keys(*m_window, u"sum(http_request_d"_s);
            gui::picture(*popup(), u"popup-help-"_s + name);
            m_edit->setText({});
            gui::keys(*m_window, u"label_rep"_s);
            gui::picture(*popup(), u"popup-signature-"_s + name);
            QString lines;
            for (int i = 0; i < 12; ++i)
                lines += u"sum(rate(a_long_metric_name_total{job=\"web\", line=\"%1\"}[5m])) +\n"_s.arg(i);
            m_edit->setText(lines + u"1"_s);
            gui::picture(*m_window, u"edit-long-"_s + name);
        }
        applyTheme(*qApp, Theme::dark());
    }

    // What a metric was lately, behind: only of the row at hand, and only while the list is open.
    void glanceAtTheMetricOfTheRow()
    {
        giveIndex();
        const size_t before = m_source->queries.size();
        const auto series = [&] { return popup()->findChild<PlainLabel *>(u"completion.series"_s)->text(); };
        const auto trend = [&] { return popup()->findChild<QWidget *>(u"completion.trend"_s)->accessibleName(); };
        gui::keys(*m_window, u"http_requests_t"_s);
        QTRY_COMPARE(current(), u"http_requests_total"_s);
        QTRY_COMPARE(m_source->openQueries(), (QStringList{u"count({__name__=\"http_requests_total\"})"_s}));
        QCOMPARE(series(), QString());
        m_source->answerQueries(12);
        QCOMPARE(m_source->openQueries(), (QStringList{u"sum(rate({__name__=\"http_requests_total\"}[5m]))"_s}));
        m_source->answerQueries(3);
        QCOMPARE(series(), u"12 series"_s);
        QCOMPARE(trend(), u"Rate in the last hour"_s);
        gui::key(*m_window, Qt::Key_Backspace); // more rows
        gui::key(*m_window, Qt::Key_Down);
        const QString next = current();
        QVERIFY(next != u"http_requests_total"_s);
        QCOMPARE(series() + trend(), QString()); // of the row before
        QTRY_COMPARE(m_source->openQueries(), (QStringList{u"count({__name__=\"%1\"})"_s.arg(next)}));
        gui::key(*m_window, Qt::Key_Up); // cancels; the first one is known
        QCOMPARE(m_source->openQueries(), QStringList());
        QCOMPARE(m_source->cancelled, 1);
        QCOMPARE(series(), u"12 series"_s);
        const size_t asked = m_source->queries.size();
        gui::key(*m_window, Qt::Key_Down);
        QTRY_COMPARE(m_source->queries.size(), asked + 1);
        gui::key(*m_window, Qt::Key_Escape);
        QVERIFY(!isOpen());
        QCOMPARE(m_source->openQueries(), QStringList());
        QCOMPARE(asked + 1 - before, 4);
    }

    void veryManySeriesAreOnlyCounted()
    {
        giveIndex();
        gui::keys(*m_window, u"http_requests_in"_s);
        QTRY_COMPARE(m_source->openQueries(), (QStringList{u"count({__name__=\"http_requests_in_flight\"})"_s}));
        m_source->answerQueries(70'000);
        QCOMPARE(m_source->openQueries(), QStringList());
        QCOMPARE(popup()->findChild<PlainLabel *>(u"completion.series"_s)->text(), QLocale().toString(70'000) + u" series"_s);
    }

    void theServersErrorStaysUntilTheTextChanges()
    {
        m_edit->setServerError(u"<b>no</b> such host"_s);
        QCOMPARE(m_edit->problem(), u"<b>no</b> such host"_s);
        gui::keys(*m_window, u"u"_s);
        QCOMPARE(m_edit->problem(), QString());
    }

    // Ctrl+Z is the document's as soon as there is nothing of its own to undo.
    void undoOfTheDocumentIsNotLost()
    {
        int undone = 0;
        auto *action = new QAction(m_window.get());
        action->setShortcut(QKeySequence::Undo);
        connect(action, &QAction::triggered, this, [&] { ++undone; });
        m_window->addAction(action);
        m_edit->setText(u"up"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        gui::keys(*m_window, u"x"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        QCOMPARE(m_edit->text(), u"up"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 2);
    }
};

ADD_TEST(TstPromqlEdit)
#include "tst_promqledit.moc"
