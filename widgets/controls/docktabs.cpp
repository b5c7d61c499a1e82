// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/docktabs.h>

#include <QtGui/QKeyEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QHBoxLayout>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kHeight = 40;
constexpr int kPadding = 10;
constexpr int kBadgeHeight = 16;
constexpr int kBadgeGap = 6;
} // namespace

class DockTabButton : public QAbstractButton
{
public:
    DockTabButton(const DockTab &tab, QWidget *parent) : QAbstractButton(parent), m_tab(tab)
    {
        setObjectName(u"tab."_s + tab.id);
        setText(tab.text);
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Expanding);
        setTab(tab);
    }

    const DockTab &tab() const { return m_tab; }
    void setTab(const DockTab &tab)
    {
        m_tab = tab;
        setText(tab.text);
        setAccessibleName(tab.count < 0 ? tab.text : u"%1 (%2)"_s.arg(tab.text).arg(tab.count));
        updateGeometry();
        update();
    }
    QSize sizeHint() const override
    {
        return QSize(int(std::ceil(textWidth(themeFont(13, 600), m_tab.text) + badgeWidth())) + 2 * kPadding, kHeight);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        const QColor color = isChecked() || underMouse() ? theme.text.primary : theme.text.secondary;
        const QFont font = themeFont(13, isChecked() ? 600 : 400);
        const qreal width = textWidth(font, m_tab.text);
        const QRectF box = QRectF(rect()).adjusted(kPadding, 0, -kPadding, 0);
        drawLine(painter, box, m_tab.text, font, color);
        if (m_tab.count >= 0) {
            const qreal badge = badgeWidth() - kBadgeGap;
            const QRectF pill(box.left() + width + kBadgeGap, (height() - kBadgeHeight) / 2.0, badge, kBadgeHeight);
            roundedBox(painter, pill, theme.bg.hover, {}, kBadgeHeight / 2.0);
            drawLine(painter, pill, QString::number(m_tab.count), themeFont(11, 500), theme.text.secondary, Qt::AlignCenter);
        }
        if (isChecked())
            painter.fillRect(snapped(painter, QRectF(0, height() - 2, this->width(), 2)), theme.accent.main);
    }

private:
    qreal badgeWidth() const
    {
        if (m_tab.count < 0)
            return 0;
        const qreal digits = textWidth(themeFont(11, 500), QString::number(m_tab.count));
        return kBadgeGap + std::max<qreal>(kBadgeHeight, digits + 12);
    }

    DockTab m_tab;
};

DockTabs::DockTabs(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(kHeight);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::window, 0, space::window, 0);
    layout->setSpacing(space::unit);
    m_tabLayout = new QHBoxLayout;
    m_tabLayout->setSpacing(space::half);
    m_tools = new QHBoxLayout;
    m_tools->setSpacing(space::unit);
    layout->addLayout(m_tabLayout);
    layout->addStretch(1);
    layout->addLayout(m_tools);
}

void DockTabs::setTabs(const QList<DockTab> &tabs)
{
    const auto idsOf = [](const QList<DockTab> &list) {
        QStringList ids;
        for (const DockTab &tab : list)
            ids.append(tab.id);
        return ids;
    };
    if (tabs == m_shown)
        return;
    if (idsOf(tabs) == idsOf(m_shown)) {
        for (qsizetype i = 0; i < tabs.size(); ++i)
            m_tabs[i]->setTab(tabs[i]);
        m_shown = tabs;
        return;
    }
    m_shown = tabs;
    qDeleteAll(std::exchange(m_tabs, {}));
    for (const DockTab &tab : tabs) {
        auto *button = new DockTabButton(tab, this);
        connect(button, &QAbstractButton::clicked, this, [this, id = tab.id] {
            setCurrent(id);
            emit activated(id);
        });
        m_tabLayout->addWidget(button);
        button->show();
        m_tabs.append(button);
    }
    if (!idsOf(tabs).contains(m_current))
        m_current = tabs.isEmpty() ? QString() : tabs.first().id;
    showCurrent();
}

void DockTabs::setCurrent(const QString &id)
{
    m_current = id;
    showCurrent();
}

void DockTabs::showCurrent()
{
    for (DockTabButton *button : std::as_const(m_tabs)) {
        const bool current = button->tab().id == m_current;
        button->setChecked(current);
        button->setFocusPolicy(current ? Qt::StrongFocus : Qt::ClickFocus);
        button->update();
    }
}

void DockTabs::setFocusToTabs()
{
    for (DockTabButton *button : std::as_const(m_tabs))
        if (button->isChecked())
            button->setFocus(Qt::ShortcutFocusReason);
}

void DockTabs::addTool(QWidget *widget)
{
    m_tools->addWidget(widget);
}

void DockTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect(), theme.bg.toolbar);
    horizontalLine(painter, 0, width(), height() - hairWidth(painter), theme.border.weak);
}

void DockTabs::keyPressEvent(QKeyEvent *event)
{
    const int step = event->key() == Qt::Key_Right ? 1 : event->key() == Qt::Key_Left ? -1 : 0;
    if (step == 0)
        return QWidget::keyPressEvent(event);
    for (qsizetype i = 0; i < m_tabs.size(); ++i) {
        const qsizetype to = i + step;
        if (!m_tabs[i]->isChecked() || to < 0 || to >= m_tabs.size())
            continue;
        setCurrent(m_tabs[to]->tab().id);
        m_tabs[to]->setFocus(Qt::ShortcutFocusReason);
        emit activated(m_current);
        return;
    }
}
