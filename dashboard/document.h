// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QHash>
#include <core/jsonscan.h>
#include <dashboard/classiccodec.h>
#include <dashboard/jsontext.h>
#include <dashboard/yamlfile.h>

// A dashboard file. The text as read is the truth; the typed dashboard is a view over it, migrated where the file
// has an older form. A value: edits make a new document that shares
// every panel whose text did not change. Half a megabyte opens in a few milliseconds; safe to make on any thread.
class Document
{
public:
    Document() = default;
    // Refused: not UTF-8, not JSON, nested over 512 levels, over 64 MiB, not an object. A path into a YAML file that holds several
    // dashboards says which (DashboardPlace).
    static Result<Document> open(const QString &path);
    static Result<Document> fromText(const QByteArray &utf8, const QString &path = {});

    const QString &path() const { return m_path; } // empty = never saved
    const QByteArray &text() const { return m_text; } // JSON
    bool isInYaml() const { return m_yaml != nullptr; }
    // What its file holds then: the text, or the YAML around it with the text in its place. onDisk: what lies there by now (empty:
    // nothing); where it is not what we last saved, other programs' changes of its other parts stay.
    Result<QByteArray> fileBytes(const QByteArray &onDisk = {}, const QByteArray &savedText = {}) const;
    const JsonIndex &index() const { return *m_index; }
    const DashboardPtr &dashboard() const { return m_dashboard; } // never null after open
    QString root() const { return m_root; } // pointer of the dashboard object: "", "/dashboard", "/NAME.json", "/spec"

    // The value at a pointer, and its bytes.
    Json valueAt(const QString &pointer) const;
    QByteArray textAt(const QString &pointer) const;

    Document withPath(const QString &path) const; // the same text, to be saved elsewhere; outside of YAML where the name says so
    Result<Document> edited(const Splices &splices) const;

    JsonText toEdit() const { return JsonText(m_text, m_index); }
    // The splices that store a value: replaced in place, or added as a last member or item; parents that are missing are made. A value
    // that is there already, spelled otherwise, gives no splice.
    Result<Splices> setting(const QString &pointer, const Json &value) const;
    Result<Splices> removing(const QString &pointer) const; // with one comma; nothing there: no splice

private:
    using PanelCache = QHash<QByteArray, PanelNode>; // by the bytes it was read from

    int wrappedDashboard() const;
    Result<> derive(const Document *before);
    QList<PanelNode> readPanels(int arrayNode, const QString &pointer, const PanelCache &before);
    QList<ModelProblem> notPanels(int panels) const;
    PanelNode readNode(int node, const QString &pointer, const PanelCache &before);
    void readForm(const Json &json); // which migrations its panels need

    static Result<Document> ofYaml(const QByteArray &bytes, const QString &path);

    QString m_path;
    QByteArray m_text;
    std::shared_ptr<const YamlFile> m_yaml; // as it was read; null: a file of its own
    int m_part = 0;
    QString m_root;
    std::shared_ptr<const JsonIndex> m_index = std::make_shared<JsonIndex>();
    DashboardPtr m_dashboard = std::make_shared<Dashboard>();
    PanelCache m_panels;
    MigrationContext m_form;
};
