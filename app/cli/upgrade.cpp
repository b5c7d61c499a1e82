// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/cli/upgrade.h>

#include <cstdio>
#include <dashboard/savefile.h>
#include <dashboard/upgrading.h>

using namespace Qt::StringLiterals;

namespace {

int failed(const Error &error, int code)
{
    std::fprintf(stderr, "promontory: %s\n", qUtf8Printable(QStringList({error.where, error.what, error.hint}).join(u' ').simplified()));
    return code;
}

} // namespace

int runUpgrade(const CommandLine &line)
{
    const QString path = line.files.front();
    const Result<Document> document = Document::open(path);
    if (!document)
        return failed(document.error(), 3);
    const Result<Command> command = upgradeDashboard(*document);
    if (!command)
        return failed(command.error(), 3);
    const Result<Document> upgraded = document->edited(command->splices);
    if (!upgraded)
        return failed(upgraded.error(), 3);
    if (line.output == u"-") {
        std::fwrite(upgraded->text().constData(), 1, size_t(upgraded->text().size()), stdout);
        return std::fflush(stdout) == 0 ? 0 : 1;
    }
    if (command->isEmpty() && line.output.isEmpty())
        return 0;
    const QString target = line.output.isEmpty() ? path : line.output;
    const Result<> saved = saveFile(target, upgraded->text());
    return saved ? 0 : failed(saved.error(), 1);
}
