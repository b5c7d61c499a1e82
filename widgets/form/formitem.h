// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class IconButton;
class PlainLabel;

// What stands in a group of a form. It makes its widgets when it is first seen.
class FormItem : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    virtual void setRoot(const Json &root) = 0; // the object that all paths of the form are below
    virtual void setContext(const FormContext &context) = 0;
    virtual void prepare() = 0; // before it is shown
    virtual bool isWanted() const { return true; } // by the other options: what is not wanted is not shown
    virtual int changedCount() const = 0; // of its options, those that are not as by default
    virtual bool matches(const QString &words) const = 0; // what a person searches for
};

// One option: label, control, the mark of what was changed, and the way back to the default.
class FormRow : public FormItem
{
    Q_OBJECT

public:
    // section: dotted path of the object that the row's key is below; empty = the root.
    FormRow(const OptionRow &row, const QString &section, QWidget *parent);
    const OptionRow &row() const { return m_row; }
    QString path() const { return m_path; }
    void setMarksChanges(bool marks) { m_marks = marks; } // false: having a value is nothing special
    bool isChanged() const;
    OptionControl *control() const { return m_control; } // null before it was seen

    void setRoot(const Json &root) override;
    void setContext(const FormContext &context) override;
    void prepare() override;
    bool isWanted() const override { return m_wanted; }
    int changedCount() const override { return isChanged() ? 1 : 0; }
    bool matches(const QString &words) const override;

signals:
    void edited(const FormRow *row, const Json &value); // null: back to the default

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void build();
    void showState();

    OptionRow m_row;
    QString m_section;
    QString m_path;
    FormContext m_context;
    Json m_owner;
    Json m_value;
    bool m_wanted = true;
    bool m_marks = true;
    bool m_showsChange = false;
    PlainLabel *m_label = nullptr;
    OptionControl *m_control = nullptr;
    IconButton *m_reset = nullptr;
};
