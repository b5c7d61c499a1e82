// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QUrl>
#include <widgets/controls/button.h>
#include <widgets/controls/pill.h>

class EmptyState;
class ProgressLine;

struct PanelAction {
    QString id;
    QString text;
    QString icon = {};
    bool operator==(const PanelAction &) const = default;
};

struct PanelLinkMark {
    QString text;
    QUrl url;
    bool operator==(const PanelLinkMark &) const = default;
};

// All that a frame shows besides its content.
struct PanelFrameState {
    enum class Body {
        Content, // the picture
        FirstLoad, // skeleton and `reason` ("Asking Local Prometheus…")
        NoData, // hatch with `headline` ("No data" when empty) and `reason`
        Message, // icon, headline, reason, actions: an error without a picture, an unknown panel type
    };

    Body body = Body::Content;
    bool loading = false; // line on the top edge, after 300 ms
    QString stale; // age, "2m"; the picture pales
    QString warning; // message behind the pill; may have several lines
    QString error; // wins over warning
    QString icon; // of Message; its tone:
    Tint tint = Tint::Bad;
    QString headline;
    QString reason;
    QList<PanelAction> actions;

    bool operator==(const PanelFrameState &) const = default;
};

class PanelFrame : public QWidget
{
    Q_OBJECT

public:
    explicit PanelFrame(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    QString title() const { return m_title; }
    void setDescription(const QString &text); // plain text behind the info mark
    void setLinks(const QList<PanelLinkMark> &links);
    void addHeaderWidget(QWidget *widget); // at the right of the header, from right to left; takes it
    void setContent(QWidget *content); // takes it; deletes the one before
    QWidget *content() const { return m_content; }
    void setTransparent(bool transparent);
    void setSelected(bool selected);
    void setEditing(bool editing); // selected, and a pill says why
    void setMenuVisible(bool visible); // false: no menu button, handle or buttons of a message (render, kiosk)
    void setState(const PanelFrameState &state);
    const PanelFrameState &state() const { return m_state; }
    // Everything hovers: menu button and handle stay (for pictures and for the keyboard).
    void setHovered(bool hovered);

signals:
    void reached(); // by the mouse or by the keyboard
    void menuRequested(const QPoint &global); // button, right click, menu key
    void linkActivated(const QUrl &url);
    void actionTriggered(const QString &id);
    void titleDoubleClicked();
    void dragStarted(const QPoint &global); // of the handle or the header
    void resizeStarted(const QPoint &global); // of the lower right corner
    void headerClicked(Qt::KeyboardModifiers modifiers);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    bool event(QEvent *event) override;

private:
    void place();
    void placeHeader();
    bool holds(const QWidget *widget) const; // itself, or what is in it
    void openLinks();
    QRect bodyRect() const;
    bool hasHeader() const;
    void showMessage();
    void showState();
    void drawSkeleton(QPainter &painter) const;
    void drawNoData(QPainter &painter) const;

    QString m_title;
    QString m_description;
    QList<PanelLinkMark> m_links;
    PanelFrameState m_state;
    QWidget *m_content = nullptr;
    QWidget *m_veil;
    EmptyState *m_message = nullptr;
    ProgressLine *m_line;
    IconButton *m_info;
    IconButton *m_link;
    IconButton *m_menu;
    IconButton *m_handle;
    QWidget *m_corner;
    Pill *m_editing;
    Pill *m_stale;
    Pill *m_problem;
    QList<QWidget *> m_extra; // of the header
    QRect m_titleRect;
    std::optional<QPoint> m_pressed;
    bool m_transparent = false;
    bool m_selected = false;
    bool m_isEdited = false;
    bool m_menuVisible = true;
    QObject m_focusWatch; // goes before the parts that it would place
    bool m_hovered = false;
};
