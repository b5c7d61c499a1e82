// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/optionschema.h>

// What pickers offer: from the data that the panel shows.
struct FormContext {
    QStringList fieldNames;
    QStringList refIds;
    QStringList variables; // names without "$"

    bool operator==(const FormContext &) const = default;
};

// One value of a form. Shows what it is given, tells what a person makes of it; a null is "as by default".
class OptionControl : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    // The control for a row of a schema. What a person operates is called `name`; parts of a composed control "<name>.<part>".
    static OptionControl *make(const OptionRow &row, const QString &name, QWidget *parent);
    static bool isWide(OptionRow::Kind kind); // wants the whole width, its label above

    // Does nothing when that is shown already: focus and cursor stay.
    void setValue(const Json &value);
    const Json &value() const { return m_value; }
    virtual void setContext(const FormContext &) { }
    virtual void setOwner(const Json &) { } // the object that the value is a member of

signals:
    void edited(const Json &value);

protected:
    virtual void show(const Json &value) = 0;
    void tell(const Json &value); // what the person made
    void setInner(QWidget *widget); // fills the control and takes its focus

private:
    Json m_value;
    bool m_shown = false;
};

// Texts of a schema in the language of the program.
QString optionText(const char *text);
QString optionLabel(const OptionRow &row);
// As a person reads it: texts bare, anything else as JSON, nothing for null.
QString shownValue(const Json &value);
