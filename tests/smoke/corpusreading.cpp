// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpusreading.h"

#include "corpusserver.h"
#include "corpusvariables.h"
#include <QtCore/QJsonArray>
#include <QtCore/QJsonDocument>
#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

namespace {

class Reader
{
public:
    explicit Reader(const QJsonObject &dashboard) : m_variables(dashboard)
    {
        m_reading.variables = m_variables.names();
        for (const QString &query : m_variables.queries())
            m_reading.mayBeAsked.insert("instant "_L1 + withoutSpans(query));
    }

    CorpusReading classic(const QJsonObject &dashboard)
    {
        for (const QJsonValue &row : dashboard[u"rows"].toArray())
            section(row.toObject(), row[u"panels"].toArray(), row[u"collapse"].toBool());
        // The panels after an open row, until the next one, are the row's.
        QJsonObject row;
        QJsonArray below;
        for (const QJsonValue &panel : dashboard[u"panels"].toArray()) {
            if (panel[u"type"] != "row"_L1) {
                below.append(panel);
                continue;
            }
            section(row, below, false);
            row = panel.toObject();
            below = row[u"collapsed"].toBool() ? QJsonArray() : row[u"panels"].toArray();
        }
        section(row, below, false);
        annotations(dashboard);
        return m_reading;
    }

    CorpusReading elements(const QJsonObject &spec)
    {
        for (const QJsonValue &element : spec[u"elements"].toObject()) {
            const QJsonObject panel = element[u"spec"].toObject();
            QJsonArray targets;
            for (const QJsonValue &each : panel[u"data"][u"spec"][u"queries"].toArray()) {
                QJsonObject target = each[u"spec"][u"query"][u"spec"].toObject();
                target[u"hide"] = each[u"spec"][u"hidden"];
                target[u"datasource"] = QJsonObject{{u"type"_s, each[u"spec"][u"query"][u"group"]}, {u"uid"_s, u"some"_s}};
                targets.append(target);
            }
            const QJsonObject config = panel[u"vizConfig"].toObject();
            const QJsonValue type = config[u"kind"] == "VizConfig"_L1 ? config[u"group"] : config[u"kind"];
            ask({{u"type"_s, type}, {u"targets"_s, targets}}, {});
        }
        return m_reading;
    }

private:
    QList<QJsonObject> repeats(const QJsonObject &from, const QJsonObject &scope) const
    {
        const QString name = from[u"repeat"].toString();
        if (name.isEmpty() || !m_variables.names().contains(name))
            return {scope};
        QList<QJsonObject> scopes;
        for (const QString &value : m_variables.selected(name)) {
            QJsonObject own = scope;
            own[name] = value;
            scopes.append(own);
        }
        return scopes;
    }

    void section(const QJsonObject &row, const QJsonArray &panels, bool folded)
    {
        if (folded)
            return;
        for (const QJsonObject &scope : repeats(row, {}))
            for (const QJsonValue &panel : panels)
                for (const QJsonObject &own : repeats(panel.toObject(), scope))
                    ask(panel.toObject(), own);
    }

    static bool isPrometheus(const QJsonObject &panel, const QJsonObject &target)
    {
        QJsonValue source = target[u"datasource"];
        if (source.isUndefined() || source.isNull())
            source = panel[u"datasource"];
        const QString type = source[u"type"].toString();
        return type != "__expr__"_L1 && type != "loki"_L1 && type != "testdata"_L1 && source.toString() != "gdev-testdata"_L1;
    }

    // Those that are on ask beside the panels.
    void annotations(const QJsonObject &dashboard)
    {
        for (const QJsonValue &value : dashboard[u"annotations"][u"list"].toArray()) {
            const QJsonObject annotation = value.toObject();
            const QString expression = annotation[u"target"][u"expr"].toString(annotation[u"expr"].toString());
            const bool isOn = annotation[u"enable"].toBool() && !annotation[u"builtIn"].toInt() && !annotation[u"builtIn"].toBool();
            const QString type = annotation[u"datasource"][u"type"].toString();
            const bool isOther = type == "loki"_L1 || type == "grafana"_L1 || annotation[u"datasource"].toString() == "-- Grafana --"_L1;
            if (isOn && !isOther && !expression.trimmed().isEmpty())
                m_reading.asked.insert("range "_L1 + withoutSpans(m_variables.filled(expression, {})));
        }
    }

    void ask(const QJsonObject &panel, const QJsonObject &scope)
    {
        static const QStringList drawn{u"graph"_s, u"timeseries"_s, u"singlestat"_s, u"stat"_s,   u"gauge"_s,
                                       u"table"_s, u"table-old"_s,  u"bargauge"_s,   u"heatmap"_s};
        static const QStringList dataless{u"text"_s, u"row"_s, u"alertlist"_s, u"dashlist"_s, u"news"_s};
        const QString type = panel[u"type"].toString();
        if (dataless.contains(type))
            return;
        QSet<QString> &asked = drawn.contains(type) ? m_reading.asked : m_reading.mayBeAsked;
        for (const QJsonValue &value : panel[u"targets"].toArray()) {
            const QJsonObject target = value.toObject();
            const QString expression = target[u"expr"].toString();
            if (target[u"hide"].toBool() || expression.trimmed().isEmpty() || !isPrometheus(panel, target))
                continue;
            const QString text = withoutSpans(m_variables.filled(expression, scope));
            const bool instant = target[u"instant"].toBool();
            if (instant)
                asked.insert("instant "_L1 + text);
            if (!instant || target[u"range"].toBool())
                asked.insert("range "_L1 + text);
        }
    }

    CorpusVariables m_variables;
    CorpusReading m_reading;
};
} // namespace

CorpusReading readCorpusFile(const QByteArray &bytes)
{
    QJsonObject root = QJsonDocument::fromJson(bytes).object();
    if (root.value(u"dashboard").isObject())
        root = root[u"dashboard"].toObject();
    else if (root.size() == 1 && root.constBegin().key().endsWith(".json"_L1))
        root = root.constBegin().value().toObject();
    if (root.value(u"spec").isObject())
        root = root[u"spec"].toObject();
    return root.contains(u"elements") ? Reader(root).elements(root) : Reader(root).classic(root);
}

QString withoutSpans(QString expression)
{
    static const QRegularExpression span(u"\\b(?:\\d+(?:ms|[smhdwy]))+\\b"_s);
    return expression.replace(span, u"SPAN"_s).simplified();
}
