// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/optionsdock.h>

#include <QtCore/QCoreApplication>
#include <QtGui/QPainter>
#include <QtWidgets/QVBoxLayout>
#include <app/editor/optionspane.h>
#include <widgets/form/choosebutton.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kNarrowest = 260;
}

OptionsDock::OptionsDock(const PanelRegistry &registry, QWidget *parent)
    : QWidget(parent)
    , m_registry(registry)
    , m_type(new ChooseButton(this))
    , m_pane(new OptionsPane(this))
{
    setObjectName(u"optionsDock"_s);
    setMinimumWidth(kNarrowest);
    m_type->setObjectName(u"panelType"_s);
    m_type->setAccessibleName(tr("Panel type"));
    auto *head = new QHBoxLayout;
    head->setContentsMargins(space::window, 10, space::window, 0);
    head->addWidget(m_type);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(1, 0, 0, 0); // the line at the left
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_pane, 1);
    connect(m_type, &ChooseButton::chosen, this, &OptionsDock::typeChosen);
    connect(m_pane, &OptionsPane::edited, this, &OptionsDock::edited);
    connect(m_pane, &OptionsPane::placeEdited, this, &OptionsDock::placeEdited);
}

void OptionsDock::setPanel(const PanelPtr &panel, const FormContext &context, const GridRect &place)
{
    const PanelType *type = m_registry.find(panel->type);
    showTypes(panel->type);
    m_type->setIconName(type ? type->icon : u"panel"_s);
    m_pane->setPanel(panel, type ? *type : m_registry.placeholder(), context);
    m_pane->setPlace(place);
}

void OptionsDock::focusContent()
{
    m_pane->focusContent();
}

// A type that the program does not know is in the list as long as the panel has it.
void OptionsDock::showTypes(const QString &current)
{
    QList<Option> options;
    for (const PanelType &type : m_registry.types())
        if (type.id != u"row")
            options.append({type.id, QCoreApplication::translate("Panels", type.name), {}, type.icon});
    if (!m_registry.find(current))
        options.prepend({current, current, tr("not known here"), u"panel"_s});
    if (options != m_type->options())
        m_type->setOptions(options);
    m_type->setCurrent(current);
}

void OptionsDock::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Theme &theme = currentTheme(this);
    painter.fillRect(rect(), theme.bg.panel);
    verticalLine(painter, 0, 0, height(), theme.border.medium);
}
