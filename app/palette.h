// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <widgets/controls/sheet.h>

class PaletteModel;
class PlainLabel;
class QLineEdit;
class QListView;

// One thing that the palette can do or go to.
struct PaletteItem {
    QString group; // heading; groups in the order in which they come first
    QString text;
    QString detail; // weak, after the text
    QString icon;
    QString keys; // "Ctrl+S", "D R"
    std::function<void()> run;
    bool code = false; // a metric's name: fixed font
    bool isCommand = false;
};

// Ctrl+K: type, choose, Enter. "> " in front narrows to commands.
class Palette : public Sheet
{
    Q_OBJECT

public:
    Palette(const QList<PaletteItem> &items, QWidget *window);
    void appendItems(const QList<PaletteItem> &items); // found later

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void moveBy(int rows);
    void choose();

    PaletteModel *m_model;
    QLineEdit *m_field;
    QListView *m_list;
    PlainLabel *m_nothing;
};
