// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

// A number between two others, by mouse and by arrow keys. Tells each value on the way.
class Slider : public QWidget
{
    Q_OBJECT

public:
    explicit Slider(QWidget *parent = nullptr);
    void setRange(double min, double max, double step);
    void setValue(double value); // says nothing
    double value() const { return m_value; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void moved(double value); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void take(double value);
    void takeAt(double x);

    double m_min = 0;
    double m_max = 1;
    double m_step = 1;
    double m_value = 0;
};
