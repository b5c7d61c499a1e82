// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/transformationform.h>

class ChooseButton;
class PlainLabel;
class QVBoxLayout;

// Each field: left out, grouped by, or calculated.
class GroupByForm : public TransformationForm
{
    Q_OBJECT

public:
    GroupByForm(const QString &prefix, QWidget *parent);
    void setOptions(const Json &options) override;
    void setContext(const FormContext &context) override;

private:
    struct Row {
        QString name;
        QWidget *line;
        ChooseButton *operation;
        OptionControl *calculations;
    };

    void rebuild();
    void addRow(const QString &name);
    void fill();
    void choose(const QString &name, const QString &operation);
    void calculate(const QString &name, const Json &calculations);
    void tell(const QString &name, const Json &value);

    QString m_prefix;
    Json m_options;
    QStringList m_names;
    QList<Row> m_rows;
    QVBoxLayout *m_layout;
    PlainLabel *m_note;
};
