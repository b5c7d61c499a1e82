// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/history.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <numbers>

namespace {

constexpr qint64 blockMs = 2 * 3'600'000;
constexpr qsizetype rateSteps = 4; // of the recording rule: one minute

// splitmix64: small, quick, and the same on every machine (std's distributions are not).
class Dice
{
public:
    explicit Dice(quint64 seed) : m_state(seed) { }

    double uniform() // in (0, 1)
    {
        m_state += 0x9e3779b97f4a7c15ULL;
        quint64 z = m_state;
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9ULL;
        z = (z ^ (z >> 27)) * 0x94d049bb133111ebULL;
        z ^= z >> 31;
        return (static_cast<double>(z >> 11) + 0.5) / 9007199254740992.0;
    }
    double normal() { return std::sqrt(-2 * std::log(uniform())) * std::cos(2 * std::numbers::pi * uniform()); }
    int poisson(double mean)
    {
        if (mean > 30)
            return std::max(0, static_cast<int>(std::lround(mean + std::sqrt(mean) * normal())));
        int count = 0;
        for (double left = mean + std::log(uniform()); left > 0; left += std::log(uniform()))
            ++count;
        return count;
    }

private:
    quint64 m_state;
};

// One endpoint path of one instance, whatever the method: the histogram has no label for that.
struct Timing {
    std::vector<qint64> buckets; // not cumulative; the last is +Inf
    double sum = 0;
    qint64 count = 0;
};

struct Counts {
    qint64 good = 0;
    qint64 bad = 0;
    std::vector<qint64> totals; // after each step
};

struct Series {
    QByteArray head; // name{labels}, with a blank
    QByteArray lines; // of the part under way
};

QByteArray number(double value)
{
    return value == std::floor(value) && std::abs(value) < 1e15 ? QByteArray::number(static_cast<qint64>(value))
                                                                : QByteArray::number(value, 'g', 12);
}

// As Python writes it, so that the living series are the same ones.
QByteArray boundText(double bound)
{
    return bound == std::floor(bound) ? QByteArray::number(static_cast<qint64>(bound)) + ".0" : QByteArray::number(bound, 'g', 15);
}

class Application
{
public:
    Application(const Traffic &traffic, const Traffic::Instance &instance, size_t index);

    void step(qint64 ms);
    void takeText(QByteArray &text);

private:
    void serve(size_t endpoint, double seconds);
    double latency(const Traffic::Endpoint &endpoint, bool slow, Dice &dice) const;
    void write(Series &series, double value) const;
    void writeAll(qint64 ms);

