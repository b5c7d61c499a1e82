// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/form/optioncontrol.h>

class QVBoxLayout;

// Links of a panel or of its data: title, address, where it opens. Members that are none of these stay.
class LinksControl : public OptionControl
{
    Q_OBJECT

public:
    LinksControl(const OptionRow &row, const QString &name, QWidget *parent);
    void setContext(const FormContext &context) override;

protected:
    void show(const Json &value) override;

private:
    void rebuild();
    void focusMenu(qsizetype index);
    QWidget *box(qsizetype index, const Json &link);
    void addText(qsizetype index, const QString &member, const QString &label, class QBoxLayout *line, QWidget *owner);
    void addSwitch(qsizetype index, const QString &member, const QString &label, const QString &help, class QBoxLayout *line,
                   QWidget *owner);
    void addVariables(qsizetype index, class QBoxLayout *line, QWidget *owner);
    void setMember(qsizetype index, const QString &member, const Json &to);
    void tellLinks(const std::vector<Json> &links);

    QString m_name;
    bool m_ofData;
    QStringList m_variables;
    std::vector<Json> m_links;
    QWidget *m_rows = nullptr;
    QVBoxLayout *m_layout;
};
