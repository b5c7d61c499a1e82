// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/matchercontrol.h>

#include <QtWidgets/QBoxLayout>
#include <pipeline/reduce.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/form/choosebutton.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

namespace {

using Kind = OptionRow::Kind;

OptionRow row(Kind kind, const char *label)
{
    OptionRow made;
    made.kind = kind;
    made.label = label;
    return made;
}

OptionRow choice(const char *label, const QList<OptionChoice> &choices)
{
    OptionRow made = row(Kind::Choice, label);
    made.choices = choices;
    return made;
}

OptionRow typeRow()
{
    return choice(QT_TRANSLATE_NOOP("Options", "Type of field"),
                  {{u"number"_s, QT_TRANSLATE_NOOP("Options", "Number")},
                   {u"string"_s, QT_TRANSLATE_NOOP("Options", "Text")},
                   {u"boolean"_s, QT_TRANSLATE_NOOP("Options", "True or false")},
                   {u"time"_s, QT_TRANSLATE_NOOP("Options", "Time")}});
}

OptionRow compareRow()
{
    return choice(QT_TRANSLATE_NOOP("Options", "Comparison"),
                  {{u"eq"_s, "="}, {u"neq"_s, "≠"}, {u"lt"_s, "<"}, {u"lte"_s, "≤"}, {u"gt"_s, ">"}, {u"gte"_s, "≥"}});
}

OptionRow reducerRow()
{
    static const QList<QByteArray> names = [] {
        QList<QByteArray> list;
        for (const ReducerInfo &info : reducers())
            list.append(info.name.toUtf8());
        return list;
    }();
    OptionRow made = row(Kind::Choice, QT_TRANSLATE_NOOP("Options", "Calculation"));
    for (qsizetype i = 0; i < names.size(); ++i)
        made.choices.append({reducers()[i].id, names[i].constData()});
    return made;
}

// Several names; in the file a list, or an object that holds it.
class NamesControl : public OptionControl
{
public:
    NamesControl(const QString &name, QWidget *parent) : OptionControl(parent), m_button(new ChooseButton(this))
    {
        m_button->setObjectName(name);
        m_button->setAccessibleName(MatcherControl::tr("Names of fields"));
        m_button->setPlaceholder(MatcherControl::tr("none"));
        m_button->setMultiple(true);
        setInner(m_button);
        connect(m_button, &ChooseButton::severalChosen, this, [this](const QStringList &names) {
            const Json list = Json::strings(names);
            tell(value().isArray() ? list
                                   : (value().isObject() ? value() : Json::object({{u"mode"_s, Json(u"include"_s)}})).with(u"names", list));
        });
    }
    void setContext(const FormContext &context) override
    {
        m_fields = context.fieldNames;
        offer();
    }

protected:
    void show(const Json &value) override
    {
        m_names = (value.isObject() ? value[u"names"] : value).toStrings();
        offer();
        m_button->setSeveral(m_names);
    }

private:
    void offer()
    {
        QList<Option> options;
        QStringList all = m_fields;
        for (const QString &each : std::as_const(m_names))
            if (!all.contains(each))
                all.append(each);
        for (const QString &each : std::as_const(all))
            options.append({each, each});
        m_button->setOptions(options);
    }

    ChooseButton *m_button;
    QStringList m_fields;
    QStringList m_names;
};

} // namespace

QList<std::pair<QString, QString>> MatcherControl::kinds()
{
    return {{u"byName"_s, tr("Field with name")}, {u"byNames"_s, tr("Fields with names")},    {u"byRegexp"_s, tr("Fields by pattern")},
            {u"byType"_s, tr("Fields of type")},  {u"byFrameRefID"_s, tr("Fields of query")}, {u"byValue"_s, tr("Fields by value")}};
}

Json MatcherControl::fresh(const QString &id, const FormContext &context)
{
    Json options = Json(QString());
    if (id == "byName"_L1)
        options = Json(context.fieldNames.value(0));
    else if (id == "byNames"_L1)
        options = Json::object({{u"mode"_s, Json(u"include"_s)}, {u"names"_s, Json::array()}});
    else if (id == "byRegexp"_L1)
        options = Json(u"/.*/"_s);
    else if (id == "byType"_L1)
        options = Json(u"number"_s);
    else if (id == "byFrameRefID"_L1)
        options = Json(context.refIds.value(0, u"A"_s));
    else if (id == "byValue"_L1)
        options = Json::object({{u"reducer"_s, Json(u"lastNotNull"_s)}, {u"op"_s, Json(u"gte"_s)}, {u"value"_s, Json(0)}});
    return Json::object({{u"id"_s, Json(id)}, {u"options"_s, options}});
}

