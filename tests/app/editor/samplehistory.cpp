// SPDX-License-Identifier: GPL-3.0-or-later
#include "samplehistory.h"

#include <cmath>
#include <utility>

namespace {

constexpr int kBackSeconds = 6 * 3600 + 600, kAheadSeconds = 600, kStepSeconds = 30;

class Writer
{
public:
    QByteArray text;
    qint64 time = 0;

    void sample(const char *name, const QByteArray &labels, double value)
    {
        text += name + ("{job=\"app\"," + labels) + "} " + QByteArray::number(value, 'g', 12) + ' ' + QByteArray::number(time) + '\n';
    }
};

void endpoint(Writer &out, const QByteArray &labels, int index, double age)
{
    const double wave = 1 + 0.4 * std::sin(out.time / 1800.0 + index);
    const double requests = age * (4 - index) + 900 * std::sin(out.time / 1800.0 + index) + 1000;
    out.sample("app_requests_per_second", labels, (4 - index) * wave);
    const QByteArray method = index == 2 ? "POST" : "GET";
    out.sample("app_requests_total", labels + ",method=\"" + method + "\",status=\"200\"", std::floor(requests * 0.98));
    out.sample("app_requests_total", labels + ",method=\"" + method + "\",status=\"500\"", std::floor(requests * 0.01 * (1 + index)));
    const std::pair<double, double> shares[] = {{0.05, 0.3}, {0.1, 0.55}, {0.25, 0.85}, {0.5, 0.98}, {1, 0.995}};
    for (const auto &[bound, share] : shares)
        out.sample("app_response_time_seconds_bucket", labels + ",le=\"" + QByteArray::number(bound) + '"', std::floor(requests * share));
    out.sample("app_response_time_seconds_bucket", labels + ",le=\"+Inf\"", std::floor(requests));
    out.sample("app_response_time_seconds_count", labels, std::floor(requests));
    out.sample("app_response_time_seconds_sum", labels, requests * 0.14);
}

} // namespace

QByteArray sampleHistory(qint64 nowSeconds)
{
    Writer out;
    for (out.time = nowSeconds - kBackSeconds; out.time < nowSeconds + kAheadSeconds; out.time += kStepSeconds) {
        const double age = double(out.time - nowSeconds + kBackSeconds);
        for (const char *instance : {"app-1", "app-2"}) {
            const QByteArray labels = QByteArray("instance=\"") + instance + '"';
            const char *endpoints[] = {"/api/orders", "/api/search", "/api/login"};
            for (int i = 0; i < 3; ++i)
                endpoint(out, labels + ",endpoint=\"" + endpoints[i] + '"', i, age);
            out.sample("process_resident_memory_bytes", labels, 3e7 + 2e6 * std::sin(out.time / 900.0));
            out.sample("process_cpu_seconds_total", labels, age * 0.02);
        }
    }
    return out.text;
}
