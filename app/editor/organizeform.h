// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/transformationform.h>

class ChooseButton;
class IconButton;
class LineEdit;
class PlainLabel;
class ReorderColumn;

// Fields as rows: dragged into order, hidden, renamed.
class OrganizeForm : public TransformationForm
{
    Q_OBJECT

public:
    OrganizeForm(const QString &prefix, QWidget *parent);
    void setOptions(const Json &options) override;
    void setContext(const FormContext &context) override;

private:
    struct Row {
        QString name;
        PlainLabel *label;
        IconButton *eye;
        LineEdit *rename;
    };

    void rebuild();
    void fill();
    void addRow(const QString &name);
    void hideField(const QString &name, bool hide);
    void renameField(const QString &name, const QString &to);
    void moveField(int from, int to);
    void chooseOrder(const QString &mode);
    QStringList ordered() const; // the fields as the step puts them

    QString m_prefix;
    Json m_options;
    QStringList m_names;
    QList<Row> m_rows;
    ChooseButton *m_order;
    ReorderColumn *m_column;
    PlainLabel *m_note;
};
