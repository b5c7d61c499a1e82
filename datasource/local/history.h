// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <core/result.h>
#include <memory>
#include <optional>
#include <stop_token>
#include <vector>

// What the sample application does when; resources/sample/traffic.json, which app.py reads, too, so that generated history and
// the living application look alike.
struct Traffic {
    struct Wave {
        double periodSeconds = 1;
        double share = 0;
    };
    struct Instance {
        QByteArray name;
        double load = 1;
        double shift = 0;
    };
    struct Endpoint {
        QByteArray endpoint;
        QByteArray method;
        double rate = 0;
        double median = 0;
        double spread = 0;
        bool slows = false;
        int status = 200;
        int errorStatus = 500;
        double errorShare = 0;
    };
    double cycleSeconds = 600;
    double slowSeconds = 120;
    double slowFrom = 0.4;
    double slowShare = 0;
    double slowMedian = 0;
    double slowSpread = 0;
    double normalMost = 0;
    double slowMost = 0;
    std::vector<double> buckets;
    std::vector<Wave> waves;
    std::vector<Instance> instances;
    std::vector<Endpoint> endpoints;

    [[nodiscard]] static Result<Traffic> parse(const QByteArray &json);
    bool isSlow(double seconds) const;
};

// The sample's series from..to (both rounded to the step), as OpenMetrics text in parts of two hours, the grid of the server's
// blocks. Deterministic: the same arguments give the same bytes. Counters begin at zero at `from`, as after a restart of the
// application, so that rates across the seam are right.
class History
{
public:
    static constexpr qint64 stepMs = 15'000;

    struct Part {
        qint64 fromMs = 0;
        qint64 toMs = 0;
        QByteArray openMetrics;
    };

    History(const Traffic &traffic, qint64 fromMs, qint64 toMs);
    ~History();
    History(History &&) noexcept;
    History &operator=(History &&) = delete;

    // The parts in order, then nothing. Also nothing when the token asks to stop.
    [[nodiscard]] std::optional<Part> next(std::stop_token stop = {});

private:
    struct State;
    std::unique_ptr<State> m_state;
};
