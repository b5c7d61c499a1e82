// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QObject>
#include <QtCore/QTimer>
#include <dashboard/session.h>
#include <memory>

class App;

// The data behind the gallery's pictures: of a query that is typed there, asked as each panel type would ask it, with the variables and
// the time range of the dashboard. A session of its own, gone with the gallery.
class GalleryData : public QObject
{
    Q_OBJECT

public:
    GalleryData(App &app, const DashboardSession &session, QObject *parent = nullptr);
    ~GalleryData() override;

    void setQuery(const QString &expr, const Json &source); // asked when the typing pauses; empty: nothing is asked
    void run(); // now
    bool hasQuery() const { return !m_expr.trimmed().isEmpty(); }
    const PanelData *dataFor(const QString &typeId) const; // null: none yet
    QList<TargetReport> report() const; // of the query as the time series asks it

signals:
    void changed();

private:
    App &m_app;
    const DashboardSession &m_like;
    std::unique_ptr<DashboardSession> m_session;
    QHash<QString, QString> m_instances; // by type
    QString m_expr;
    Json m_source;
    QTimer m_pause;
};
