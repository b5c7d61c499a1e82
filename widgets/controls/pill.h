// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/theme/theme.h>

enum class Tint { Neutral, Good, Warning, Bad, Info, Accent };

// Main, text, soft and border colour of a state.
struct TintColors {
    QColor main, text, soft, border;
};
TintColors tintColors(const Theme &theme, Tint tint);
QString tintIcon(Tint tint); // check, warning, error, info

// State in a word, 20 px high; a button when someone listens to clicked() (setClickable).
class Pill : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Pill(Tint tint, const QString &text, const QString &icon = {}, QWidget *parent = nullptr);
    void setTint(Tint tint);
    void setIconName(const QString &name);
    void setClickable(bool clickable); // focus, hover and a hit area of 24 px
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    Tint m_tint;
    QString m_icon;
};

// A chosen value: removable when closable (its cross, Delete, Backspace).
class Chip : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(const QString &text, bool closable = true, QWidget *parent = nullptr);
    void setNeutral(bool neutral);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

    // For widgets that paint many chips themselves.
    static qreal widthFor(const QString &text, bool closable, bool neutral, qreal maximum = 180);
    static void paint(QPainter &painter, const Theme &theme, const QRectF &rect, const QString &text, bool closable, bool neutral,
                      bool hoverClose);

signals:
    void removeRequested();

protected:
    bool event(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    bool removes(const QKeyEvent &event) const;

    bool m_closable;
    bool m_neutral = false;
    bool m_hoverClose = false;
};
