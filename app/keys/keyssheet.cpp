// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/keys/keyssheet.h>

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/actions.h>
#include <app/keys/keymap.h>
#include <app/keys/keyrecorder.h>
#include <app/keys/keyslist.h>
#include <app/keys/keyway.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keycaps.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 860, kHeight = 640, kDetailWidth = 320;
constexpr qsizetype kMostNamed = 3;

QString textsOf(const QStringList &ways)
{
    QStringList texts;
    for (const QString &way : ways)
        texts.append(keyway::text(way));
    return texts.join(u", "_s);
}

} // namespace

KeysSheet::KeysSheet(Actions &actions, QWidget *window)
    : Sheet(window, {kWidth, kHeight})
    , m_actions(actions)
    , m_list(new KeysList(actions))
    , m_title(new PlainLabel({}, TextStyle::Title))
    , m_group(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_ways(new QWidget)
    , m_recorder(new KeyRecorder)
    , m_message(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary))
    , m_reset(new TextButton({}, TextButton::Kind::Ghost, u"reset"_s))
    , m_resetAll(new TextButton(tr("Reset all…"), TextButton::Kind::Ghost, u"reset"_s))
{
    setObjectName(u"keysSheet"_s);
    m_list->setObjectName(u"keysList"_s);
    m_list->setAccessibleName(tr("Actions"));
    auto *search = new SearchField(tr("Search actions or keys"), this);
    search->setObjectName(u"keysSearch"_s);
    search->setAccessibleName(tr("Search actions or keys"));
    auto *left = new QVBoxLayout;
    left->setSpacing(space::unit);
    auto *field = new QHBoxLayout;
    field->setContentsMargins(space::section, 0, space::unit, 0);
    field->addWidget(search);
    left->addLayout(field);
    left->addWidget(m_list, 1);
    auto *body = new QHBoxLayout;
    body->setSpacing(0);
    body->addLayout(left, 1);
    body->addWidget(makeDetail());
    contentLayout()->addWidget(makeHead());
    contentLayout()->addLayout(body, 1);

    connect(search, &QLineEdit::textChanged, m_list, &KeysList::setFilter);
    connect(search, &QLineEdit::returnPressed, m_list, qOverload<>(&QWidget::setFocus));
    connect(m_list, &KeysList::chosen, this, &KeysSheet::showAction);
    connect(m_list, &QListWidget::itemActivated, m_recorder, &KeyRecorder::start);
    connect(&actions, &Actions::keysChanged, m_list, &KeysList::refresh);
    connect(m_recorder, &KeyRecorder::recorded, this, &KeysSheet::record);
    connect(m_recorder, &KeyRecorder::refused, this, [this](const QString &why) { say(why); });
    showAction();
    search->setFocus();
}

QWidget *KeysSheet::makeHead()
{
    auto *head = new QWidget;
    auto *layout = new QHBoxLayout(head);
    layout->setContentsMargins(space::section, space::group, space::group, space::unit);
    layout->setSpacing(space::unit);
    layout->addWidget(new PlainLabel(tr("Change keys"), TextStyle::Title), 1);
    m_resetAll->setObjectName(u"keysResetAll"_s);
    connect(m_resetAll, &TextButton::clicked, this, &KeysSheet::askResetAll);
    layout->addWidget(m_resetAll);
    auto *close = new IconButton(u"close"_s, tr("Close"));
    close->setObjectName(u"keysClose"_s);
    connect(close, &IconButton::clicked, this, &Sheet::close);
    layout->addWidget(close);
    return head;
}

QWidget *KeysSheet::makeDetail()
{
    m_title->setWrapped(true);
    m_title->setObjectName(u"keysTitle"_s);
    m_message->setWrapped(true);
    m_message->setObjectName(u"keysMessage"_s);
    m_recorder->setObjectName(u"keysRecord"_s);
    m_reset->setObjectName(u"keysReset"_s);
    connect(m_reset, &TextButton::clicked, this, [this] {
        say({});
        m_actions.keyMap().reset(m_list->current());
    });
    auto *ways = new QVBoxLayout(m_ways);
    ways->setContentsMargins({});
    ways->setSpacing(0);
    auto *content = new QWidget;
    auto *layout = new QVBoxLayout(content);
    layout->setContentsMargins(space::group, 0, space::section, space::group);
    layout->setSpacing(space::unit);
    for (QWidget *each : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_group), m_ways, static_cast<QWidget *>(m_recorder),
                          static_cast<QWidget *>(m_message), makeQuestion()})
        layout->addWidget(each);
    layout->addWidget(m_reset, 0, Qt::AlignLeft);
    layout->addStretch(1);
    auto *scroll = new QScrollArea;
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setFixedWidth(kDetailWidth);
    scroll->viewport()->setAutoFillBackground(false);
    scroll->setWidget(content);
    content->setAutoFillBackground(false);
    return scroll;
}

