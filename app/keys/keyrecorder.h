// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <widgets/controls/button.h>

// A button that takes the keys that are pressed next as a way to an action (see keyway): a combination at once, plain keys as a chord of
// one or two. Escape leaves it as it was.
class KeyRecorder : public TextButton
{
    Q_OBJECT

public:
    explicit KeyRecorder(QWidget *parent = nullptr);
    void start();
    bool isRecording() const { return m_recording; }

signals:
    void recorded(const QString &way);
    void refused(const QString &why);

protected:
    bool event(QEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void take(const class QKeyEvent &key);
    void takePlain(const QString &key);
    void stop();
    void finish(QString way);

    bool m_recording = false;
    QString m_first; // of a chord
    QTimer m_wait; // for its second key
};
