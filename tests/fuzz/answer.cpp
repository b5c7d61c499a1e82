// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <datasource/prometheus/decoder.h>
#include <datasource/prometheus/rangeblock.h>
#include <datasource/prometheus/valuesdecoder.h>

namespace {

void checkFrames(const Frames &frames)
{
    for (const Frame &frame : frames)
        for (const Field &field : frame.fields)
            FUZZ_REQUIRE(field.values.size() == frame.rowCount());
}

} // namespace

// What a server sends, as answer to each kind of question.
void fuzzOne(const QByteArray &data)
{
    if (data.isEmpty())
        return;
    const int choice = static_cast<unsigned char>(data[0]);
    const QByteArray json = data.mid(1);
    QueryRequest request;
    request.format = QueryRequest::Format(choice % 3);
    request.kind = choice & 4 ? QueryRequest::Kind::Instant : QueryRequest::Kind::Range;
    request.stepMs = choice & 8 ? 1000 : 15'000;
    request.range = {1'700'000'000'000, 1'700'000'000'000 + 100 * request.stepMs};
    AnswerLimits limits;
    limits.maxSamples = 10'000;
    limits.maxSeries = 1'000;
    if (const Result<QueryAnswer> answer = decodeAnswer(json, request, limits, {})) {
        checkFrames(answer->frames);
        if (const auto block = rangeBlock(answer->frames, request.range, request.stepMs)) {
            const Frames again = rangeFrames(joined(*block, cut(*block, {block->rows.first + 5, block->rows.end})), request.refId);
            checkFrames(again);
        }
    }
    (void)decodeValues(json, 100, limits, {});
    (void)decodeBuildInfo(json);
    request.kind = QueryRequest::Kind(2 + choice % 5);
    if (const Result<QueryAnswer> listing = decodeListing(json, request))
        checkFrames(listing->frames);
}
