// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/cli/set.h>

#include <app/cli/writtenfile.h>
#include <dashboard/pointerediting.h>

int runSet(const CommandLine &line)
{
    const Result<Document> document = Document::open(line.files.front());
    if (!document)
        return sayFailed(document.error(), 3);
    const Result<Command> command = setAtPointer(*document, line.pointer, line.value.toUtf8());
    return command ? writeEdited(*document, *command, line.output) : sayFailed(command.error(), 2);
}
