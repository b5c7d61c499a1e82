// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QSyntaxHighlighter>
#include <app/query/promqlcolors.h>

// Colours a query as a whole after each change: a quote or a brace changes what follows on other lines.
class PromqlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit PromqlHighlighter(QWidget *themed, QTextDocument *document);

protected:
    void highlightBlock(const QString &text) override;

private:
    void read();

    QWidget *m_themed; // whose theme it is
    std::vector<SyntaxPart> m_parts;
    bool m_isRunning = false;
};
