// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcases.h"
#include "benchdata.h"

#include <QtCore/QCoreApplication>
#include <QtWidgets/QWidget>
#include <panels/panelwidget.h>
#include <panels/registry.h>
#include <pipeline/fieldpipeline.h>

using namespace Qt::StringLiterals;

// The dashboard of the peers: 24 panels on 1596x900.
namespace {
constexpr QSize kCell(266, 225);
constexpr int kColumns = 6;

Field numbers(const QString &name, const Column &values, const Labels &labels = {})
{
    Field field;
    field.name = name;
    field.values = values;
    field.labels = labels;
    return field;
}

Field times(const Column &values)
{
    Field field;
    field.name = u"Time"_s;
    field.values = values;
    return field;
}

Frames lines(int first, int count, qsizetype rows)
{
    const benchdata::Set &all = benchdata::lines(100, 1000);
    const qsizetype from = all.times.size() - rows;
    Frame frame;
    frame.kind = Frame::Kind::TimeSeries;
    frame.fields.append(times(Column::grid(all.times.gridStartMs() + from * all.times.gridStepMs(), all.times.gridStepMs(), rows)));
    for (int i = 0; i < count; ++i)
        frame.fields.append(numbers(u"requests"_s, all.values[(first + i) % 100].slice(from, rows),
                                    {{u"instance"_s, u"10.0.%1.17:9100"_s.arg(i)}, {u"job"_s, u"node-exporter"_s}}));
    return {frame};
}

Frames targets()
{
    constexpr int rows = 200;
    Frame frame;
    frame.kind = Frame::Kind::Table;
    for (const QString &label : {u"cluster"_s, u"handler"_s, u"instance"_s, u"job"_s, u"method"_s, u"namespace"_s, u"pod"_s}) {
        std::vector<QString> texts;
        for (int r = 0; r < rows; ++r)
            texts.push_back(u"%1-%2"_s.arg(label).arg(r));
        Field field;
        field.name = label;
        field.values = Column::texts(std::move(texts));
        frame.fields.append(field);
    }
    const benchdata::Set &all = benchdata::lines(100, 1000);
    std::vector<double> values;
    for (int r = 0; r < rows; ++r)
        values.push_back(all.values[r % 100].number(r));
    frame.fields.append(numbers(u"Value"_s, Column::numbers(std::move(values))));
    return {frame};
}

Frames latency()
{
    const HeatCells cells = benchdata::heat(100, 30);
    Frame frame;
    frame.kind = Frame::Kind::HeatmapRows;
    frame.fields.append(times(cells.x));
    for (qsizetype r = 0; r < cells.rows.size(); ++r)
        frame.fields.append(numbers(QString::number(0.001 * std::pow(1.4, double(r)), 'g', 3), cells.rows[r]));
    return {frame};
}

struct Shown {
    std::unique_ptr<PanelWidget> widget;
    FieldConfigSource config;
    Frames frames[2]; // shown in turn, so that nothing is as it was
};

class Dashboard
{
public:
    Dashboard()
    {
        m_host.resize(kCell.width() * kColumns, kCell.height() * 4);
        for (int i = 0; i < 12; ++i)
            add(u"timeseries"_s, lines(i * 10, 10, 1000), lines(i * 10 + 5, 10, 1000));
        for (int i = 0; i < 6; ++i)
            add(u"stat"_s, lines(i, 1, 60), lines(i + 50, 1, 60));
        for (int i = 0; i < 4; ++i)
            add(u"gauge"_s, lines(i + 6, 1, 60), lines(i + 56, 1, 60));
        add(u"table"_s, targets(), targets());
        add(u"heatmap"_s, latency(), latency());
        m_host.show();
        QCoreApplication::processEvents();
    }

    void paint(int turn)
    {
        for (Shown &shown : m_panels) {
            PanelData data;
            data.state = PanelData::State::Done;
            data.frames = applyFieldConfig(shown.frames[turn % 2], shown.config);
            data.range = m_range;
            data.range.toMs += turn % 2;
            shown.widget->setData(data);
        }
        QCoreApplication::sendPostedEvents();
        m_host.repaint();
    }

private:
    void add(const QString &type, Frames first, Frames second)
    {
        const PanelType &known = *m_registry.find(type);
        Shown shown{std::unique_ptr<PanelWidget>(known.create(&m_host)),
                    readFieldConfigSource(Json::object({}), known.fieldDefaults),
                    {std::move(first), std::move(second)}};
        const int at = int(m_panels.size());
        shown.widget->setGeometry(QRect(QPoint(at % kColumns * kCell.width(), at / kColumns * kCell.height()), kCell));
        shown.widget->setOptions(Json::object({}));
        PanelContext context;
        context.range = m_range;
        shown.widget->setContext(context);
        m_panels.push_back(std::move(shown));
    }

    const PanelRegistry m_registry = PanelRegistry::standard();
    const TimeRange m_range{benchdata::startMs(), benchdata::startMs() + 999 * benchdata::stepMs()};
    QWidget m_host; // before the panels, which leave it first
    std::vector<Shown> m_panels;
};

// Decoded columns in memory to all painted: field config, views, pixels.
void dash24(benchmark::State &state)
{
    Dashboard dashboard;
    int turn = 0;
    for (auto _ : state)
        dashboard.paint(turn++);
}
} // namespace

void registerDashCases()
{
    benchmark::RegisterBenchmark("dash24", dash24)->Unit(benchmark::kMillisecond)->MeasureProcessCPUTime()->UseRealTime();
}
