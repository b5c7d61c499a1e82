// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>
#include <dashboard/variablepreview.h>

class OptionModel;
class OptionView;
class PlainLabel;
class ProgressLine;
class QVBoxLayout;

// What stands beside the form of a variable: the values it would offer, and its place among the others.
class VariablePane : public QWidget
{
    Q_OBJECT

public:
    explicit VariablePane(QWidget *parent = nullptr);

    // null: the type offers no values. ms: how long the answer took; negative = unknown.
    void showValues(const VariableSet::State *state);
    struct Relations {
        QStringList dependsOn;
        QStringList usedBy; // variables
        QStringList circle; // "a", "b", "a"; empty = none
        QStringList places; // panels and links, for a person
    };
    void showRelations(const Relations &relations);

signals:
    void variableActivated(const QString &name);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeValues();
    void addNames(const QString &heading, const QStringList &names, const QString &none, bool active);

    PlainLabel *m_count;
    PlainLabel *m_error;
    QWidget *m_card;
    OptionModel *m_model;
    OptionView *m_view;
    ProgressLine *m_progress;
    QWidget *m_relations;
    QVBoxLayout *m_lines;
};
