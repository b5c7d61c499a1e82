// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/settings/settingsrow.h>
#include <widgets/form/optioncontrol.h>

class FormField;
class QGridLayout;

// The rows of a schema as a form of a page: label above control, narrow ones side by side, groups with a heading. Switches and choices
// are told at once; a text when the person has finished it (Enter, another field), so that half a query is never run.
class SettingsForm : public QWidget
{
    Q_OBJECT

public:
    // prefix: of the object names, "variable" -> "variable:regex".
    explicit SettingsForm(const QString &prefix, QWidget *parent = nullptr);

    // Once. controls: for rows whose kind has no control that fits, by key and label.
    void setRows(const QList<SettingsRow> &rows, const QHash<QString, OptionControl *> &controls = {});
    // Shows the members; what is being typed stays unless its member changed. subject: whose they are; what was typed and may not be told
    // waits until its subject is shown again.
    void setJson(const Json &object, const QString &subject = {});
    const Json &json() const { return m_json; }
    Json draft() const { return m_draft; } // with what is typed and not yet told
    // Empty = fine; else said under the control, and the value is not told.
    void setCheck(std::function<QString(const QString &key, const Json &value)> check) { m_check = std::move(check); }
    void finishTyping(); // tells what is typed

    // The file's own form of a choice: whole numbers are numbers.
    static Json choiceValue(const OptionRow &row, const Json &value);

signals:
    void edited(const QString &key, const Json &value, const QString &label); // null: as by default
    void drafted(); // draft() changed

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    struct Field {
        SettingsRow form;
        OptionControl *control = nullptr; // none for check boxes
        QWidget *box = nullptr; // in the grid
        FormField *field = nullptr; // with the label; none for check boxes
        bool typed = false; // told when finished
        bool pending = false;
        bool shown = true;
    };
    void makeField(Field &field, OptionControl *control);
    void makeCheckBox(Field &field);
    void took(Field &field, const Json &value);
    void tell(Field &field);
    void showProblem(Field &field, const QString &text);
    void showValue(Field &field, const Json &value);
    void arrange();
    void changeSubject(const QString &subject);

    QString m_prefix;
    std::vector<std::unique_ptr<Field>> m_fields;
    QGridLayout *m_grid;
    Json m_json = Json::object();
    Json m_draft = Json::object();
    QString m_subject;
    QHash<QString, QHash<QString, Json>> m_waiting; // what is typed and wrong, by subject and key
    std::function<QString(const QString &, const Json &)> m_check;
};

// A value out of a list; other values may be typed when `custom` is given ("“%1”").
class ChooseControl : public OptionControl
{
    Q_OBJECT

public:
    ChooseControl(const QString &name, const QString &label, const QString &custom = {}, QWidget *parent = nullptr);
    void setOptions(const QList<struct Option> &options);

protected:
    void show(const Json &value) override;

private:
    class ChooseButton *m_button;
};
