// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/editor/paneloptions.h>
#include <app/paneledit.h>
#include <widgets/form/optioncontrol.h>
#include <widgets/form/optionparts.h>

class MatcherControl;

// One override: its matcher, a row for each property that it sets, and the way to more.
class OverrideBox : public ItemBox
{
    Q_OBJECT

public:
    OverrideBox(qsizetype index, const QList<OverrideProperty> *properties, QWidget *parent);
    void show(const Json &override, qsizetype count); // count: of all overrides
    void setContext(const FormContext &context);
    static QString labelOf(const QList<OverrideProperty> &properties, const QString &id); // the id itself where it is not known

signals:
    void edited(const PanelEdit &edit);

private:
    struct Part {
        OptionControl *control;
        qsizetype property;
        QString member; // of the property's value; empty = the value itself
    };

    QString path() const { return QStringLiteral("fieldConfig.overrides.%1").arg(m_index); }
    QStringList ids() const;
    void rebuild();
    QWidget *propertyRow(qsizetype index, const QString &id);
    OptionControl *addPart(const OptionRow &row, qsizetype property, const QString &member, QWidget *owner);
    ItemMenuButton *propertyMenu(qsizetype index, const QString &label, QWidget *owner);
    void setPart(qsizetype property, const QString &member, const Json &to);
    void addProperty(const QString &id);
    void openAddList();
    void focusOn(const QString &name);
    QString historyText(const QString &what) const;

    qsizetype m_index;
    const QList<OverrideProperty> *m_properties;
    FormContext m_context;
    Json m_override;
    QStringList m_shownIds;
    MatcherControl *m_matcher;
    ItemMenuButton *m_menu;
    QWidget *m_rows = nullptr;
    QList<Part> m_parts;
    QList<QByteArray> m_labels; // of properties that are not known; the rows point into them
    TextButton *m_add;
};
