// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchcases.h"

#include <QtWidgets/QApplication>

int main(int argc, char **argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    const QApplication app(argc, argv);
    registerParseCases();
    registerPlotCases();
    registerDashCases();
    registerCacheCases();
    registerCompletionCases();
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    benchmark::RunSpecifiedBenchmarks();
    benchmark::Shutdown();
    return 0;
}
