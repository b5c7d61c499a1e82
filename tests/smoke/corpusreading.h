// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtCore/QJsonObject>
#include <QtCore/QSet>
#include <QtCore/QStringList>

// A reading of dashboard files that shares nothing with the program: what Grafana asks for one, by its JSON alone, when the server
// answers as corpusAnswer() does. Lengths of time are left out of it: they follow from the width of a panel.
struct CorpusReading {
    QSet<QString> asked; // "range EXPR", "instant EXPR"; see withoutSpans
    QSet<QString> mayBeAsked; // of panel types that are not drawn here
    QStringList variables; // the names that the file defines
};

CorpusReading readCorpusFile(const QByteArray &bytes);

// The expression with every length of time as SPAN and its white space as single spaces.
QString withoutSpans(QString expression);
