// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/sectionframe.h>

#include <QtGui/QPainter>
#include <QtWidgets/QHBoxLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QStackedWidget>
#include <widgets/controls/emptystate.h>
#include <widgets/controls/field.h>
#include <widgets/controls/linktext.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kSideWidth = 320;
constexpr int kSideNarrow = 248;
constexpr int kFormWidth = 520;
constexpr int kBesideWidth = 480;
constexpr int kRoomy = 1100; // px of the whole
constexpr int kBesideFrom = 720; // px of the right part
} // namespace

SectionFrame::SectionFrame(const QString &prefix, const QString &addText, QWidget *parent)
    : QWidget(parent)
    , m_prefix(prefix)
    , m_count(new PlainLabel({}, TextStyle::LabelStrong, PlainLabel::Tone::Secondary))
    , m_add(new TextButton(addText, TextButton::Kind::Secondary, u"add"_s))
    , m_list(new SettingsList)
    , m_right(new QStackedWidget)
    , m_empty(new EmptyState(EmptyState::Size::Large))
    , m_title(new PlainLabel({}, TextStyle::Title))
    , m_subtitle(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
{
    m_add->setObjectName(prefix + u".add"_s);
    m_list->setObjectName(prefix + u".list"_s);
    m_title->setObjectName(prefix + u".title"_s);
    m_subtitle->setObjectName(prefix + u".subtitle"_s);
    m_side = makeSide();
    m_right->addWidget(m_empty);
    m_right->addWidget(makeDetail());
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_side);
    layout->addWidget(new Separator(Qt::Vertical, this, true));
    layout->addWidget(m_right, 1);
}

QWidget *SectionFrame::makeSide()
{
    auto *side = new QWidget;
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::group, space::unit, space::window, space::unit);
    head->setSpacing(space::unit);
    head->addWidget(m_count, 1);
    head->addWidget(m_add);
    auto *layout = new QVBoxLayout(side);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_list, 1);
    return side;
}

QWidget *SectionFrame::makeDetail()
{
    const auto tool = [this](const QString &id, const QString &icon, const QString &text, void (SectionFrame::*told)()) {
        auto *button = new TextButton(text, TextButton::Kind::Ghost, icon);
        button->setObjectName(m_prefix + u'.' + id);
        connect(button, &QAbstractButton::clicked, this, told);
        return button;
    };
    auto *titles = new QVBoxLayout;
    titles->setSpacing(2);
    titles->addWidget(m_title);
    titles->addWidget(m_subtitle);
    auto *head = new QHBoxLayout;
    head->addLayout(titles, 1);
    head->addWidget(tool(u"duplicate"_s, u"duplicate"_s, tr("Duplicate"), &SectionFrame::duplicateRequested), 0, Qt::AlignTop);
    TextButton *remove = tool(u"remove"_s, u"delete"_s, tr("Remove"), &SectionFrame::removeRequested);
    remove->setDanger(true);
    head->addWidget(remove, 0, Qt::AlignTop);
    m_columns = new QHBoxLayout;
    m_columns->setSpacing(32);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::section, space::group, space::section, space::section);
    layout->setSpacing(space::group);
    layout->addLayout(head);
    layout->addLayout(m_columns);
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setObjectName(m_prefix + u".scroll"_s);
    scroll->setFocusPolicy(Qt::NoFocus); // what is in it takes the focus, and scrolls into view
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(content);
    return scroll;
}

void SectionFrame::setContent(QWidget *form, QWidget *beside)
{
    m_form = form;
    m_beside = beside;
    m_columns->addWidget(form, 3, Qt::AlignTop);
    if (beside)
        m_columns->addWidget(beside, 2, Qt::AlignTop);
    m_columns->addStretch(0);
}

void SectionFrame::setHead(const QString &title, const QString &subtitle)
{
    m_right->setCurrentIndex(title.isEmpty() ? 0 : 1);
    m_title->setText(title);
    m_subtitle->setText(subtitle);
}

void SectionFrame::setCountText(const QString &text)
{
    m_count->setText(text);
}

void SectionFrame::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const int side = width() < kRoomy ? kSideNarrow : kSideWidth;
    m_side->setFixedWidth(side);
    const bool wide = width() - side >= kBesideFrom;
    m_columns->setDirection(wide ? QBoxLayout::LeftToRight : QBoxLayout::TopToBottom);
    m_columns->setSpacing(wide ? 32 : space::section);
    if (m_form)
        m_form->setMaximumWidth(wide ? kFormWidth : QWIDGETSIZE_MAX);
    if (m_beside)
        m_beside->setMaximumWidth(wide ? kBesideWidth : QWIDGETSIZE_MAX);
}
