// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/helpsheet.h>

#include <QtWidgets/QGridLayout>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <app/actions.h>
#include <app/keys/keyway.h>
#include <widgets/controls/button.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keycaps.h>
#include <widgets/theme/theme.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kWidth = 860, kHeight = 680;
constexpr int kColumns = 2;

QList<QStringList> waysOf(const Actions &actions, const Action &action)
{
    QList<QStringList> ways;
    for (const QString &way : actions.ways(action.id))
        ways.append(keyway::caps(way));
    return ways;
}

QWidget *rowOf(const Action &action, const QList<QStringList> &ways, QWidget *parent)
{
    auto *row = new QWidget(parent);
    row->setObjectName(u"help:"_s + action.id);
    row->setAccessibleName(action.text);
    row->setMinimumHeight(28);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    layout->addWidget(new PlainLabel(action.text, TextStyle::Body, PlainLabel::Tone::Primary, row), 1);
    QStringList spoken;
    for (const QStringList &keys : ways.mid(0, 3)) {
        layout->addWidget(new KeyHints({{keys, {}}}, row));
        spoken.append(keys.join(u' '));
    }
    row->setAccessibleDescription(spoken.join(u", "_s));
    return row;
}

QWidget *groupOf(const QString &name, const Actions &actions, QWidget *parent)
{
    auto *group = new QWidget(parent);
    auto *layout = new QVBoxLayout(group);
    layout->setContentsMargins(0, 0, 0, space::group);
    layout->setSpacing(0);
    group->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    layout->addWidget(new PlainLabel(name, TextStyle::LabelStrong, PlainLabel::Tone::Secondary, group));
    for (const Action &action : actions.all())
        if (action.group == name)
            if (const QList<QStringList> ways = waysOf(actions, action); !ways.isEmpty())
                layout->addWidget(rowOf(action, ways, group));
    return group;
}

// Groups in two columns of about the same height, in their order.
QWidget *pageOf(const Actions &actions, QWidget *parent)
{
    auto *page = new QWidget(parent);
    auto *columns = new QHBoxLayout(page);
    columns->setContentsMargins(space::section, space::unit, space::section, space::unit);
    columns->setSpacing(2 * space::group);
    QStringList groups;
    qsizetype total = 0;
    for (const Action &action : actions.all()) {
        if (waysOf(actions, action).isEmpty())
            continue;
        ++total;
        if (!groups.contains(action.group)) {
            groups.append(action.group);
            total += 2;
        }
    }
    qsizetype filled = 0;
    QVBoxLayout *column = nullptr;
    for (const QString &name : std::as_const(groups)) {
        if (!column || (columns->count() < kColumns && filled * kColumns >= total)) {
            column = new QVBoxLayout;
            columns->addLayout(column, 1);
        }
        column->addWidget(groupOf(name, actions, page));
        filled += 2 + std::count_if(actions.all().begin(), actions.all().end(), [&](const Action &each) {
                      return each.group == name && !waysOf(actions, each).isEmpty();
                  });
    }
    for (int i = 0; i < columns->count(); ++i)
        static_cast<QVBoxLayout *>(columns->itemAt(i)->layout())->addStretch(1);
    return page;
}

} // namespace

HelpSheet::HelpSheet(const Actions &actions, QWidget *window) : Sheet(window, {kWidth, kHeight})
{
    setObjectName(u"helpSheet"_s);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::section, space::group, space::group, space::unit);
    head->addWidget(new PlainLabel(tr("Keyboard"), TextStyle::Title, PlainLabel::Tone::Primary, this), 1);
    auto *change = new TextButton(tr("Change keys…"), TextButton::Kind::Secondary, u"keyboard"_s, this);
    change->setObjectName(u"helpChange"_s);
    connect(change, &TextButton::clicked, this, [this] {
        Sheet::close();
        emit changeRequested();
    });
    head->addWidget(change);
    auto *close = new IconButton(u"close"_s, tr("Close"), TextButton::Kind::Ghost, this);
    close->setObjectName(u"helpClose"_s);
    connect(close, &IconButton::clicked, this, &Sheet::close);
    head->addWidget(close);
    contentLayout()->addLayout(head);

    auto *scroll = new QScrollArea(this);
    scroll->setAccessibleName(tr("Keyboard"));
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    auto *page = pageOf(actions, scroll);
    scroll->setWidget(page);
    page->setAutoFillBackground(false);
    contentLayout()->addWidget(scroll, 1);
    close->setFocus();
}
