// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/gallerydata.h>

#include <app/app.h>
#include <app/editor/newpanel.h>
#include <dashboard/settingsediting.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kPauseMs = 500;
constexpr int kPicturePx = 200; // the width that the queries are asked for

// A dashboard with a panel a type, all with the same query; variables stand as they do on the page.
QByteArray dashboardText(const DashboardSession &like, const PanelRegistry &registry, const QString &expr, const Json &source)
{
    Document document = like.document();
    if (const Result<Command> values = saveVariablesAsDefault(document, like.variables(), {}))
        document = document.edited(values->splices).value_or(document);
    std::vector<Json> panels;
    int id = 0;
    for (const PanelType &type : registry.types())
        if (type.asksData)
            panels.push_back(newPanelJson(type, {type.id, expr, source}).with(u"id", ++id));
    const RawTimeRange range = like.rawRange();
    return Json::object({{u"schemaVersion"_s, 41},
                         {u"time"_s, Json::object({{u"from"_s, range.from}, {u"to"_s, range.to}})},
                         {u"templating"_s, document.valueAt(document.root() + "/templating"_L1)},
                         {u"panels"_s, Json::array(panels)}})
        .dump();
}

} // namespace

GalleryData::GalleryData(App &app, const DashboardSession &session, QObject *parent) : QObject(parent), m_app(app), m_like(session)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(kPauseMs);
    connect(&m_pause, &QTimer::timeout, this, &GalleryData::run);
}

GalleryData::~GalleryData() = default;

void GalleryData::setQuery(const QString &expr, const Json &source)
{
    m_expr = expr;
    m_source = source;
    m_pause.start();
}

void GalleryData::run()
{
    m_pause.stop();
    m_session.reset();
    m_instances.clear();
    const Result<Document> document
        = hasQuery() ? Document::fromText(dashboardText(m_like, m_app.panels(), m_expr, m_source)) : Result<Document>(Document());
    if (!hasQuery() || !document)
        return emit changed();
    SessionSetup setup;
    setup.traits = m_app.traits();
    m_session = std::make_unique<DashboardSession>(*document, m_app.sources(), setup);
    connect(m_session.get(), &DashboardSession::panelDataChanged, this, &GalleryData::changed);
    for (const PanelInstance &instance : m_session->instances()) {
        m_instances.insert(instance.panel->type, instance.id);
        m_session->setVisible(instance.id, true, kPicturePx);
    }
    m_session->start();
    emit changed();
}

const PanelData *GalleryData::dataFor(const QString &typeId) const
{
    const auto it = m_instances.find(typeId);
    return m_session && it != m_instances.end() ? &m_session->data(*it) : nullptr;
}

QList<TargetReport> GalleryData::report() const
{
    const auto it = m_instances.find(u"timeseries"_s);
    return m_session && it != m_instances.end() ? m_session->explain(*it) : QList<TargetReport>();
}
