// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/overridesitem.h>

#include <QtWidgets/QVBoxLayout>
#include <app/editor/matchercontrol.h>
#include <app/editor/overridebox.h>
#include <widgets/controls/keptfocus.h>
#include <widgets/form/optionparts.h>

using namespace Qt::StringLiterals;

namespace {
const QString kList = u"fieldConfig.overrides"_s;
}

OverridesItem::OverridesItem(const QList<OverrideProperty> &properties, QWidget *parent) : FormItem(parent), m_properties(properties)
{
    setObjectName(u"overrides"_s);
}

void OverridesItem::setRoot(const Json &root)
{
    m_overrides = root.get(kList).items();
    if (m_layout)
        sync();
}

void OverridesItem::setContext(const FormContext &context)
{
    m_context = context;
    for (OverrideBox *box : std::as_const(m_boxes))
        box->setContext(context);
}

void OverridesItem::prepare()
{
    if (m_layout)
        return;
    m_layout = new QVBoxLayout(this);
    m_layout->setContentsMargins(12, 2, 12, 2);
    m_layout->setSpacing(space::unit);
    m_add = addButton(tr("Add override"), u"overrides.add"_s, this);
    m_add->setArrow(true);
    m_layout->addWidget(m_add, 0, Qt::AlignLeft);
    connect(m_add, &QAbstractButton::clicked, this, &OverridesItem::openAddMenu);
    sync();
}

void OverridesItem::sync()
{
    const KeptFocus kept(this, m_add);
    while (m_boxes.size() > qsizetype(m_overrides.size())) {
        retire(m_boxes.takeLast());
    }
    while (m_boxes.size() < qsizetype(m_overrides.size())) {
        auto *box = new OverrideBox(m_boxes.size(), &m_properties, this);
        box->setContext(m_context);
        m_layout->insertWidget(int(m_boxes.size()), box);
        m_boxes.append(box);
        connect(box, &OverrideBox::edited, this, &OverridesItem::edited);
    }
    for (qsizetype i = 0; i < m_boxes.size(); ++i)
        m_boxes[i]->show(m_overrides[size_t(i)], m_boxes.size());
}

void OverridesItem::openAddMenu()
{
    auto *menu = new Menu(m_add);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[id, text] : MatcherControl::kinds())
        connect(
            menu->add(id, {}, text), &QAction::triggered, this, [this, id = id] { addOverride(id); }, Qt::QueuedConnection);
    menu->popup(m_add->mapToGlobal(QPoint(0, m_add->height() + 2)));
}

void OverridesItem::addOverride(const QString &matcherId)
{
    const Json made = Json::object({{u"matcher"_s, MatcherControl::fresh(matcherId, m_context)}, {u"properties"_s, Json::array()}});
    const qsizetype index = qsizetype(m_overrides.size());
    QString text;
    for (const auto &[id, kind] : MatcherControl::kinds())
        if (id == matcherId)
            text = kind;
    emit edited(PanelEdit::addItem(kList, index, made, tr("Add override: %1").arg(text)));
    if (index < m_boxes.size())
        m_boxes[index]->setFocus(Qt::TabFocusReason);
}

bool OverridesItem::matches(const QString &words) const
{
    QString text = tr("Overrides");
    for (const Json &each : m_overrides) {
        text += u' ' + MatcherControl::summary(each[u"matcher"]);
        for (const Json &property : each[u"properties"].items())
            text += u' ' + property[u"id"].toString() + u' ' + OverrideBox::labelOf(m_properties, property[u"id"].toString());
    }
    for (const QString &word : words.split(u' ', Qt::SkipEmptyParts))
        if (!text.contains(word, Qt::CaseInsensitive))
            return false;
    return true;
}
