// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

// The line under a query that says what is wrong with it: an icon and plain text that wraps. Hidden when there is nothing to say.
class PromqlProblem : public QWidget
{
    Q_OBJECT

public:
    explicit PromqlProblem(QWidget *parent);
    void setText(const QString &text);
    QString text() const { return m_text; }

    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect textRect(int width) const;

    QString m_text;
};
