// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>

// What the sample's two instances would have told a Prometheus in the last hours, and in the next minutes: history for the queries of
// resources/sample/python-app.json.
QByteArray sampleHistory(qint64 nowSeconds);
