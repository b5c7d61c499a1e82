// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/slug.h>

#include <QtCore/QRegularExpression>

using namespace Qt::StringLiterals;

QString slugOf(const QString &title)
{
    static const QRegularExpression other(u"[^\\p{L}\\p{N}]+"_s, QRegularExpression::UseUnicodePropertiesOption);
    QString slug = title.toLower().replace(other, u"-"_s);
    if (slug.endsWith(u'-'))
        slug.chop(1);
    return slug.startsWith(u'-') ? slug.mid(1) : slug;
}
