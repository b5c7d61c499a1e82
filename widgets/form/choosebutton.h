// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/controls/optionlist.h>

// A box that shows what is chosen out of a list and opens it: one as text, several as chips.
class ChooseButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ChooseButton(QWidget *parent = nullptr);
    void setOptions(const QList<Option> &options);
    const QList<Option> &options() const { return m_options; }
    void setMultiple(bool multiple) { m_multiple = multiple; }
    void setCustom(const QString &format) { m_custom = format; } // any text may be chosen; shown in the list as format.arg(text)
    void setClearText(const QString &text) { m_clear = text; } // not empty: the list begins with "no choice" under this text
    void setPlaceholder(const QString &text) { m_placeholder = text; }
    void setIconName(const QString &name);
    void setCurrent(const QString &value); // says nothing; a value that is no option is shown as it is
    QString current() const { return m_values.value(0); }
    void setSeveral(const QStringList &values);
    const QStringList &several() const { return m_values; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

public slots:
    void openList();

signals:
    void chosen(const QString &value);
    void severalChosen(const QStringList &values); // those that stay keep their order, new ones come last

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    bool takesLast(const QKeyEvent &event) const;
    struct PlacedChip {
        QString text;
        QRectF rect;
        bool closable;
    };

    QString textOf(const QString &value) const;
    QList<PlacedChip> chips() const;
    void showValues();
    void openOne();
    void openSeveral();
    void take(const QStringList &values);
    void setOpen(bool open);

    QList<Option> m_options;
    QStringList m_values;
    QString m_custom;
    QString m_clear;
    QString m_placeholder;
    QString m_icon;
    bool m_multiple = false;
    bool m_open = false;
};
