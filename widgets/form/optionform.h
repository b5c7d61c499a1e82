// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <widgets/form/formgroup.h>

class PlainLabel;

// Options of one object: below `path` (dotted; empty = the root itself) lie the keys of `rows`.
struct FormSection {
    QString path;
    QList<OptionRow> rows;
    bool marksChanges = true;
};

// A form made from schema rows: groups that fold, search, only what was changed. Values in, edits out.
class OptionForm : public QWidget
{
    Q_OBJECT

public:
    explicit OptionForm(QWidget *parent = nullptr);
    void setIcons(const QHash<QString, QString> &byGroup) { m_icons = byGroup; }
    void setClosedAtFirst(const QStringList &groups) { m_closed = QSet<QString>(groups.begin(), groups.end()); }

    void clear();
    void addSection(const FormSection &section);
    void addItem(const QString &group, FormItem *item); // group: as the schemas write it
    void setRoot(const Json &root);
    void setContext(const FormContext &context);

    void setSearch(const QString &text);
    void setChangedOnly(bool only);
    int changedCount() const;
    void focusFirst(); // of the options that are shown
    FormGroup *group(const QString &id) const;
    const QList<FormGroup *> &groups() const { return m_groups; }

signals:
    void edited(const FormRow *row, const Json &value); // null: back to the default
    void changedCountChanged(int count);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    FormGroup *groupFor(const QString &id);
    void refresh();
    QList<QWidget *> tabStops() const;
    QWidget *stopOutside(bool next) const;

    QHash<QString, QString> m_icons;
    QSet<QString> m_closed; // stays from panel to panel
    QList<FormGroup *> m_groups;
    Json m_root;
    FormContext m_context;
    QString m_search;
    PlainLabel *m_nothing;
    class QVBoxLayout *m_layout;
    bool m_changedOnly = false;
    int m_changed = -1;
};
