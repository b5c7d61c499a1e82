// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <app/compatibility/migrationprobe.h>
#include <app/compatibility/report.h>

struct PanelType;

// The parts of a panel as the file has them, in whatever form, each with its pointer.
struct PanelInFile {
    struct Part {
        QString pointer;
        Json json;
    };

    QString type;
    Part members; // the object that holds what is not below
    Part options;
    Part fieldConfig;
    QList<Part> transformations; // {"id", "options", …}
    QList<Part> targets;
    Part links;
};

PanelInFile classicPanelInFile(const Json &panel, const QString &pointer);
PanelInFile v2PanelInFile(const Json &element, const QString &pointer);

// Walks what a file holds along the vocabulary, and appends a line for each thing that is not honoured.
class PanelWalk
{
public:
    PanelWalk(const Vocabulary &vocabulary, QList<ReportLine> &lines, const Json &schemaVersion)
        : m_words(vocabulary)
        , m_lines(lines)
        , m_migrations(schemaVersion)
    {
    }

    void object(const Json &object, const QString &pointer, const QString &scope) { walk(object, pointer, scope, {}); }
    void word(const QString &scope, const QString &key, const QString &pointer, const QString &unknown);
    void kinds(const Json &value, const QString &pointer, const QString &scope, const QString &key);
    void links(const Json &list, const QString &pointer);
    void annotation(const Json &annotation, const QString &pointer); // of the classic form
    void newerAnnotation(const Json &spec, const QString &pointer);
    // type: null for a placeholder, which reads nothing but queries.
    void panel(const PanelInFile &file, const Panel &panel, const PanelType *type);

private:
    using Part = PanelInFile::Part;

    void say(const QString &pointer, const QString &why);
    void sayUnknown(const QString &pointer);
    void walk(const Json &object, const QString &pointer, const QString &scope, const QString &prefix);
    void value(const Json &value, const QString &pointer, const QString &scope, const QString &key);
    void fields(const Part &part, const QString &type);
    void standard(const QString &key, const Json &value, const QString &pointer);
    void override(const Json &rule, const QString &pointer, const QString &type);
    void transformation(const Part &part);
    void target(const Part &part, const Panel &panel);

    const Vocabulary &m_words;
    QList<ReportLine> &m_lines;
    QString m_panel; // the pointer of the one at hand
    Json m_classic; // that one, where it has the classic form
    MigrationProbe m_migrations;
};
