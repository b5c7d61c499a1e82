// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/cli/writtenfile.h>

#include <cstdio>
#include <dashboard/dashboardplace.h>
#include <dashboard/savefile.h>

using namespace Qt::StringLiterals;

int sayFailed(const Error &error, int code)
{
    QString text = error.where.isEmpty() ? error.what : error.where + ": "_L1 + error.what;
    if (!error.hint.isEmpty())
        text += u'\n' + error.hint;
    std::fprintf(stderr, "promontory: %s\n", qUtf8Printable(text));
    return code;
}

int writeEdited(const Document &document, const Command &command, const QString &output)
{
    const Result<Document> edited = document.edited(command.splices);
    if (!edited)
        return sayFailed(edited.error(), 2);
    const Result<QByteArray> bytes = edited->fileBytes();
    if (!bytes)
        return sayFailed(bytes.error(), 1);
    if (output == u"-") {
        const bool written = std::fwrite(bytes->constData(), 1, size_t(bytes->size()), stdout) == size_t(bytes->size());
        return std::fflush(stdout) == 0 && written ? 0 : 1;
    }
    if (command.isEmpty() && output.isEmpty())
        return 0;
    const Result<> saved = saveFile(output.isEmpty() ? DashboardPlace::of(document.path()).file : output, *bytes);
    return saved ? 0 : sayFailed(saved.error(), 1);
}
