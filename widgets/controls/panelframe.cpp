// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/panelframe.h>

#include <QtGui/QMouseEvent>
#include <QtGui/QPainter>
#include <QtWidgets/QApplication>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/popup.h>
#include <widgets/controls/toolbar.h>
#include <widgets/theme/style.h>

namespace {

// What a stale picture pales with: the panel's own ground over it.
class Veil : public QWidget
{
public:
    explicit Veil(QWidget *parent) : QWidget(parent)
    {
        setAttribute(Qt::WA_TransparentForMouseEvents);
        hide();
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter p(this);
        const Theme &t = currentTheme(this);
        QColor ground = t.bg.panel;
        ground.setAlphaF(float(1 - t.chart.staleAlpha));
        p.fillRect(rect(), ground);
    }
};

IconButton *mark(const QString &icon, const QString &tip, const char *name, QWidget *parent)
{
    auto *button = new IconButton(icon, tip, TextButton::Kind::Ghost, parent);
    button->setControlSize(ControlSize::Small);
    button->setObjectName(QLatin1String(name));
    button->resize(24, 24);
    button->hide();
    return button;
}

} // namespace

namespace {

// Two short strokes; dragging it resizes the panel.
class ResizeCorner : public QWidget
{
public:
    explicit ResizeCorner(PanelFrame *frame) : QWidget(frame), m_frame(frame)
    {
        setFixedSize(14, 14);
        setCursor(Qt::SizeFDiagCursor);
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(QPen(currentTheme(this).text.secondary, 1));
        painter.drawLine(QPointF(4, 11), QPointF(11, 4));
        painter.drawLine(QPointF(8, 11), QPointF(11, 8));
    }
    void mousePressEvent(QMouseEvent *event) override
    {
        if (event->button() == Qt::LeftButton)
            emit m_frame->resizeStarted(event->globalPosition().toPoint());
    }

private:
    PanelFrame *m_frame;
};

} // namespace

PanelFrame::PanelFrame(QWidget *parent)
    : QWidget(parent)
    , m_veil(new Veil(this))
    , m_line(new ProgressLine(this, Qt::TopEdge, 2))
    , m_info(mark(QStringLiteral("info"), tr("Description"), "panel.description", this))
    , m_link(mark(QStringLiteral("link"), tr("Links"), "panel.links", this))
    , m_menu(mark(QStringLiteral("more"), tr("Panel menu"), "panel.menu", this))
    , m_handle(mark(QStringLiteral("drag-handle"), tr("Drag to move"), "panel.handle", this))
    , m_editing(new Pill(Tint::Accent, tr("Editing"), QStringLiteral("edit"), this))
    , m_stale(new Pill(Tint::Neutral, {}, QStringLiteral("stale"), this))
    , m_problem(new Pill(Tint::Bad, {}, {}, this))
{
    setFocusPolicy(Qt::TabFocus);
    setAttribute(Qt::WA_Hover);
    setProperty("focusRing", true);
    m_corner = new ResizeCorner(this);
    m_corner->setObjectName(QStringLiteral("panel.corner"));
    m_handle->setAttribute(Qt::WA_TransparentForMouseEvents); // the header itself is dragged
    m_handle->setFocusPolicy(Qt::NoFocus);
    m_editing->setObjectName(QStringLiteral("panel.editing"));
    m_editing->resize(m_editing->sizeHint());
    m_editing->hide();
    m_stale->setObjectName(QStringLiteral("panel.stale"));
    m_problem->setObjectName(QStringLiteral("panel.problem"));
    m_problem->setClickable(true);
    m_stale->hide();
    m_problem->hide();
    connect(qApp, &QApplication::focusChanged, &m_focusWatch, [this](const QWidget *before, const QWidget *now) {
        if (holds(before) == holds(now))
            return;
        placeHeader();
        update();
    });
    connect(m_menu, &IconButton::clicked, this, [this] { emit menuRequested(m_menu->mapToGlobal(QPoint(0, m_menu->height() + 2))); });
    connect(m_problem, &Pill::clicked, this, &PanelFrame::showMessage);
    connect(m_info, &IconButton::clicked, this, [this] {
        auto *popup = new MessagePopup({}, {}, m_title, m_description, this);
        popup->setAttribute(Qt::WA_DeleteOnClose);
        popup->popupUnder(m_info);
    });
    connect(m_link, &IconButton::clicked, this, [this] {
        if (m_links.size() == 1)
            emit linkActivated(m_links.first().url);
        else if (!m_links.isEmpty())
            openLinks();
    });
}

void PanelFrame::setTitle(const QString &title)
{
    m_title = oneLine(title);
    setAccessibleName(m_title);
    place();
}

void PanelFrame::setDescription(const QString &text)
{
    m_description = text;
    m_info->setToolTipText(text.isEmpty() ? tr("Description") : text);
    place();
}

void PanelFrame::setLinks(const QList<PanelLinkMark> &links)
{
    m_links = links;
    QStringList texts;
    for (const PanelLinkMark &link : links)
        texts.append(QStringList{link.text, link.url.toDisplayString()}.join(QLatin1Char('\n')).trimmed());
    m_link->setToolTipText(texts.join(u'\n'));
    place();
}

