// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/peekview.h>

#include <panels/sparkline.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLine = 34, kText = 16; // px
}

PeekView::PeekView(QWidget *parent) : QWidget(parent)
{
    setObjectName(u"completion.trend"_s);
    setFixedHeight(kLine + kText);
}

QSize PeekView::sizeHint() const
{
    return {100, kLine + kText};
}

void PeekView::setPeek(const MetricPeek *peek, const QColor &color)
{
    m_peek = peek ? *peek : MetricPeek();
    m_color = color;
    const bool drawn = m_peek.trend.size() > 1;
    setAccessibleName(!drawn ? QString() : m_peek.isRate ? tr("Rate in the last hour") : tr("Average in the last hour"));
    update();
}

void PeekView::paintEvent(QPaintEvent *)
{
    if (m_peek.trend.size() < 2)
        return;
    QPainter painter(this);
    const QRectF line(0, 2, width(), kLine - 4);
    paintSparkline(painter, sparklineRuns(m_peek.trend, {}, line), line, m_color, 1.25, 0.2);
    drawLine(painter, QRectF(0, kLine, width(), kText), accessibleName(), themeFont(TextStyle::Caption), currentTheme(this).text.secondary);
}
