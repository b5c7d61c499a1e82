// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/splice.h>

#include <QtCore/QCoreApplication>

using namespace Qt::StringLiterals;

Result<QByteArray> applied(QByteArray text, const Splices &splices)
{
    for (const Splice &splice : splices) {
        const bool fits = splice.offset >= 0 && splice.offset + splice.oldBytes.size() <= text.size();
        if (!fits || QByteArrayView(text).sliced(splice.offset, splice.oldBytes.size()) != splice.oldBytes)
            return fail(Error::Kind::Config, QCoreApplication::translate("Errors", "the text to change is not there any more"),
                        QCoreApplication::translate("Errors", "byte %1").arg(splice.offset));
        text.replace(splice.offset, splice.oldBytes.size(), splice.newBytes);
    }
    return text;
}

Splices inverse(const Splices &splices)
{
    Splices back;
    for (auto it = splices.rbegin(); it != splices.rend(); ++it)
        back.append({it->offset, it->newBytes, it->oldBytes});
    return back;
}
