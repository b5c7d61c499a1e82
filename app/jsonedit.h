// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QTimer>
#include <QtWidgets/QWidget>
#include <core/result.h>

class IconButton;
class JsonTextEdit;
class PlainLabel;
class TextButton;

// JSON as a person edits it: highlighted, with line numbers; an error marks its line and is told there and below the text. Knows no
// document: whoever shows it takes what was applied, and gives back what came of it by setJson() or showError().
class JsonEdit : public QWidget
{
    Q_OBJECT

public:
    explicit JsonEdit(QWidget *parent = nullptr);

    // What is valid now. A text that the person changed stays; Revert goes to the new one. UTF-8, any line ends.
    void setJson(const QByteArray &json);
    // Of another thing: what was typed gives way. draft: what was typed for it before; null: nothing.
    void showOther(const QByteArray &json, const QByteArray &draft);
    // Applies what is typed, if it is valid and nothing else changed what it was typed over.
    void finishTyping();
    QByteArray text() const; // with the line ends of what was set
    bool isChanged() const;
    // Of what was applied. where: a JSON pointer into the text, or "line 3, byte 57" as the scanner says it.
    void showError(const Error &error);

public slots:
    void apply();
    void revert();

signals:
    void applied(const QByteArray &json);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();
    void tell(const QString &message, int line, int column);
    void showState();

    JsonTextEdit *m_edit;
    PlainLabel *m_message;
    TextButton *m_goTo;
    TextButton *m_revert;
    TextButton *m_apply;
    QTimer m_check;
    QByteArray m_base;
    QByteArray m_applied;
    bool m_crlf = false;
    bool m_stale = false; // what it was typed over is another thing now
    bool m_valid = true;
};
