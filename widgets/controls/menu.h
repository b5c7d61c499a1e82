// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QMenu>

// A menu in style: icon, text, shortcut columns. Text of data must come through addData(), which takes no mnemonics from it.
class Menu : public QMenu
{
    Q_OBJECT

public:
    explicit Menu(QWidget *parent = nullptr);
    // `id` names the object: "menu.view".
    QAction *add(const QString &id, const QString &icon, const QString &text, const QString &shortcut = {});
    QAction *addDanger(const QString &id, const QString &icon, const QString &text, const QString &shortcut = {});
    QAction *addData(const QString &icon, const QString &text);
    Menu *addSub(const QString &id, const QString &icon, const QString &text);

protected:
    void resizeEvent(QResizeEvent *event) override;
    void initStyleOption(QStyleOptionMenuItem *option, const QAction *action) const override;
};
