// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

// Keys and what they do, in the foot of a popup: {"Ctrl", "A"} "all shown".
struct KeyHint {
    QStringList keys;
    QString text;
};

// One key after another; answers where they end. Without a painter it only measures.
qreal drawKeyCaps(class QPainter *painter, const struct Theme &theme, const class QRectF &rect, const QStringList &keys);

class KeyHints : public QWidget
{
    Q_OBJECT

public:
    explicit KeyHints(const QList<KeyHint> &hints, QWidget *parent = nullptr);
    void setHints(const QList<KeyHint> &hints);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    qreal paintOn(class QPainter *painter) const; // answers the width

    QList<KeyHint> m_hints;
};
