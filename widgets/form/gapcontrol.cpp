// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/gapcontrol.h>

#include <QtWidgets/QHBoxLayout>
#include <cmath>
#include <core/duration.h>
#include <widgets/controls/field.h>
#include <widgets/form/choosebutton.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 kFirstLimitMs = 3'600'000; // an hour, as in Grafana
constexpr int kLimitWidth = 62;

QString limitText(const Json &value)
{
    return value.isNumber() ? durationText(std::llround(value.toDouble())) : QString();
}

} // namespace

GapControl::GapControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_default(row.defaultValue)
    , m_choice(new ChooseButton(this))
    , m_limit(new LineEdit(this, ControlSize::Small))
{
    QList<Option> options;
    for (const OptionChoice &choice : row.choices)
        options.append({choice.value, optionText(choice.label)});
    m_choice->setObjectName(name);
    m_choice->setAccessibleName(optionLabel(row));
    m_choice->setOptions(options);
    m_limit->setObjectName(name + ".limit"_L1);
    m_limit->setAccessibleName(tr("%1: length of time").arg(optionLabel(row)));
    m_limit->setFixedWidth(kLimitWidth);
    setInner(m_choice);
    layout()->setSpacing(space::half);
    layout()->addWidget(m_limit);
    connect(m_choice, &ChooseButton::chosen, this, &GapControl::choose);
    connect(m_limit, &QLineEdit::textEdited, this, &GapControl::take);
    connect(m_limit, &QLineEdit::editingFinished, this, &GapControl::leave);
}

void GapControl::show(const Json &value)
{
    const Json shown = value.isNull() ? m_default : value;
    m_choice->setCurrent(shown.isNumber() ? u"ms"_s : shownValue(shown));
    m_limit->setVisible(shown.isNumber());
    if (m_limit->hasFocus() && parseGoDuration(m_limit->text().trimmed()).value_or(-1) == std::llround(shown.toDouble()))
        return; // "1h" on the way to "1h30m"
    m_limit->setText(limitText(shown));
    m_limit->setInvalid(false);
}

void GapControl::choose(const QString &choice)
{
    const Json next = choice == "ms"_L1 ? Json(kFirstLimitMs) : Json(choice == "true"_L1);
    if (choice != "ms"_L1 || !value().isNumber())
        tell(next);
    show(value());
    if (m_limit->isVisibleTo(this)) {
        m_limit->setFocus(Qt::OtherFocusReason);
        m_limit->selectAll();
    }
}

void GapControl::take(const QString &text)
{
    const qint64 ms = parseGoDuration(text.trimmed()).value_or(0);
    m_limit->setInvalid(ms <= 0);
    m_limit->setToolTip(ms > 0 ? QString() : plainToolTip(tr("A length of time such as 30s, 5m or 1h30m")));
    if (ms > 0)
        tell(Json(ms));
}

// What was no length of time is not kept.
void GapControl::leave()
{
    m_limit->setText(limitText(value()));
    m_limit->setInvalid(false);
    m_limit->setToolTip({});
}
