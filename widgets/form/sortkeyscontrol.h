// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class ChooseButton;
class QVBoxLayout;

// Columns that sort a table, the strongest first, and which way: [{"displayName", "desc"}]. Members that are none of these stay.
class SortKeysControl : public OptionControl
{
    Q_OBJECT

public:
    SortKeysControl(const OptionRow &row, const QString &name, QWidget *parent);
    void setContext(const FormContext &context) override;

protected:
    void show(const Json &value) override;

private:
    void rebuild();
    void focusMenu(qsizetype index);
    QWidget *keyRow(qsizetype index);
    void setMember(qsizetype index, const QString &member, const Json &to);
    void tellKeys();
    void add();
    QString unusedColumn() const;

    QString m_name;
    QStringList m_columns;
    std::vector<Json> m_keys;
    QList<ChooseButton *> m_buttons;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_layout;
};
