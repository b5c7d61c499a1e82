// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class QVBoxLayout;

// The quick ranges of a dashboard's time picker: from, to and a name each. None: the program's own.
class QuickRangesControl : public OptionControl
{
    Q_OBJECT

public:
    explicit QuickRangesControl(QWidget *parent = nullptr);
    // What is wrong with a time; empty = fine.
    void setCheck(std::function<QString(const QString &text, bool roundUp)> check) { m_check = std::move(check); }

protected:
    void show(const Json &value) override;

private:
    void addRow(qsizetype at);
    void rebuild();
    void set(qsizetype at, const QString &key, class LineEdit *edit);
    void tellAll();

    std::function<QString(const QString &, bool)> m_check;
    std::vector<Json> m_ranges;
    QVBoxLayout *m_rows;
};
