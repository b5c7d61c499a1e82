// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/optionform.h>

#include <QtWidgets/QApplication>
#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <algorithm>
#include <widgets/controls/field.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

OptionForm::OptionForm(QWidget *parent)
    : QWidget(parent)
    , m_nothing(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this))
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(0);
    m_nothing->setObjectName(u"formNothing"_s);
    m_nothing->setWrapped(true);
    m_nothing->setContentsMargins(20, 20, 20, 20);
    auto *nothing = new QVBoxLayout;
    nothing->setContentsMargins(20, 16, 20, 16);
    nothing->addWidget(m_nothing);
    m_layout->addLayout(nothing);
    m_layout->addStretch(1);
    m_nothing->hide();
}

void OptionForm::clear()
{
    for (FormGroup *group : std::exchange(m_groups, {}))
        retire(group);
}

FormGroup *OptionForm::group(const QString &id) const
{
    const auto found = std::find_if(m_groups.begin(), m_groups.end(), [&](const FormGroup *each) { return each->id() == id; });
    return found == m_groups.end() ? nullptr : *found;
}

FormGroup *OptionForm::groupFor(const QString &id)
{
    if (FormGroup *found = group(id))
        return found;
    auto *made = new FormGroup(id, optionText(id.toUtf8().constData()), m_icons.value(id, u"settings"_s), this);
    made->setOpen(!m_closed.contains(id));
    m_groups.append(made);
    m_layout->insertWidget(m_layout->count() - 2, made);
    connect(made, &FormGroup::openChanged, this, [this, id](bool open) {
        if (m_search.isEmpty() && !m_changedOnly)
            open ? void(m_closed.remove(id)) : void(m_closed.insert(id));
        refresh();
    });
    return made;
}

void OptionForm::addSection(const FormSection &section)
{
    for (const OptionRow &row : section.rows) {
        auto *item = new FormRow(row, section.path, this);
        item->setMarksChanges(section.marksChanges);
        addItem(QString::fromUtf8(row.group), item);
        connect(item, &FormRow::edited, this, &OptionForm::edited);
    }
}

void OptionForm::addItem(const QString &group, FormItem *item)
{
    item->setContext(m_context);
    item->setRoot(m_root);
    groupFor(group)->addItem(item);
}

void OptionForm::setRoot(const Json &root)
{
    m_root = root;
    for (FormGroup *group : std::as_const(m_groups))
        for (FormItem *item : group->items())
            item->setRoot(root);
    refresh();
}

void OptionForm::setContext(const FormContext &context)
{
    if (m_context == context)
        return;
    m_context = context;
    for (FormGroup *group : std::as_const(m_groups))
        for (FormItem *item : group->items())
            item->setContext(context);
}

void OptionForm::setSearch(const QString &text)
{
    m_search = text.trimmed();
    refresh();
}

void OptionForm::setChangedOnly(bool only)
{
    m_changedOnly = only;
    refresh();
}

int OptionForm::changedCount() const
{
    int count = 0;
    for (const FormGroup *group : m_groups)
        count += group->changedCount();
    return count;
}

void OptionForm::focusFirst()
{
    for (QWidget *stop : tabStops())
        if (!qobject_cast<GroupHead *>(stop))
            return stop->setFocus(Qt::TabFocusReason);
}

void OptionForm::refresh()
{
    bool any = false;
    for (FormGroup *group : std::as_const(m_groups))
        any |= group->update(m_search, m_changedOnly);
    m_nothing->setText(m_changedOnly && m_search.isEmpty() ? tr("Everything is as by default.")
                                                           : tr("No option is called “%1”.").arg(m_search));
    m_nothing->setVisible(!any && !m_groups.isEmpty());
    if (const int changed = changedCount(); changed != m_changed) {
        m_changed = changed;
        emit changedCountChanged(changed);
    }
}

// Line by line, as it is read; the rows come and go, so that the order in which they were made says nothing.
QList<QWidget *> OptionForm::tabStops() const
{
    struct Stop {
        QWidget *widget;
        QPoint middle;
    };
    std::vector<Stop> stops;
    for (QWidget *each : findChildren<QWidget *>()) {
        if ((each->focusPolicy() & Qt::TabFocus) && !each->focusProxy() && each->isEnabled() && each->isVisibleTo(this))
            stops.push_back({each, each->mapTo(this, each->rect().center())});
    }
    std::stable_sort(stops.begin(), stops.end(), [](const Stop &a, const Stop &b) { return a.middle.y() < b.middle.y(); });
    QList<QWidget *> ordered;
    for (auto line = stops.begin(); line != stops.end();) {
        const int y = line->middle.y();
        const auto end = std::find_if(line, stops.end(), [y](const Stop &each) { return each.middle.y() > y + 9; });
        std::stable_sort(line, end, [](const Stop &a, const Stop &b) { return a.middle.x() < b.middle.x(); });
        for (; line != end; ++line)
            ordered.append(line->widget);
    }
    return ordered;
}

QWidget *OptionForm::stopOutside(bool next) const
{
    const QWidget *from = QApplication::focusWidget();
    if (!from)
        return nullptr;
    for (QWidget *each = next ? from->nextInFocusChain() : from->previousInFocusChain(); each != from;
         each = next ? each->nextInFocusChain() : each->previousInFocusChain()) {
        if ((each->focusPolicy() & Qt::TabFocus) && !each->focusProxy() && each->isEnabled() && each->isVisible() && each != this
            && !isAncestorOf(each) && each->window() == window())
            return each;
    }
    return nullptr;
}

bool OptionForm::focusNextPrevChild(bool next)
{
    const QList<QWidget *> stops = tabStops();
    QWidget *focus = QApplication::focusWidget();
    while (focus && !stops.contains(focus) && isAncestorOf(focus))
        focus = focus->parentWidget();
    const qsizetype at = focus ? stops.indexOf(focus) : -1;
    if (at < 0)
        return QWidget::focusNextPrevChild(next);
    const qsizetype to = next ? at + 1 : at - 1;
    QWidget *target = to >= 0 && to < stops.size() ? stops[to] : stopOutside(next);
    if (!target)
        return QWidget::focusNextPrevChild(next);
    target->setFocus(next ? Qt::TabFocusReason : Qt::BacktabFocusReason);
    for (QWidget *parent = parentWidget(); parent && isAncestorOf(target); parent = parent->parentWidget())
        if (auto *scroll = qobject_cast<QScrollArea *>(parent)) {
            scroll->ensureWidgetVisible(target, 0, 24);
            break;
        }
    return true;
}
