// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/linkscontrol.h>

#include <QtWidgets/QBoxLayout>
#include <widgets/controls/field.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/controls/toggle.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

LinksControl::LinksControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_name(name)
    , m_ofData(row.kind == OptionRow::Kind::DataLinks)
    , m_layout(new QVBoxLayout(this))
{
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    auto *add = addButton(tr("Add link"), name + ".add"_L1, this);
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    setFocusProxy(add);
    connect(add, &QAbstractButton::clicked, this, [this] {
        m_links.push_back(Json::object({{u"title"_s, Json(QString())}, {u"url"_s, Json(QString())}}));
        tellLinks(m_links);
        if (auto *edit = findChild<QWidget *>(u"%1.%2.title"_s.arg(m_name).arg(m_links.size() - 1)))
            edit->setFocus(Qt::TabFocusReason);
    });
}

void LinksControl::setContext(const FormContext &context)
{
    QStringList variables;
    for (const QString &each : context.variables)
        variables.append(u"${%1}"_s.arg(each));
    variables += {u"${__url_time_range}"_s, u"${__from}"_s, u"${__to}"_s};
    if (m_ofData)
        variables += {u"${__field.name}"_s, u"${__series.name}"_s, u"${__value.raw}"_s, u"${__value.text}"_s, u"${__value.time}"_s};
    m_variables = variables;
}

void LinksControl::show(const Json &value)
{
    const std::vector<Json> next = value.items();
    if (m_rows && next == m_links)
        return;
    m_links = next;
    rebuild();
}

void LinksControl::rebuild()
{
    const KeptFocus kept(this, focusProxy());
    retire(m_rows);
    m_rows = new QWidget(this);
    auto *layout = new QVBoxLayout(m_rows);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    for (size_t i = 0; i < m_links.size(); ++i)
        layout->addWidget(box(qsizetype(i), m_links[i]));
    m_layout->insertWidget(0, m_rows);
}

QWidget *LinksControl::box(qsizetype index, const Json &)
{
    auto *box = new ItemBox(m_rows);
    const auto line = [box] {
        auto *made = new QHBoxLayout;
        made->setSpacing(space::half);
        box->contentLayout()->addLayout(made);
        return made;
    };
    QHBoxLayout *head = line();
    addText(index, u"title"_s, tr("Title"), head, box);
    auto *menu = new ItemMenuButton(u"%1.%2.menu"_s.arg(m_name).arg(index), tr("Link %1").arg(index + 1), box);
    menu->setPlace(index, qsizetype(m_links.size()));
    head->addWidget(menu);
    QHBoxLayout *address = line();
    addText(index, u"url"_s, tr("Address"), address, box);
    addVariables(index, address, box);
    QHBoxLayout *foot = line();
    foot->setSpacing(space::group);
    addSwitch(index, u"targetBlank"_s, tr("New tab"), {}, foot, box);
    if (m_ofData)
        addSwitch(index, u"oneClick"_s, tr("One click"), tr("A click on the value follows this link at once, without a menu"), foot, box);
    foot->addStretch(1);
    connect(menu, &ItemMenuButton::moveRequested, this, [this, index](int by) {
        std::swap(m_links[size_t(index)], m_links[size_t(index + by)]);
        tellLinks(m_links);
        focusMenu(index + by);
    });
    connect(menu, &ItemMenuButton::removeRequested, this, [this, index] {
        m_links.erase(m_links.begin() + index);
        tellLinks(m_links);
        focusMenu(std::min(index, qsizetype(m_links.size()) - 1));
    });
    return box;
}

void LinksControl::addText(qsizetype index, const QString &member, const QString &label, QBoxLayout *line, QWidget *owner)
{
    auto *edit = new LineEdit(owner, ControlSize::Small);
    edit->setObjectName(u"%1.%2.%3"_s.arg(m_name).arg(index).arg(member));
    edit->setAccessibleName(label);
    edit->setTypesIntoDocument();
    edit->setPlaceholderText(label);
    edit->setText(m_links[size_t(index)][member].toString());
    line->addWidget(edit, 1);
    connect(edit, &QLineEdit::textEdited, this, [this, index, member](const QString &text) { setMember(index, member, Json(text)); });
}

void LinksControl::addSwitch(qsizetype index, const QString &member, const QString &label, const QString &help, QBoxLayout *line,
                             QWidget *owner)
{
    auto *on = new Switch(label, owner);
    on->setObjectName(u"%1.%2.%3"_s.arg(m_name).arg(index).arg(member));
    on->setToolTip(plainToolTip(help));
    on->setChecked(m_links[size_t(index)][member].toBool());
    line->addWidget(on);
    connect(on, &Switch::clicked, this, [this, index, member](bool checked) { setMember(index, member, Json(checked)); });
}

// What stands in for values in an address, to choose from.
void LinksControl::addVariables(qsizetype index, QBoxLayout *line, QWidget *owner)
{
    auto *button = new IconButton(u"variable"_s, tr("Insert a variable"), TextButton::Kind::Ghost, owner);
    button->setControlSize(ControlSize::Small);
    button->setObjectName(u"%1.%2.variables"_s.arg(m_name).arg(index));
    line->addWidget(button);
    connect(button, &QAbstractButton::clicked, this, [this, index, button] {
        auto *menu = new Menu(button);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        for (const QString &each : std::as_const(m_variables))
            connect(menu->addData({}, each), &QAction::triggered, this, [this, index, each] {
                auto *edit = findChild<LineEdit *>(u"%1.%2.url"_s.arg(m_name).arg(index));
                edit->insert(each);
                setMember(index, u"url"_s, Json(edit->text()));
            });
        menu->popup(button->mapToGlobal(QPoint(0, button->height() + 2)));
    });
}

void LinksControl::focusMenu(qsizetype index)
{
    if (auto *menu = findChild<QWidget *>(u"%1.%2.menu"_s.arg(m_name).arg(index)))
        menu->setFocus(Qt::OtherFocusReason);
}

void LinksControl::setMember(qsizetype index, const QString &member, const Json &to)
{
    m_links[size_t(index)] = m_links[size_t(index)].with(member, to);
    tell(Json::array(m_links));
}

void LinksControl::tellLinks(const std::vector<Json> &links)
{
    rebuild();
    tell(Json::array(links));
}
