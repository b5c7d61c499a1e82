// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/keys/keyway.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

constexpr auto kShift = "shift+"_L1;

bool isChordKey(const QString &key)
{
    const QString plain = key.startsWith(kShift) ? key.mid(kShift.size()) : key;
    return plain.size() == 1 || plain == "left"_L1 || plain == "right"_L1 || plain == "esc"_L1;
}

QString capOf(const QString &key)
{
    if (key == "left"_L1)
        return u"←"_s;
    if (key == "right"_L1)
        return u"→"_s;
    if (key == "esc"_L1)
        return u"Esc"_s;
    if (key.startsWith(kShift))
        return u"Shift+"_s + key.mid(kShift.size()).toUpper();
    return key.toUpper();
}

} // namespace

namespace keyway {

bool isChord(const QString &way)
{
    return way == way.toLower();
}

QString normalized(const QString &way)
{
    const QString trimmed = way.simplified();
    if (trimmed.isEmpty())
        return {};
    if (isChord(trimmed)) {
        const QStringList keys = trimmed.split(u' ');
        return std::all_of(keys.begin(), keys.end(), isChordKey) ? trimmed : QString();
    }
    if (trimmed.size() == 1) // a letter alone must not take the key from fields
        return trimmed.toLower();
    const QKeySequence keys = sequence(trimmed);
    return keys.isEmpty() || keys[0].key() == Qt::Key_unknown ? QString() : ofSequence(keys);
}

QKeySequence sequence(const QString &way)
{
    return QKeySequence(way, QKeySequence::PortableText);
}

QString ofSequence(const QKeySequence &keys)
{
    return keys.toString(QKeySequence::PortableText);
}

QString text(const QString &way)
{
    return isChord(way) ? caps(way).join(u' ') : sequence(way).toString(QKeySequence::NativeText);
}

QStringList caps(const QString &way)
{
    if (isChord(way)) {
        QStringList keys = way.split(u' ', Qt::SkipEmptyParts);
        std::transform(keys.begin(), keys.end(), keys.begin(), capOf);
        return keys;
    }
    QString native = sequence(way).toString(QKeySequence::NativeText);
    const bool plus = native.endsWith("++"_L1);
    if (plus)
        native.chop(1);
    QStringList keys = native.split(u'+', Qt::SkipEmptyParts);
    for (QString &key : keys)
        key = key == "Left"_L1 ? u"←"_s : key == "Right"_L1 ? u"→"_s : key == "Up"_L1 ? u"↑"_s : key == "Down"_L1 ? u"↓"_s : key;
    return plus ? keys << u"+"_s : keys;
}

bool collide(const QString &one, const QString &other)
{
    if (isChord(one) != isChord(other))
        return false;
    if (!isChord(one))
        return sequence(one) == sequence(other);
    return one == other || one.startsWith(other + u' ') || other.startsWith(one + u' ');
}

} // namespace keyway
