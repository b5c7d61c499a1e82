// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

// libFuzzer's entry. The bytes are copied, so that a read behind their end is seen.
extern "C" int LLVMFuzzerTestOneInput(const unsigned char *data, size_t size)
{
    fuzzOne(QByteArray(reinterpret_cast<const char *>(data), qsizetype(size)));
    return 0;
}
