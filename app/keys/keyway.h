// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QStringList>
#include <QtGui/QKeySequence>

// A way to an action by keys, as it stands in window.ini: a combination in portable text ("Ctrl+S", "F11"), or a chord of plain keys in
// small letters ("d s", "t left").
namespace keyway {

bool isChord(const QString &way);
QString normalized(const QString &way); // empty: no keys
QKeySequence sequence(const QString &way);
QString ofSequence(const QKeySequence &keys);
QString text(const QString &way); // for a person: "Ctrl+S", "T ←"
QStringList caps(const QString &way); // key by key
// One of the two could not be typed: they are the same, or one chord begins the other.
bool collide(const QString &one, const QString &other);

} // namespace keyway
