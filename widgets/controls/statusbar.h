// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <optional>
#include <widgets/controls/pill.h>

struct StatusItem {
    QString text;
    QString icon = {};
    std::optional<Tint> dot = {};
    QString toolTip = {};

    bool operator==(const StatusItem &) const = default;
};

// 24 px at the foot of the window. Left items elide first.
class StatusBar : public QWidget
{
    Q_OBJECT

public:
    explicit StatusBar(QWidget *parent = nullptr);
    void setLeft(const QList<StatusItem> &items);
    void setRight(const QList<StatusItem> &items);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Placed {
        StatusItem item;
        QRectF rect;
    };
    QList<Placed> placed() const;
    void describe();

    QList<StatusItem> m_left;
    QList<StatusItem> m_right;
};
