// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/optionlist.h>
#include <widgets/form/optioncontrol.h>

class ChooseButton;
class MetricIndex;
class PromqlEdit;

// A query as a value of a form: told when the person has finished it.
class QueryControl : public OptionControl
{
    Q_OBJECT

public:
    explicit QueryControl(const QString &name, QWidget *parent = nullptr);
    ~QueryControl() override;
    void setCompletion(std::shared_ptr<MetricIndex> index, const QStringList &variables);
    void finishTyping();

protected:
    void show(const Json &value) override;

private:
    PromqlEdit *m_edit;
};

// Several panels: a list of their ids.
class PanelsControl : public OptionControl
{
    Q_OBJECT

public:
    PanelsControl(const QString &name, const QString &label, QWidget *parent = nullptr);
    void setPanels(const QList<Option> &panels); // ids and titles

protected:
    void show(const Json &value) override;

private:
    ChooseButton *m_button;
};
