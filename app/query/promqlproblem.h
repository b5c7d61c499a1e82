// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class KeyHints;
class LinkText;

// The line under a query that says what is wrong with it: an icon, plain text that wraps, and at the right what mends it. Hidden when there
// is nothing to say.
class PromqlProblem : public QWidget
{
    Q_OBJECT

public:
    explicit PromqlProblem(QWidget *parent);
    void setProblem(const QString &text, const QString &fixLabel = {}); // fixLabel empty: nothing mends it
    QString text() const { return m_text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void fixRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    int textRoom(int width) const;
    int fixWidth() const;

    QString m_text;
    LinkText *m_fix;
    KeyHints *m_keys;
};
