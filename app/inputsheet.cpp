// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/inputsheet.h>

#include <QtWidgets/QScrollArea>
#include <QtWidgets/QVBoxLayout>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostHeight = 320; // px; more inputs than that scroll

QString labelOf(const DashboardInput &input)
{
    const QString name = input.shownName();
    return input.label.isEmpty() || input.label == name ? name : u"%1 · %2"_s.arg(input.label, name);
}

// As high as its fields, and never higher than the sheet can be.
class FieldList : public QScrollArea
{
public:
    explicit FieldList(QWidget *parent) : QScrollArea(parent)
    {
        setFrameShape(NoFrame);
        setWidgetResizable(true);
        setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
        setFocusPolicy(Qt::NoFocus);
        viewport()->setAutoFillBackground(false);
        auto *inside = new QWidget(this);
        auto *layout = new QVBoxLayout(inside);
        layout->setContentsMargins(2, space::unit, 2, 2); // room for the focus ring
        layout->setSpacing(space::window);
        setWidget(inside);
        inside->setAutoFillBackground(false);
    }
    QSize sizeHint() const override { return {widget()->sizeHint().width(), std::min(kMostHeight, widget()->sizeHint().height())}; }
    QSize minimumSizeHint() const override { return {100, std::min(100, sizeHint().height())}; }
};

} // namespace

InputSheet::InputSheet(QWidget *anyInWindow, const QString &dashboard, const QList<DashboardInput> &inputs, const InputValues &values,
                       const QList<Option> &sources)
    : QuestionSheet(
        anyInWindow, tr("What “%1” shows").arg(dashboard),
        tr("It was made to be shared and leaves this open. The answers hold for all dashboards of its folder and are not written "
           "into them."))
    , m_values(values)
{
    setObjectName(u"inputSheet"_s);
    auto *list = new FieldList(this);
    for (const DashboardInput &input : inputs)
        if (input.kind == DashboardInput::Kind::Source)
            addSource(input, sources, list->widget());
        else
            addConstant(input, list->widget());
    addField(list);
    addAnswer(u"cancel"_s, tr("Cancel"));
    addAnswer(u"use"_s, tr("Use these"), TextButton::Kind::Primary);
    connect(this, &QuestionSheet::answered, this, [this](const QString &answer) {
        if (answer == u"use")
            emit chosen(m_values);
    });
}

void InputSheet::addSource(const DashboardInput &input, const QList<Option> &sources, QWidget *list)
{
    auto *choose = new ChooseButton(list);
    choose->setObjectName(u"input."_s + input.name);
    choose->setAccessibleName(tr("Source for %1").arg(labelOf(input)));
    choose->setOptions(sources);
    choose->setPlaceholder(tr("There is no source yet"));
    choose->setCurrent(m_values.value(input.name));
    connect(choose, &ChooseButton::chosen, this, [this, choose, name = input.name](const QString &uid) {
        choose->setCurrent(uid);
        m_values.insert(name, uid);
    });
    auto *field = new FormField(labelOf(input), choose, list);
    field->setHelp(input.description);
    list->layout()->addWidget(field);
}

void InputSheet::addConstant(const DashboardInput &input, QWidget *list)
{
    auto *edit = new LineEdit(list);
    edit->setObjectName(u"input."_s + input.name);
    edit->setAccessibleName(tr("Value of %1").arg(labelOf(input)));
    edit->setText(m_values.value(input.name));
    connect(edit, &QLineEdit::textChanged, this, [this, name = input.name](const QString &text) { m_values.insert(name, text); });
    auto *field = new FormField(labelOf(input), edit, list);
    field->setHelp(input.description);
    list->layout()->addWidget(field);
}
