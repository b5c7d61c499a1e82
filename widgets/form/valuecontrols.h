// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class LineEdit;
class PlainLabel;
class Slider;
class Switch;

class BoolControl : public OptionControl
{
    Q_OBJECT

public:
    BoolControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    Switch *m_switch;
    bool m_default;
};

// Typed; Up and Down step; a slider beside it where the range is small. Out of range or no number: marked, and not told.
class NumberControl : public OptionControl
{
    Q_OBJECT

public:
    NumberControl(const OptionRow &row, const QString &name, QWidget *parent);
    static bool hasSlider(const OptionRow &row);

protected:
    void show(const Json &value) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void take(const QString &text);
    void takeNumber(double number);
    void leave();
    double stepSize() const;
    QString rangeText() const;
    void step(int by);

    OptionRow m_row;
    LineEdit *m_edit;
    Slider *m_slider = nullptr;
};

class TextControl : public OptionControl
{
    Q_OBJECT

public:
    TextControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    LineEdit *m_edit;
};

// Several texts, separated by commas.
class TextsControl : public OptionControl
{
    Q_OBJECT

public:
    TextsControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    LineEdit *m_edit;
};

// Several numbers, separated by commas. What is no number is marked, and not told.
class NumbersControl : public OptionControl
{
    Q_OBJECT

public:
    NumbersControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    void take(const QString &text);

    LineEdit *m_edit;
};

// Lines of text, or JSON with its error in place; as high as its text, up to ten lines.
class LinesControl : public OptionControl
{
    Q_OBJECT

public:
    LinesControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    void take();
    void fit();

    class LinesEdit *m_edit;
    PlainLabel *m_error;
    bool m_json;
};
