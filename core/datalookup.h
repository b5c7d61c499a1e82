// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>
#include <functional>
#include <optional>

// What ${name.path} of the data stands for, asked with name = "__value", path = "raw". Nothing: it stays as it is written.
using DataLookup = std::function<std::optional<QString>(const QString &name, const QString &path)>;
