// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <core/datemath.h>
#include <core/duration.h>

// Times as a person or a file writes them: "now-6h/d", ISO dates, epoch ms, durations.
void fuzzOne(const QByteArray &data)
{
    const QString text = QString::fromUtf8(data);
    const qsizetype cut = text.indexOf(u'\n');
    TimeSettings settings;
    settings.nowMs = 1'700'000'000'000;
    settings.fiscalYearStartMonth = int(data.size() % 12);
    const RawTimeRange raw{text.left(std::max<qsizetype>(0, cut)), text.mid(cut + 1)};
    if (const Result<TimeRange> range = resolveRange(raw, settings))
        FUZZ_REQUIRE(range->fromMs <= range->toMs);
    (void)resolveTime(text, settings, true);
    (void)intervalToMs(text);
    (void)parseGoDuration(text);
    (void)parseDurationWords(text);
    (void)calculateInterval(3'600'000, 100, text);
    (void)zoneByName(text, QTimeZone::utc());
}
