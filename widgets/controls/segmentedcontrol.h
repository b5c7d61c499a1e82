// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/button.h>

struct Segment {
    QString value;
    QString text;
    QString icon = {};
    QString toolTip = {};
};

// One of a few, side by side. Arrow keys move; one stop of the Tab key.
class SegmentedControl : public QWidget
{
    Q_OBJECT

public:
    explicit SegmentedControl(QWidget *parent = nullptr, ControlSize size = ControlSize::Medium);
    void setSegments(const QList<Segment> &segments);
    void setCurrent(const QString &value); // says nothing
    QString current() const { return m_current; }
    void setStretched(bool stretched); // fills its width with equal parts

signals:
    void currentChanged(const QString &value);

protected:
    void keyPressEvent(QKeyEvent *event) override;

private:
    void choose(const QString &value);
    void showCurrent();

    QList<Segment> m_segments;
    QList<TextButton *> m_buttons;
    QString m_current;
    ControlSize m_size;
    bool m_stretched = false;
};