void PanelFrame::openLinks()
{
    auto *menu = new Menu(this);
    menu->setObjectName(QStringLiteral("panel.linkMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const PanelLinkMark &link : std::as_const(m_links)) {
        QAction *action = menu->addData(QStringLiteral("link"), link.text.isEmpty() ? link.url.toDisplayString() : link.text);
        action->setToolTip(plainToolTip(link.url.toDisplayString()));
        connect(action, &QAction::triggered, this, [this, url = link.url] { emit linkActivated(url); });
    }
    menu->popup(m_link->mapToGlobal(QPoint(0, m_link->height() + 2)));
}

void PanelFrame::addHeaderWidget(QWidget *widget)
{
    widget->setParent(this);
    m_extra.append(widget);
    place();
}

void PanelFrame::setContent(QWidget *content)
{
    if (m_content == content)
        return;
    if (m_content)
        m_content->deleteLater();
    m_content = content;
    if (content) {
        content->setParent(this);
        content->lower();
    }
    showState();
    place();
}

void PanelFrame::setTransparent(bool transparent)
{
    m_transparent = transparent;
    update();
}

void PanelFrame::setSelected(bool selected)
{
    m_selected = selected;
    update();
}

void PanelFrame::setEditing(bool editing)
{
    m_isEdited = editing;
    m_editing->setVisible(editing);
    place();
}

void PanelFrame::setMenuVisible(bool visible)
{
    if (visible == m_menuVisible)
        return;
    m_menuVisible = visible;
    if (m_message)
        showState(); // its buttons
    place();
}

void PanelFrame::setHovered(bool hovered)
{
    m_hovered = hovered;
    place();
}

void PanelFrame::setState(const PanelFrameState &state)
{
    if (state == m_state)
        return;
    m_state = state;
    showState();
    place();
}

bool PanelFrame::hasHeader() const
{
    return !m_title.isEmpty() || (m_menuVisible && (!m_description.isEmpty() || !m_links.isEmpty()));
}

void PanelFrame::showState()
{
    using Body = PanelFrameState::Body;
    m_line->setRunning(m_state.loading);
    m_stale->setText(m_state.stale);
    m_stale->setVisible(!m_state.stale.isEmpty());
    m_stale->resize(m_stale->sizeHint());
    const bool bad = !m_state.error.isEmpty();
    m_problem->setTint(bad ? Tint::Bad : Tint::Warning);
    m_problem->setIconName(bad ? QStringLiteral("error") : QStringLiteral("warning"));
    m_problem->setAccessibleName(bad ? tr("Error: %1").arg(m_state.error) : tr("Warning: %1").arg(m_state.warning));
    m_problem->setToolTip(plainToolTip(bad ? m_state.error : m_state.warning));
    m_problem->setVisible(bad || !m_state.warning.isEmpty());
    m_problem->resize(m_problem->sizeHint());
    if (m_content)
        m_content->setVisible(m_state.body == Body::Content);
    m_veil->setVisible(m_state.body == Body::Content && !m_state.stale.isEmpty());
    m_veil->raise();
    delete m_message;
    m_message = nullptr;
    if (m_state.body == Body::Message) {
        m_message = new EmptyState(EmptyState::Size::Small, this);
        m_message->setObjectName(QStringLiteral("panel.message"));
        const PlainLabel::Tone tones[] = {PlainLabel::Tone::Secondary, PlainLabel::Tone::Good, PlainLabel::Tone::Warning,
                                          PlainLabel::Tone::Bad,       PlainLabel::Tone::Info, PlainLabel::Tone::Accent};
        m_message->setIcon(m_state.icon.isEmpty() ? tintIcon(m_state.tint) : m_state.icon, tones[int(m_state.tint)]);
        m_message->setTitle(m_state.headline);
        m_message->setText(m_state.reason);
        for (qsizetype i = 0; m_menuVisible && i < m_state.actions.size(); ++i) {
            const PanelAction &action = m_state.actions[i];
            const auto kind = i == 0 ? TextButton::Kind::Secondary : TextButton::Kind::Ghost;
            TextButton *button = m_message->addAction(action.text, action.icon, kind);
            button->setObjectName(QStringLiteral("panel.action.") + action.id);
            connect(button, &TextButton::clicked, this, [this, id = action.id] { emit actionTriggered(id); });
        }
        m_message->show();
    }
    update();
}

void PanelFrame::showMessage()
{
    const bool bad = !m_state.error.isEmpty();
    const Theme &t = currentTheme(this);
    QString text = bad ? m_state.error : m_state.warning;
    if (bad && !m_state.warning.isEmpty())
        text += QStringLiteral("\n\n") + m_state.warning;
    auto *popup = new MessagePopup(bad ? QStringLiteral("error") : QStringLiteral("warning"), bad ? t.bad.text : t.warning.text,
                                   bad ? tr("Error") : tr("Warning"), text, this);
    popup->setAttribute(Qt::WA_DeleteOnClose);
    popup->popupUnder(m_problem, Popup::Align::Right);
}
