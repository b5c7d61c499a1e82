// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/placeholder/placeholderpanel.h>

#include <QtWidgets/QPlainTextEdit>
#include <panels/table/frametable.h>
#include <widgets/controls/emptystate.h>
#include <widgets/theme/paint.h>

namespace {
constexpr int kLeastForQueries = 170; // px: lower, what is missing takes all of the panel
constexpr qsizetype kMostText = 4000;
} // namespace

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

void PlaceholderPanel::setQueries(const QStringList &kinds, const QStringList &texts)
{
    m_kinds = kinds;
    m_texts = texts;
    if (!texts.isEmpty() && !m_queries) {
        m_queries = new QPlainTextEdit(this);
        m_queries->setObjectName(QStringLiteral("placeholderQueries"));
        m_queries->setAccessibleName(tr("Queries"));
        m_queries->setReadOnly(true);
        m_queries->setFrameShape(QFrame::NoFrame);
        m_queries->setFont(themeFont(TextStyle::Code));
        layout()->addWidget(m_queries);
        static_cast<QVBoxLayout *>(layout())->setStretch(0, 1);
        static_cast<QVBoxLayout *>(layout())->setStretch(1, 1);
    }
    if (m_queries)
        m_queries->setPlainText(texts.join(QLatin1String("\n\n")).left(kMostText));
    placeQueries();
    say();
}

void PlaceholderPanel::placeQueries()
{
    if (m_queries)
        m_queries->setVisible(!m_texts.isEmpty() && !m_table && height() >= kLeastForQueries);
}

void PlaceholderPanel::resizeEvent(QResizeEvent *event)
{
    PanelWidget::resizeEvent(event);
    placeQueries();
}

void PlaceholderPanel::say()
{
    const QString kinds = oneLine(m_kinds.join(QLatin1String(", ")), 80);
    if (!m_typeId.isEmpty())
        m_state->setTitle(tr("%1 is not known here").arg(oneLine(m_typeId, 80)));
    else if (!m_kinds.isEmpty())
        m_state->setTitle(tr("There is no source of kind %1 here").arg(kinds));
    else
        m_state->setTitle(tr("This panel type is not known here"));
    if (m_typeId.isEmpty() && !m_kinds.isEmpty())
        m_state->setText(tr("The panel is kept byte for byte. What it asks:"));
    else if (!m_kinds.isEmpty())
        m_state->setText(tr("Nor is there a source of kind %1. Its options are kept byte for byte. What it asks:").arg(kinds));
    else
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
    placeQueries();
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
