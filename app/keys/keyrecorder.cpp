// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/keys/keyrecorder.h>

#include <QtGui/QKeyEvent>
#include <app/chords.h>
#include <app/keys/keyway.h>

using namespace Qt::StringLiterals;

namespace {

bool isModifier(int key)
{
    return key == Qt::Key_Shift || key == Qt::Key_Control || key == Qt::Key_Alt || key == Qt::Key_Meta || key == Qt::Key_AltGr
        || key == Qt::Key_unknown || key == 0;
}

// What moves the focus, presses and types everywhere.
bool isReserved(const QKeyEvent &key)
{
    static const QSet<int> reserved{Qt::Key_Tab, Qt::Key_Backtab, Qt::Key_Return,   Qt::Key_Enter,    Qt::Key_Space,
                                    Qt::Key_Up,  Qt::Key_Down,    Qt::Key_Left,     Qt::Key_Right,    Qt::Key_Home,
                                    Qt::Key_End, Qt::Key_PageUp,  Qt::Key_PageDown, Qt::Key_Backspace};
    return reserved.contains(key.key()) && !(key.modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
}

} // namespace

KeyRecorder::KeyRecorder(QWidget *parent) : TextButton({}, Kind::Secondary, u"keyboard"_s, parent)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(Chords::togetherMs);
    connect(&m_wait, &QTimer::timeout, this, [this] { finish(m_first); });
    connect(this, &TextButton::clicked, this, &KeyRecorder::start);
    stop();
}

void KeyRecorder::start()
{
    setFocus();
    m_recording = true;
    m_first.clear();
    setText(tr("Press the keys…"));
    setActive(true);
}

void KeyRecorder::stop()
{
    m_wait.stop();
    m_recording = false;
    m_first.clear();
    setText(tr("Add keys…"));
    setActive(false);
}

void KeyRecorder::finish(QString way)
{
    stop();
    emit recorded(way);
}

bool KeyRecorder::event(QEvent *event)
{
    if (m_recording && event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (m_recording && event->type() == QEvent::KeyPress) {
        take(*static_cast<QKeyEvent *>(event));
        event->accept();
        return true;
    }
    return TextButton::event(event);
}

void KeyRecorder::focusOutEvent(QFocusEvent *event)
{
    stop();
    TextButton::focusOutEvent(event);
}

void KeyRecorder::take(const QKeyEvent &key)
{
    if (isModifier(key.key()) || key.isAutoRepeat())
        return;
    const QString plain = Chords::nameOf(key);
    if (plain == "esc"_L1)
        return stop();
    const bool isEnter = key.key() == Qt::Key_Return || key.key() == Qt::Key_Enter;
    if (!m_first.isEmpty() && isEnter)
        return finish(m_first);
    const bool isSecond = !m_first.isEmpty() && !plain.isEmpty() && plain != " "_L1;
    if (isReserved(key) && !isSecond) {
        stop();
        emit refused(tr("These keys move about and press buttons everywhere; choose others."));
        return;
    }
    if (!plain.isEmpty())
        return takePlain(plain);
    const QString way = keyway::normalized(keyway::ofSequence(QKeySequence(key.keyCombination())));
    if (!way.isEmpty())
        finish(way);
}

void KeyRecorder::takePlain(const QString &key)
{
    if (!m_first.isEmpty())
        return finish(m_first + u' ' + key);
    m_first = key;
    setText(tr("%1 … then a second key, or Enter").arg(keyway::text(key)));
    m_wait.start();
}
