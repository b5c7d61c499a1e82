// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/cli/upgrade.h>

#include <app/cli/writtenfile.h>
#include <dashboard/upgrading.h>

int runUpgrade(const CommandLine &line)
{
    const Result<Document> document = Document::open(line.files.front());
    if (!document)
        return sayFailed(document.error(), 3);
    const Result<Command> command = upgradeDashboard(*document);
    return command ? writeEdited(*document, *command, line.output) : sayFailed(command.error(), 3);
}
