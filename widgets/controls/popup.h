// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QFrame>

// A box that hangs under its anchor: 1 px border, a flat 3 px ring. Closes on Escape and on a click outside, and gives the focus
// back. Content goes into contentLayout().
class Popup : public QFrame
{
    Q_OBJECT

public:
    enum class Align { Left, Right, Center };

    explicit Popup(QWidget *parent);
    // Under the anchor (above when there is no room), kept on its screen.
    void popupUnder(QWidget *anchor, Align align = Align::Left);
    void popupAt(const QPoint &global);
    class QVBoxLayout *contentLayout() const { return m_layout; }
    void setPadding(int px);
    static int ringWidth(); // of the flat ring, 3 px; masked away on X11, where windows may not be translucent

signals:
    void closed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void showAt(QPoint topLeft, const QRect &screen);

    class QVBoxLayout *m_layout;
};

// A message: icon, title, text (plain, wraps, can be selected and copied).
class MessagePopup : public Popup
{
    Q_OBJECT

public:
    MessagePopup(const QString &icon, const QColor &iconColor, const QString &title, const QString &text, QWidget *parent);
};
