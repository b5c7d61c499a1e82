// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/taborder.h>
#include <widgets/controls/variablebar.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/button.h>
#include <widgets/controls/controlsmenu.h>
#include <widgets/controls/linktext.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/toggle.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kRow = 34; // a row and the space below it
constexpr int kGap = 16;
constexpr int kMargin = 12;
} // namespace

class LinkButton : public LinkText
{
public:
    LinkButton(const BarLink &link, QWidget *parent) : LinkText(link.text, parent, link.icon)
    {
        const QString target = link.isFile || link.isMenu ? QString() : link.url.toDisplayString();
        setToolTip(plainToolTip(QStringList{link.toolTip, target}.join(QLatin1Char('\n')).trimmed()));
    }
};

bool BarLink::operator==(const BarLink &other) const
{
    return text == other.text && icon == other.icon && url == other.url && toolTip == other.toolTip && isMenu == other.isMenu
        && inMenu == other.inMenu && isFile == other.isFile && items == other.items;
}

VariableBar::VariableBar(QWidget *parent)
    : QWidget(parent)
    , m_menuButton(new IconButton(QStringLiteral("more"), tr("Controls"), TextButton::Kind::Ghost, this))
    , m_menu(new ControlsMenu(this))
{
    setObjectName(QStringLiteral("variableBar"));
    setAccessibleName(tr("Variables"));
    m_menuButton->setObjectName(QStringLiteral("controlsMenuButton"));
    m_menuButton->hide();
    connect(m_menuButton, &QAbstractButton::clicked, this, [this] { m_menu->openUnder(m_menuButton); });
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

VariableBar::Controls VariableBar::updated(Controls old, const QList<VariableItem> &items, bool inMenu, QWidget *parent)
{
    Controls next;
    for (const VariableItem &item : items) {
        if (item.hidden || item.inMenu != inMenu)
            continue;
        const auto same = std::find_if(old.begin(), old.end(), [&](const VariableControl *each) {
            return each->item().name == item.name && each->item().kind == item.kind;
        });
        if (same != old.end()) {
            (*same)->setItem(item);
            next.append(*same);
            old.erase(same);
            continue;
        }
        auto *control = new VariableControl(item, parent);
        connect(control, &VariableControl::changed, this, &VariableBar::changed);
        connect(control, &VariableControl::filtersChanged, this, &VariableBar::filtersChanged);
        connect(control, &VariableControl::filterValuesWanted, this, &VariableBar::filterValuesWanted);
        connect(control, &VariableControl::editRequested, this, [this](const QString &name) {
            m_menu->close();
            emit editRequested(name);
        });
        control->QWidget::show();
        next.append(control);
    }
    for (VariableControl *gone : std::as_const(old)) {
        gone->hide();
        gone->deleteLater(); // its popup may be the sender of this change
    }
    return next;
}

void VariableBar::setItems(const QList<VariableItem> &items)
{
    m_controls = updated(m_controls, items, false, this);
    const Controls before = m_menuControls;
    m_menuControls = updated(m_menuControls, items, true, m_menu->body());
    QList<QWidget *> stops;
    for (VariableControl *control : std::as_const(m_controls))
        stops += control->findChildren<QWidget *>();
    chainTabs(stops);
    if (m_menuControls != before)
        fillMenu();
    updateGeometry();
    place(width(), true);
}

VariableBar::Links VariableBar::made(const QList<BarLink> &links, bool inMenu, QWidget *parent)
{
    Links buttons;
    for (const BarLink &link : links) {
        if (link.inMenu != inMenu)
            continue;
        auto *button = new LinkButton(link, parent);
        button->setObjectName(QStringLiteral("link.") + link.text);
        connect(button, &LinkText::clicked, this, [this, link, button] {
            if (link.isMenu)
                return openMenu(link, button);
            m_menu->close();
            emit linkActivated(link);
        });
        button->show();
        buttons.append(button);
    }
    return buttons;
}

void VariableBar::setLinks(const QList<BarLink> &links)
{
    if (links == m_linkInfos)
        return;
    m_linkInfos = links;
    for (LinkButton *old : m_links + m_menuLinks) {
        old->hide();
        old->deleteLater();
    }
    m_links = made(links, false, this);
    m_menuLinks = made(links, true, m_menu->body());
    fillMenu();
    updateGeometry();
    place(width(), true);
}

void VariableBar::fillMenu()
{
    QList<QWidget *> links;
    for (LinkButton *link : std::as_const(m_menuLinks))
        links.append(link);
    m_menu->setContent(m_menuControls, links);
    m_menuButton->setVisible(!m_menuControls.isEmpty() || !links.isEmpty());
    if (m_menuButton->isHidden())
        m_menu->close();
}

void VariableBar::setFilterValues(const QString &name, const QString &label, const QStringList &values)
{
    for (VariableControl *control : m_controls + m_menuControls)
        if (control->filters() && control->item().name == name)
            control->filters()->setValues(label, values);
}

void VariableBar::openMenu(const BarLink &link, QWidget *button)
{
    auto *menu = new Menu(this);
    menu->setObjectName(QStringLiteral("linkMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const BarLink &item : link.items)
        connect(menu->addData(item.icon, item.text), &QAction::triggered, this, [this, item] {
            m_menu->close();
            emit linkActivated(item);
        });
    if (link.items.isEmpty())
        menu->addData({}, tr("No dashboard with this tag is known yet"))->setEnabled(false);
    menu->popup(button->mapToGlobal(QPoint(0, button->height() + 4)));
}

QList<QWidget *> VariableBar::atTheRight() const
{
    QList<QWidget *> all;
    for (LinkButton *link : m_links)
        all.append(link);
    if (!m_menuButton->isHidden())
        all.append(m_menuButton);
    return all;
}

void VariableBar::setInset()
{
    m_isInset = true;
    setAutoFillBackground(false);
}

int VariableBar::lines(int width) const
{
    return (place(width, false) + space::gridGap) / (space::gridRow + space::gridGap);
}

// Rows from the left; the links take the right end of the last row, or a row of their own.
int VariableBar::place(int width, bool apply) const
{
    const int margin = m_isInset ? 0 : kMargin;
    const int pitch = m_isInset ? space::gridRow + space::gridGap : kRow;
    const int row = m_isInset ? space::gridRow : kRow;
    int x = margin;
    int y = 0;
    const auto next = [&](const QSize &size) {
        if (x > margin && x + size.width() > width - margin) {
            x = margin;
            y += pitch;
        }
        const QRect rect(x, y + (row - size.height()) / 2, std::min(size.width(), width - 2 * margin), size.height());
        x += size.width() + kGap;
        return rect;
    };
    for (VariableControl *control : m_controls) {
        const QRect rect = next(control->sizeHint());
        if (apply)
            control->setGeometry(rect);
    }
    const QList<QWidget *> right = atTheRight();
    int wide = 0;
    for (const QWidget *each : right)
        wide += each->sizeHint().width() + kGap;
    if (!right.isEmpty()) {
        const bool fits = x + wide - kGap <= width - margin;
        if (!fits && x > margin)
            y += pitch;
        x = std::max(margin, width - margin - wide + kGap);
        for (QWidget *each : right) {
            const QRect rect = next(each->sizeHint());
            if (apply)
                each->setGeometry(rect);
        }
    }
    return m_controls.isEmpty() && right.isEmpty() ? 0 : y + (m_isInset ? space::gridRow : space::variableBar);
}

int VariableBar::heightForWidth(int width) const
{
    return place(width, false);
}

QSize VariableBar::sizeHint() const
{
    return QSize(400, heightForWidth(std::max(width(), 400)));
}

void VariableBar::paintEvent(QPaintEvent *)
{
    if (m_isInset)
        return;
    QPainter p(this);
    const Theme &t = currentTheme(this);
    p.fillRect(rect(), t.bg.toolbar);
    horizontalLine(p, 0, width(), height() - 1, t.border.weak);
}

void VariableBar::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    place(width(), true);
    if (heightForWidth(width()) != height())
        updateGeometry(); // a layout that gave both at once knew only the old width
}

bool VariableBar::event(QEvent *event)
{
    if (event->type() == QEvent::LayoutRequest || event->type() == QEvent::StyleChange) {
        place(width(), true);
        updateGeometry();
    }
    return QWidget::event(event);
}
