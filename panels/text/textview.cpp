// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/text/textview.h>

TextView layoutText(const TextOptions &options, const std::function<QString(const QString &)> &interpolate)
{
    TextView view;
    view.text = interpolate ? interpolate(options.content) : options.content;
    view.isEmpty = view.text.trimmed().isEmpty();
    switch (options.mode) {
    case TextOptions::Mode::Markdown:
        view.form = MarkdownView::Form::Markdown;
        break;
    case TextOptions::Mode::Html:
        view.form = MarkdownView::Form::Html;
        break;
    case TextOptions::Mode::Code:
        view.form = MarkdownView::Form::Code;
        view.lineNumbers = options.showLineNumbers;
        break;
    }
    return view;
}
