// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/settings/sectionframe.h>

class DashboardPage;
class SettingsForm;

// The links at the right end of the variable bar: to an address, or to dashboards with a tag.
class LinksSection : public SectionFrame
{
    Q_OBJECT

public:
    explicit LinksSection(DashboardPage &page, QWidget *parent = nullptr);

    void showDocument();
    void finishTyping();

private:
    qsizetype size() const;
    void choose(int index);
    void edit(const QString &key, const class Json &value, const QString &label);
    void add();
    void move(int from, int to);
    void duplicate(int index);
    void remove(int index);

    DashboardPage &m_page;
    SettingsForm *m_form;
    int m_index = 0; // of the link that is shown
};
