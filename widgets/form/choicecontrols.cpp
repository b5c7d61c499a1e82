// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/choicecontrols.h>

#include <pipeline/reduce.h>
#include <pipeline/units.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/colorpicker.h>
#include <widgets/theme/paint.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostSegments = 4;
constexpr double kSegmentRoom = 158, kSegmentPadding = 10; // px: what the column of controls is wide

template <class Button>
void name(Button *button, const OptionRow &row, const QString &objectName)
{
    button->setObjectName(objectName);
    button->setAccessibleName(optionLabel(row));
}

const QList<Option> &unitOptions()
{
    static const QList<Option> options = [] {
        QList<Option> list;
        for (const UnitInfo &unit : units())
            list.append({unit.id, unit.name, unit.category});
        return list;
    }();
    return options;
}

const QList<Option> &reducerOptions()
{
    static const QList<Option> options = [] {
        QList<Option> list;
        for (const ReducerInfo &info : reducers())
            list.append({info.id, info.name});
        return list;
    }();
    return options;
}

} // namespace

bool ChoiceControl::isSegmented(const OptionRow &row)
{
    if (row.choices.size() < 2 || row.choices.size() > kMostSegments)
        return false;
    double widest = 0;
    for (const OptionChoice &choice : row.choices)
        widest = std::max(widest, textWidth(themeFont(12, 500), optionText(choice.label)));
    return (widest + kSegmentPadding) * double(row.choices.size()) <= kSegmentRoom;
}

ChoiceControl::ChoiceControl(const OptionRow &row, const QString &objectName, QWidget *parent)
    : OptionControl(parent)
    , m_default(row.defaultValue.toString())
{
    if (isSegmented(row)) {
        m_segments = new SegmentedControl(this, ControlSize::Small);
        QList<Segment> segments;
        for (const OptionChoice &choice : row.choices)
            segments.append({choice.value, optionText(choice.label)});
        m_segments->setSegments(segments);
        m_segments->setStretched(true);
        name(m_segments, row, objectName);
        setInner(m_segments);
        connect(m_segments, &SegmentedControl::currentChanged, this, [this](const QString &value) { tell(Json(value)); });
        return;
    }
    m_button = new ChooseButton(this);
    name(m_button, row, objectName);
    QList<Option> options;
    for (const OptionChoice &choice : row.choices)
        options.append({choice.value, optionText(choice.label)});
    m_button->setOptions(options);
    m_button->setPlaceholder(tr("auto"));
    setInner(m_button);
    connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(Json(value)); });
}

void ChoiceControl::show(const Json &value)
{
    const QString shown = value.isNull() ? m_default : shownValue(value);
    if (m_segments)
        m_segments->setCurrent(shown);
    else
        m_button->setCurrent(shown);
}

UnitControl::UnitControl(const OptionRow &row, const QString &objectName, QWidget *parent)
    : OptionControl(parent)
    , m_button(new ChooseButton(this))
{
    name(m_button, row, objectName);
    m_button->setPlaceholder(tr("none"));
    m_button->setCustom(tr("“%1” after the number"));
    m_button->setOptions(unitOptions());
    m_button->setClearText(tr("No unit"));
    setInner(m_button);
    connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value.isEmpty() ? Json() : Json(value)); });
}

void UnitControl::show(const Json &value)
{
    m_button->setCurrent(shownValue(value));
}

NameControl::NameControl(const OptionRow &row, const QString &objectName, QWidget *parent)
    : OptionControl(parent)
    , m_button(new ChooseButton(this))
    , m_variables(row.kind == OptionRow::Kind::Variable)
{
    name(m_button, row, objectName);
    m_button->setPlaceholder(tr("none"));
    m_button->setCustom(u"“%1”"_s);
    m_button->setClearText(tr("None"));
    setInner(m_button);
    connect(m_button, &ChooseButton::chosen, this, [this](const QString &value) { tell(value.isEmpty() ? Json() : Json(value)); });
}

void NameControl::setContext(const FormContext &context)
{
    QList<Option> options;
    for (const QString &each : m_variables ? context.variables : context.fieldNames)
        options.append({each, each});
    m_button->setOptions(options);
}

void NameControl::show(const Json &value)
{
    m_button->setCurrent(shownValue(value));
}

ReducersControl::ReducersControl(const OptionRow &row, const QString &objectName, QWidget *parent)
    : OptionControl(parent)
    , m_button(new ChooseButton(this))
    , m_default(row.defaultValue)
{
    name(m_button, row, objectName);
    m_button->setPlaceholder(tr("none"));
    m_button->setMultiple(true);
    m_button->setOptions(reducerOptions());
    setInner(m_button);
    connect(m_button, &ChooseButton::severalChosen, this, [this](const QStringList &values) { tell(Json::strings(values)); });
}

void ReducersControl::show(const Json &value)
{
    m_button->setSeveral((value.isNull() ? m_default : value).toStrings());
}

ColorControl::ColorControl(const OptionRow &row, const QString &objectName, QWidget *parent)
    : OptionControl(parent)
    , m_button(new ColorButton(this))
    , m_default(row.defaultValue.toString())
{
    name(m_button, row, objectName);
    m_button->setTextVisible(true);
    m_button->setPickerTitle(optionLabel(row));
    setInner(m_button);
    connect(m_button, &ColorButton::colorChosen, this, [this](const QString &color) { tell(color.isEmpty() ? Json() : Json(color)); });
}

void ColorControl::show(const Json &value)
{
    m_button->setColor(value.isNull() ? m_default : shownValue(value));
}
