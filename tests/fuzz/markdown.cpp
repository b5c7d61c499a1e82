// SPDX-License-Identifier: GPL-3.0-or-later
#include "fuzz.h"

#include <QtGui/QTextBlock>
#include <QtWidgets/QApplication>
#include <QtWidgets/QTextBrowser>
#include <widgets/markdown.h>

namespace {

QApplication &application()
{
    static int count = 1;
    static char name[] = "fuzz";
    static char *arguments[] = {name, nullptr};
    qputenv("QT_QPA_PLATFORM", "offscreen");
    static QApplication app(count, arguments);
    return app;
}

} // namespace

// Texts of text panels: no resource is ever loaded, and every link leads to http or https.
void fuzzOne(const QByteArray &data)
{
    if (data.isEmpty())
        return;
    (void)application();
    static MarkdownView view;
    const auto form = MarkdownView::Form(static_cast<unsigned char>(data[0]) % 3);
    view.showText(QString::fromUtf8(data.mid(1)), form, Theme::dark());
    for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextCharFormat format = it.fragment().charFormat();
            FUZZ_REQUIRE(!format.isImageFormat());
            const QString link = format.anchorHref();
            FUZZ_REQUIRE(link.isEmpty() || link.startsWith(QLatin1String("http://")) || link.startsWith(QLatin1String("https://")));
        }
    }
}
