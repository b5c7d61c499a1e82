// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QSize>
#include <QtCore/QStringList>
#include <QtCore/QUrl>
#include <core/result.h>
#include <core/timerange.h>
#include <optional>
#include <widgets/vector/vectorpicture.h>

// What was asked on the command line, as a value.
struct CommandLine {
    enum class Mode { Window, Render, Check, Upgrade, Set, Help, Version };

    Mode mode = Mode::Window;
    bool demo = false;
    bool timing = false; // print one line of JSON when all is painted; the window then quits
    QStringList files;
    QUrl source; // a Prometheus to use instead of the default; empty = none given
    QString theme; // "dark", "light" or empty: as the desktop
    std::optional<QString> from; // as in RawTimeRange
    std::optional<QString> to;

    // Render; Upgrade and Set: empty = over the file, "-" = printed
    QString output;
    QSize size{1600, 0}; // px; height 0 = as high as the dashboard
    bool gallery = false; // every panel type with every option, instead of a dashboard
    double scale = 1;
    PdfSetup::Page page = PdfSetup::Page::A4; // of a PDF
    QList<std::pair<QString, QStringList>> variables;
    std::optional<QString> panel; // an id: that panel alone

    // Check
    bool json = false;

    // Set
    QString pointer;
    QString value; // JSON as typed

    QString format() const; // of the output, by its name: "png", "svg", "pdf", …

    bool operator==(const CommandLine &) const = default;
};

// arguments: without the program's name. A wrong one is Error::Kind::Config with the usage line as the hint.
Result<CommandLine> parseCommandLine(const QStringList &arguments);
QString commandLineHelp();
