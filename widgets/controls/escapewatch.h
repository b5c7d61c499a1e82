// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <functional>

// While a drag runs, Escape ends it, wherever the focus is, and means nothing else.
class EscapeWatch : public QObject
{
    Q_OBJECT

public:
    explicit EscapeWatch(std::function<void()> cancel, QObject *parent = nullptr); // cancel: calls end() or not
    void begin(); // again: nothing
    void end();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    std::function<void()> m_cancel;
    bool m_on = false;
};
