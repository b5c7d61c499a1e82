// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/optionparts.h>

#include <QtWidgets/QVBoxLayout>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

TextButton *addButton(const QString &text, const QString &name, QWidget *parent)
{
    auto *button = new TextButton(text, TextButton::Kind::Ghost, u"add"_s, parent);
    button->setControlSize(ControlSize::Small);
    button->setObjectName(name);
    return button;
}

ItemMenuButton::ItemMenuButton(const QString &name, const QString &what, QWidget *parent)
    : IconButton(u"more"_s, tr("%1: move or remove").arg(what), Kind::Ghost, parent)
    , m_what(what)
{
    setObjectName(name);
    setControlSize(ControlSize::Small);
    connect(this, &QAbstractButton::clicked, this, &ItemMenuButton::openMenu);
}

void ItemMenuButton::setPlace(qsizetype index, qsizetype count)
{
    m_index = index;
    m_count = count;
}

void ItemMenuButton::openMenu()
{
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    QAction *up = menu->add(u"up"_s, u"chevron-up"_s, tr("Move up"));
    QAction *down = menu->add(u"down"_s, u"chevron-down"_s, tr("Move down"));
    up->setEnabled(m_index > 0);
    down->setEnabled(m_index + 1 < m_count);
    menu->addSeparator();
    QAction *remove = menu->addDanger(u"remove"_s, u"delete"_s, tr("Remove"));
    // Queued: what is told makes new rows, and this button is gone with the old ones.
    connect(
        up, &QAction::triggered, this, [this] { emit moveRequested(-1); }, Qt::QueuedConnection);
    connect(
        down, &QAction::triggered, this, [this] { emit moveRequested(1); }, Qt::QueuedConnection);
    connect(remove, &QAction::triggered, this, &ItemMenuButton::removeRequested, Qt::QueuedConnection);
    menu->popup(mapToGlobal(QPoint(0, height() + 2)));
}

ItemBox::ItemBox(QWidget *parent) : QWidget(parent), m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins(8, 6, 4, 8);
    m_layout->setSpacing(space::half);
}

void ItemBox::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    roundedBox(painter, rect(), {}, theme.border.weak, space::radiusControl);
}

void retire(QWidget *widget)
{
    if (!widget)
        return;
    if (QWidget *focus = widget->window()->focusWidget(); focus && widget->isAncestorOf(focus)) {
        const QSignalBlocker quiet(focus); // nobody left it
        focus->clearFocus();
    }
    widget->hide();
    widget->setParent(nullptr);
    widget->deleteLater();
}

Json withMember(const Json &object, const QString &key, const Json &value)
{
    std::vector<std::pair<QString, Json>> members;
    bool found = false;
    for (const QString &each : object.keys()) {
        members.emplace_back(each, each == key ? value : object[each]);
        found |= each == key;
    }
    if (!found)
        members.emplace_back(key, value);
    return Json::object(members);
}

Json withoutMember(const Json &object, const QString &key)
{
    std::vector<std::pair<QString, Json>> members;
    for (const QString &each : object.keys())
        if (each != key)
            members.emplace_back(each, object[each]);
    return Json::object(members);
}
