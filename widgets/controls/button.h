// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtWidgets/QAbstractButton>
#include <widgets/theme/paint.h>
#include <widgets/theme/theme.h>

enum class ControlSize { Small = space::controlSmall, Medium = space::control, Large = space::controlLarge };

// The one button: icon, text, weak suffix, trailing arrow. Space and Enter press it.
class TextButton : public QAbstractButton
{
    Q_OBJECT

public:
    enum class Kind { Primary, Secondary, Ghost };

    explicit TextButton(const QString &text, Kind kind = Kind::Secondary, const QString &icon = {}, QWidget *parent = nullptr);

    void setKind(Kind kind);
    Kind kind() const { return m_kind; }
    void setIconName(const QString &name);
    QString iconName() const { return m_icon; }
    void setIconColor(const QColor &color); // invalid = by state
    void setSuffix(const QString &text); // weaker, after the text: a zone
    QString suffix() const { return m_suffix; }
    void setArrow(bool arrow);
    void setActive(bool active); // accent on bg.selected: its popup is open, its mode is on
    bool isActive() const { return m_active; }
    void setDanger(bool danger);
    void setControlSize(ControlSize size);
    void setCorners(Corners corners); // set by JoinedButtons
    void setMaximumTextWidth(int px); // beyond it the text elides
    void setCompact(bool compact); // where room is short: without the suffix, or else with the icon alone if there is one
    int widthFor(bool compact) const; // px

    bool isElided() const; // its tooltip is the whole text then, unless it has another one
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool event(QEvent *event) override;

private:
    struct Colors {
        QColor fill, border, text, icon;
    };

    Colors colors() const;
    QFont buttonFont() const;
    QString shownText(bool compact) const { return compact && m_suffix.isEmpty() && !m_icon.isEmpty() ? QString() : text(); }
    QString shownText() const { return shownText(m_compact); }
    QString shownSuffix(bool compact) const { return compact ? QString() : m_suffix; }
    QString shownSuffix() const { return shownSuffix(m_compact); }
    qreal contentWidth(bool compact) const;
    qreal contentLeft() const;
    qreal textRoom() const;
    bool iconOnly(bool compact) const { return shownText(compact).isEmpty() && shownSuffix(compact).isEmpty() && !m_arrow; }
    int padding() const;

    Kind m_kind;
    QString m_icon;
    QColor m_iconColor;
    QString m_suffix;
    ControlSize m_size = ControlSize::Medium;
    Corners m_corners = Corners::All;
    int m_maxText = 320;
    bool m_arrow = false;
    bool m_compact = false;
    bool m_active = false;
    bool m_danger = false;
};

// A square button with an icon; the tooltip is also its accessible name.
class IconButton : public TextButton
{
    Q_OBJECT

public:
    explicit IconButton(const QString &icon, const QString &toolTip, Kind kind = Kind::Ghost, QWidget *parent = nullptr);
    void setToolTipText(const QString &text);
};

// Buttons that share their edges. With exactly a main button and an arrow it is a split button.
class JoinedButtons : public QWidget
{
    Q_OBJECT

public:
    explicit JoinedButtons(QWidget *parent = nullptr);
    void addButton(TextButton *button);
    QList<TextButton *> buttons() const { return m_buttons; }

private:
    QList<TextButton *> m_buttons;
};
