// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/controls/popup.h>

class LineEdit;

// A colour as a file writes it: a palette name ("dark-red") or CSS. Shows it, and opens the picker.
class ColorButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit ColorButton(QWidget *parent = nullptr);
    void setColor(const QString &color);
    QString color() const { return m_color; }
    void setTextVisible(bool visible); // the name beside the dot
    QSize sizeHint() const override;

signals:
    void colorChosen(const QString &color);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void openPicker();

    QString m_color;
    bool m_text = false;
};

// The named palette, six hues in five shades, and a field for any other colour. Arrow keys walk, Enter chooses.
class ColorPopup : public Popup
{
    Q_OBJECT

public:
    ColorPopup(const QString &current, QWidget *parent);

signals:
    void colorChosen(const QString &color);

private:
    void take(const QString &color);

    LineEdit *m_edit;
};
