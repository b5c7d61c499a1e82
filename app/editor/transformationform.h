// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <pipeline/transform/transformation.h>
#include <widgets/form/optioncontrol.h>

// The options of one transformation. Values in, edits out; knows neither panel nor document.
class TransformationForm : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;
    // Of its schema rows, or one made for it. prefix: of the object names of the controls.
    static TransformationForm *make(const Transformation &transformation, const QString &prefix, QWidget *parent);

    virtual void setOptions(const Json &options) = 0; // "options" of the step
    virtual void setContext(const FormContext &context) = 0; // of the frames before the step

signals:
    // key: below "options"; a null takes it away. label: what was edited, for the history.
    void edited(const QString &key, const Json &value, const QString &label);
};

// A label of fixed width, its control, and what the control needs at most.
class FormLine : public QWidget
{
    Q_OBJECT

public:
    FormLine(const QString &label, const QString &help, QWidget *control, QWidget *parent);
};
