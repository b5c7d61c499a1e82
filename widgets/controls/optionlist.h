// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QAbstractListModel>
#include <QtWidgets/QListView>
#include <widgets/controls/field.h>
#include <widgets/controls/popup.h>

struct Option {
    QString value;
    QString text;
    QString detail = {}; // weak, at the right
    QString icon = {};
    int indent = 0; // px

    bool operator==(const Option &) const = default;
};

// Options, those that contain the filter text, and which are chosen. Fast with 100,000 rows.
class OptionModel : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role { ValueRole = Qt::UserRole, DetailRole, IconRole, ChosenRole, IndentRole };

    using QAbstractListModel::QAbstractListModel;
    void setOptions(const QList<Option> &options);
    void setFilter(const QString &text);
    void setChosen(const QStringList &values);
    void toggle(int row);
    const Option &option(int row) const { return m_options[m_rows[row]]; }
    const QList<Option> &options() const { return m_options; }
    QStringList chosen() const; // in the order of the options; values that are no option last
    bool isChosen(const QString &value) const { return m_chosen.contains(value); }
    QString filter() const { return m_filter; }
    int rowOf(const QString &value) const;

    int rowCount(const QModelIndex &parent = {}) const override { return parent.isValid() ? 0 : int(m_rows.size()); }
    QVariant data(const QModelIndex &index, int role) const override;

private:
    void refilter();

    QList<Option> m_options;
    QList<int> m_rows;
    QSet<QString> m_chosen;
    QStringList m_chosenOrder;
    QString m_filter;
};

// Rows of 28 px: check box or check mark, icon, text with the filter text marked, detail.
class OptionView : public QListView
{
    Q_OBJECT

public:
    enum class Mark { None, CheckRight, CheckLeft, Boxes };

    OptionView(OptionModel *model, Mark mark, QWidget *parent = nullptr);
    void setRowHeight(int px);
    int rowHeight() const { return m_rowHeight; }
    Mark mark() const { return m_mark; }
    int widthForContents(int maximum) const;
    // Up, Down, PageUp, PageDown, Home, End typed into `field` move the current row; Enter emits activated().
    void takeKeysOf(QWidget *field);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Mark m_mark;
    int m_rowHeight = space::control;
};

// Choose one; a search field appears when there are many.
class OptionPopup : public Popup
{
    Q_OBJECT

public:
    explicit OptionPopup(QWidget *parent);
    void setOptions(const QList<Option> &options, const QString &current);
    void setMinimumListWidth(int px) { m_minimumWidth = px; }
    void setCustom(const QString &format) { m_custom = format; } // not empty: what is searched for may be chosen, shown as format.arg(text)
    void setClear(const QString &text) { m_clear = text; } // not empty: a first row that stands for no choice
    void setRowHeight(int px);
    OptionModel *model() const { return m_model; }

signals:
    void chosen(const QString &value);

protected:
    void showEvent(QShowEvent *event) override;

private:
    void choose(const QModelIndex &index);
    void search(const QString &text);
    void fit();

    OptionModel *m_model;
    OptionView *m_view;
    SearchField *m_search;
    QList<Option> m_options;
    QString m_custom;
    QString m_clear;
    int m_minimumWidth = 120;
};
