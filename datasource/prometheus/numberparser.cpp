// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/prometheus/numberparser.h>

#include <charconv>
#include <cstdint>
#include <cstring>
#include <limits>

namespace {
constexpr uint64_t kExactInteger = uint64_t(1) << 53;
constexpr double kPowers[]
    = {1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};
constexpr bool kExtended = std::numeric_limits<long double>::digits == 64;
constexpr long double kLongPowers[] = {1e0L,  1e1L,  1e2L,  1e3L,  1e4L,  1e5L,  1e6L,  1e7L,  1e8L,  1e9L,  1e10L, 1e11L, 1e12L, 1e13L,
                                       1e14L, 1e15L, 1e16L, 1e17L, 1e18L, 1e19L, 1e20L, 1e21L, 1e22L, 1e23L, 1e24L, 1e25L, 1e26L, 1e27L};

inline uint64_t eightBytes(const char *text)
{
    uint64_t bytes;
    std::memcpy(&bytes, text, 8);
    return bytes;
}

inline bool isEightDigits(uint64_t bytes)
{
    return ((bytes & 0xF0F0F0F0F0F0F0F0) | (((bytes + 0x0606060606060606) & 0xF0F0F0F0F0F0F0F0) >> 4)) == 0x3333333333333333;
}

inline uint64_t eightDigits(uint64_t bytes)
{
    bytes -= 0x3030303030303030;
    bytes = bytes * 10 + (bytes >> 8);
    return (((bytes & 0x000000FF000000FF) * 0x000F424000000064) + (((bytes >> 16) & 0x000000FF000000FF) * 0x0000271000000001)) >> 32;
}

inline const char *digits(const char *text, uint64_t &number)
{
    if (const uint64_t bytes = eightBytes(text); isEightDigits(bytes)) {
        number = number * 100'000'000 + eightDigits(bytes);
        text += 8;
    }
    for (unsigned digit; (digit = unsigned(*text) - '0') < 10; ++text)
        number = number * 10 + digit;
    return text;
}

// mantissa / 10^places, correctly rounded; false: this way cannot tell.
inline bool divide(uint64_t mantissa, int places, double &value)
{
    if (mantissa <= kExactInteger && places <= 22) {
        value = double(mantissa) / kPowers[places];
        return true;
    }
    if (!kExtended || places > 27)
        return false;
    // Both operands are exact in 64 bits, so the quotient is rounded once; rounding it again to 53 bits is right unless it lies
    // just on the middle between two doubles.
    const long double quotient = static_cast<long double>(mantissa) / kLongPowers[places];
    uint64_t bits;
    std::memcpy(&bits, &quotient, 8);
    if ((bits & 0x7ff) == 0x400)
        return false;
    value = double(quotient);
    return true;
}

bool word(const char *text, const char *limit, const char *name, const char *&end)
{
    const size_t length = std::strlen(name);
    if (size_t(limit - text) < length || std::memcmp(text, name, length) != 0)
        return false;
    end = text + length;
    return true;
}

bool general(const char *text, const char *limit, double &value, const char *&end)
{
    const char *number = *text == '+' ? text + 1 : text;
    const char *bare = *number == '-' ? number + 1 : number;
    if (word(bare, limit, "Infinity", end) || word(bare, limit, "Inf", end) || word(bare, limit, "inf", end)) {
        value = *text == '-' ? -std::numeric_limits<double>::infinity() : std::numeric_limits<double>::infinity();
        return true;
    }
    if (word(bare, limit, "NaN", end) || word(bare, limit, "nan", end)) {
        value = std::numeric_limits<double>::quiet_NaN();
        return true;
    }
    const auto result = std::from_chars(number, limit, value);
    end = result.ptr;
    if (result.ec == std::errc::result_out_of_range) {
        // from_chars leaves the value alone then; the exponent's sign says which end of the range it fell off.
        const bool tiny = std::memchr(number, '-', size_t(end - number)) > static_cast<const void *>(number);
        value = tiny ? 0 : std::numeric_limits<double>::infinity();
        value = *number == '-' ? -value : value;
        return true;
    }
    return result.ec == std::errc();
}
} // namespace

bool parseSampleValue(const char *text, const char *limit, double &value, const char *&end)
{
    const bool negative = *text == '-';
    const char *start = text + negative;
    uint64_t mantissa = 0;
    const char *at = digits(start, mantissa);
    int places = 0;
    qptrdiff length = at - start;
    if (length > 0 && *at == '.') {
        const char *fraction = at + 1;
        at = fraction;
        if (isEightDigits(eightBytes(at))) {
            mantissa = mantissa * 100'000'000 + eightDigits(eightBytes(at));
            at += 8;
        }
        at = digits(at, mantissa);
        places = int(at - fraction);
        length += places;
    }
    // Nineteen digits fit into 64 bits; leading zeros only make this path rarer.
    if (*at == '"' && length > 0 && length <= 19 && at < limit && divide(mantissa, places, value)) {
        value = negative ? -value : value;
        end = at;
        return true;
    }
    return general(text, limit, value, end) && *end == '"';
}

bool parseTimestampMs(const char *text, const char *limit, qint64 &ms, const char *&end)
{
    const bool negative = *text == '-';
    uint64_t seconds = 0;
    const char *start = text + negative;
    const char *at = digits(start, seconds);
    if (at == start || at - start > 15 || at > limit)
        return false;
    qint64 result = qint64(seconds) * 1000;
    if (*at == '.') {
        int scale = 100;
        for (++at; unsigned(*at) - '0' < 10 && at < limit; ++at, scale /= 10)
            result += scale * (*at - '0');
    }
    if (*at == 'e' || *at == 'E')
        return false;
    ms = negative ? -result : result;
    end = at;
    return true;
}
