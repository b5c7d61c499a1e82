// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/transformationform.h>

class ChooseButton;
class SegmentedControl;

// The field that sorts, and which way.
class SortByForm : public TransformationForm
{
    Q_OBJECT

public:
    SortByForm(const QString &prefix, QWidget *parent);
    void setOptions(const Json &options) override;
    void setContext(const FormContext &context) override;

private:
    void tell(const QString &field, bool descending);

    Json m_first; // of "sort"
    ChooseButton *m_field;
    SegmentedControl *m_direction;
};
