// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDateTime>
#include <pipeline/momentformat.h>
#include <pipeline/unitfamily.h>

using namespace Qt::StringLiterals;

namespace {
bool sameDay(double ms, double nowMs, const QTimeZone &zone)
{
    const auto day = [&zone](double time) { return QDateTime::fromMSecsSinceEpoch(qint64(time), zone).date(); };
    return isDate(ms) && day(ms) == day(nowMs);
}
} // namespace

FormattedValue formatDate(DateUnit unit, double ms, const QTimeZone &zone, double nowMs)
{
    const auto pick = [&](bool shortToday, const QString &whole, const QString &timeOnly) {
        return FormattedValue{formatMoment(ms, shortToday && sameDay(ms, nowMs, zone) ? timeOnly : whole, zone), {}, {}};
    };
    switch (unit) {
    case DateUnit::Iso:
    case DateUnit::IsoToday:
        return pick(unit == DateUnit::IsoToday, u"YYYY-MM-DD HH:mm:ss"_s, u"HH:mm:ss"_s);
    case DateUnit::Us:
    case DateUnit::UsToday:
        return pick(unit == DateUnit::UsToday, u"MM/DD/YYYY h:mm:ss a"_s, u"h:mm:ss a"_s);
    case DateUnit::Local:
    case DateUnit::LocalToday:
        return pick(unit == DateUnit::LocalToday, u"MM/DD/YYYY, hh:mm:ss\u202fA"_s, u"hh:mm:ss\u202fA"_s);
    case DateUnit::System:
        return pick(false, u"YYYY-MM-DD HH:mm:ss"_s, {});
    case DateUnit::FromNow:
        return {fromNow(ms, nowMs), {}, {}};
    }
    return {};
}
