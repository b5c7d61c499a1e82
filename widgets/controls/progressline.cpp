// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/toolbar.h>

#include <QtGui/QPainter>
#include <widgets/theme/style.h>

namespace {
constexpr int kShowAfterMs = 300;
constexpr int kTickMs = 33;
} // namespace

ProgressLine::ProgressLine(QWidget *parent, Qt::Edge edge, int thickness) : QWidget(parent), m_edge(edge), m_thickness(thickness)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setObjectName(QStringLiteral("progressLine"));
    parent->installEventFilter(this);
    place();
    hide();
}

void ProgressLine::setRunning(bool running)
{
    if (m_running == running)
        return;
    m_running = running;
    if (m_timer)
        killTimer(m_timer);
    m_timer = running ? startTimer(kShowAfterMs) : 0;
    m_stepMs = -1;
    if (!running)
        hide();
}

void ProgressLine::setFraction(double fraction)
{
    m_fraction = fraction;
    update();
}

void ProgressLine::timerEvent(QTimerEvent *)
{
    if (m_stepMs < 0) { // the wait is over
        killTimer(m_timer);
        m_timer = startTimer(kTickMs);
        m_stepMs = 0;
        place();
        show();
        raise();
        return;
    }
    m_stepMs = (m_stepMs + kTickMs) % motion::refreshLineLoop;
    if (m_fraction < 0)
        update();
}

bool ProgressLine::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parent() && event->type() == QEvent::Resize)
        place();
    return QWidget::eventFilter(watched, event);
}

void ProgressLine::place()
{
    const QWidget *host = parentWidget();
    const int y = m_edge == Qt::TopEdge ? 0 : host->height() - m_thickness;
    setGeometry(0, y, host->width(), m_thickness);
}

void ProgressLine::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const double part = width() * 0.34;
    const double at = std::max(0, m_stepMs) / double(motion::refreshLineLoop);
    const QRectF bar = m_fraction >= 0 ? QRectF(0, 0, width() * std::min(1.0, m_fraction), height())
                                       : QRectF(-part + at * (width() + part), 0, part, height());
    p.fillRect(bar, currentTheme(this).accent.main);
}
