// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/paneledits.h>

#include <QtGui/QClipboard>
#include <QtWidgets/QApplication>
#include <app/barlinks.h>
#include <app/dashboardpage.h>
#include <dashboard/panelediting.h>
#include <dashboard/settingsediting.h>
#include <panels/registry.h>

using namespace Qt::StringLiterals;

// Edits of many panels in one step, and links to one.

namespace {

// Each edit is made on what the ones before it left.
class Batch
{
public:
    explicit Batch(const Document &document) : m_document(document) { }

    const Document &document() const { return m_document; }
    void add(const Result<Command> &command)
    {
        if (!m_error && !command)
            m_error = command.error();
        if (m_error || command->isEmpty())
            return;
        const Result<Document> next = m_document.edited(command->splices);
        if (!next) {
            m_error = next.error();
            return;
        }
        m_document = *next;
        m_splices += command->splices;
    }
    Result<Command> command(const QString &text) const
    {
        if (m_error)
            return tl::unexpected(*m_error);
        Command all;
        all.text = text;
        all.splices = m_splices;
        return all;
    }

private:
    Document m_document;
    Splices m_splices;
    std::optional<Error> m_error;
};

const OptionRow *legendRow(const PanelRegistry &types, const Panel &panel)
{
    const PanelType *type = types.find(panel.type);
    if (type)
        for (const OptionRow &row : type->options)
            if (row.key == u"legend.showLegend" || row.key == u"legend.show")
                return &row;
    return nullptr;
}

bool hasLegend(const OptionRow &row, const Panel &panel)
{
    return panel.options.get(row.key).toBool(row.defaultValue.toBool())
        && panel.options.get(u"legend.displayMode"_s).toString() != u"hidden";
}

QStringList elementIds(const Dashboard &dashboard)
{
    QStringList ids;
    for (const PanelPtr &panel : dashboard.panels)
        ids.append(panel->elementId());
    return ids;
}

} // namespace

void PanelEdits::toggleLegends()
{
    setLegends(elementIds(m_page.session().dashboard()));
}

void PanelEdits::setLegends(const QStringList &elementIds)
{
    Batch batch(m_page.editor().document());
    QStringList able;
    bool any = false;
    for (const PanelPtr &panel : batch.document().dashboard()->panels) {
        const OptionRow *row = elementIds.contains(panel->elementId()) ? legendRow(m_types, *panel) : nullptr;
        if (!row)
            continue;
        able.append(panel->elementId());
        any |= hasLegend(*row, *panel);
    }
    const QString text = any ? tr("Without legend") : tr("With legend");
    for (const QString &id : std::as_const(able)) {
        const PanelPtr panel = batch.document().dashboard()->panel(id);
        batch.add(setPanelValue(batch.document(), id, "options."_L1 + legendRow(m_types, *panel)->key, Json(!any), text));
        if (!any && panel->options.get(u"legend.displayMode"_s).toString() == u"hidden")
            batch.add(setPanelValue(batch.document(), id, u"options.legend.displayMode"_s, Json(u"list"_s), text));
    }
    m_page.apply(batch.command(text));
}

void PanelEdits::toggleExemplars()
{
    Batch batch(m_page.editor().document());
    const auto queries = [this](const Panel &panel) {
        const PanelType *type = m_types.find(panel.type);
        return type && type->showsExemplars ? panel.targets.size() : 0;
    };
    bool any = false;
    for (const PanelPtr &panel : batch.document().dashboard()->panels)
        for (qsizetype i = 0; i < queries(*panel); ++i)
            any |= panel->targets[i].exemplar;
    const QString text = any ? tr("Without exemplars") : tr("With exemplars");
    for (const QString &id : elementIds(*m_page.editor().document().dashboard())) {
        const PanelPtr panel = batch.document().dashboard()->panel(id);
        for (qsizetype i = 0; i < queries(*panel); ++i)
            if (panel->targets[i].exemplar == any)
                batch.add(setPanelValue(batch.document(), id, u"targets.%1.exemplar"_s.arg(i), Json(!any), text));
    }
    m_page.apply(batch.command(text));
}

void PanelEdits::nextCrosshair()
{
    const int next = (m_page.session().dashboard().graphTooltip + 1) % 3;
    const QString text = next == 0 ? tr("Crosshair of one panel")
        : next == 1                ? tr("Crosshair of all panels")
                                   : tr("Crosshair and tooltip of all panels");
    if (m_page.apply(setDashboardValue(m_page.editor().document(), u"graphTooltip"_s, Json(next), text)))
        emit m_page.notice(Tint::Info, m_page.title(), text);
}

void PanelEdits::copyLink(const QString &instanceId)
{
    if (m_page.path().isEmpty())
        return emit m_page.notice(Tint::Info, m_page.title(), tr("There is nothing to link to before it is saved."));
    QApplication::clipboard()->setText(linkToPanel(m_page.path(), m_page.session(), instanceId).toString(QUrl::FullyEncoded));
    emit m_page.notice(Tint::Good, m_page.title(),
                       tr("The link is on the clipboard: the panel, its time range and the values of variables."));
}
