// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <tests/support/gui.h>
#include <widgets/controls/docktabs.h>
#include <widgets/form/formgroup.h>

// A person's hands on the parts of a page.
namespace pagehands {

inline void openTab(QWidget &window, const QString &tabs, const QString &id)
{
    auto *found = qobject_cast<DockTabs *>(gui::find(window, tabs));
    QVERIFY(found);
    emit found->activated(id);
}

inline void openGroups(QWidget &window)
{
    for (FormGroup *group : window.findChildren<FormGroup *>())
        if (group->isVisible() && !group->isOpen())
            QTest::mouseClick(group->findChild<QWidget *>(QStringLiteral("groupHead:") + group->id()), Qt::LeftButton);
}

} // namespace pagehands
