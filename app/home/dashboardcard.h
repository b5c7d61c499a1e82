// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGui/QImage>
#include <QtWidgets/QAbstractButton>
#include <app/library.h>

class IconButton;

// What the page shows of a dashboard.
struct DashboardEntry {
    KnownDashboard known;
    QImage thumbnail; // null: its icon instead
    QString detail; // "2 hours ago"
    bool unsaved = false;
};

// A dashboard as a card with its picture, or as a row of a list. A click opens it; the star is a button of its own.
class DashboardCard : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Form { Card, Row };

    DashboardCard(const DashboardEntry &entry, Form form, QWidget *parent = nullptr);
    void setThumbnail(const QImage &image);
    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return m_form == Form::Card; }
    int heightForWidth(int width) const override;

signals:
    void starToggled(bool starred);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintCard(QPainter &painter) const;
    void paintRow(QPainter &painter) const;
    void paintPicture(QPainter &painter, const QRectF &rect) const;

    DashboardEntry m_entry;
    Form m_form;
    IconButton *m_star;
};

// "~/dashboards" for what lies below the home folder.
QString shortPath(const QString &path);
// "now", "4 min", "2 hours ago", "yesterday", a weekday, a date.
QString agoText(qint64 thenMs, qint64 nowMs);
