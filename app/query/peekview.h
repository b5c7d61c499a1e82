// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/query/metricpeeks.h>

// The line of a metric's last hour, and under it what it shows. Keeps its place while nothing is here.
class PeekView : public QWidget
{
    Q_OBJECT

public:
    explicit PeekView(QWidget *parent = nullptr);
    void setPeek(const MetricPeek *peek, const QColor &color); // null: not here yet
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    MetricPeek m_peek;
    QColor m_color;
};
