// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QSyntaxHighlighter>
#include <app/query/promqlcolors.h>

// Colours a query as a whole after each change: a quote or a brace changes what follows on other lines.
class PromqlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    using Parts = std::vector<SyntaxPart> (*)(const QString &text);
    explicit PromqlHighlighter(QWidget *themed, QTextDocument *document);
    void setParts(Parts parts); // what the text is made of; PromQL at first

protected:
    void highlightBlock(const QString &text) override;

private:
    void read();

    QWidget *m_themed; // whose theme it is
    Parts m_split = syntaxParts;
    std::vector<SyntaxPart> m_parts;
    bool m_isRunning = false;
};
