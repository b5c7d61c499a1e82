// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <dashboard/model.h>

// Reads members of one JSON object. A member of a wrong type gives the default and a line in the problems; null counts as missing.
class ModelReader
{
public:
    ModelReader(const Json &object, const QString &pointer, QList<ModelProblem> &problems)
        : m_object(object)
        , m_pointer(pointer)
        , m_problems(problems)
    {
    }

    const Json &json() const { return m_object; }
    QString pointer(const QString &key) const;
    Json get(const QString &key) const { return m_object[key]; }

    QString text(const QString &key, const QString &fallback = {}) const; // numbers are taken as text
    bool boolean(const QString &key, bool fallback = false) const; // "true", 1 too
    int integer(const QString &key, int fallback = 0) const; // "16" too
    QStringList texts(const QString &key) const;
    Json array(const QString &key) const; // null when it is none
    Json object(const QString &key) const;
    ModelReader below(const QString &list, int index, const Json &item) const; // of an item of a list
    ModelReader inside(const QString &key) const; // of an object; of null where it is none
    SourceRef source(const QString &key) const; // {"type","uid"}, a name, or null

    void problem(const QString &key, const QString &why) const;

private:
    Json m_object;
    QString m_pointer;
    QList<ModelProblem> &m_problems;
};
