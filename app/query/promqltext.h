// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QPlainTextEdit>

// The text part of PromqlEdit.
class PromqlText : public QPlainTextEdit
{
    Q_OBJECT

public:
    explicit PromqlText(QWidget *parent);

    void setContent(const QString &text); // emits textChanged only when it differs
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void runRequested();
    void left();

protected:
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int lineCount() const; // as they are wrapped
    int lineHeight() const;
    void fit();
};
