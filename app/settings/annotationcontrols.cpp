// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/settings/annotationcontrols.h>

#include <app/query/metricindex.h>
#include <app/query/promqledit.h>
#include <widgets/form/choosebutton.h>

using namespace Qt::StringLiterals;

QueryControl::QueryControl(const QString &name, QWidget *parent) : OptionControl(parent), m_edit(new PromqlEdit(this))
{
    m_edit->setObjectName(name);
    m_edit->setPlaceholder(u"changes(process_start_time_seconds[$__interval]) > 0"_s);
    setInner(m_edit);
    connect(m_edit, &PromqlEdit::runRequested, this, &QueryControl::finishTyping);
    connect(m_edit, &PromqlEdit::editingFinished, this, &QueryControl::finishTyping);
}

// A field that goes loses the focus; nobody is to hear of that any more.
QueryControl::~QueryControl()
{
    m_edit->disconnect(this);
}

void QueryControl::setCompletion(std::shared_ptr<MetricIndex> index, const QStringList &variables)
{
    m_edit->setIndex(std::move(index));
    m_edit->setVariables(variables);
}

void QueryControl::finishTyping()
{
    if (m_edit->text() != value().toString())
        tell(Json(m_edit->text()));
}

void QueryControl::show(const Json &value)
{
    m_edit->setText(value.toString());
}

PanelsControl::PanelsControl(const QString &name, const QString &label, QWidget *parent)
    : OptionControl(parent)
    , m_button(new ChooseButton(this))
{
    m_button->setObjectName(name);
    m_button->setAccessibleName(label);
    m_button->setMultiple(true);
    m_button->setPlaceholder(tr("Choose panels"));
    setInner(m_button);
    connect(m_button, &ChooseButton::severalChosen, this, [this](const QStringList &ids) {
        std::vector<Json> numbers;
        for (const QString &id : ids)
            numbers.push_back(Json(id.toInt()));
        tell(Json::array(numbers));
    });
}

void PanelsControl::setPanels(const QList<Option> &panels)
{
    m_button->setOptions(panels);
}

void PanelsControl::show(const Json &value)
{
    QStringList ids;
    for (const Json &id : value.items())
        ids.append(QString::number(id.toInt()));
    m_button->setSeveral(ids);
}
