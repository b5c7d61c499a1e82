// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/panelstate.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PanelState", text);
}

bool hasRows(const Frames &frames)
{
    return std::any_of(frames.begin(), frames.end(), [](const Frame &frame) { return frame.rowCount() > 0 && frame.fields.size() > 0; });
}

QString messageOf(const Error &error)
{
    QStringList lines{error.what};
    for (const QString &line : {error.where, error.hint})
        if (!line.isEmpty())
            lines.append(line);
    return lines.join(u'\n');
}

// An error without a picture: icon, what, where and why, what to do.
void showError(PanelFrameState &state, const Error &error)
{
    const bool unreachable = error.kind == Error::Kind::Network || error.kind == Error::Kind::Auth;
    state.body = PanelFrameState::Body::Message;
    state.icon = unreachable ? u"source"_s : u"error"_s;
    state.tint = Tint::Bad;
    state.headline = error.what;
    state.reason = error.hint.isEmpty() ? error.where : error.where.isEmpty() ? error.hint : error.where + u". "_s + error.hint;
    state.actions = {error.kind == Error::Kind::Query ? PanelAction{u"edit"_s, tr("Edit query"), u"edit"_s}
                                                      : PanelAction{u"retry"_s, tr("Try now"), u"refresh"_s},
                     {u"copy"_s, tr("Copy message"), u"copy"_s}};
    state.error = messageOf(error);
}

QString notices(const QList<Notice> &notices, Notice::Severity atLeast)
{
    QStringList texts;
    for (const Notice &notice : notices)
        if (notice.severity >= atLeast && !texts.contains(notice.text))
            texts.append(notice.text);
    return texts.join(u'\n');
}

} // namespace

QString ageText(qint64 ms)
{
    const qint64 seconds = std::max<qint64>(0, ms / 1000);
    if (seconds < 60)
        return u"%1s"_s.arg(seconds);
    if (seconds < 3600)
        return u"%1m"_s.arg(seconds / 60);
    if (seconds < 48 * 3600)
        return u"%1h"_s.arg(seconds / 3600);
    return u"%1d"_s.arg(seconds / 86'400);
}

PanelFrameState panelFrameState(const PanelData &data, const PanelStateInput &input)
{
    PanelFrameState state;
    if (!input.asksData)
        return state;
    if (!input.hasQueries) {
        state.body = PanelFrameState::Body::Message;
        state.icon = u"query"_s;
        state.tint = Tint::Info;
        state.headline = tr("This panel has no query");
        state.reason = tr("Nothing in the file says what to ask.");
        state.actions = {{u"edit"_s, tr("Write a query"), u"edit"_s}};
        return state;
    }

    const bool running = data.state == PanelData::State::Loading || data.state == PanelData::State::Streaming;
    state.loading = running;
    state.warning = notices(data.notices, Notice::Severity::Warning);
    const bool standsIn = input.showsNoValue && !data.noValue.isEmpty() && data.fetchedAtMs > 0;
    const bool picture = hasRows(data.frames) || (standsIn && !data.error);
    if (data.error && !picture && !running) {
        showError(state, *data.error);
        return state;
    }
    if (data.error)
        state.error = messageOf(*data.error);
    if (input.saysNoDataItself)
        return state;
    if (!picture && data.fetchedAtMs == 0) {
        state.body = PanelFrameState::Body::FirstLoad;
        state.reason = tr("Asking %1…").arg(input.sourceName);
        return state;
    }
    if (!picture) {
        state.body = PanelFrameState::Body::NoData;
        state.headline = data.noValue;
        state.reason = tr("The query matched no series in this time range");
        return state;
    }
    const qint64 ageMs = input.nowMs - data.fetchedAtMs;
    const bool late = input.refreshMs > 0 && ageMs > 3 * input.refreshMs + 10'000;
    if ((data.error || late) && data.fetchedAtMs > 0)
        state.stale = ageText(ageMs);
    return state;
}
