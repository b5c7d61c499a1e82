// SPDX-License-Identifier: GPL-3.0-or-later
#include <widgets/form/thresholdscontrol.h>

#include <QtWidgets/QBoxLayout>
#include <algorithm>
#include <cmath>
#include <numeric>
#include <pipeline/units.h>
#include <widgets/controls/field.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/colorpicker.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

namespace {

// The colours that new steps take in turn.
const QStringList &nextColors()
{
    static const QStringList list{u"green"_s, u"yellow"_s, u"orange"_s, u"red"_s, u"purple"_s, u"blue"_s};
    return list;
}

double valueOf(const Json &step)
{
    return step[u"value"].isNull() ? -HUGE_VAL : step[u"value"].toDouble();
}

bool isSorted(const std::vector<Json> &steps)
{
    return std::is_sorted(steps.begin() + (steps.empty() ? 0 : 1), steps.end(),
                          [](const Json &a, const Json &b) { return valueOf(a) < valueOf(b); });
}

} // namespace

ThresholdsControl::ThresholdsControl(const OptionRow &row, const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_name(name)
    , m_default(row.defaultValue.isObject() ? row.defaultValue : Json::object())
    , m_mode(new SegmentedControl(this, ControlSize::Small))
    , m_layout(new QVBoxLayout(this))
{
    m_mode->setObjectName(name + ".mode"_L1);
    m_mode->setAccessibleName(tr("Threshold values"));
    m_mode->setSegments({{u"absolute"_s, tr("Absolute")},
                         {u"percentage"_s, tr("Percentage"), {}, tr("The values are shares of the range from min to max")}});
    m_mode->setStretched(true);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    auto *add = addButton(tr("Add threshold"), name + ".add"_L1, this);
    m_layout->addWidget(add, 0, Qt::AlignLeft);
    m_layout->addWidget(m_mode);
    setFocusProxy(add);
    connect(add, &QAbstractButton::clicked, this, &ThresholdsControl::addStep);
    connect(m_mode, &SegmentedControl::currentChanged, this, [this](const QString &mode) {
        tell(shownThresholds().with(u"mode", mode));
        rebuild();
    });
}

void ThresholdsControl::setOwner(const Json &field)
{
    const QString unit = field[u"unit"].toString();
    const FormattedValue one = unit.isEmpty() ? FormattedValue{} : formatValue(unit, 1);
    const QString shown = one.suffix.trimmed().isEmpty() ? one.prefix.trimmed() : one.suffix.trimmed();
    if (shown == m_unit)
        return;
    m_unit = shown;
    if (m_rows)
        rebuild();
}

void ThresholdsControl::show(const Json &)
{
    m_mode->setCurrent(shownThresholds()[u"mode"].toString(u"absolute"_s));
    // The rows stay where they can: a person may be typing in one.
    if (m_rows && m_rows->layout()->count() == int(steps().size()))
        refill();
    else
        rebuild();
}

void ThresholdsControl::refill()
{
    const std::vector<Json> all = steps();
    for (size_t i = 0; i < all.size(); ++i) {
        const QString name = u"%1.%2."_s.arg(m_name).arg(i);
        findChild<ColorButton *>(name + "color"_L1)->setColor(all[i][u"color"].toString());
        auto *edit = findChild<LineEdit *>(name + "value"_L1);
        bool ok = false;
        const double typed = edit->text().trimmed().toDouble(&ok);
        if (i > 0 && !(ok && typed == all[i][u"value"].toDouble()))
            edit->setText(shownValue(all[i][u"value"]));
    }
}

void ThresholdsControl::rebuild()
{
    const KeptFocus kept(this, focusProxy());
    retire(m_rows);
    m_rows = new QWidget(this);
    auto *layout = new QVBoxLayout(m_rows);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    const std::vector<Json> all = steps();
    for (size_t i = 0; i < all.size(); ++i)
        layout->addWidget(stepRow(qsizetype(i), all[i]));
    m_layout->insertWidget(0, m_rows);
}

QWidget *ThresholdsControl::stepRow(qsizetype index, const Json &step)
{
    auto *row = new QWidget(m_rows);
    auto *layout = new QHBoxLayout(row);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    const QString name = m_name + u'.' + QString::number(index);
    auto *color = new ColorButton(row);
    color->setObjectName(name + ".color"_L1);
    color->setAccessibleName(index == 0 ? tr("Colour of the base") : tr("Colour of threshold %1").arg(index));
    color->setColor(step[u"color"].toString());
    auto *edit = new LineEdit(row, ControlSize::Small);
    edit->setObjectName(name + ".value"_L1);
    edit->setAccessibleName(index == 0 ? tr("Base") : tr("Threshold %1").arg(index));
    edit->setText(index == 0 ? tr("Base") : shownValue(step[u"value"]));
    edit->setTypesIntoDocument();
    edit->setReadOnly(index == 0);
    edit->setUnit(index == 0 ? QString() : shownThresholds()[u"mode"].toString() == "percentage"_L1 ? u"%"_s : m_unit);
    if (index == 0)
        edit->setFocusPolicy(Qt::NoFocus);
    auto *remove = new IconButton(u"delete"_s, tr("Remove threshold"), TextButton::Kind::Ghost, row);
    remove->setObjectName(name + ".remove"_L1);
    remove->setControlSize(ControlSize::Small);
    remove->setEnabled(index > 0);
    layout->addWidget(color);
    layout->addWidget(edit, 1);
    layout->addWidget(remove);
    connect(color, &ColorButton::colorChosen, this, [this, index](const QString &text) { setColor(index, text); });
    connect(edit, &QLineEdit::textEdited, this, [this, index, edit] { setNumber(index, edit); });
    connect(edit, &QLineEdit::editingFinished, this, [this, index, edit] {
        if (edit->isInvalid()) // what was no number is not kept
            edit->setText(shownValue(steps()[size_t(index)][u"value"]));
        edit->setInvalid(false);
    });
    connect(edit, &QLineEdit::editingFinished, this, &ThresholdsControl::sortSteps, Qt::QueuedConnection);
    connect(
        remove, &QAbstractButton::clicked, this, [this, index] { removeStep(index); }, Qt::QueuedConnection);
    return row;
}

void ThresholdsControl::tellSteps(const std::vector<Json> &steps)
{
    Json next = shownThresholds();
    if (!next.contains(u"mode"))
        next = next.with(u"mode", u"absolute"_s);
    tell(next.with(u"steps", Json::array(steps)));
}

void ThresholdsControl::setColor(qsizetype index, const QString &color)
{
    std::vector<Json> all = steps();
    if (index >= qsizetype(all.size()) || color.isEmpty())
        return;
    all[size_t(index)] = all[size_t(index)].with(u"color", color);
    tellSteps(all);
}

void ThresholdsControl::setNumber(qsizetype index, LineEdit *edit)
{
    bool ok = false;
    const double number = edit->text().trimmed().toDouble(&ok);
    ok = ok && std::isfinite(number);
    edit->setInvalid(!ok);
    std::vector<Json> all = steps();
    if (!ok || index >= qsizetype(all.size()))
        return;
    const bool whole = number == std::floor(number) && std::abs(number) < 1e15;
    all[size_t(index)] = all[size_t(index)].with(u"value", whole ? Json(qint64(number)) : Json(number));
    tellSteps(all);
}

void ThresholdsControl::sortSteps()
{
    const std::vector<Json> all = steps();
    if (all.size() < 3 || isSorted(all))
        return;
    std::vector<size_t> order(all.size());
    std::iota(order.begin(), order.end(), size_t(0));
    std::stable_sort(order.begin() + 1, order.end(), [&](size_t a, size_t b) { return valueOf(all[a]) < valueOf(all[b]); });
    std::vector<Json> sorted;
    for (const size_t from : order)
        sorted.push_back(all[from]);
    KeptFocus kept(this, focusProxy());
    const QString part = kept.name().startsWith(m_name + u'.') ? kept.name().mid(m_name.size() + 1) : QString(); // "2.value"
    for (size_t i = 0; i < order.size(); ++i)
        if (part.section(u'.', 0, 0) == QString::number(order[i]))
            kept.follow(u"%1.%2.%3"_s.arg(m_name).arg(i).arg(part.section(u'.', 1)));
    tellSteps(sorted);
    rebuild();
}

void ThresholdsControl::addStep()
{
    std::vector<Json> all = steps();
    if (all.empty())
        all.push_back(Json::object({{u"color"_s, Json(u"green"_s)}, {u"value"_s, Json()}}));
    const double last = all.size() > 1 ? valueOf(all.back()) : 0;
    const double next = all.size() > 1 ? last + 10 : 80;
    const QString color = nextColors()[qsizetype(std::min(all.size(), size_t(nextColors().size()) - 1))];
    all.push_back(Json::object({{u"color"_s, Json(all.size() == 1 ? u"red"_s : color)}, {u"value"_s, Json(next)}}));
    tellSteps(all);
    rebuild();
    focusStep(qsizetype(all.size()) - 1);
}

void ThresholdsControl::removeStep(qsizetype index)
{
    std::vector<Json> all = steps();
    if (index < 1 || index >= qsizetype(all.size()))
        return;
    all.erase(all.begin() + index);
    tellSteps(all);
    rebuild();
    focusStep(std::min(index, qsizetype(all.size()) - 1));
}

void ThresholdsControl::focusStep(qsizetype index)
{
    if (auto *edit = findChild<LineEdit *>(u"%1.%2.value"_s.arg(m_name).arg(index)); edit && index > 0) {
        edit->setFocus(Qt::TabFocusReason);
        edit->selectAll();
    }
}
