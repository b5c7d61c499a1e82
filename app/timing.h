// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QByteArray>
#include <QtCore/QList>
#include <QtCore/QString>
#include <optional>

struct FailedPanel {
    QString id;
    QString title;
    QString why;
};

// What `--timing` prints: times in ms from the start of the process (the kernel's, 10 ms steps), memory in MiB.
struct Timing {
    std::optional<double> windowMs; // first paint of the window
    std::optional<double> firstDataMs; // first panel with data
    std::optional<double> paintedMs; // all panels with data painted
    double pssMiB = 0; // proportional set size
    double peakRssMiB = 0;
    int panels = 0;
    QList<FailedPanel> failed;

    QByteArray line() const; // one line of JSON
    void measureMemory(); // sets pssMiB and peakRssMiB
};

double msSinceProcessStart();
