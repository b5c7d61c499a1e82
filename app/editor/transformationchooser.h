// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/optionlist.h>

// All transformations with a line on each, found by typing parts of either.
class TransformationChooser : public Popup
{
    Q_OBJECT

public:
    explicit TransformationChooser(QWidget *parent);

signals:
    void chosen(const QString &id);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void filter(const QString &text);
    void choose(const QModelIndex &index);

    QList<Option> m_all;
    OptionModel *m_model;
    OptionView *m_view;
    SearchField *m_search;
};
