// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class ChooseControl;
class DashboardPage;
class PlainLabel;
class QuickRangesControl;
class SettingsForm;

// What a dashboard says of itself: title, tags, time, refresh, crosshair.
class GeneralSection : public QWidget
{
    Q_OBJECT

public:
    explicit GeneralSection(DashboardPage &page, QWidget *parent = nullptr);

    void showDocument();
    void finishTyping();

private:
    void makeForm();
    QString problemOf(const QString &key, const class Json &value) const;
    void edit(const QString &key, const Json &value, const QString &label);

    DashboardPage &m_page;
    PlainLabel *m_path;
    SettingsForm *m_form;
    ChooseControl *m_zone;
    ChooseControl *m_refresh;
    QuickRangesControl *m_ranges;
};
