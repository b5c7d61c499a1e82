// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/menu.h>

#include <QtWidgets/QStyleOption>
#include <widgets/theme/icons.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

namespace {

QRegion roundedRegion(const QRect &rect, int radius)
{
    QPainterPath path;
    path.addRoundedRect(rect, radius, radius);
    return QRegion(path.toFillPolygon().toPolygon());
}

} // namespace

Menu::Menu(QWidget *parent) : QMenu(parent)
{
    setAttribute(Qt::WA_TranslucentBackground); // round corners
    setWindowFlag(Qt::FramelessWindowHint);
    setWindowFlag(Qt::NoDropShadowWindowHint);
    setToolTipsVisible(true);
}

QAction *Menu::add(const QString &id, const QString &icon, const QString &text, const QString &shortcut)
{
    const QString label = shortcut.isEmpty() ? text : text + u'\t' + shortcut;
    QAction *action = addAction(icon.isEmpty() ? QIcon() : themedIcon(icon), label);
    action->setObjectName(QStringLiteral("menu.") + id);
    return action;
}

QAction *Menu::addDanger(const QString &id, const QString &icon, const QString &text, const QString &shortcut)
{
    QAction *action = add(id, icon, text, shortcut);
    action->setIcon(themedIcon(icon, IconTint::Danger));
    action->setProperty("danger", true);
    return action;
}

QAction *Menu::addData(const QString &icon, const QString &text)
{
    QString label = oneLine(text, 120);
    label.replace(u'&', QStringLiteral("&&"));
    return addAction(icon.isEmpty() ? QIcon() : themedIcon(icon), label);
}

Menu *Menu::addSub(const QString &id, const QString &icon, const QString &text)
{
    auto *sub = new Menu(this);
    sub->setTitle(text);
    sub->setIcon(themedIcon(icon));
    sub->menuAction()->setObjectName(QStringLiteral("menu.") + id);
    addMenu(sub);
    return sub;
}

void Menu::resizeEvent(QResizeEvent *event)
{
    QMenu::resizeEvent(event);
    if (QGuiApplication::platformName() == QLatin1String("xcb")) // maybe without a compositor, as in Popup
        setMask(roundedRegion(rect(), space::radiusSurface));
}

void Menu::initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const
{
    QMenu::initStyleOption(option, action);
    // How the style knows which words warn.
    if (action->property("danger").toBool())
        option->palette.setColor(QPalette::ButtonText, currentTheme(this).bad.text);
}
