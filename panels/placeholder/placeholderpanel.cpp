// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/placeholder/placeholderpanel.h>

#include <QtWidgets/QPlainTextEdit>
#include <panels/table/frametable.h>
#include <widgets/controls/emptystate.h>
#include <widgets/theme/paint.h>

namespace {
constexpr int kLeastForQueries = 170; // px: lower, what is missing takes all of the panel
constexpr int kStateOverQueries = 128; // px
constexpr int kButton = 64; // px more, where the data can be shown
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

void PlaceholderPanel::setLibraryPanel(const QString &name)
{
    m_library = name;
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
        m_queries->setMinimumSize(1, 1);
        m_queries->setFrameShape(QFrame::NoFrame);
        m_queries->setFont(themeFont(TextStyle::Code));
        m_queries->document()->setDocumentMargin(space::unit);
        m_box = new QWidget(this);
        auto *around = new QVBoxLayout(m_box);
        around->setContentsMargins(space::window, 0, space::window, space::window);
        around->addWidget(m_queries);
        layout()->addWidget(m_box);
        static_cast<QVBoxLayout *>(layout())->setStretch(0, 2);
        static_cast<QVBoxLayout *>(layout())->setStretch(1, 3);
        showGround();
    }
    if (m_queries)
        m_queries->setPlainText(texts.join(QLatin1String("\n\n")).left(kMostText));
    placeQueries();
    say();
}

void PlaceholderPanel::placeQueries()
{
    if (!m_box)
        return;
    const int more = m_frames.isEmpty() ? 0 : kButton;
    const bool fits = !m_texts.isEmpty() && !m_table && height() >= kLeastForQueries + more;
    m_box->setVisible(fits);
    m_state->setMaximumHeight(fits ? kStateOverQueries + more : QWIDGETSIZE_MAX);
    layout()->activate(); // a picture may be taken before the next event
}

// Set apart from the panel, in both themes.
void PlaceholderPanel::showGround()
{
    if (!m_queries)
        return;
    QPalette palette = m_queries->palette();
    palette.setColor(QPalette::Base, context().theme->bg.window);
    m_queries->setPalette(palette);
}

void PlaceholderPanel::resizeEvent(QResizeEvent *event)
{
    PanelWidget::resizeEvent(event);
    placeQueries();
    say();
}

void PlaceholderPanel::say()
{
    if (!m_library.isEmpty()) {
        m_state->setTitle(tr("The library panel “%1” is not in this file").arg(oneLine(m_library, 80)));
        return m_state->setText(tr("Grafana holds it. An export for sharing, or one without the link to the library, has it inside."));
    }
    const QString kinds = oneLine(m_kinds.join(QLatin1String(", ")), 80);
    if (!m_typeId.isEmpty())
        m_state->setTitle(tr("%1 is not known here").arg(oneLine(m_typeId, 80)));
    else if (!m_kinds.isEmpty())
        m_state->setTitle(tr("There is no source of kind %1 here").arg(kinds));
    else
        m_state->setTitle(tr("This panel type is not known here"));
    QStringList texts;
    if (!m_typeId.isEmpty() && !m_kinds.isEmpty())
        texts << tr("Nor is there a source of kind %1.").arg(kinds);
    texts << (m_typeId.isEmpty() && !m_kinds.isEmpty() ? tr("The panel is kept byte for byte.")
                                                       : tr("Its options are kept byte for byte."));
    const bool offersTable = !m_frames.isEmpty() && context().interactive;
    if (offersTable)
        texts << tr("The data is shown as a table.");
    else if (m_box && !m_box->isHidden())
        texts << tr("What it asks:");
    m_state->setText(texts.join(QLatin1Char(' ')));
    m_state->clearActions();
    if (!offersTable)
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
    else if (had == m_frames.isEmpty()) {
        placeQueries();
        say();
    }
}

void PlaceholderPanel::setContext(const PanelContext &context)
{
    const bool wasInteractive = this->context().interactive;
    PanelWidget::setContext(context);
    showGround();
    if (context.interactive != wasInteractive)
        say();
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
