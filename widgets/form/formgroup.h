// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/form/formitem.h>

class QVBoxLayout;

// The line over a group: arrow, icon, title, how many of its options were changed. A click folds it. checked = open.
class GroupHead : public QAbstractButton
{
    Q_OBJECT

public:
    GroupHead(const QString &title, const QString &icon, QWidget *parent);
    void setNote(const QString &note);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_icon;
    QString m_note;
};

// Some options of a form under one heading.
class FormGroup : public QWidget
{
    Q_OBJECT

public:
    // id: the title as the schemas write it, not translated.
    FormGroup(const QString &id, const QString &title, const QString &icon, QWidget *parent);
    QString id() const { return m_id; }
    void addItem(FormItem *item);
    const QList<FormItem *> &items() const { return m_items; }
    void setOpen(bool open); // says nothing
    bool isOpen() const { return m_head->isChecked(); }
    int changedCount() const;
    // Shows what is wanted and fits; a search that finds something opens the group as long as it lasts. False: nothing to show.
    bool update(const QString &search, bool changedOnly);

signals:
    void openChanged(bool open); // by the person

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_id;
    QString m_title;
    GroupHead *m_head;
    QWidget *m_body;
    QVBoxLayout *m_layout;
    QList<FormItem *> m_items;
    bool m_filtered = false;
};
