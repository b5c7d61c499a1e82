// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QList>
#include <QtCore/QtGlobal>

// What the kernel says about listening TCP sockets, read from /proc. No packet is sent.
namespace ProcNet {

// Ports on which the process listens so that a connection to 127.0.0.1 reaches it. Empty when it does not, has ended, or is another user's.
[[nodiscard]] QList<quint16> listeningPorts(qint64 pid);

// True when the process has a listening socket that a connection to 127.0.0.1:port reaches, and no other process has one.
// This is the proof that is asked for before a password is sent.
[[nodiscard]] bool ownsListener(qint64 pid, quint16 port);

// True when anybody listens where a connection to 127.0.0.1:port arrives.
[[nodiscard]] bool isListening(quint16 port);

} // namespace ProcNet
