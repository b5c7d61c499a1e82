// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/controls/popup.h>

class LineEdit;
class PlainLabel;
class TextButton;

// A colour as a file writes it: a palette name ("dark-red") or CSS. Shows it, and opens the picker.
class ColorButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ColorButton(QWidget *parent = nullptr);
    void setColor(const QString &color); // says nothing
    QString color() const { return m_color; }
    void setTextVisible(bool visible); // in a box with the name beside the dot; else the dot alone
    void setPickerTitle(const QString &title) { m_title = title; }
    void setClearable(const QString &text) { m_clear = text; } // not empty: the picker offers "no colour" under this text
    QSize sizeHint() const override;

public slots:
    void openPicker();

signals:
    void colorChosen(const QString &color); // empty: none

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    QString m_color;
    QString m_title;
    QString m_clear;
    bool m_text = false;
    bool m_open = false;
};

// The named palette, six hues in five shades, and a field for any other colour. Arrow keys walk, Enter chooses.
class ColorPopup : public Popup
{
    Q_OBJECT

public:
    // current: as a file writes it; empty = none.
    ColorPopup(const QString &current, QWidget *parent);
    void setTitle(const QString &title, const QString &note = {}); // "Colour of /api/orders", "palette 1"; plain text
    void setReset(const QString &text); // not empty: a button that takes the colour away; colorChosen("") tells it

signals:
    void colorChosen(const QString &color);

private:
    void take(const QString &color);

    PlainLabel *m_title;
    PlainLabel *m_note;
    LineEdit *m_edit;
    TextButton *m_reset;
    TextButton *m_set;
};
