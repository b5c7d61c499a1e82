// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/text/textoptions.h>

using O = TextOptions;

const OptionSchema<TextOptions> &textSchema()
{
    static const OptionSchema<TextOptions> schema = [] {
        OptionSchema<TextOptions> made;
        const char *group = QT_TRANSLATE_NOOP("Options", "Text");
        made.choice<decltype(&O::mode), O::Mode>(QStringLiteral("mode"), &O::mode, QT_TRANSLATE_NOOP("Options", "Mode"),
                                                 {{O::Mode::Markdown, "markdown", QT_TRANSLATE_NOOP("Options", "Markdown")},
                                                  {O::Mode::Html, "html", QT_TRANSLATE_NOOP("Options", "HTML")},
                                                  {O::Mode::Code, "code", QT_TRANSLATE_NOOP("Options", "Code")}})
            .in(group)
            .help(QT_TRANSLATE_NOOP("Options", "HTML: a safe subset; nothing is fetched"));
        made.boolean(QStringLiteral("code.showLineNumbers"), &O::showLineNumbers, QT_TRANSLATE_NOOP("Options", "Show line numbers"))
            .in(group)
            .visibleWhen([](const Json &options) { return options[u"mode"].toString() == QLatin1String("code"); });
        made.text(QStringLiteral("content"), &O::content, QT_TRANSLATE_NOOP("Options", "Content"))
            .in(group)
            .as(OptionRow::Kind::MultilineText)
            .help(QT_TRANSLATE_NOOP("Options", "Variables are filled in"));
        return made;
    }();
    return schema;
}
