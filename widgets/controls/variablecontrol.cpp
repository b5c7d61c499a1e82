// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/controls/variablecontrol.h>

#include <QtWidgets/QHBoxLayout>
#include <widgets/controls/linktext.h>
#include <widgets/controls/menu.h>
#include <widgets/controls/toggle.h>
#include <widgets/theme/style.h>

namespace {
constexpr int kMostOptions = 100000;
} // namespace

VariableControl::VariableControl(const VariableItem &item, QWidget *parent)
    : QWidget(parent)
    , m_label(new PlainLabel({}, TextStyle::Label, PlainLabel::Tone::Secondary, this))
{
    setObjectName(QStringLiteral("variable.") + item.name);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(8);
    layout->addWidget(m_label);
    if (item.kind == VariableItem::Kind::Text) {
        m_edit = new LineEdit(this);
        m_edit->setFixedWidth(140);
        m_edit->setObjectName(QStringLiteral("variable.%1.value").arg(item.name));
        layout->addWidget(m_edit);
        connect(m_edit, &QLineEdit::editingFinished, this, [this] {
            if (m_item.values != QStringList{m_edit->text()})
                emit changed(m_item.name, {m_edit->text()});
        });
    } else if (item.kind == VariableItem::Kind::Filters) {
        m_filters = new FilterBox(item.name, this);
        m_label->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Preferred); // chips give way, not the name
        layout->addWidget(m_filters, 1);
        connect(m_filters, &FilterBox::changed, this,
                [this](const QList<LabelFilterItem> &filters) { emit filtersChanged(m_item.name, filters); });
        connect(m_filters, &FilterBox::valuesWanted, this, [this](const QString &label) { emit filterValuesWanted(m_item.name, label); });
    } else if (item.kind == VariableItem::Kind::Switch) {
        m_item.name = item.name;
        makeSwitch();
    } else {
        m_box = new ValueBox(this);
        m_box->setObjectName(QStringLiteral("variable.%1.value").arg(item.name));
        layout->addWidget(m_box);
        connect(m_box, &QAbstractButton::clicked, this, &VariableControl::open);
        connect(m_box, &ValueBox::removed, this, &VariableControl::removeValue);
    }
    show(item);
}

void VariableControl::makeSwitch()
{
    m_switch = new Switch({}, this);
    m_switch->setObjectName(QStringLiteral("variable.%1.value").arg(m_item.name));
    layout()->addWidget(m_switch);
    connect(m_switch, &QAbstractButton::clicked, this,
            [this](bool on) { emit changed(m_item.name, {on ? QStringLiteral("true") : QStringLiteral("false")}); });
}

void VariableControl::setItem(const VariableItem &item)
{
    if (item == m_item)
        return;
    show(item);
    if (m_several && m_several->isVisible())
        return; // the person is choosing; new options come with the next opening
}

void VariableControl::show(const VariableItem &item)
{
    m_item = item;
    m_label->setText(item.label);
    m_label->setVisible(!item.label.isEmpty());
    m_label->setToolTip(plainToolTip(item.description));
    if (m_filters) {
        QStringList labels;
        for (const VariableItem::Choice &choice : item.options)
            labels.append(choice.value);
        m_filters->setLabels(labels);
        m_filters->setFilters(item.filters);
        m_filters->setAccessibleName(item.label.isEmpty() ? item.name : item.label);
    } else if (m_switch) {
        const QString tip = item.error.isEmpty() ? item.description : item.error;
        m_switch->setChecked(item.values.value(0) == QLatin1String("true"));
        m_switch->setAccessibleName(item.label.isEmpty() ? item.name : item.label);
        m_switch->setAccessibleDescription(tip);
        for (QWidget *each : {static_cast<QWidget *>(m_label), static_cast<QWidget *>(m_switch)})
            each->setToolTip(plainToolTip(tip));
        m_label->setTone(item.error.isEmpty() ? PlainLabel::Tone::Secondary : PlainLabel::Tone::Bad);
    } else if (m_edit) {
        const QString text = item.values.value(0);
        if (m_edit->text() != text && !m_edit->hasFocus())
            m_edit->setText(text);
        m_edit->setInvalid(!item.error.isEmpty());
        m_edit->setAccessibleName(item.label.isEmpty() ? item.name : item.label);
    } else {
        m_box->setItem(item);
    }
}

