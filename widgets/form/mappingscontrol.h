// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/mappingentries.h>
#include <widgets/form/optioncontrol.h>

class LineEdit;
class QBoxLayout;
class QVBoxLayout;

// Values, ranges, patterns and special values, and the text and colour that stand for them; the first that fits counts.
class MappingsControl : public OptionControl
{
    Q_OBJECT

public:
    MappingsControl(const OptionRow &row, const QString &name, QWidget *parent);

protected:
    void show(const Json &value) override;

private:
    void rebuild();
    QWidget *box(qsizetype index);
    void addMatch(qsizetype index, QBoxLayout *line, QWidget *owner);
    LineEdit *edit(qsizetype index, const QString &part, const QString &label, const QString &text, QWidget *owner);
    void addEntry(ValueMapping::Kind kind);
    void openAddMenu();
    void focusMenu(qsizetype index);
    void tellEntries(bool placesChanged);
    void setMatch(qsizetype index, LineEdit *edit);
    void setBound(qsizetype index, LineEdit *edit, bool from);
    void setResult(qsizetype index, const QString &member, const QString &text);

    QString m_name;
    QList<MappingEntry> m_entries;
    QWidget *m_rows = nullptr;
    class TextButton *m_add;
    QVBoxLayout *m_layout;
};
