// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/timing.h>

#include <QtCore/QFile>
#include <cmath>
#include <core/json.h>
#include <ctime>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// "Pss:   1234 kB" of a file of /proc, in MiB.
double kilobytesOf(const QString &path, const QByteArray &key)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : file.readAll().split('\n'))
        if (line.startsWith(key + ':'))
            return line.mid(key.size() + 1).trimmed().split(' ').first().toDouble() / 1024;
    return 0;
}

double rounded(double value)
{
    return std::round(value * 10) / 10;
}

Json optional(const std::optional<double> &value)
{
    return value ? Json(rounded(*value)) : Json();
}

} // namespace

double msSinceProcessStart()
{
    QFile file(u"/proc/self/stat"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray stat = file.readAll();
    // Field 22; the second field, the name in brackets, may hold blanks.
    const double startTicks = stat.mid(stat.lastIndexOf(')') + 2).split(' ').value(19).toDouble();
    timespec now{};
    clock_gettime(CLOCK_BOOTTIME, &now);
    return double(now.tv_sec) * 1000 + double(now.tv_nsec) / 1e6 - startTicks * 1000 / double(sysconf(_SC_CLK_TCK));
}

void Timing::measureMemory()
{
    pssMiB = kilobytesOf(u"/proc/self/smaps_rollup"_s, "Pss");
    peakRssMiB = kilobytesOf(u"/proc/self/status"_s, "VmHWM");
}

QByteArray Timing::line() const
{
    std::vector<Json> failures;
    for (const FailedPanel &panel : failed)
        failures.push_back(Json::object({{u"id"_s, Json(panel.id)}, {u"title"_s, Json(panel.title)}, {u"why"_s, Json(panel.why)}}));
    return Json::object({{u"windowMs"_s, optional(windowMs)},
                         {u"firstDataMs"_s, optional(firstDataMs)},
                         {u"paintedMs"_s, optional(paintedMs)},
                         {u"pssMiB"_s, Json(rounded(pssMiB))},
                         {u"peakRssMiB"_s, Json(rounded(peakRssMiB))},
                         {u"panels"_s, Json(panels)},
                         {u"failed"_s, Json::array(failures)}})
        .dump();
}
