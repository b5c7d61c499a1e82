// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/optionlist.h>

// Choose several: search, All, counts. What is chosen is told once, when the popup closes (Enter, a click outside); Escape
// gives up.
class MultiSelectPopup : public Popup
{
    Q_OBJECT

public:
    static QString allValue(); // "$__all"

    explicit MultiSelectPopup(QWidget *parent);
    void setOptions(const QList<Option> &options, bool offerAll, const QString &allDetail = {});
    void setChosen(const QStringList &values); // {"$__all"} = All
    void setCustom(const QString &format) { m_custom = format; } // not empty: what is searched for may be chosen, shown as format.arg(text)
    void setNoneAllowed(bool allowed) { m_noneAllowed = allowed; } // choosing nothing is told, too
    QStringList chosen() const;

signals:
    void committed(const QStringList &values);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void toggle(const QModelIndex &index);
    void offerTyped(const QString &text);
    void chooseShown(bool on);
    void invertShown();
    void showCounts();
    void fit();
    bool continuesSearch(const QKeyEvent &space) const;
    QWidget *countRow();

    OptionModel *m_model;
    OptionView *m_view;
    SearchField *m_search;
    PlainLabel *m_counts;
    class CheckBox *m_all;
    QWidget *m_allRow;
    PlainLabel *m_allDetail;
    QList<Option> m_options; // as given
    QString m_custom;
    QStringList m_before;
    bool m_isAll = false;
    bool m_offerAll = false;
    bool m_cancelled = false;
    bool m_noneAllowed = false;
    bool m_walked = false; // with the arrows, since the search was typed
};
