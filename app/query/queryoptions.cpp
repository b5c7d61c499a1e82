// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/queryoptions.h>

#include <QtCore/QCoreApplication>
#include <app/query/pickbutton.h>
#include <app/query/targetoptions.h>
#include <widgets/controls/toggle.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kBetween = 16; // px, from one option to the next
constexpr int kLegendWidth = 176;
constexpr int kStepWidth = 76;
const auto kAuto = u"__auto"_s;
const auto kCustom = u"custom"_s;

QString optionText(const char *text)
{
    return QCoreApplication::translate("Options", text);
}

QList<Option> choicesOf(const OptionRow &row)
{
    QList<Option> options;
    for (const OptionChoice &choice : row.choices)
        options.append({choice.value, optionText(choice.label)});
    return options;
}

int widthOf(const QWidget *control)
{
    return std::min(control->sizeHint().width(), control->maximumWidth());
}

QString typeName(QueryType type)
{
    return type == QueryType::Both ? u"both"_s : type == QueryType::Instant ? u"instant"_s : u"range"_s;
}

QueryType typeByName(const QString &name)
{
    return name == u"both" ? QueryType::Both : name == u"instant" ? QueryType::Instant : QueryType::Range;
}

} // namespace

LegendField::LegendField(QWidget *parent)
    : QWidget(parent)
    , m_edit(new LineEdit(this, ControlSize::Small))
    , m_arrow(new IconButton(u"chevron-down"_s, tr("Kind of legend"), TextButton::Kind::Ghost, this))
{
    m_edit->setObjectName(u"legend"_s);
    m_edit->setAccessibleName(optionText(targetRow(u"legendFormat"_s).label));
    m_edit->setMonospace(true);
    m_arrow->setObjectName(u"legendKind"_s);
    m_arrow->setControlSize(ControlSize::Small);
    setFocusProxy(m_edit);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    connect(m_edit, &QLineEdit::editingFinished, this, &LegendField::finishTyping);
    connect(m_arrow, &IconButton::clicked, this, &LegendField::openChoices);
}

void LegendField::finishTyping()
{
    const bool keeps = m_edit->text().isEmpty() && m_format == kAuto;
    if (!keeps && m_edit->text() != m_format)
        choose(m_edit->text());
}

void LegendField::setFormat(const QString &format)
{
    if (std::exchange(m_known, true) && m_format == format)
        return; // what is half typed stays
    m_format = format;
    const QString text = format == kAuto ? QString() : format;
    if (m_edit->text() != text)
        m_edit->setText(text);
    m_edit->setPlaceholderText(format == kAuto ? tr("Auto") : tr("Verbose"));
}

void LegendField::choose(const QString &format)
{
    setFormat(format);
    emit chosen(format);
}

void LegendField::openChoices()
{
    if (!m_popup) {
        m_popup = new OptionPopup(this);
        connect(m_popup, &OptionPopup::chosen, this, [this](const QString &value) {
            if (value != kCustom)
                return choose(value);
            m_edit->setPlaceholderText(u"{{label}}"_s);
            m_edit->setFocus();
        });
        connect(m_popup, &Popup::closed, this, [this] { m_arrow->setActive(false); });
    }
    const QString current = m_format == kAuto || m_format.isEmpty() ? m_format : kCustom;
    m_popup->setOptions({{kAuto, tr("Auto"), tr("labels that differ")},
                         {QString(), tr("Verbose"), tr("name and all labels")},
                         {kCustom, tr("Custom"), u"{{label}}"_s}},
                        current);
    m_arrow->setActive(true);
    m_popup->popupUnder(this);
}

QSize LegendField::sizeHint() const
{
    return QSize(kLegendWidth, space::controlSmall);
}

void LegendField::resizeEvent(QResizeEvent *)
{
    const int arrow = space::controlSmall;
    m_edit->setGeometry(0, 0, width() - arrow, height());
    m_arrow->setGeometry(width() - arrow, 0, arrow, height());
}

