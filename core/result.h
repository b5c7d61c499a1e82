// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <tl/expected.hpp>

// What went wrong, for a person: what, where (a panel, a host, a JSON pointer, a line), and what to try. Never holds a secret.
struct Error {
    enum class Kind { Cancelled, Network, Http, Auth, Query, Parse, Config, Unsupported, Limit, Io };

    Kind kind = Kind::Config;
    QString what;
    QString where = {};
    QString hint = {};

    bool operator==(const Error &) const = default;
};

// The only failure channel. Exceptions of libraries are caught where the library is called.
template <class T = void>
using Result = tl::expected<T, Error>;

[[nodiscard]] inline tl::unexpected<Error> fail(Error::Kind kind, const QString &what, const QString &where = {}, const QString &hint = {})
{
    return tl::unexpected<Error>(Error{kind, what, where, hint});
}
