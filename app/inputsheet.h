// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/inputs.h>
#include <widgets/controls/optionlist.h>
#include <widgets/controls/questionsheet.h>

// Asks once for everything that a shared dashboard leaves open: a source each, a text each. What is proposed stands in the fields already.
class InputSheet : public QuestionSheet
{
    Q_OBJECT

public:
    InputSheet(QWidget *anyInWindow, const QString &dashboard, const QList<DashboardInput> &inputs, const InputValues &values,
               const QList<Option> &sources);

signals:
    void chosen(const InputValues &values); // not when it was cancelled

private:
    void addSource(const DashboardInput &input, const QList<Option> &sources, QWidget *list);
    void addConstant(const DashboardInput &input, QWidget *list);

    InputValues m_values;
};
