// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/sortkeyscontrol.h>

#include <QtWidgets/QBoxLayout>
#include <widgets/controls/keptfocus.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

SortKeysControl::SortKeysControl(const OptionRow &, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_name(name)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    auto *button = addButton(tr("Add column"), name + ".add"_L1, this);
    m_layout->addWidget(button, 0, Qt::AlignLeft);
    setFocusProxy(button);
    connect(button, &QAbstractButton::clicked, this, &SortKeysControl::add);
}

void SortKeysControl::setContext(const FormContext &context)
{
    m_columns = context.fieldNames;
    QList<Option> options;
    for (const QString &each : std::as_const(m_columns))
        options.append({each, each});
    for (ChooseButton *button : std::as_const(m_buttons))
        button->setOptions(options);
}

void SortKeysControl::show(const Json &value)
{
    const std::vector<Json> next = value.items();
    if (m_rows && next == m_keys)
        return;
    m_keys = next;
    rebuild();
}

void SortKeysControl::rebuild()
{
    const KeptFocus kept(this, focusProxy());
    retire(m_rows);
    m_buttons.clear();
    m_rows = new QWidget(this);
    auto *layout = new QVBoxLayout(m_rows);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    for (size_t i = 0; i < m_keys.size(); ++i)
        layout->addWidget(keyRow(qsizetype(i)));
    m_rows->setVisible(!m_keys.empty());
    m_layout->insertWidget(0, m_rows);
    FormContext context;
    context.fieldNames = m_columns;
    setContext(context);
}

QWidget *SortKeysControl::keyRow(qsizetype index)
{
    auto *row = new QWidget(m_rows);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    const QString name = u"%1.%2."_s.arg(m_name).arg(index);
    auto *column = new ChooseButton(row);
    column->setObjectName(name + "column"_L1);
    column->setAccessibleName(tr("Column %1").arg(index + 1));
    column->setPlaceholder(tr("Column"));
    column->setCustom(u"“%1”"_s);
    column->setCurrent(m_keys[size_t(index)][u"displayName"].toString());
    m_buttons.append(column);
    auto *direction = new SegmentedControl(row, ControlSize::Small);
    direction->setObjectName(name + "direction"_L1);
    direction->setAccessibleName(tr("Direction of column %1").arg(index + 1));
    direction->setSegments({{u"asc"_s, {}, u"chevron-up"_s, tr("Ascending: smallest first")},
                            {u"desc"_s, {}, u"chevron-down"_s, tr("Descending: largest first")}});
    direction->setCurrent(m_keys[size_t(index)][u"desc"].toBool() ? u"desc"_s : u"asc"_s);
    auto *menu = new ItemMenuButton(name + "menu"_L1, tr("Column %1").arg(index + 1), row);
    menu->setPlace(index, qsizetype(m_keys.size()));
    layout->addWidget(column, 1);
    layout->addWidget(direction);
    layout->addWidget(menu);
    connect(column, &ChooseButton::chosen, this, [this, index](const QString &text) { setMember(index, u"displayName"_s, Json(text)); });
    connect(direction, &SegmentedControl::currentChanged, this,
            [this, index](const QString &way) { setMember(index, u"desc"_s, Json(way == "desc"_L1)); });
    connect(menu, &ItemMenuButton::moveRequested, this, [this, index](int by) {
        std::swap(m_keys[size_t(index)], m_keys[size_t(index + by)]);
        tellKeys();
        focusMenu(index + by);
    });
    connect(menu, &ItemMenuButton::removeRequested, this, [this, index] {
        m_keys.erase(m_keys.begin() + index);
        tellKeys();
        focusMenu(std::min(index, qsizetype(m_keys.size()) - 1));
    });
    return row;
}

void SortKeysControl::focusMenu(qsizetype index)
{
    if (auto *menu = findChild<QWidget *>(u"%1.%2.menu"_s.arg(m_name).arg(index)))
        menu->setFocus(Qt::OtherFocusReason);
}

void SortKeysControl::setMember(qsizetype index, const QString &member, const Json &to)
{
    m_keys[size_t(index)] = m_keys[size_t(index)].with(member, to);
    tell(Json::array(m_keys));
}

void SortKeysControl::tellKeys()
{
    rebuild();
    tell(m_keys.empty() ? Json() : Json::array(m_keys));
}

QString SortKeysControl::unusedColumn() const
{
    for (const QString &each : m_columns)
        if (std::none_of(m_keys.begin(), m_keys.end(), [&](const Json &key) { return key[u"displayName"].toString() == each; }))
            return each;
    return {};
}

// The next column there is; one that is not known yet is chosen by hand.
void SortKeysControl::add()
{
    m_keys.push_back(Json::object({{u"displayName"_s, Json(unusedColumn())}, {u"desc"_s, Json(false)}}));
    tellKeys();
    m_buttons.last()->setFocus(Qt::TabFocusReason);
}
