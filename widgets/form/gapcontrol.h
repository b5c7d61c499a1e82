// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class ChooseButton;
class LineEdit;

// Never, always, or up to a length of time, as Grafana writes it: false, true, a number of ms. Its choices are those of the row: "false",
// "true", "ms".
class GapControl : public OptionControl
{
    Q_OBJECT

public:
    GapControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    void choose(const QString &choice);
    void take(const QString &text);
    void leave();

    Json m_default;
    ChooseButton *m_choice;
    LineEdit *m_limit;
};
