// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class ChooseButton;
class QVBoxLayout;

// Which fields an override is for: {"id": "byName", "options": …}. Matchers that have no control of their own show their options as JSON.
class MatcherControl : public OptionControl
{
    Q_OBJECT

public:
    MatcherControl(const QString &name, QWidget *parent);
    void setContext(const FormContext &context) override;
    static QList<std::pair<QString, QString>> kinds(); // id, what a person reads
    static Json fresh(const QString &id, const FormContext &context); // a matcher of that kind to begin with
    static QString summary(const Json &matcher); // "Name: /api/orders"

protected:
    void show(const Json &value) override;

private:
    void makeTarget(const QString &id);
    void makeByValue();
    OptionControl *add(const OptionRow &row, const QString &part, const QString &member);
    void setMember(const QString &member, const Json &to);

    QString m_name;
    FormContext m_context;
    QString m_madeFor;
    ChooseButton *m_kind;
    QWidget *m_target = nullptr;
    QList<std::pair<OptionControl *, QString>> m_parts; // and the member of the options; empty = the options themselves
    QVBoxLayout *m_layout;
};
