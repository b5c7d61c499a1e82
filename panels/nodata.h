// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QPainter>
#include <QtWidgets/QWidget>
#include <widgets/theme/theme.h>

// The ground of a panel that has nothing to draw: hatched, "No data" and the reason; never an empty box.
void paintNoData(QPainter &painter, const QRect &rect, const Theme &theme, const QString &reason, const QString &headline = {});

// That ground as a widget.
class NoDataView : public QWidget
{
public:
    explicit NoDataView(QWidget *parent);
    void setReason(const Theme &theme, const QString &reason, const QString &headline = {});

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme *m_theme = &Theme::dark();
    QString m_reason;
    QString m_headline;
};
