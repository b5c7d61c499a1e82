// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>
#include <QtWidgets/QTextBrowser>
#include <widgets/theme/theme.h>

// Markdown (CommonMark with tables), a safe subset of HTML, or code, read-only. The text is untrusted: no HTML engine, no picture, nothing
// is fetched; links are http or https, show their target, and are announced, not opened. Very long texts are cut and say so.
class MarkdownView : public QTextBrowser
{
    Q_OBJECT

public:
    explicit MarkdownView(QWidget *parent = nullptr);

    enum class Form { Markdown, Html, Code };
    void showText(const QString &text, Form form, const Theme &theme, bool lineNumbers = false);
    bool isCut() const { return m_cut; }

signals:
    void linkActivated(const QUrl &url);

protected:
    QVariant loadResource(int type, const QUrl &name) override; // always empty
    void paintEvent(QPaintEvent *event) override;

private:
    void showCode(const QString &text, bool lineNumbers);
    void paintLineNumber(QPainter &painter, const QTextBlock &block, const QRectF &at) const;

    const Theme *m_theme = &Theme::dark();
    double m_numberWidth = 0; // 0: no line numbers
    bool m_cut = false;
};

// The markdown of `text` through the builder's events.
class MarkdownBuilder;
void buildMarkdown(const QString &text, MarkdownBuilder &builder);
