// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/queryrow.h>

#include <QtGui/QPainter>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QVBoxLayout>
#include <app/query/pickbutton.h>
#include <app/query/promqledit.h>
#include <app/query/queryoptions.h>
#include <app/query/queryrowhead.h>
#include <app/query/resultline.h>
#include <widgets/theme/style.h>

// Where the parts of the row lie, and its ground.

namespace {

constexpr int kLeastSource = 90; // px that the source's name keeps before the options go below

} // namespace

QList<QWidget *> QueryRow::tabStops() const
{
    QList<QWidget *> stops{m_fold};
    const auto addFrom = [&](const QWidget *box) {
        for (QWidget *each : box->findChildren<QWidget *>())
            if (each->focusPolicy() & Qt::TabFocus && each->window() == window())
                stops.append(each);
    };
    addFrom(m_name);
    stops.append(m_pickSource);
    addFrom(m_text);
    stops.append(m_json);
    addFrom(m_options);
    return stops + m_tools;
}

void QueryRow::setDragged(bool dragged)
{
    m_dragged = dragged;
    update();
}

// Beside the name where there is room, else under the text.
void QueryRow::placeOptions()
{
    int taken = m_options->sizeHint().width() + kLeastSource + 2 * space::unit + 4 * space::half;
    for (const QWidget *each : std::initializer_list<const QWidget *>{m_handle, m_fold, m_name, m_pickSource})
        taken += each->isHidden() ? 0 : each->sizeHint().width() + space::half;
    taken += 3 * (space::controlSmall + space::half) + space::unit;
    const bool below = taken > width();
    if (below == m_optionsBelow)
        return;
    m_optionsBelow = below;
    if (below) {
        m_head->removeWidget(m_options);
        m_body->insertWidget(m_body->indexOf(m_result), m_options);
    } else {
        m_body->removeWidget(m_options);
        m_head->insertWidget(m_head->indexOf(m_source) + 1, m_options);
    }
    m_options->setVisible(m_known && (!m_folded || !below));
}

void QueryRow::resizeEvent(QResizeEvent *)
{
    placeOptions();
}

void QueryRow::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && !m_target.isNull())
        showTarget();
}

void QueryRow::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = currentTheme(this);
    roundedBox(painter, rect(), theme.bg.panel, m_dragged ? theme.border.focus : theme.border.weak, space::radiusSurface);
}
