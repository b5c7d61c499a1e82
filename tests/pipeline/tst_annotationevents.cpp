// SPDX-License-Identifier: GPL-3.0-or-later
#include <pipeline/annotationevents.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

Frame series(const Column &times, const std::vector<double> &values, const Labels &labels = {})
{
    Frame frame;
    frame.kind = Frame::Kind::TimeSeries;
    frame.fields = {Field{u"Time"_s, {}, times, {}, {}}, Field{u"Value"_s, labels, Column::numbers(values), {}, {}}};
    return frame;
}

// "0", "60-120": the spans in seconds.
QStringList spans(const EventsFound &found)
{
    QStringList texts;
    for (const AnnotationEvent &event : found.events)
        texts.append(event.isRegion() ? u"%1-%2"_s.arg(event.fromMs / 1000).arg(event.toMs / 1000) : QString::number(event.fromMs / 1000));
    return texts;
}

} // namespace

class TstAnnotationEvents : public QObject
{
    Q_OBJECT

private slots:
    void values_data()
    {
        QTest::addColumn<QList<double>>("values");
        QTest::addColumn<qint64>("step");
        QTest::addColumn<QStringList>("expected");
        const double nan = std::nan("");
        QTest::newRow("one") << QList<double>{0, 1, 0} << qint64(60'000) << QStringList{u"60"_s};
        QTest::newRow("neighbours") << QList<double>{1, 1, 0, 5} << qint64(60'000) << QStringList{u"0-60"_s, u"180"_s};
        QTest::newRow("gap") << QList<double>{1, nan, 1} << qint64(60'000) << QStringList{u"0"_s, u"120"_s};
        QTest::newRow("gap within the step") << QList<double>{1, nan, 1} << qint64(120'000) << QStringList{u"0-120"_s};
        QTest::newRow("negative") << QList<double>{-1, 0, -0.0} << qint64(60'000) << QStringList{};
        QTest::newRow("no step is a minute") << QList<double>{1, 1, 1} << qint64(0) << QStringList{u"0-120"_s};
        QTest::newRow("shorter step") << QList<double>{1, 1} << qint64(30'000) << QStringList{u"0"_s, u"60"_s};
    }
    void values()
    {
        QFETCH(QList<double>, values);
        const std::vector<double> column(values.begin(), values.end());
        QFETCH(qint64, step);
        QFETCH(QStringList, expected);
        const Frame frame = series(Column::grid(0, 60'000, values.size()), column);
        QCOMPARE(spans(annotationEvents({frame}, {{}, {}, {}, false, step})), expected);
    }

    void valueAsTime()
    {
        const Frame frame = series(Column::grid(0, 60'000, 4), {5'000, 5'000, std::nan(""), 900'000.7});
        QCOMPARE(spans(annotationEvents({frame}, {{}, {}, {}, true, 60'000})), QStringList({u"5"_s, u"900"_s}));
        const Frame wild = series(Column::grid(0, 60'000, 3), {INFINITY, 1e300, -INFINITY});
        QCOMPARE(spans(annotationEvents({wild}, {{}, {}, {}, true, 60'000})), QStringList());
    }

    void textsAndTags()
    {
        const Labels labels{{u"app"_s, u"shop"_s}, {u"env"_s, u"prod"_s}, {u"none"_s, QString()}};
        const EventRules rules{u"{{app}} in {{ env }}"_s, u"{{missing}} {{none}}"_s, {u"env"_s, u"none"_s, u"other"_s}, false, 60'000};
        const EventsFound found = annotationEvents({series(Column::grid(0, 60'000, 1), {1}, labels)}, rules);
        QCOMPARE(found.events.size(), 1);
        QCOMPARE(found.events[0].title, u"shop in prod"_s);
        QCOMPARE(found.events[0].text, u"missing none"_s);
        QCOMPARE(found.events[0].tags, QStringList{u"prod"_s});
    }

    // Of all series, in order; one series' region does not swallow another's.
    void sortedOverSeries()
    {
        Frame frame = series(Column::grid(0, 60'000, 4), {0, 0, 0, 1});
        frame.fields.append(Field{u"Value"_s, {}, Column::numbers({1, 1, 0, 0}), {}, {}});
        frame.fields.append(Field{u"Value"_s, {}, Column::numbers({0, 1, 0, 0}), {}, {}});
        QCOMPARE(spans(annotationEvents({frame}, {{}, {}, {}, false, 60'000})), QStringList({u"0-60"_s, u"60"_s, u"180"_s}));
    }

    void bounded()
    {
        std::vector<double> values;
        for (int i = 0; i < 50'000; ++i)
            values.push_back(i % 2);
        const EventsFound found
            = annotationEvents({series(Column::grid(0, 1000, qsizetype(values.size())), values)}, {{}, {}, {}, false, 1000});
        QCOMPARE(found.events.size(), 10'000);
        QCOMPARE(found.left, 15'000);
        QCOMPARE(found.events.last().fromMs, 49'999'000);
    }
};

ADD_TEST(TstAnnotationEvents)
#include "tst_annotationevents.moc"