    const Traffic &m_traffic;
    const Traffic::Instance &m_instance;
    size_t m_index;
    bool m_first = true;
    double m_cpuSeconds = 0;
    QByteArray m_time; // as every line of the step ends
    std::vector<Counts> m_counts; // an endpoint and method
    std::map<QByteArray, Timing> m_timings; // an endpoint
    std::vector<Series> m_series;
};

Application::Application(const Traffic &traffic, const Traffic::Instance &instance, size_t index)
    : m_traffic(traffic)
    , m_instance(instance)
    , m_index(index)
    , m_counts(traffic.endpoints.size())
{
    const auto name = [this](const QByteArray &metric, const QByteArray &labels) {
        m_series.push_back({metric + "{instance=\"" + m_instance.name + "\",job=\"app\"" + labels + "} ", {}});
    };
    for (const Traffic::Endpoint &one : traffic.endpoints) {
        const QByteArray labels = ",endpoint=\"" + one.endpoint + "\",method=\"" + one.method + '"';
        name("app_requests_total", labels + ",status=\"" + QByteArray::number(one.status) + '"');
        name("app_requests_total", labels + ",status=\"" + QByteArray::number(one.errorStatus) + '"');
        name("app_requests_per_second", labels);
        m_timings[one.endpoint].buckets.resize(traffic.buckets.size() + 1);
    }
    for (const auto &[endpoint, timing] : m_timings) {
        const QByteArray label = ",endpoint=\"" + endpoint + '"';
        for (const double bound : traffic.buckets)
            name("app_response_time_seconds_bucket", label + ",le=\"" + boundText(bound) + '"');
        name("app_response_time_seconds_bucket", label + ",le=\"+Inf\"");
        name("app_response_time_seconds_sum", label);
        name("app_response_time_seconds_count", label);
    }
    name("process_resident_memory_bytes", {});
    name("process_cpu_seconds_total", {});
    name("up", {});
}

void Application::step(qint64 ms)
{
    const double seconds = static_cast<double>(ms) / 1000;
    if (!m_first) {
        for (size_t i = 0; i < m_traffic.endpoints.size(); ++i)
            serve(i, seconds);
    }
    m_first = false;
    for (Counts &counts : m_counts)
        counts.totals.push_back(counts.good + counts.bad);
    writeAll(ms);
}

// The requests of the step that ends now.
void Application::serve(size_t index, double seconds)
{
    const Traffic::Endpoint &endpoint = m_traffic.endpoints[index];
    double swing = 1;
    for (const Traffic::Wave &wave : m_traffic.waves)
        swing
            += wave.share * std::sin(2 * std::numbers::pi * (seconds + m_instance.shift) / wave.periodSeconds + static_cast<double>(index));
    constexpr double stepSeconds = static_cast<double>(History::stepMs) / 1000;
    Dice dice(static_cast<quint64>(seconds) * 1'000'003 + index * 101 + m_index * 7'919);
    const int requests = dice.poisson(endpoint.rate * m_instance.load * swing * stepSeconds);
    const bool slow = m_traffic.isSlow(seconds - stepSeconds / 2);
    Timing &timing = m_timings[endpoint.endpoint];
    for (int i = 0; i < requests; ++i) {
        const double took = latency(endpoint, slow, dice);
        const auto bucket = std::lower_bound(m_traffic.buckets.begin(), m_traffic.buckets.end(), took) - m_traffic.buckets.begin();
        ++timing.buckets[static_cast<size_t>(bucket)];
        timing.sum += took;
        ++(dice.uniform() < endpoint.errorShare ? m_counts[index].bad : m_counts[index].good);
    }
    timing.count += requests;
    m_cpuSeconds += 0.0009 * requests + 0.0004;
}

double Application::latency(const Traffic::Endpoint &endpoint, bool slow, Dice &dice) const
{
    if (slow && endpoint.slows && dice.uniform() < m_traffic.slowShare)
        return std::min(m_traffic.slowMedian * std::exp(m_traffic.slowSpread * dice.normal()), m_traffic.slowMost);
    return std::min(endpoint.median * std::exp(endpoint.spread * dice.normal()), m_traffic.normalMost);
}

void Application::write(Series &series, double value) const
{
    series.lines.append(series.head).append(number(value)).append(m_time);
}

// In the order in which the constructor named them.
void Application::writeAll(qint64 ms)
{
    m_time = ' ' + QByteArray::number(ms / 1000) + '\n';
    auto series = m_series.begin();
    const auto put = [&](double value) { write(*series++, value); };
    for (const Counts &counts : m_counts) {
        put(static_cast<double>(counts.good));
        put(static_cast<double>(counts.bad));
        const qsizetype last = static_cast<qsizetype>(counts.totals.size()) - 1;
        const qsizetype before = std::max<qsizetype>(0, last - rateSteps);
        const double seconds = static_cast<double>((last - before) * History::stepMs) / 1000;
        const qint64 grown = counts.totals[static_cast<size_t>(last)] - counts.totals[static_cast<size_t>(before)];
        if (last > 0)
            put(static_cast<double>(grown) / seconds);
        else
            ++series; // no rate of a single sample
    }
    for (const auto &[endpoint, timing] : m_timings) {
        qint64 cumulative = 0;
        for (const qint64 count : timing.buckets)
            put(static_cast<double>(cumulative += count));
        put(timing.sum);
        put(static_cast<double>(timing.count));
    }
    const double seconds = static_cast<double>(ms) / 1000 + m_instance.shift;
    put(4096 * std::floor((33.5e6 + 1.2e6 * std::sin(seconds / 1900) + 0.5e6 * std::sin(seconds / 333)) / 4096));
    put(std::round(m_cpuSeconds * 100) / 100);
    put(1);
}

void Application::takeText(QByteArray &text)
{
    for (Series &series : m_series) {
        text += series.lines;
        series.lines.resize(0);
    }
}

} // namespace

struct History::State {
    Traffic traffic;
    std::vector<Application> applications; // refer to the traffic
    qint64 atMs = 0;
    qint64 lastMs = 0;
};

History::History(const Traffic &traffic, qint64 fromMs, qint64 toMs) : m_state(std::make_unique<State>())
{
    m_state->traffic = traffic;
    m_state->atMs = (fromMs + stepMs - 1) / stepMs * stepMs;
    m_state->lastMs = toMs / stepMs * stepMs;
    for (size_t i = 0; i < traffic.instances.size(); ++i)
        m_state->applications.emplace_back(m_state->traffic, m_state->traffic.instances[i], i);
}

History::~History() = default;
History::History(History &&) noexcept = default;

std::optional<History::Part> History::next(std::stop_token stop)
{
    qint64 &at = m_state->atMs;
    if (at > m_state->lastMs)
        return std::nullopt;
    const qint64 end = std::min(m_state->lastMs, (at / blockMs + 1) * blockMs - stepMs);
    Part part{at, end, {}};
    for (; at <= end; at += stepMs) {
        if (stop.stop_requested())
            return std::nullopt;
        for (Application &application : m_state->applications)
            application.step(at);
    }
    for (Application &application : m_state->applications)
        application.takeText(part.openMetrics);
    part.openMetrics += "# EOF\n";
    return part;
}
