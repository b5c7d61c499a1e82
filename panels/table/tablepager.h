// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QWidget>

class IconButton;
class PlainLabel;

// The line under a table of several pages: "21 – 40 of 345", back and on.
class TablePager : public QWidget
{
    Q_OBJECT

public:
    explicit TablePager(QWidget *parent);
    void setPlace(int first, int shown, int total);
    void setHasButtons(bool has);
    QSize sizeHint() const override;

signals:
    void moved(int pages); // by -1 or 1

private:
    PlainLabel *m_text;
    IconButton *m_back;
    IconButton *m_on;
};
