// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudolocale.h"

#include <QtCore/QCoreApplication>

PseudoLocale::PseudoLocale()
{
    QCoreApplication::installTranslator(this);
}

PseudoLocale::~PseudoLocale()
{
    QCoreApplication::removeTranslator(this);
}

QString PseudoLocale::translate(const char *, const char *text, const char *, int) const
{
    const QString plain = QString::fromUtf8(text);
    if (plain.isEmpty())
        return {};
    const qsizetype more = std::max<qsizetype>(1, (plain.size() * 2 + 4) / 5);
    return plain + QStringLiteral("ñøúéåßýîüöçäðþšžłđħœ").repeated(more / 20 + 1).left(more);
}
