// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/variablebar.h>

// Label filters as chips ("job = api"), and a button for one more: label, operator and value are chosen one after the other, in a popup
// each. What has no room is behind a button that counts it.
class FilterBox : public QWidget
{
    Q_OBJECT

public:
    explicit FilterBox(const QString &name, QWidget *parent = nullptr);
    void setFilters(const QList<LabelFilterItem> &filters);
    void setLabels(const QStringList &labels) { m_labels = labels; } // what is offered
    void setValues(const QString &label, const QStringList &values); // the answer to valuesWanted
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return QSize(120, space::control); }

signals:
    void changed(const QList<LabelFilterItem> &filters);
    void valuesWanted(const QString &label);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void rebuild();
    void place();
    void edit(int at); // -1: a new one
    void chooseLabel();
    void chooseOperator();
    void chooseValue();
    void showValues();
    void finish();
    void remove(int at);
    void openRest();
    class OptionPopup *popup(const QString &part);

    QString m_name;
    QList<LabelFilterItem> m_filters;
    QStringList m_labels;
    QStringList m_values; // of the label that is being edited
    LabelFilterItem m_edited;
    int m_at = -1;
    int m_shown = 0; // chips that have room
    QList<class Chip *> m_chips;
    class TextButton *m_rest;
    class TextButton *m_add;
    OptionPopup *m_one = nullptr; // the values, while open
    class MultiSelectPopup *m_several = nullptr;
};
