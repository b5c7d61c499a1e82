// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/placeholder/placeholderpanel.h>

#include <panels/table/frametable.h>
#include <widgets/controls/emptystate.h>
#include <widgets/theme/paint.h>

PlaceholderPanel::PlaceholderPanel(QWidget *parent) : PanelWidget(parent), m_state(new EmptyState(EmptyState::Size::Small, this))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_state);
    m_state->setIcon(QStringLiteral("info"), PlainLabel::Tone::Info);
    say();
}

void PlaceholderPanel::setTypeId(const QString &id)
{
    m_typeId = id;
    say();
}

void PlaceholderPanel::setOptions(const Json &) { }

void PlaceholderPanel::say()
{
    m_state->setTitle(m_typeId.isEmpty() ? tr("This panel type is not known here") : tr("%1 is not known here").arg(oneLine(m_typeId, 80)));
    m_state->setText(m_frames.isEmpty() ? tr("Its options are kept byte for byte.")
                                        : tr("Its options are kept byte for byte. The data is shown as a table."));
    m_state->clearActions();
    if (m_frames.isEmpty())
        return;
    TextButton *show = m_state->addAction(tr("Show table"), QStringLiteral("table"));
    show->setObjectName(QStringLiteral("showTable"));
    connect(show, &TextButton::clicked, this, &PlaceholderPanel::showTable);
}

void PlaceholderPanel::setData(const PanelData &data)
{
    const bool had = !m_frames.isEmpty();
    m_frames = data.frames;
    if (m_table)
        m_table->setFrames(m_frames);
    else if (had == m_frames.isEmpty())
        say();
}

void PlaceholderPanel::setContext(const PanelContext &context)
{
    PanelWidget::setContext(context);
    if (m_table)
        m_table->setContext(context);
}

void PlaceholderPanel::showTable()
{
    if (m_table)
        return;
    m_table = new FrameTable(this);
    m_table->setContext(context());
    m_table->setFrames(m_frames);
    connect(m_table, &FrameTable::linkActivated, this, &PanelWidget::linkActivated);
    layout()->addWidget(m_table);
    m_state->hide();
}

PanelType placeholderPanel()
{
    PanelType type;
    type.id = QStringLiteral("placeholder");
    type.name = QT_TRANSLATE_NOOP("Panels", "Unknown");
    type.description = QT_TRANSLATE_NOOP("Panels", "Stands in for a panel type that is not known");
    type.icon = QStringLiteral("info");
    type.create = [](QWidget *parent) -> PanelWidget * { return new PlaceholderPanel(parent); };
    return type;
}
