// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/optioncontrol.h>

#include <QtCore/QCoreApplication>
#include <QtWidgets/QHBoxLayout>
#include <widgets/form/choicecontrols.h>
#include <widgets/form/colorcontrol.h>
#include <widgets/form/gapcontrol.h>
#include <widgets/form/linkscontrol.h>
#include <widgets/form/mappingscontrol.h>
#include <widgets/form/sortkeyscontrol.h>
#include <widgets/form/thresholdscontrol.h>
#include <widgets/form/valuecontrols.h>

QString optionText(const char *text)
{
    return text && *text ? QCoreApplication::translate("Options", text) : QString();
}

QString optionLabel(const OptionRow &row)
{
    return optionText(row.label);
}

QString shownValue(const Json &value)
{
    return value.isString() ? value.toString() : value.isNull() ? QString() : QString::fromUtf8(value.dump());
}

void OptionControl::setValue(const Json &value)
{
    if (m_shown && m_value == value)
        return;
    m_shown = true;
    m_value = value;
    show(value);
}

void OptionControl::tell(const Json &value)
{
    if (m_value == value)
        return;
    m_value = value;
    emit edited(value);
}

void OptionControl::setInner(QWidget *widget)
{
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(widget);
    setFocusProxy(widget);
}

bool OptionControl::isWide(OptionRow::Kind kind)
{
    switch (kind) {
    case OptionRow::Kind::MultilineText:
    case OptionRow::Kind::Thresholds:
    case OptionRow::Kind::Mappings:
    case OptionRow::Kind::DataLinks:
    case OptionRow::Kind::PanelLinks:
    case OptionRow::Kind::SortKeys:
        return true;
    default:
        return false;
    }
}

OptionControl *OptionControl::make(const OptionRow &row, const QString &name, QWidget *parent)
{
    switch (row.kind) {
    case OptionRow::Kind::Bool:
        return new BoolControl(row, name, parent);
    case OptionRow::Kind::Integer:
    case OptionRow::Kind::Number:
        return new NumberControl(row, name, parent);
    case OptionRow::Kind::Text:
        return new TextControl(row, name, parent);
    case OptionRow::Kind::Texts:
        return new TextsControl(row, name, parent);
    case OptionRow::Kind::Numbers:
        return new NumbersControl(row, name, parent);
    case OptionRow::Kind::MultilineText:
    case OptionRow::Kind::Json:
        return new LinesControl(row, name, parent);
    case OptionRow::Kind::Choice:
        return new ChoiceControl(row, name, parent);
    case OptionRow::Kind::Unit:
        return new UnitControl(row, name, parent);
    case OptionRow::Kind::FieldName:
    case OptionRow::Kind::Variable:
        return new NameControl(row, name, parent);
    case OptionRow::Kind::Reducers:
        return new ReducersControl(row, name, parent);
    case OptionRow::Kind::Color:
        return new ColorControl(row, name, parent);
    case OptionRow::Kind::FieldColor:
        return new FieldColorControl(row, name, parent);
    case OptionRow::Kind::Thresholds:
        return new ThresholdsControl(row, name, parent);
    case OptionRow::Kind::Mappings:
        return new MappingsControl(row, name, parent);
    case OptionRow::Kind::DataLinks:
    case OptionRow::Kind::PanelLinks:
        return new LinksControl(row, name, parent);
    case OptionRow::Kind::Gap:
        return new GapControl(row, name, parent);
    case OptionRow::Kind::SortKeys:
        return new SortKeysControl(row, name, parent);
    }
    return new TextControl(row, name, parent);
}
