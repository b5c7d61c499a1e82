// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/filterbox.h>

// A box that shows chosen values (one as text, several as chips) and opens a list under itself.
class ValueBox : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ValueBox(QWidget *parent = nullptr);
    void setItem(const VariableItem &item);
    void setOpen(bool open);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return QSize(64, space::control); }

signals:
    void removed(const QString &value); // the cross of a chip

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    struct PlacedChip {
        QString text;
        QString value;
        QRectF rect;
        bool neutral;
    };

    bool showsChips() const;
    QList<PlacedChip> chips() const;
    int crossAt(const QPointF &pos) const;

    VariableItem m_item;
    bool m_open = false;
    int m_hotCross = -1;
};

// Label and value of one variable.
class VariableControl : public QWidget
{
    Q_OBJECT

public:
    explicit VariableControl(const VariableItem &item, QWidget *parent = nullptr);
    const VariableItem &item() const { return m_item; }
    void setItem(const VariableItem &item); // same name and kind
    int labelWidth() const; // that it likes
    void setLabelWidth(int px); // in a column of controls
    FilterBox *filters() const { return m_filters; } // null: it is of another kind

signals:
    void changed(const QString &name, const QStringList &values);
    void filtersChanged(const QString &name, const QList<LabelFilterItem> &filters);
    void filterValuesWanted(const QString &name, const QString &label);
    void editRequested(const QString &name);

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void makeSwitch();
    QString editText() const { return m_item.editText.isEmpty() ? tr("Edit variable") : m_item.editText; }
    void open();
    void addFooter(Popup *popup);
    void openOne();
    void openSeveral();
    void removeValue(const QString &value);
    void show(const VariableItem &item);

    VariableItem m_item;
    PlainLabel *m_label;
    ValueBox *m_box = nullptr;
    FilterBox *m_filters = nullptr;
    LineEdit *m_edit = nullptr;
    class Switch *m_switch = nullptr;
    OptionPopup *m_one = nullptr;
    MultiSelectPopup *m_several = nullptr;
};
