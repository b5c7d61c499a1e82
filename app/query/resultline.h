// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <dashboard/session.h>
#include <widgets/controls/field.h>

// What a query's last run came to, in one line: series, points, bytes, time, step.
struct ResultText {
    QString icon;
    PlainLabel::Tone tone = PlainLabel::Tone::Secondary; // of icon and headline
    QString headline;
    QStringList details;

    bool operator==(const ResultText &) const = default;
};
// reports: of that query alone (range and instant are two).
ResultText resultText(const QList<TargetReport> &reports, const QLocale &locale = {});

class ResultLine : public QWidget
{
    Q_OBJECT

public:
    explicit ResultLine(QWidget *parent = nullptr);
    void setResult(const ResultText &result);
    const ResultText &result() const { return m_result; }
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    ResultText m_result;
};
