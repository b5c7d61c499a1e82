// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqlproblem.h>

#include <QtGui/QPainter>
#include <widgets/controls/keycaps.h>
#include <widgets/controls/linktext.h>
#include <widgets/theme/icons.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kIndent = 28, kPadding = 5, kMaxText = 2000, kNarrow = 420;
}

PromqlProblem::PromqlProblem(QWidget *parent)
    : QWidget(parent)
    , m_fix(new LinkText({}, this, {}, TextStyle::Caption))
    , m_keys(new KeyHints({{{tr("Alt"), tr("Enter")}, {}}}, this))
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    setFont(themeFont(TextStyle::Caption));
    m_fix->setObjectName(u"promql.fix"_s);
    connect(m_fix, &LinkText::clicked, this, &PromqlProblem::fixRequested);
    hide();
}

void PromqlProblem::setProblem(const QString &text, const QString &fixLabel)
{
    const QString shown = text.left(kMaxText);
    if (shown == m_text && fixLabel == m_fix->text())
        return;
    m_text = shown;
    setAccessibleName(shown);
    m_fix->setText(fixLabel);
    m_fix->setVisible(!fixLabel.isEmpty());
    m_fix->resize(m_fix->sizeHint());
    setVisible(!shown.isEmpty());
    updateGeometry();
    resizeEvent(nullptr);
    update();
}

int PromqlProblem::fixWidth() const
{
    return m_fix->text().isEmpty() ? 0 : m_fix->sizeHint().width() + 12;
}

int PromqlProblem::textRoom(int width) const
{
    return std::max(80, width - kIndent - 8 - fixWidth() - (width < kNarrow || fixWidth() == 0 ? 0 : m_keys->sizeHint().width()));
}

int PromqlProblem::heightForWidth(int width) const
{
    const QRect room(0, 0, textRoom(width), 400);
    return std::max(26, fontMetrics().boundingRect(room, Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop, m_text).height() + 2 * kPadding);
}

QSize PromqlProblem::sizeHint() const
{
    return QSize(320, heightForWidth(std::max(320, width())));
}

QSize PromqlProblem::minimumSizeHint() const
{
    return QSize(120, 26);
}

void PromqlProblem::resizeEvent(QResizeEvent *)
{
    const bool hasKeys = fixWidth() > 0 && width() >= kNarrow;
    m_keys->setVisible(hasKeys);
    m_keys->resize(m_keys->sizeHint());
    int right = width() - 4;
    if (hasKeys) {
        right -= m_keys->width() - 16;
        m_keys->move(right, 1);
    }
    m_fix->move(right - m_fix->width() - 4, 1);
}

void PromqlProblem::paintEvent(QPaintEvent *)
{
    QPainter p(this);
    const Theme &t = currentTheme(this);
    drawIcon(p, u"error"_s, t.bad.text, QPointF(8, 6), 14);
    p.setFont(font());
    p.setPen(t.bad.text);
    p.drawText(QRect(kIndent, kPadding, textRoom(width()), height() - 2 * kPadding), Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignVCenter,
               m_text);
}