QWidget *KeysSheet::makeQuestion()
{
    m_question = new QWidget;
    auto *layout = new QHBoxLayout(m_question);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    const auto add = [&](const QString &name, const QString &text, TextButton::Kind kind) {
        auto *button = new TextButton(text, kind);
        button->setObjectName(name);
        layout->addWidget(button);
        return button;
    };
    connect(add(u"keysUse"_s, tr("Use them here"), TextButton::Kind::Primary), &TextButton::clicked, this,
            [this] { use(QString(m_wanted)); });
    connect(add(u"keysLeave"_s, tr("Leave them"), TextButton::Kind::Secondary), &TextButton::clicked, this, [this] {
        say({});
        m_recorder->setFocus();
    });
    layout->addStretch(1);
    return m_question;
}

void KeysSheet::say(const QString &text, bool asks)
{
    m_message->setText(text);
    m_message->setTone(asks ? PlainLabel::Tone::Warning : PlainLabel::Tone::Secondary);
    m_message->setVisible(!text.isEmpty());
    m_question->setVisible(asks);
    if (!asks)
        m_wanted.clear();
}

void KeysSheet::showAction()
{
    const QString id = m_list->current();
    const Action *action = m_actions.find(id);
    m_title->setText(action ? action->text : tr("Nothing is called so"));
    m_group->setText(action ? action->group : QString());
    for (QWidget *each : {m_ways, static_cast<QWidget *>(m_recorder)})
        each->setVisible(action != nullptr);
    const QStringList standard = m_actions.standardWays(id);
    m_reset->setText(standard.isEmpty() ? tr("Reset to no keys") : tr("Reset to %1").arg(textsOf(standard)));
    m_reset->setVisible(action && m_actions.keyMap().isOwn(id));
    m_resetAll->setEnabled(!m_actions.keyMap().isEmpty());
    say({});
    showWays();
}

void KeysSheet::showWays()
{
    qDeleteAll(m_ways->findChildren<QWidget *>(Qt::FindDirectChildrenOnly));
    const QStringList ways = m_actions.ways(m_list->current());
    for (const QString &way : ways) {
        auto *row = new QWidget(m_ways);
        row->setMinimumHeight(space::control);
        auto *layout = new QHBoxLayout(row);
        layout->setContentsMargins({});
        layout->addWidget(new KeyHints({{keyway::caps(way), {}}}, row), 1);
        auto *remove = new IconButton(u"close"_s, tr("Remove %1").arg(keyway::text(way)), TextButton::Kind::Ghost, row);
        remove->setObjectName(u"keysRemove:"_s + way);
        connect(
            remove, &IconButton::clicked, this,
            [this, way] {
                m_recorder->setFocus();
                this->remove(way);
            },
            Qt::QueuedConnection); // the button goes with its row
        layout->addWidget(remove);
        m_ways->layout()->addWidget(row);
    }
    if (ways.isEmpty())
        m_ways->layout()->addWidget(new PlainLabel(tr("No keys"), TextStyle::Body, PlainLabel::Tone::Secondary, m_ways));
}

void KeysSheet::record(const QString &way)
{
    const QString id = m_list->current();
    if (m_actions.ways(id).contains(way))
        return say(tr("%1 does this already.").arg(keyway::text(way)));
    const QStringList others = m_actions.colliding(way, id);
    if (others.isEmpty())
        return use(way);
    QStringList names;
    for (const QString &other : others.mid(0, kMostNamed))
        for (const QString &held : m_actions.ways(other))
            if (keyway::collide(held, way))
                names.append(tr("“%1” (%2)").arg(m_actions.find(other)->text, keyway::text(held)));
    const QString more = others.size() > kMostNamed ? tr(" and %n more", nullptr, int(others.size() - kMostNamed)) : QString();
    say(tr("%1 is in use by %2%3. Used here, it works there no more.").arg(keyway::text(way), names.join(u", "_s), more), true);
    m_wanted = way;
    m_question->findChild<QWidget *>(u"keysUse"_s)->setFocus();
}

void KeysSheet::use(const QString &way)
{
    const QString id = m_list->current();
    KeyMap &keys = m_actions.keyMap();
    for (const QString &other : m_actions.colliding(way, id)) {
        QStringList left = m_actions.ways(other);
        left.removeIf([&](const QString &each) { return keyway::collide(each, way); });
        if (keys.isOwn(other)) // the others give way by themselves
            keys.set(other, left);
    }
    QStringList ways = m_actions.ways(id);
    ways.removeIf([&](const QString &each) { return keyway::collide(each, way); });
    keys.set(id, ways + QStringList{way});
    say(tr("%1 does this now, in all windows.").arg(keyway::text(way)));
    m_recorder->setFocus();
}

void KeysSheet::remove(const QString &way)
{
    QStringList ways = m_actions.ways(m_list->current());
    ways.removeAll(way);
    m_actions.keyMap().set(m_list->current(), ways);
}

void KeysSheet::askResetAll()
{
    auto *question = new QuestionSheet(this, tr("Take back the program's keys?"), tr("Keys that you chose are forgotten, of all actions."));
    question->setObjectName(u"keysResetQuestion"_s);
    question->addAnswer(u"cancel"_s, tr("Keep them"));
    question->addAnswer(u"reset"_s, tr("Reset all"), TextButton::Kind::Primary);
    connect(question, &QuestionSheet::answered, this, [this](const QString &answer) {
        if (answer == "reset"_L1)
            m_actions.keyMap().resetAll();
    });
    question->open();
}
