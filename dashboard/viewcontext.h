// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QMap>
#include <QtCore/QObject>
#include <QtCore/QStringList>
#include <core/timerange.h>
#include <optional>

// What several windows may look at together: time range with its zoom history, zone, variable values, crosshair. Shared by shared_ptr;
// setting what is set already emits nothing.
class ViewContext : public QObject
{
    Q_OBJECT

public:
    explicit ViewContext(QObject *parent = nullptr) : QObject(parent) { }

    const RawTimeRange &range() const { return m_range; }
    void setRange(const RawTimeRange &range); // a step in the history
    void resetRange(const RawTimeRange &range); // forgets the history
    bool canGoBack() const { return !m_back.isEmpty(); }
    bool canGoForward() const { return !m_forward.isEmpty(); }
    void goBack();
    void goForward();

    const QString &zone() const { return m_zone; } // "", "browser", "utc", IANA
    void setZone(const QString &zone);

    // Selected values by variable; absent = never chosen, the dashboard's own hold.
    const QMap<QString, QStringList> &values() const { return m_values; }
    void setValues(const QString &variable, const QStringList &values);

    std::optional<double> cursorMs() const { return m_cursorMs; }
    void setCursorMs(std::optional<double> ms, const QObject *from = nullptr);

signals:
    void rangeChanged();
    void zoneChanged();
    void valuesChanged(const QString &variable);
    void cursorChanged(std::optional<double> ms, const QObject *from);

private:
    RawTimeRange m_range;
    QList<RawTimeRange> m_back;
    QList<RawTimeRange> m_forward;
    QString m_zone;
    QMap<QString, QStringList> m_values;
    std::optional<double> m_cursorMs;
};
