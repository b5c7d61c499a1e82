// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/sectiontabs.h>

#include <QtGui/QContextMenuEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <numeric>
#include <widgets/controls/button.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kPadding = 12;
constexpr int kNarrowest = 72; // px a tab is cut down to
constexpr int kWidest = 320;
} // namespace

class SectionTabButton : public QAbstractButton
{
public:
    SectionTabButton(SectionTabs *bar, QWidget *strip) : QAbstractButton(strip), m_bar(bar)
    {
        setCheckable(true);
        setAttribute(Qt::WA_Hover);
    }

    const SectionTab &tab() const { return m_tab; }
    void setTab(const SectionTab &tab)
    {
        m_tab = tab;
        setObjectName(u"sectionTab."_s + tab.id);
        setText(tab.title);
        setAccessibleName(tab.title);
        setToolTip(plainToolTip(tab.title));
        update();
    }
    int naturalWidth() const
    {
        return std::clamp(int(std::ceil(textWidth(themeFont(13, 600), oneLine(m_tab.title)))) + 2 * kPadding, 2 * kPadding + 12, kWidest);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        const Theme &theme = currentTheme(this);
        const QRectF box = QRectF(rect()).adjusted(0, 0, 0, -2);
        const bool isTarget = m_bar->m_dropTab == m_tab.id;
        if ((underMouse() || isTarget) && !isChecked())
            roundedBox(painter, box.adjusted(2, 2, -2, -2), isTarget ? theme.accent.soft : theme.bg.hover,
                       isTarget ? theme.accent.main : QColor(), space::radiusControl);
        const QColor color = isChecked() || underMouse() || isTarget ? theme.text.primary : theme.text.secondary;
        drawLine(painter, box.adjusted(kPadding, 0, -kPadding, 0), m_tab.title, themeFont(13, isChecked() ? 600 : 400), color,
                 Qt::AlignCenter);
        if (isChecked())
            painter.fillRect(snapped(painter, QRectF(0, height() - 2, width(), 2)), theme.accent.main);
    }

    // A button would give the focus to its neighbour.
    void keyPressEvent(QKeyEvent *event) override
    {
        if (event->key() == Qt::Key_Left || event->key() == Qt::Key_Right)
            event->ignore();
        else
            QAbstractButton::keyPressEvent(event);
    }

    void contextMenuEvent(QContextMenuEvent *event) override
    {
        const bool isKey = event->reason() == QContextMenuEvent::Keyboard;
        emit m_bar->menuRequested(m_tab.id, isKey ? mapToGlobal(QPoint(0, height())) : event->globalPos());
    }

private:
    SectionTabs *m_bar;
    SectionTab m_tab;
};

SectionTabs::SectionTabs(QWidget *parent)
    : QWidget(parent)
    , m_strip(new QWidget(this))
    , m_back(new IconButton(u"chevron-left"_s, tr("Tabs before"), TextButton::Kind::Ghost, this))
    , m_on(new IconButton(u"chevron-right"_s, tr("Tabs behind"), TextButton::Kind::Ghost, this))
{
    setObjectName(u"sectionTabs"_s);
    for (IconButton *arrow : {m_back, m_on}) {
        arrow->setObjectName(arrow == m_back ? u"sectionTabs.back"_s : u"sectionTabs.on"_s);
        arrow->setFocusPolicy(Qt::NoFocus); // keys go from tab to tab
        arrow->hide();
        connect(arrow, &QAbstractButton::clicked, this, [this, arrow] { scrollBy((arrow == m_back ? -1 : 1) * m_strip->width() * 3 / 4); });
    }
}

QSize SectionTabs::sizeHint() const
{
    return QSize(200, space::gridRow);
}

void SectionTabs::setTabs(const QList<SectionTab> &tabs, const QString &current)
{
    while (m_buttons.size() > tabs.size())
        m_buttons.takeLast()->deleteLater(); // it may be what says so
    while (m_buttons.size() < tabs.size()) {
        auto *button = new SectionTabButton(this, m_strip);
        connect(button, &QAbstractButton::clicked, this, [this, button] { choose(button->tab().id, false); });
        button->show();
        m_buttons.append(button);
    }
    for (qsizetype i = 0; i < tabs.size(); ++i)
        m_buttons[i]->setTab(tabs[i]);
    m_current = current;
    place();
    showCurrent();
}

void SectionTabs::choose(const QString &id, bool keepFocus)
{
    const bool isOther = std::exchange(m_current, id) != id;
    showCurrent();
    if (keepFocus && currentIndex() >= 0)
        m_buttons[currentIndex()]->setFocus(Qt::ShortcutFocusReason);
    if (isOther)
        emit activated(id);
}

void SectionTabs::step(int by)
{
    if (const qsizetype count = m_buttons.size(); count > 1)
        choose(m_buttons[(std::max<qsizetype>(currentIndex(), 0) + by + count) % count]->tab().id,
               isAncestorOf(QApplication::focusWidget()));
}

