// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/colorcontrol.h>

#include <QtWidgets/QVBoxLayout>
#include <pipeline/color.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/colorpicker.h>

using namespace Qt::StringLiterals;

namespace {

const QList<Option> &modeOptions()
{
    static const QList<Option> options = [] {
        QList<Option> list;
        for (const ColorModeInfo &mode : colorModes())
            list.append(
                {mode.id, optionText(mode.name.toUtf8().constData()), mode.byValue ? FieldColorControl::tr("by value") : QString()});
        return list;
    }();
    return options;
}

} // namespace

FieldColorControl::FieldColorControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_default(row.defaultValue.isObject() ? row.defaultValue : Json::object())
    , m_mode(new ChooseButton(this))
    , m_color(new ColorButton(this))
    , m_by(new SegmentedControl(this, ControlSize::Small))
{
    m_mode->setObjectName(name + ".mode"_L1);
    m_mode->setAccessibleName(optionLabel(row));
    m_mode->setPlaceholder(tr("as the panel does"));
    m_mode->setOptions(modeOptions());
    m_color->setObjectName(name + ".fixedColor"_L1);
    m_color->setAccessibleName(tr("Colour"));
    m_color->setTextVisible(true);
    m_by->setObjectName(name + ".seriesBy"_L1);
    m_by->setAccessibleName(tr("The value of a series that picks its colour"));
    m_by->setSegments({{u"last"_s, tr("Last")}, {u"min"_s, tr("Min")}, {u"max"_s, tr("Max")}});
    m_by->setStretched(true);
    m_by->setToolTip(plainToolTip(m_by->accessibleName()));
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    layout->addWidget(m_mode);
    layout->addWidget(m_color);
    layout->addWidget(m_by);
    setFocusProxy(m_mode);
    connect(m_mode, &ChooseButton::chosen, this, [this](const QString &mode) { change(u"mode"_s, mode); });
    connect(m_color, &ColorButton::colorChosen, this, [this](const QString &color) { change(u"fixedColor"_s, color); });
    connect(m_by, &SegmentedControl::currentChanged, this, [this](const QString &by) { change(u"seriesBy"_s, by); });
}

void FieldColorControl::show(const Json &)
{
    showParts(shownColor());
}

void FieldColorControl::showParts(const Json &color)
{
    const QString mode = color[u"mode"].toString();
    m_mode->setCurrent(mode);
    m_color->setColor(color[u"fixedColor"].toString());
    m_color->setVisible(mode == "fixed"_L1 || mode == "shades"_L1);
    m_by->setCurrent(color[u"seriesBy"].toString(u"last"_s));
    m_by->setVisible(isByValue(mode));
}

void FieldColorControl::change(const QString &member, const QString &text)
{
    const Json color = shownColor();
    const Json next = text.isEmpty() ? color.without(member) : color.with(member, text);
    showParts(next);
    tell(next);
}
