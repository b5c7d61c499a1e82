// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <core/optionschema.h>

// What pickers offer: from the data that the panel shows.
struct FormContext {
    QStringList fieldNames;
    QStringList refIds;
    QStringList variables; // "$instance", for links
};

// One value of a form. Shows what it is given, tells what a person makes of it; a null is "as by default".
class OptionControl : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    // The control for a row of a schema. Its parts are named "option:<name>" for whoever looks for them.
    static OptionControl *make(const OptionRow &row, const QString &name, QWidget *parent);

    // Does nothing when that is shown already: focus and cursor stay.
    void setValue(const Json &value);
    const Json &value() const { return m_value; }
    virtual void setContext(const FormContext &) { }

signals:
    void edited(const Json &value);

protected:
    virtual void show(const Json &value) = 0;
    void tell(const Json &value); // what the person made
    void setInner(QWidget *widget); // fills the control; takes the focus and the accessible texts

private:
    Json m_value;
    bool m_shown = false;
};
