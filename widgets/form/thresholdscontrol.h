// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class SegmentedControl;
class QVBoxLayout;

// {"mode", "steps": [{"value", "color"}]}. The first step is the base, below all values. Steps are kept ascending: one whose value was
// typed finds its place when the field is left.
class ThresholdsControl : public OptionControl
{
    Q_OBJECT

public:
    ThresholdsControl(const OptionRow &row, const QString &name, QWidget *parent);
    void setOwner(const Json &field) override; // its unit is shown beside the values

protected:
    void show(const Json &value) override;

private:
    Json shownThresholds() const { return value().isObject() ? value() : m_default; }
    std::vector<Json> steps() const { return shownThresholds()[u"steps"].items(); }
    void rebuild();
    void refill();
    QWidget *stepRow(qsizetype index, const Json &step);
    void tellSteps(const std::vector<Json> &steps);
    void setColor(qsizetype index, const QString &color);
    void setNumber(qsizetype index, class LineEdit *edit);
    void sortSteps();
    void addStep();
    void removeStep(qsizetype index);
    void focusStep(qsizetype index);

    QString m_name;
    QString m_unit;
    Json m_default;
    SegmentedControl *m_mode;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_layout;
};
