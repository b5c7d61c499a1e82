// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <app/settings/settingslist.h>
#include <widgets/controls/button.h>

class EmptyState;
class PlainLabel;
class QBoxLayout;
class QStackedWidget;

// A section about things in a list: the list at the left, the chosen thing's title, form and what goes beside it at the right; beside
// becomes below where it is narrow.
class SectionFrame : public QWidget
{
    Q_OBJECT

public:
    // prefix: of the object names, "variables" -> "variables.list".
    explicit SectionFrame(const QString &prefix, const QString &addText, QWidget *parent = nullptr);

    SettingsList *list() const { return m_list; }
    TextButton *addButton() const { return m_add; }
    EmptyState *emptyState() const { return m_empty; }
    void setContent(QWidget *form, QWidget *beside); // beside may be null
    // An empty title: nothing is chosen, the empty state shows.
    void setHead(const QString &title, const QString &subtitle);
    void setCountText(const QString &text); // above the list

signals:
    void duplicateRequested();
    void removeRequested();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    QWidget *makeSide();
    QWidget *makeDetail();

    QString m_prefix;
    PlainLabel *m_count;
    TextButton *m_add;
    SettingsList *m_list;
    QWidget *m_side;
    QStackedWidget *m_right;
    EmptyState *m_empty;
    PlainLabel *m_title;
    PlainLabel *m_subtitle;
    QBoxLayout *m_columns;
    QWidget *m_form = nullptr;
    QWidget *m_beside = nullptr;
};
