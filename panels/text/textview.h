// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/text/textoptions.h>
#include <widgets/markdown.h>

// What a text panel shows, variables filled in.
struct TextView {
    QString text;
    MarkdownView::Form form = MarkdownView::Form::Markdown;
    bool lineNumbers = false;
    bool isEmpty = true; // nothing but white space

    bool operator==(const TextView &) const = default;
};

TextView layoutText(const TextOptions &options, const std::function<QString(const QString &)> &interpolate);
