// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/transformationform.h>

class QVBoxLayout;
class TextButton;

// A list that a transformation holds (conditions, conversions, mappings): items added and removed, each a line of controls.
struct ItemsSpec {
    QString key; // of the list, below "options"
    const char *what = ""; // "conditions", for the history
    QString add; // text of the button
    Json item; // what a new one is
    QList<OptionRow> columns; // keys below the item; their labels are for screen readers
};

// The spec of a transformation that has such a list.
std::optional<ItemsSpec> itemsSpec(const QString &transformationId);

class ItemsForm : public TransformationForm
{
    Q_OBJECT

public:
    // above: the form of its other options; null = none.
    ItemsForm(const ItemsSpec &spec, TransformationForm *above, const QString &prefix, QWidget *parent);
    void setOptions(const Json &options) override;
    void setContext(const FormContext &context) override;

private:
    struct Item {
        QWidget *line;
        QList<OptionControl *> controls;
    };

    void addLine(qsizetype index);
    void fill();
    void change(qsizetype index, const OptionRow &column, const Json &value);
    void tell(std::vector<Json> items);

    ItemsSpec m_spec;
    TransformationForm *m_above;
    QString m_prefix;
    std::vector<Json> m_items;
    QList<Item> m_lines;
    FormContext m_context;
    QVBoxLayout *m_layout;
    TextButton *m_add;
};
