// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/frame.h>
#include <core/offload.h>

// Frames of so many fields that they must not be walked through, or freed, while a person waits.
inline bool isLarge(const Frames &frames)
{
    constexpr qsizetype many = 500;
    qsizetype fields = 0;
    for (const Frame &frame : frames) {
        fields += frame.fields.size();
        if (fields > many)
            return true;
    }
    return frames.size() > many;
}

// Frees them, large ones on a worker.
inline void letGo(Frames &&frames)
{
    if (isLarge(frames))
        destroyOffThread(std::move(frames));
    else
        frames.clear();
}
