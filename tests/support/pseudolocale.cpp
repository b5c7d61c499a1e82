// SPDX-License-Identifier: GPL-3.0-or-later
#include "pseudolocale.h"

#include <QtCore/QCoreApplication>

namespace {
const QString kTail = QStringLiteral("ñøúéåßýîüöçäðþšžłđħœ");
}

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
    return plain + kTail.repeated(more / kTail.size() + 1).left(more);
}

bool PseudoLocale::made(const QString &text)
{
    return text.contains(kTail.front());
}