int VariableControl::labelWidth() const
{
    return m_label->isHidden() ? 0 : m_label->sizeHint().width();
}

void VariableControl::setLabelWidth(int px)
{
    m_label->setFixedWidth(px);
    if (auto *row = qobject_cast<QHBoxLayout *>(layout()); m_box)
        m_box->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    else if (m_edit)
        m_edit->setMaximumWidth(QWIDGETSIZE_MAX);
    else if (m_switch && row->itemAt(row->count() - 1)->widget())
        row->addStretch(1);
}

void VariableControl::open()
{
    m_box->setOpen(true);
    if (m_item.kind == VariableItem::Kind::Multi)
        openSeveral();
    else
        openOne();
}

void VariableControl::openOne()
{
    if (!m_one) {
        m_one = new OptionPopup(this);
        addFooter(m_one);
        connect(m_one, &OptionPopup::chosen, this, [this](const QString &value) {
            if (m_item.values != QStringList{value})
                emit changed(m_item.name, {value});
        });
        connect(m_one, &Popup::closed, this, [this] { m_box->setOpen(false); });
    }
    QList<Option> options;
    if (m_item.offerAll)
        options.append({MultiSelectPopup::allValue(), tr("All")});
    for (const VariableItem::Choice &choice : m_item.options.mid(0, kMostOptions))
        options.append({choice.value, choice.text});
    m_one->setCustom(m_item.allowCustom ? tr("Use “%1”") : QString());
    m_one->setMinimumListWidth(m_box->width() - 10);
    m_one->setOptions(options, m_item.values.value(0));
    m_one->popupUnder(m_box);
}

void VariableControl::openSeveral()
{
    if (!m_several) {
        m_several = new MultiSelectPopup(this);
        addFooter(m_several);
        connect(m_several, &MultiSelectPopup::committed, this, [this](const QStringList &values) { emit changed(m_item.name, values); });
        connect(m_several, &Popup::closed, this, [this] { m_box->setOpen(false); });
    }
    QList<Option> options;
    for (const VariableItem::Choice &choice : m_item.options.mid(0, kMostOptions))
        options.append({choice.value, choice.text});
    m_several->setCustom(m_item.allowCustom ? tr("Use “%1”") : QString());
    m_several->setNoneAllowed(m_item.noneAllowed);
    m_several->setOptions(options, m_item.offerAll);
    m_several->setChosen(m_item.values);
    m_several->popupUnder(m_box);
}

// The way to what the variable is, from where its values are.
void VariableControl::addFooter(Popup *popup)
{
    if (!m_item.hasSettings)
        return;
    auto *edit = new LinkText(editText(), popup, QStringLiteral("edit"));
    edit->setObjectName(QStringLiteral("variable.%1.edit").arg(m_item.name));
    auto *row = new QHBoxLayout;
    row->setContentsMargins(8, 2, 8, 2);
    row->addWidget(edit);
    row->addStretch(1);
    popup->contentLayout()->addLayout(row);
    connect(edit, &LinkText::clicked, this, [this, popup] {
        popup->close();
        emit editRequested(m_item.name);
    });
}

void VariableControl::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_item.hasSettings)
        return event->ignore();
    auto *menu = new Menu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->add(QStringLiteral("variable.edit"), QStringLiteral("edit"), editText()), &QAction::triggered, this,
            [this] { emit editRequested(m_item.name); });
    menu->popup(event->globalPos());
}

void VariableControl::removeValue(const QString &value)
{
    QStringList values = m_item.values;
    values.removeAll(value);
    emit changed(m_item.name, values);
}
