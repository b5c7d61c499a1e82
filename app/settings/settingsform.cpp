// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/settingsform.h>

#include <QtGui/QKeyEvent>
#include <QtWidgets/QGridLayout>
#include <QtWidgets/QPlainTextEdit>
#include <widgets/controls/field.h>
#include <widgets/controls/toggle.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {

bool isTyped(OptionRow::Kind kind)
{
    return kind == OptionRow::Kind::Text || kind == OptionRow::Kind::MultilineText || kind == OptionRow::Kind::Texts
        || kind == OptionRow::Kind::Integer || kind == OptionRow::Kind::Number;
}

} // namespace

SettingsForm::SettingsForm(const QString &prefix, QWidget *parent) : QWidget(parent), m_prefix(prefix), m_grid(new QGridLayout(this))
{
    m_grid->setContentsMargins({});
    m_grid->setHorizontalSpacing(space::window);
    m_grid->setVerticalSpacing(space::window);
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 1);
}

void SettingsForm::setRows(const QList<SettingsRow> &rows, const QHash<QString, OptionControl *> &controls)
{
    for (const SettingsRow &row : rows) {
        m_fields.push_back(std::make_unique<Field>());
        Field &field = *m_fields.back();
        field.form = row;
        if (row.row.kind == OptionRow::Kind::Bool)
            makeCheckBox(field);
        else
            makeField(field, row.row.choices.isEmpty() ? controls.value(row.row.key) : nullptr);
    }
    arrange();
}

void SettingsForm::makeCheckBox(Field &field)
{
    const OptionRow &row = field.form.row;
    auto *box = new CheckBox(optionText(row.label), {}, this);
    box->setObjectName(m_prefix + u':' + row.key);
    box->setToolTip(plainToolTip(optionText(row.help)));
    field.box = box;
    connect(box, &QCheckBox::clicked, this, [this, &field](bool on) { took(field, on); });
}

void SettingsForm::makeField(Field &field, OptionControl *control)
{
    const OptionRow &row = field.form.row;
    const bool takes = control && (row.kind == OptionRow::Kind::Choice || row.kind == OptionRow::Kind::Json);
    field.control = takes ? control : OptionControl::make(row, m_prefix + u':' + row.key, this);
    field.field = new FormField(optionText(row.label), field.control, this);
    field.field->setHelp(optionText(row.help));
    field.box = field.field;
    field.typed = isTyped(row.kind);
    if (auto *edit = field.control->findChild<LineEdit *>(); edit && field.typed)
        edit->setMonospace(field.form.code);
    if (QWidget *inner = field.control->focusProxy(); inner && field.typed)
        inner->installEventFilter(this);
    connect(field.control, &OptionControl::edited, this,
            [this, &field](const Json &value) { took(field, choiceValue(field.form.row, value)); });
}

void SettingsForm::showProblem(Field &field, const QString &text)
{
    if (!field.field)
        return;
    field.field->setError(text);
    if (auto *edit = field.control->findChild<LineEdit *>(); edit && field.typed)
        edit->setInvalid(!text.isEmpty());
}

Json SettingsForm::choiceValue(const OptionRow &row, const Json &value)
{
    bool whole = false;
    const int number = value.toString().toInt(&whole);
    const bool choices = row.kind == OptionRow::Kind::Choice && row.defaultValue.isNumber();
    return choices && whole ? Json(number) : value;
}

void SettingsForm::took(Field &field, const Json &value)
{
    const QString &key = field.form.row.key;
    m_draft = value.isNull() ? m_draft.without(key) : m_draft.with(key, value);
    field.pending = true;
    showProblem(field, m_check ? m_check(key, value) : QString());
    if (!field.typed)
        tell(field);
    emit drafted();
}

void SettingsForm::tell(Field &field)
{
    if (!std::exchange(field.pending, false))
        return;
    const QString &key = field.form.row.key;
    const Json value = m_draft.get(key);
    const Json stored = m_json.get(key);
    if (value == stored || (stored.isNull() && value == field.form.row.defaultValue))
        return;
    if (m_check && !m_check(key, value).isEmpty()) {
        field.pending = true;
        return;
    }
    emit edited(key, value, optionText(field.form.row.label));
}

void SettingsForm::finishTyping()
{
    for (const auto &field : m_fields)
        if (field->shown)
            tell(*field);
}

