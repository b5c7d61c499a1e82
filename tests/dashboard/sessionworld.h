// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QFile>
#include <QtTest/QTest>
#include <dashboard/session.h>
#include <tests/support/fakesource.h>

using namespace Qt::StringLiterals;

inline QByteArray fileText(const QString &name)
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/dashboards/") + name);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// A session over a recorded source, with a clock and timers that the test moves.
struct World {
    SourceRegistry registry;
    std::shared_ptr<FakeSource> source = std::make_shared<FakeSource>();
    qint64 now = 1773570030456;
    std::unique_ptr<DashboardSession> session;
    std::vector<std::pair<qint64, std::function<void()>>> timers; // what the session waits for, the newest last

    explicit World(const QByteArray &text = fileText(u"chained.json"_s), const std::shared_ptr<ViewContext> &view = {})
    {
        registry.set({u"one"_s, u"One"_s, u"prometheus"_s, source});
        SessionSetup setup;
        setup.clock = [this] { return now; };
        setup.systemZone = QTimeZone::utc();
        setup.view = view;
        setup.later = [this](qint64 ms, std::function<void()> call) { timers.emplace_back(ms, std::move(call)); };
        setup.traits = [](const QString &type) { return PanelTraits{type != "text"_L1, {}}; };
        session = std::make_unique<DashboardSession>(*Document::fromText(text), registry, setup);
    }

    void showAll()
    {
        for (const PanelInstance &instance : session->instances())
            session->setVisible(instance.id, true, 600);
    }

    // All timers that were ever set run out: those that are void must do nothing.
    void passTime(qint64 ms)
    {
        now += ms;
        for (const auto &timer : std::exchange(timers, {}))
            timer.second();
        QCoreApplication::processEvents();
    }

    static std::map<QString, QStringList> labels()
    {
        return {{u"instance"_s, {u"h+1.x:90"_s, u"h\\2\"q"_s}}, {u"endpoint"_s, {u"/a"_s, u"/b"_s}}, {u"zone"_s, {u"z"_s}}};
    }

    // Everything resolved and drawn once.
    void settle()
    {
        session->start();
        showAll();
        for (int i = 0; i < 20; ++i) {
            source->answerValues(labels());
            QCoreApplication::processEvents();
            source->answerQueries(1);
            QTest::qWait(1);
        }
    }
};

// A dashboard of the last hour with one panel and the variable span = 3h.
inline QByteArray oneQuery(const QByteArray &panelKeys, const QByteArray &legend = "x")
{
    const QByteArray more = panelKeys.isEmpty() ? QByteArray() : "," + panelKeys;
    return R"({"schemaVersion":39,"time":{"from":"now-1h","to":"now"},
"templating":{"list":[{"name":"span","type":"constant","query":"3h"}]},
"panels":[{"id":1,"type":"timeseries","targets":[{"refId":"A","expr":"q","legendFormat":")"
        + legend + R"("}])" + more + "}]}";
}

inline QStringList names(const World &world)
{
    QStringList names;
    for (const Frame &frame : world.session->data(u"panel-1"_s).frames)
        for (const Field &field : frame.fields)
            if (field.isNumeric())
                names.append(field.state.displayName);
    return names;
}
