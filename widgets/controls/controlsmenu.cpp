// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/controlsmenu.h>

#include <QtGui/QScreen>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QScrollArea>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kWidth = 360;
constexpr int kWidestLabel = 140;

class Rule : public QWidget
{
public:
    explicit Rule(QWidget *parent) : QWidget(parent) { setFixedHeight(9); }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        horizontalLine(painter, 0, width(), height() / 2, currentTheme(this).border.weak);
    }
};
} // namespace

ControlsMenu::ControlsMenu(QWidget *parent) : Popup(parent), m_area(new QScrollArea(this)), m_body(new QWidget)
{
    setObjectName(QStringLiteral("controlsMenu"));
    setAccessibleName(tr("Controls"));
    m_rows = new QVBoxLayout(m_body);
    m_rows->setContentsMargins(8, 8, 8, 8);
    m_rows->setSpacing(8);
    m_area->setFrameShape(QFrame::NoFrame);
    m_area->setWidgetResizable(true);
    m_area->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_area->setFocusPolicy(Qt::NoFocus);
    m_area->viewport()->setAutoFillBackground(false);
    m_area->setWidget(m_body);
    m_body->setAutoFillBackground(false); // which setWidget() has set
    contentLayout()->addWidget(m_area);
}

void ControlsMenu::setContent(const QList<VariableControl *> &controls, const QList<QWidget *> &links)
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        if (auto *rule = dynamic_cast<Rule *>(item->widget()))
            rule->deleteLater();
        delete item;
    }
    int label = 0;
    for (const VariableControl *control : controls)
        label = std::max(label, control->labelWidth());
    QWidget *before = nullptr;
    const auto add = [&](QWidget *widget, Qt::Alignment alignment) {
        m_rows->addWidget(widget, 0, alignment);
        if (before)
            setTabOrder(before, widget);
        before = widget;
    };
    for (VariableControl *control : controls) {
        control->setLabelWidth(std::min(label, kWidestLabel));
        add(control, {});
    }
    if (!controls.isEmpty() && !links.isEmpty())
        m_rows->addWidget(new Rule(m_body));
    for (QWidget *link : links)
        add(link, Qt::AlignLeft);
    if (isVisible())
        adjustSize();
}

void ControlsMenu::openUnder(QWidget *button)
{
    const int most = button->screen() ? button->screen()->availableGeometry().height() * 3 / 5 : 600;
    m_area->setFixedSize(kWidth, std::min(m_body->sizeHint().height(), most));
    popupUnder(button, Align::Right);
    for (QWidget *next = m_body->nextInFocusChain(); next && m_body->isAncestorOf(next); next = next->nextInFocusChain())
        if (next->focusPolicy() & Qt::TabFocus && next->isVisibleTo(m_body))
            return next->setFocus(Qt::TabFocusReason);
}