void SettingsForm::changeSubject(const QString &subject)
{
    QHash<QString, Json> &waiting = m_waiting[m_subject];
    waiting.clear();
    for (const auto &field : m_fields)
        if (std::exchange(field->pending, false))
            waiting.insert(field->form.row.key, m_draft.get(field->form.row.key));
    m_subject = subject;
}

void SettingsForm::setJson(const Json &object, const QString &subject)
{
    const bool isOther = subject != m_subject;
    if (isOther)
        changeSubject(subject);
    const Json before = std::exchange(m_json, object);
    const Json typed = std::exchange(m_draft, object);
    bool moved = false;
    for (const auto &each : m_fields) {
        Field &field = *each;
        const OptionRow &row = field.form.row;
        const Json value = object.get(row.key);
        if (field.pending && value == before.get(row.key)) { // still being typed
            const Json text = typed.get(row.key);
            m_draft = text.isNull() ? m_draft.without(row.key) : m_draft.with(row.key, text);
        } else {
            field.pending = false;
            showValue(field, value);
            showProblem(field, {});
        }
        const bool shown = !row.visible || row.visible(object);
        moved |= std::exchange(field.shown, shown) != shown;
    }
    if (moved)
        arrange();
    if (!isOther)
        return;
    const QHash<QString, Json> waiting = m_waiting.take(subject);
    for (const auto &field : m_fields)
        if (const auto typed = waiting.constFind(field->form.row.key); typed != waiting.constEnd()) {
            showValue(*field, *typed);
            took(*field, *typed);
        }
}

void SettingsForm::showValue(Field &field, const Json &value)
{
    const OptionRow &row = field.form.row;
    if (auto *box = qobject_cast<CheckBox *>(field.box))
        box->setChecked(value.toBool(row.defaultValue.toBool()));
    else
        field.control->setValue(value.isNull() && row.kind == OptionRow::Kind::Choice ? row.defaultValue : value);
    auto *edit = field.control && field.typed ? field.control->findChild<LineEdit *>() : nullptr;
    if (edit && !edit->hasFocus())
        edit->setCursorPosition(0); // long texts show their beginning
}

void SettingsForm::arrange()
{
    while (QLayoutItem *item = m_grid->takeAt(0)) {
        if (QWidget *widget = item->widget(); widget && widget->property("heading").toBool())
            widget->deleteLater();
        delete item;
    }
    int line = 0;
    bool half = false; // the left one of a pair lies there
    QByteArray group;
    for (const auto &field : m_fields) {
        field->box->setVisible(field->shown);
        if (!field->shown)
            continue;
        if (group != field->form.row.group) {
            line += std::exchange(half, false);
            group = field->form.row.group;
            auto *heading = new PlainLabel(optionText(field->form.row.group), TextStyle::Heading);
            heading->setProperty("heading", true);
            heading->setContentsMargins(0, line > 0 ? space::group : 0, 0, 0);
            m_grid->addWidget(heading, line++, 0, 1, 2);
        }
        const bool narrow = field->form.narrow;
        line += !narrow && std::exchange(half, false);
        const bool isBox = field->form.row.kind == OptionRow::Kind::Bool;
        m_grid->addWidget(field->box, line, half ? 1 : 0, 1, narrow ? 1 : 2, isBox ? Qt::AlignTop | Qt::AlignLeft : Qt::AlignTop);
        line += !narrow || half;
        half = narrow && !half;
        setTabOrder(this, field->box);
    }
}

bool SettingsForm::eventFilter(QObject *watched, QEvent *event)
{
    const bool enter = event->type() == QEvent::KeyPress && qobject_cast<LineEdit *>(watched)
        && (static_cast<QKeyEvent *>(event)->key() == Qt::Key_Return || static_cast<QKeyEvent *>(event)->key() == Qt::Key_Enter);
    if (enter || event->type() == QEvent::FocusOut) {
        for (const auto &field : m_fields)
            if (field->control && field->control->focusProxy() == watched)
                tell(*field);
    }
    return QWidget::eventFilter(watched, event);
}

ChooseControl::ChooseControl(const QString &name, const QString &label, const QString &custom, QWidget *parent)
    : OptionControl(parent)
    , m_button(new ChooseButton(this))
{
    m_button->setObjectName(name);
    m_button->setAccessibleName(label);
    m_button->setCustom(custom);
    setInner(m_button);
    connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value.isEmpty() ? Json() : Json(value)); });
}

void ChooseControl::setOptions(const QList<Option> &options)
{
    m_button->setOptions(options);
}

void ChooseControl::show(const Json &value)
{
    m_button->setCurrent(value.toString());
}
