// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqlproblem.h>

#include <QtGui/QPainter>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kIndent = 26, kPadding = 4;
}

PromqlProblem::PromqlProblem(QWidget *parent) : QWidget(parent)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(themeFont(TextStyle::Caption));
    hide();
}

void PromqlProblem::setText(const QString &text)
{
    const QString shown = text.left(2000);
    if (shown == m_text)
        return;
    m_text = shown;
    setAccessibleName(shown);
    setVisible(!shown.isEmpty());
    updateGeometry();
    update();
}

QRect PromqlProblem::textRect(int width) const
{
    const QRect room(kIndent, kPadding, std::max(40, width - kIndent - 8), 200);
    return fontMetrics().boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_text);
}

int PromqlProblem::heightForWidth(int width) const
{
    return std::max(24, textRect(width).height() + 2 * kPadding);
}

QSize PromqlProblem::sizeHint() const
{
    return QSize(320, heightForWidth(std::max(320, width())));
}

void PromqlProblem::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    drawIcon(p, QStringLiteral("error"), t.bad.text, QPointF(8, 5), 14);
    p.setFont(font());
    p.setPen(t.bad.text);
    p.drawText(QRect(kIndent, kPadding, width() - kIndent - 8, height() - 2 * kPadding),
               Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter, m_text);
}
