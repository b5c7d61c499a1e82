// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/editorheader.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <app/historybuttons.h>
#include <app/keys/keytip.h>
#include <app/sessiontime.h>
#include <widgets/controls/field.h>
#include <widgets/controls/linktext.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWide = 940; // px; under it the words of the quiet buttons go
constexpr int kNarrow = 720;
constexpr int kNarrowest = 420; // under it the way back is an arrow

Separator *upright(QWidget *parent)
{
    auto *line = new Separator(Qt::Vertical, parent, true);
    line->setFixedHeight(20);
    return line;
}

} // namespace

EditorHeader::EditorHeader(DashboardEditor &editor, DashboardSession &session, QWidget *parent)
    : QWidget(parent)
    , m_back(new TextButton(tr("Dashboard"), TextButton::Kind::Ghost, u"chevron-left"_s, this))
    , m_title(new PlainLabel({}, TextStyle::Title, PlainLabel::Tone::Primary, this))
    , m_history(new HistoryButtons(editor, false, this))
    , m_alone(new TextButton(tr("View alone"), TextButton::Kind::Secondary, u"fullscreen"_s, this))
    , m_revert(new TextButton(tr("Revert panel"), TextButton::Kind::Ghost, u"reset"_s, this))
    , m_time(new SessionTime(session, this))
    , m_done(new TextButton(tr("Done"), TextButton::Kind::Primary, u"check"_s, this))
{
    setObjectName(u"editorHeader"_s);
    setFixedHeight(space::toolbar);
    m_back->setObjectName(u"editor.back"_s);
    m_title->setObjectName(u"editor.title"_s);
    m_alone->setObjectName(u"editor.alone"_s);
    m_revert->setObjectName(u"editor.revert"_s);
    m_done->setObjectName(u"editor.done"_s);
    m_back->setToolTip(plainToolTip(tr("Back to the dashboard")));
    m_alone->setToolTip(plainToolTip(tr("The panel over the whole page, and back")));
    m_revert->setToolTip(plainToolTip(tr("The panel as it was when it was opened here")));
    m_done->setToolTip(plainToolTip(tr("Back to the dashboard")));
    showKeysInToolTip(*m_back, u"view.leave"_s);
    showKeysInToolTip(*m_alone, u"panel.view"_s);
    showKeysInToolTip(*m_done, u"view.leave"_s);
    m_time->setCompact(true);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(space::unit, 0, space::window, 0);
    layout->setSpacing(space::unit);
    layout->setSizeConstraint(QLayout::SetNoConstraint); // the words give way first, see fit()
    layout->addWidget(m_back);
    layout->addWidget(upright(this));
    layout->addSpacing(2);
    layout->addWidget(m_title, 1);
    layout->addWidget(m_history);
    layout->addWidget(m_alone);
    layout->addWidget(m_revert);
    layout->addWidget(upright(this));
    layout->addWidget(m_time);
    layout->addWidget(m_done);
    connect(m_back, &TextButton::clicked, this, &EditorHeader::doneRequested);
    connect(m_alone, &TextButton::clicked, this, &EditorHeader::aloneRequested);
    connect(m_revert, &TextButton::clicked, this, &EditorHeader::revertRequested);
    connect(m_done, &TextButton::clicked, this, &EditorHeader::doneRequested);
}

void EditorHeader::setTitle(const QString &title)
{
    m_title->setText(title.isEmpty() ? tr("Untitled panel") : title);
    m_title->setTone(title.isEmpty() ? PlainLabel::Tone::Secondary : PlainLabel::Tone::Primary);
}

void EditorHeader::setAlone(bool alone)
{
    m_alone->setActive(alone);
}

void EditorHeader::setCanRevert(bool can)
{
    m_revert->setEnabled(can);
}

void EditorHeader::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fit();
}

QSize EditorHeader::minimumSizeHint() const
{
    return QSize(kNarrowest, space::toolbar);
}

void EditorHeader::fit()
{
    const auto words = [](TextButton *button, const QString &text, bool shown) {
        button->setText(shown ? text : QString());
        button->setAccessibleName(text);
    };
    words(m_alone, tr("View alone"), width() >= kWide);
    words(m_revert, tr("Revert panel"), width() >= kWide);
    words(m_back, tr("Dashboard"), width() >= kNarrow);
    if (auto *range = m_time->findChild<TextButton *>(u"time.range"_s))
        range->setCompact(width() < kNarrow); // the zone goes before the range is cut
}

void EditorHeader::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentTheme(this).bg.toolbar);
}
