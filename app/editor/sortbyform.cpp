// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/sortbyform.h>

#include <QtWidgets/QVBoxLayout>
#include <widgets/controls/segmentedcontrol.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

SortByForm::SortByForm(const QString &prefix, QWidget *parent)
    : TransformationForm(parent)
    , m_field(new ChooseButton(this))
    , m_direction(new SegmentedControl(this))
{
    m_field->setObjectName(prefix + u"field"_s);
    m_field->setAccessibleName(tr("Field"));
    m_field->setPlaceholder(tr("none"));
    m_field->setCustom(tr("“%1”"));
    m_direction->setObjectName(prefix + u"direction"_s);
    m_direction->setAccessibleName(tr("Direction"));
    m_direction->setSegments({{u"asc"_s, tr("Ascending")}, {u"desc"_s, tr("Descending")}});
    m_direction->setStretched(true);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(space::half);
    layout->addWidget(new FormLine(tr("Field"), {}, m_field, this));
    layout->addWidget(new FormLine(tr("Direction"), {}, m_direction, this));
    connect(m_field, &ChooseButton::chosen, this, [this](const QString &field) { tell(field, m_first[u"desc"].toBool()); });
    connect(m_direction, &SegmentedControl::currentChanged, this,
            [this](const QString &way) { tell(m_first[u"field"].toString(), way == "desc"_L1); });
}

void SortByForm::setOptions(const Json &options)
{
    m_first = options[u"sort"].at(0);
    m_field->setCurrent(m_first[u"field"].toString());
    m_direction->setCurrent(m_first[u"desc"].toBool() ? u"desc"_s : u"asc"_s);
}

void SortByForm::setContext(const FormContext &context)
{
    QList<Option> options;
    for (const QString &name : context.fieldNames)
        options.append({name, name});
    m_field->setOptions(options);
}

void SortByForm::tell(const QString &field, bool descending)
{
    Json first = Json::object({{u"field"_s, Json(field)}});
    if (descending)
        first = first.with(u"desc", Json(true));
    emit edited(u"sort"_s, Json::array({first}), tr("sort"));
}
