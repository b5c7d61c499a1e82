// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>

// The text of JsonEdit: colours by token, line numbers, one marked line with a message at its end. Tab leaves it; Return keeps the
// indentation.
class JsonTextEdit : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit JsonTextEdit(QWidget *parent = nullptr);

    // line, column: from 0; a line below 0 takes the mark away.
    void setMark(int line, int column, const QString &message);
    void goToMark();
    QString rawText() const; // toPlainText() makes spaces of no-break spaces

signals:
    void applyRequested(); // Ctrl+Enter

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    friend class JsonGutter;
    int gutterWidth() const;
    void placeGutter();
    void paintGutter(QPainter &painter, const QRect &rect);
    void paintMessage(QPainter &painter);
    void showLines(); // the current and the marked one
    void highlightVisible();

    class JsonGutter *m_gutter;
    class JsonHighlighter *m_highlighter;
    int m_markLine = -1;
    int m_markColumn = 0;
    QString m_markText;
};
