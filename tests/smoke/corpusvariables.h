// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QMap>
#include <QtCore/QStringList>

// The variables of a dashboard file with the values that they get from corpusAnswer(): the classic `templating.list` or `variables` of
// version 2.
class CorpusVariables
{
public:
    explicit CorpusVariables(const QJsonObject &dashboard);

    QStringList names() const { return m_values.keys(); }
    QStringList queries() const; // what query_result() of a variable asks
    QStringList selected(const QString &name) const; // what a repeat repeats for
    QString filled(const QString &text, const QJsonObject &scope) const;

private:
    struct Value {
        QStringList options;
        QStringList chosen;
        QString all; // allValue, where All is chosen and it has one
        bool isRegex = false; // multi or with All: written as an alternative
    };

    Value valueOf(const QJsonObject &variable) const;
    QStringList optionsOf(const QJsonObject &variable) const;
    QStringList answersTo(const QString &query) const;
    QString written(const QString &name, const QString &format, const QJsonObject &scope) const;

    QMap<QString, Value> m_values;
    QStringList m_queries; // as written
    QMap<QString, QString> m_inputs; // constants of __inputs
};
