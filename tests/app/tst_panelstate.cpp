// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/panelstate.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;
using Body = PanelFrameState::Body;

class TstPanelState : public QObject
{
    Q_OBJECT

    static constexpr qint64 kNow = 1'000'000'000;

    static PanelData data(PanelData::State state, bool rows)
    {
        PanelData data;
        data.state = state;
        data.fetchedAtMs = state == PanelData::State::NotStarted ? 0 : kNow - 120'000;
        if (rows)
            data.frames = {{{}, u"A"_s, Frame::Kind::TimeSeries, {{u"Time"_s, {}, Column::times({1}), {}, {}}}}};
        return data;
    }

    static PanelStateInput input()
    {
        PanelStateInput input;
        input.sourceName = u"Local"_s;
        input.nowMs = kNow;
        return input;
    }

private slots:
    void body()
    {
        QCOMPARE(panelFrameState(data(PanelData::State::NotStarted, false), input()).body, Body::FirstLoad);
        QCOMPARE(panelFrameState(data(PanelData::State::Done, true), input()).body, Body::Content);
        QCOMPARE(panelFrameState(data(PanelData::State::Done, false), input()).body, Body::NoData);
        PanelStateInput noQueries = input();
        noQueries.hasQueries = false;
        QCOMPARE(panelFrameState(data(PanelData::State::NotStarted, false), noQueries).body, Body::Message);
        PanelStateInput text = input();
        text.asksData = false;
        QCOMPARE(panelFrameState(data(PanelData::State::NotStarted, false), text).body, Body::Content);
    }

    void unknownTypeExplainsItself()
    {
        PanelStateInput unknown = input();
        unknown.saysNoDataItself = true;
        QCOMPARE(panelFrameState(data(PanelData::State::Done, false), unknown).body, Body::Content);
    }

    // "noValue" of the field config: a big number shows it in its place, other panels in their head line.
    void textForNoValue()
    {
        PanelData none = data(PanelData::State::Done, false);
        none.noValue = u"0"_s;
        QCOMPARE(panelFrameState(none, input()).body, Body::NoData);
        QCOMPARE(panelFrameState(none, input()).headline, u"0"_s);
        PanelStateInput number = input();
        number.showsNoValue = true;
        QCOMPARE(panelFrameState(none, number).body, Body::Content);
        none.noValue.clear();
        QCOMPARE(panelFrameState(none, number).body, Body::NoData);
        none.noValue = u"0"_s;
        none.error = Error{Error::Kind::Query, u"query timed out"_s, u"host"_s};
        QCOMPARE(panelFrameState(none, number).body, Body::Message);
        QCOMPARE(panelFrameState(data(PanelData::State::NotStarted, false), number).body, Body::FirstLoad);
    }

    void failureKeepsThePictureAndItsAge()
    {
        PanelData failed = data(PanelData::State::Failed, true);
        failed.error = Error{Error::Kind::Query, u"query timed out"_s, u"host"_s};
        const PanelFrameState state = panelFrameState(failed, input());
        QCOMPARE(state.body, Body::Content);
        QCOMPARE(state.stale, u"2m"_s);
        QCOMPARE(state.error, u"query timed out\nhost"_s);
    }

    void failureWithoutPictureSaysWhatToDo()
    {
        PanelData failed = data(PanelData::State::Failed, false);
        failed.error = Error{Error::Kind::Network, u"refused"_s, u"host"_s, u"Start it"_s};
        const PanelFrameState state = panelFrameState(failed, input());
        QCOMPARE(state.body, Body::Message);
        QCOMPARE(state.headline, u"refused"_s);
        QCOMPARE(state.reason, u"host. Start it"_s);
        QCOMPARE(state.actions.size(), 2);
        QCOMPARE(state.actions.first().id, u"retry"_s);
        failed.error->kind = Error::Kind::Query; // asking again would not help
        QCOMPARE(panelFrameState(failed, input()).actions.first().id, u"edit"_s);
        PanelStateInput empty = input();
        empty.hasQueries = false;
        QCOMPARE(panelFrameState({}, empty).actions.first().id, u"edit"_s);
    }

    void lateRefreshIsStale()
    {
        PanelStateInput often = input();
        often.refreshMs = 10'000;
        QCOMPARE(panelFrameState(data(PanelData::State::Done, true), often).stale, u"2m"_s);
        often.refreshMs = 60'000;
        QVERIFY(panelFrameState(data(PanelData::State::Done, true), often).stale.isEmpty());
    }

    void warningsAreShownOnce()
    {
        PanelData warned = data(PanelData::State::Done, true);
        warned.notices = {{Notice::Severity::Warning, u"w"_s}, {Notice::Severity::Warning, u"w"_s}, {Notice::Severity::Info, u"i"_s}};
        QCOMPARE(panelFrameState(warned, input()).warning, u"w"_s);
    }
};

ADD_TEST(TstPanelState)
#include "tst_panelstate.moc"
