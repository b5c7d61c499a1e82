// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <widgets/controls/optionlist.h>

// A box that shows the chosen one of a few and opens their list; 24 px high.
class PickButton : public QAbstractButton
{
    Q_OBJECT

public:
    explicit PickButton(const QString &accessibleName, QWidget *parent = nullptr);
    void setOptions(const QList<Option> &options);
    void setCurrent(const QString &value); // says nothing; a value that is no option is shown as it is
    QString current() const { return m_current; }
    void setIconName(const QString &name);
    void setBoxHeight(int px); // of the box; else 24
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

signals:
    void chosen(const QString &value);

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void open();
    void showCurrent();

    QString m_name;
    QList<Option> m_options;
    QString m_current;
    QString m_icon;
    int m_height = space::controlSmall;
    OptionPopup *m_popup = nullptr;
};
