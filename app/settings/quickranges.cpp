// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/quickranges.h>

#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/field.h>

using namespace Qt::StringLiterals;

QuickRangesControl::QuickRangesControl(QWidget *parent) : OptionControl(parent), m_rows(new QVBoxLayout)
{
    auto *add = new TextButton(tr("Add range"), TextButton::Kind::Secondary, u"add"_s);
    add->setObjectName(u"quickRanges.add"_s);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    m_rows->setSpacing(space::unit);
    layout->addLayout(m_rows);
    layout->addWidget(add, 0, Qt::AlignLeft);
    setFocusProxy(add);
    connect(add, &TextButton::clicked, this, [this] {
        m_ranges.push_back(Json::object({{u"display"_s, tr("Last 2 hours")}, {u"from"_s, u"now-2h"_s}, {u"to"_s, u"now"_s}}));
        rebuild();
        tellAll();
        if (auto *edit = findChild<LineEdit *>(u"quickRanges.%1.display"_s.arg(m_ranges.size() - 1))) {
            edit->setFocus(Qt::OtherFocusReason);
            edit->selectAll();
        }
    });
}

void QuickRangesControl::show(const Json &value)
{
    const std::vector<Json> ranges = value.items();
    if (ranges == m_ranges)
        return;
    m_ranges = ranges;
    rebuild();
}

void QuickRangesControl::tellAll()
{
    tell(m_ranges.empty() ? Json() : Json::array(m_ranges));
}

void QuickRangesControl::set(qsizetype at, const QString &key, LineEdit *edit)
{
    const QString problem = key == u"display" || !m_check ? QString() : m_check(edit->text(), key == u"to");
    edit->setInvalid(!problem.isEmpty());
    edit->setToolTip(plainToolTip(problem));
    if (!problem.isEmpty() || m_ranges[size_t(at)][key].toString() == edit->text())
        return;
    m_ranges[size_t(at)] = m_ranges[size_t(at)].with(key, edit->text());
    tellAll();
}

void QuickRangesControl::addRow(qsizetype at)
{
    auto *row = new QWidget;
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::unit);
    const auto field = [&](const QString &key, const QString &name, int stretch) {
        auto *edit = new LineEdit;
        edit->setObjectName(u"quickRanges.%1.%2"_s.arg(at).arg(key));
        edit->setAccessibleName(name);
        edit->setPlaceholderText(name);
        edit->setMonospace(key != u"display");
        edit->setText(m_ranges[size_t(at)][key].toString());
        layout->addWidget(edit, stretch);
        connect(edit, &QLineEdit::editingFinished, this, [this, at, key, edit] { set(at, key, edit); });
    };
    field(u"display"_s, tr("Name"), 3);
    field(u"from"_s, tr("From"), 2);
    field(u"to"_s, tr("To"), 2);
    auto *remove = new IconButton(u"delete"_s, tr("Remove this range"));
    remove->setObjectName(u"quickRanges.%1.remove"_s.arg(at));
    layout->addWidget(remove);
    connect(remove, &IconButton::clicked, this, [this, at] {
        m_ranges.erase(m_ranges.begin() + at);
        rebuild();
        tellAll();
    });
    m_rows->addWidget(row);
}

void QuickRangesControl::rebuild()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        item->widget()->hide();
        for (QWidget *part : item->widget()->findChildren<QWidget *>())
            part->setObjectName({});
        item->widget()->deleteLater();
        delete item;
    }
    for (qsizetype at = 0; at < qsizetype(m_ranges.size()); ++at)
        addRow(at);
}
