// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <cstdio>
#include <cstdlib>

// What every fuzz target shares. A target defines fuzzOne(); it may not crash, hang, or break a promise.
void fuzzOne(const QByteArray &data);

// A promise that must hold whatever the input; unlike an assertion it is never compiled out.
#define FUZZ_REQUIRE(condition)                                                                                                            \
    do {                                                                                                                                   \
        if (!(condition)) {                                                                                                                \
            std::fprintf(stderr, "%s:%d: not so: %s\n", __FILE__, __LINE__, #condition);                                                   \
            std::abort();                                                                                                                  \
        }                                                                                                                                  \
    } while (false)
