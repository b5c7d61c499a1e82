// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QString>

// A title as it stands in file names and addresses: small letters and digits of any script, "-" for all else, none at the ends.
QString slugOf(const QString &title);
