// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

// Tab goes along these, in this order. What takes no focus, or hands it on to a part (focus proxy), is passed by.
void chainTabs(const QList<QWidget *> &widgets);

// What Tab does in a window, in place of QWidget's own: the next widget of the focus chain that takes the focus itself, scrolled into
// view. QWidget stops at focus proxies, too: one that lies behind its part in the chain leads back, and nothing after it is ever reached.
// False: there is no other.
bool focusNextTabStop(QWidget &window, bool next);