QueryOptions::QueryOptions(QWidget *parent)
    : QWidget(parent)
    , m_legend(new LegendField(this))
    , m_step(new LineEdit(this, ControlSize::Small))
    , m_type(new PickButton(tr("Type"), this))
    , m_format(new PickButton(optionText(targetRow(u"format"_s).label), this))
    , m_exemplars(new Switch(QString(), this))
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    m_step->setObjectName(u"minStep"_s);
    m_step->setPlaceholderText(tr("auto"));
    m_step->setFixedWidth(kStepWidth);
    m_type->setObjectName(u"type"_s);
    m_type->setOptions({{u"range"_s, tr("Range"), tr("a line over time")},
                        {u"instant"_s, tr("Instant"), tr("the last value")},
                        {u"both"_s, tr("Both"), {}}});
    m_format->setObjectName(u"format"_s);
    m_format->setOptions(choicesOf(targetRow(u"format"_s)));
    const auto add = [this](const QString &key, QWidget *control) {
        addControl(optionText(targetRow(key).label), optionText(targetRow(key).help), control);
    };
    add(u"legendFormat"_s, m_legend);
    add(u"interval"_s, m_step);
    addControl(tr("Type"), tr("Range asks for values over time, instant for the last one alone"), m_type);
    add(u"format"_s, m_format);
    m_exemplars->setObjectName(u"exemplars"_s);
    m_exemplars->setCheckable(true);
    add(u"exemplar"_s, m_exemplars);
    connect(m_legend, &LegendField::chosen, this, [this](const QString &format) {
        emit membersEdited(Json::object({{u"legendFormat"_s, Json(format)}}), optionText(targetRow(u"legendFormat"_s).label));
    });
    connect(m_step, &QLineEdit::editingFinished, this, &QueryOptions::takeStep);
    connect(m_step, &QLineEdit::textChanged, this, [this](const QString &text) { m_step->setInvalid(!isStep(text)); });
    connect(m_type, &PickButton::chosen, this,
            [this](const QString &name) { emit membersEdited(queryTypeMembers(typeByName(name)), tr("Type")); });
    connect(m_format, &PickButton::chosen, this, [this](const QString &value) {
        emit membersEdited(Json::object({{u"format"_s, Json(value)}}), optionText(targetRow(u"format"_s).label));
    });
    connect(m_exemplars, &Switch::clicked, this, [this](bool on) {
        emit membersEdited(Json::object({{u"exemplar"_s, Json(on)}}), optionText(targetRow(u"exemplar"_s).label));
    });
}

void QueryOptions::addControl(const QString &label, const QString &help, QWidget *control)
{
    auto *name = new PlainLabel(label, TextStyle::Label, PlainLabel::Tone::Secondary, this);
    name->setToolTip(plainToolTip(help));
    control->setToolTip(plainToolTip(help));
    control->setAccessibleDescription(help);
    if (control->accessibleName().isEmpty())
        control->setAccessibleName(label);
    m_items.append({name, control});
}

void QueryOptions::setTarget(const Json &target)
{
    const TargetOptions options = targetSchema().read(target);
    m_legend->setFormat(options.legendFormat);
    if (targetSchema().read(m_target).interval != options.interval)
        m_step->setText(options.interval);
    m_target = target;
    m_type->setCurrent(typeName(queryTypeOf(target)));
    m_format->setCurrent(target[u"format"].toString(targetRow(u"format"_s).defaultValue.toString()));
    m_exemplars->setChecked(options.exemplar);
    const bool asksRange = queryTypeOf(target) != QueryType::Instant; // there are no exemplars of one moment
    m_items.last().shown = asksRange;
    m_items.last().label->setVisible(asksRange);
    m_exemplars->setVisible(asksRange);
    updateGeometry();
    place(width(), true);
}

void QueryOptions::finishTyping()
{
    m_legend->finishTyping();
    takeStep();
}

void QueryOptions::takeStep()
{
    const QString text = m_step->text().trimmed();
    if (text == targetSchema().read(m_target).interval || !isStep(text))
        return;
    emit membersEdited(Json::object({{u"interval"_s, text.isEmpty() ? Json() : Json(text)}}), optionText(targetRow(u"interval"_s).label));
}

int QueryOptions::place(int width, bool apply) const
{
    int x = 0;
    int y = 0;
    for (const Item &item : m_items) {
        if (!item.shown)
            continue;
        const int label = item.label->sizeHint().width();
        const int control = widthOf(item.control);
        const int whole = label + space::unit + control;
        if (x > 0 && x + whole > width) {
            x = 0;
            y += space::controlSmall + space::half;
        }
        if (apply) {
            item.label->setGeometry(x, y, label, space::controlSmall);
            item.control->setGeometry(x + label + space::unit, y, std::min(control, std::max(40, width - x - label - space::unit)),
                                      space::controlSmall);
        }
        x += whole + kBetween;
    }
    return y + space::controlSmall;
}

QSize QueryOptions::sizeHint() const
{
    int width = -kBetween;
    for (const Item &item : m_items)
        width += !item.shown ? 0 : item.label->sizeHint().width() + space::unit + widthOf(item.control) + kBetween;
    return QSize(width, space::controlSmall);
}

QSize QueryOptions::minimumSizeHint() const
{
    return QSize(kLegendWidth + 60, space::controlSmall);
}

int QueryOptions::heightForWidth(int width) const
{
    return place(width, false);
}

void QueryOptions::resizeEvent(QResizeEvent *)
{
    place(width(), true);
}
