// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <core/optionschema.h>

// "options" of a text panel.
struct TextOptions {
    enum class Mode { Markdown, Html, Code };

    Mode mode = Mode::Markdown;
    QString content;
    bool showLineNumbers = false;

    bool operator==(const TextOptions &) const = default;
};

const OptionSchema<TextOptions> &textSchema();
