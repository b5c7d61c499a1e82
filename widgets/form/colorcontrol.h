// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class ChooseButton;
class ColorButton;
class SegmentedControl;

// How fields are coloured: {"mode", "fixedColor", "seriesBy"}. The parts that the mode asks for are there, others not.
class FieldColorControl : public OptionControl
{
    Q_OBJECT

public:
    FieldColorControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    Json shownColor() const { return value().isObject() ? value() : m_default; }
    void showParts(const Json &color);
    void change(const QString &member, const QString &text);

    Json m_default;
    ChooseButton *m_mode;
    ColorButton *m_color;
    SegmentedControl *m_by;
};
