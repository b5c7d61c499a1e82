// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/settings/querykinds.h>
#include <datasource/registry.h>
#include <widgets/controls/optionlist.h>

class ChooseButton;
class FormField;
class LineEdit;
class MetricIndex;
class PromqlEdit;

// The source of a query variable and its question in parts.
class VariableQueryForm : public QWidget
{
    Q_OBJECT

public:
    explicit VariableQueryForm(QWidget *parent = nullptr);
    ~VariableQueryForm() override;

    // What is being typed stays unless the query of the variable changed.
    void show(const Variable &variable, const QList<Option> &sources);
    void setQueryVisible(bool visible); // false: the source alone
    VariableQueryParts parts() const { return m_parts; }
    void finishTyping();
    void setCompletion(std::shared_ptr<MetricIndex> index, const QStringList &variables); // null: no such source

signals:
    void drafted(); // parts() changed
    void queryFinished(const VariableQueryParts &parts);
    void sourceChosen(const QString &uid); // empty: the default

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void showKind();
    void take();
    bool isRegex() const; // the text is no PromQL

    VariableQueryParts m_parts;
    VariableQueryParts m_stored;
    QString m_name;
    bool m_asText = false;
    FormField *m_sourceField;
    ChooseButton *m_source;
    FormField *m_kindField;
    ChooseButton *m_kind;
    FormField *m_labelField;
    LineEdit *m_label;
    FormField *m_textField;
    PromqlEdit *m_query; // one of the two is seen
    LineEdit *m_regex;
};
