// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <panels/table/tablefilter.h>
#include <widgets/controls/popup.h>

class LineEdit;
class QComboBox;
class QListWidget;

// Asks how one column is filtered: a comparison, and a list of its values to tick. Tells at once when something changes.
class TableFilterPopup : public Popup
{
    Q_OBJECT

public:
    // texts: of the column; empty: too many to list.
    TableFilterPopup(const ColumnFilter &filter, const QStringList &texts, QWidget *parent);

signals:
    void filterChanged(const ColumnFilter &filter);

private:
    void tell();
    void tickAll(bool ticked);
    void fill(const QStringList &texts, const ColumnFilter &filter);

    QComboBox *m_op;
    LineEdit *m_operand;
    QListWidget *m_values;
    bool m_filling = false;
};