QString MatcherControl::summary(const Json &matcher)
{
    return matcher[u"id"].toString() + u' ' + shownValue(matcher[u"options"]);
}

MatcherControl::MatcherControl(const QString &name, QWidget *parent)
    : OptionControl(parent)
    , m_name(name)
    , m_kind(new ChooseButton(this))
    , m_layout(new QVBoxLayout(this))
{
    m_kind->setObjectName(name + ".kind"_L1);
    m_kind->setAccessibleName(tr("Which fields"));
    QList<Option> options;
    for (const auto &[id, text] : kinds())
        options.append({id, text});
    m_kind->setOptions(options);
    m_layout->setContentsMargins({});
    m_layout->setSpacing(space::half);
    m_layout->addWidget(m_kind);
    setFocusProxy(m_kind);
    connect(m_kind, &ChooseButton::chosen, this, [this](const QString &id) {
        if (id != value()[u"id"].toString()) {
            tell(fresh(id, m_context));
            show(value());
        }
    });
}

void MatcherControl::setContext(const FormContext &context)
{
    m_context = context;
    FormContext ofTarget = context;
    if (m_madeFor == "byFrameRefID"_L1)
        ofTarget.fieldNames = context.refIds;
    for (const auto &[control, member] : std::as_const(m_parts))
        control->setContext(ofTarget);
}

void MatcherControl::show(const Json &value)
{
    const QString id = value[u"id"].toString();
    m_kind->setCurrent(id);
    if (!m_target || id != m_madeFor)
        makeTarget(id);
    for (const auto &[control, member] : std::as_const(m_parts))
        control->setValue(member.isEmpty() ? value[u"options"] : value[u"options"][member]);
}

void MatcherControl::makeTarget(const QString &id)
{
    const KeptFocus kept(this, m_kind);
    retire(m_target);
    m_parts.clear();
    m_madeFor = id;
    m_target = new QWidget(this);
    auto *layout = new QHBoxLayout(m_target);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    m_layout->addWidget(m_target);
    if (id == "byName"_L1)
        add(row(Kind::FieldName, QT_TRANSLATE_NOOP("Options", "Name of the field")), {}, {});
    else if (id == "byRegexp"_L1)
        add(row(Kind::Text, QT_TRANSLATE_NOOP("Options", "Pattern")), {}, {});
    else if (id == "byType"_L1)
        add(typeRow(), {}, {});
    else if (id == "byFrameRefID"_L1)
        add(row(Kind::FieldName, QT_TRANSLATE_NOOP("Options", "Query")), {}, {});
    else if (id == "byValue"_L1)
        makeByValue();
    else if (id == "byNames"_L1) {
        auto *names = new NamesControl(m_name + ".target"_L1, m_target);
        layout->addWidget(names, 1);
        m_parts.append({names, QString()});
        connect(names, &OptionControl::edited, this, [this](const Json &to) { setMember({}, to); });
    } else
        add(row(Kind::Json, QT_TRANSLATE_NOOP("Options", "Options of the matcher")), {}, {});
    setContext(m_context);
}

void MatcherControl::makeByValue()
{
    add(reducerRow(), u".reducer"_s, u"reducer"_s);
    add(compareRow(), u".op"_s, u"op"_s)->setFixedWidth(60);
    add(row(Kind::Number, QT_TRANSLATE_NOOP("Options", "Value")), u".value"_s, u"value"_s)->setFixedWidth(72);
}

OptionControl *MatcherControl::add(const OptionRow &row, const QString &part, const QString &member)
{
    OptionControl *control = OptionControl::make(row, m_name + ".target"_L1 + part, m_target);
    static_cast<QHBoxLayout *>(m_target->layout())->addWidget(control, 1);
    m_parts.append({control, member});
    connect(control, &OptionControl::edited, this, [this, member](const Json &to) { setMember(member, to); });
    return control;
}

void MatcherControl::setMember(const QString &member, const Json &to)
{
    const Json options = value()[u"options"];
    tell(value().with(u"options", member.isEmpty() ? to : (options.isObject() ? options : Json::object()).with(member, to)));
}
