// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

// Keys and what they do, in the foot of a popup: {"Ctrl", "A"} "all shown".
struct KeyHint {
    QStringList keys;
    QString text;
};

class KeyHints : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHints(const QList<KeyHint> &hints, QWidget *parent = nullptr);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal paintOn(class QPainter *painter) const; // answers the width

    QList<KeyHint> m_hints;
};
