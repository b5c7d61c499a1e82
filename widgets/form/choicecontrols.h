// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class ChooseButton;
class ColorButton;
class SegmentedControl;

// A few short ones side by side, else a list. A text that is no choice stays as it is until another one is chosen.
class ChoiceControl : public OptionControl
{
    Q_OBJECT

public:
    ChoiceControl(const OptionRow &row, const QString &name, QWidget *parent);
    static bool isSegmented(const OptionRow &row);

protected:
    void show(const Json &value) override;

private:
    QString m_default;
    SegmentedControl *m_segments = nullptr;
    ChooseButton *m_button = nullptr;
};

// A unit out of the list by name, id or category, or any text as one.
class UnitControl : public OptionControl
{
    Q_OBJECT

public:
    UnitControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    ChooseButton *m_button;
};

// A field of the data or a variable of the dashboard; any other text, too, for those that are not there at the moment.
class NameControl : public OptionControl
{
    Q_OBJECT

public:
    NameControl(const OptionRow &row, const QString &name, QWidget *parent);
    void setContext(const FormContext &context) override;

protected:
    void show(const Json &value) override;

private:
    ChooseButton *m_button;
    bool m_variables;
};

class ReducersControl : public OptionControl
{
    Q_OBJECT

public:
    ReducersControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    ChooseButton *m_button;
    Json m_default;
};

class ColorControl : public OptionControl
{
    Q_OBJECT

public:
    ColorControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    ColorButton *m_button;
    QString m_default;
};