void SectionTabs::open(const QString &id)
{
    choose(id, false);
}

QString SectionTabs::dragOver(const QPoint &global)
{
    raise();
    if (!std::exchange(m_isUnderDrag, true))
        update();
    QString on;
    if (m_strip->rect().contains(m_strip->mapFromGlobal(global)) && isVisible())
        for (const SectionTabButton *button : std::as_const(m_buttons))
            if (button->rect().contains(button->mapFromGlobal(global)))
                on = button->tab().id;
    if (std::exchange(m_dropTab, on) != on)
        for (SectionTabButton *button : std::as_const(m_buttons))
            button->update();
    return on;
}

void SectionTabs::dragHeld(const QPoint &global)
{
    for (const IconButton *arrow : {m_back, m_on})
        if (arrow->isVisible() && arrow->isEnabled() && arrow->rect().contains(arrow->mapFromGlobal(global)))
            scrollBy((arrow == m_back ? -1 : 1) * m_strip->width() / 2);
}

void SectionTabs::dragEnded()
{
    m_isUnderDrag = false;
    m_dropTab.clear();
    update();
    for (SectionTabButton *button : std::as_const(m_buttons))
        button->update();
}

qsizetype SectionTabs::currentIndex() const
{
    for (qsizetype i = 0; i < m_buttons.size(); ++i)
        if (m_buttons[i]->tab().id == m_current)
            return i;
    return -1;
}

void SectionTabs::showCurrent()
{
    const qsizetype current = currentIndex();
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setChecked(i == current);
        m_buttons[i]->setFocusPolicy(i == current ? Qt::StrongFocus : Qt::ClickFocus);
    }
    place();
    if (current < 0)
        return;
    const QRect tab = m_buttons[current]->geometry().translated(m_offset, 0);
    const int least = tab.right() + 1 - m_strip->width();
    m_offset = std::clamp(m_offset, least, std::max(tab.left(), least));
    place();
}

void SectionTabs::place()
{
    QList<int> widths;
    for (const SectionTabButton *button : std::as_const(m_buttons))
        widths.append(button->naturalWidth());
    const auto total = [&] { return std::accumulate(widths.begin(), widths.end(), 0); };
    for (int limit = kWidest; total() > width() && limit > kNarrowest; limit -= 4)
        for (qsizetype i = 0; i < widths.size(); ++i)
            widths[i] = i == currentIndex() ? widths[i] : std::min(widths[i], limit);
    m_total = total();
    const bool isLong = m_total > width();
    const int side = isLong ? space::control : 0;
    m_strip->setGeometry(side, 0, std::max(0, width() - 2 * side), height());
    const int most = std::max(0, m_total - m_strip->width());
    m_offset = std::clamp(m_offset, 0, most);
    m_back->setGeometry(0, (height() - space::control) / 2, space::control, space::control);
    m_on->setGeometry(width() - space::control, m_back->y(), space::control, space::control);
    for (IconButton *arrow : {m_back, m_on})
        arrow->setVisible(isLong);
    m_back->setEnabled(m_offset > 0);
    m_on->setEnabled(m_offset < most);
    int x = -m_offset;
    for (qsizetype i = 0; i < m_buttons.size(); ++i) {
        m_buttons[i]->setGeometry(x, 0, widths[i], height());
        x += widths[i];
    }
    update();
}

void SectionTabs::scrollBy(int px)
{
    m_offset += px;
    place();
}

void SectionTabs::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    if (m_isUnderDrag)
        painter.fillRect(rect(), currentTheme(this).bg.window);
    horizontalLine(painter, 0, width(), height() - hairWidth(painter), currentTheme(this).border.medium);
}

void SectionTabs::resizeEvent(QResizeEvent *)
{
    place();
    showCurrent();
}

void SectionTabs::keyPressEvent(QKeyEvent *event)
{
    const qsizetype at = currentIndex(), last = m_buttons.size() - 1;
    qsizetype to = -1;
    switch (event->key()) {
    case Qt::Key_Left:
        to = at - 1;
        break;
    case Qt::Key_Right:
        to = at + 1;
        break;
    case Qt::Key_Home:
        to = 0;
        break;
    case Qt::Key_End:
        to = last;
        break;
    default:
        return QWidget::keyPressEvent(event);
    }
    if (to >= 0 && to <= last)
        choose(m_buttons[to]->tab().id, true);
}

void SectionTabs::wheelEvent(QWheelEvent *event)
{
    const QPoint by = event->angleDelta();
    if (m_total <= width() || (by.x() == 0 && !(event->modifiers() & Qt::ShiftModifier)))
        return event->ignore(); // the page scrolls
    scrollBy(by.x() != 0 ? -by.x() : -by.y());
}
