// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/nodata.h>

#include <QtCore/QCoreApplication>
#include <widgets/theme/paint.h>

void paintNoData(QPainter &painter, const QRect &rect, const Theme &theme, const QString &reason, const QString &headline)
{
    hatch(painter, QRectF(rect).adjusted(8, 4, -8, -8), theme.chart.noDataHatch, space::radiusControl);
    const bool withReason = !reason.isEmpty() && rect.height() > 90;
    const QString title = headline.isEmpty() ? QCoreApplication::translate("Panels", "No data") : headline;
    const int middle = rect.center().y() - (withReason ? 9 : 1);
    const QRectF line(rect.left() + 16, middle - 10, rect.width() - 32, 20);
    drawLine(painter, line, title, themeFont(rect.width() < 170 ? 12 : 13, QFont::Medium), theme.chart.noData, Qt::AlignCenter);
    if (withReason)
        drawLine(painter, line.translated(0, 18), reason, themeFont(TextStyle::Caption), theme.chart.noData, Qt::AlignCenter);
}

NoDataView::NoDataView(QWidget *parent) : QWidget(parent) { }

void NoDataView::setReason(const Theme &theme, const QString &reason, const QString &headline)
{
    m_theme = &theme;
    m_reason = reason;
    m_headline = headline;
    setAccessibleName(headline.isEmpty() ? reason : headline);
    update();
}

void NoDataView::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintNoData(painter, rect(), *m_theme, m_reason, m_headline);
}
