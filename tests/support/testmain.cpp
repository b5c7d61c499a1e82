// SPDX-License-Identifier: GPL-3.0-or-later
#include "testmain.h"

#include <QtCore/QFileInfo>
#include <QtCore/QStandardPaths>
#include <QtWidgets/QApplication>
#include <map>
#include <memory>

namespace {
std::map<QString, testmain::Make> &tests()
{
    static std::map<QString, testmain::Make> all;
    return all;
}
} // namespace

bool testmain::add(const char *file, Make make)
{
    tests()[QFileInfo(QString::fromUtf8(file)).completeBaseName()] = make;
    return true;
}

// usage: test_x [tst_name…] [-- options of Qt Test]
int main(int argc, char **argv)
{
    qputenv("TZ", "UTC");
    if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    QStandardPaths::setTestModeEnabled(true);
    QApplication app(argc, argv);
    QLocale::setDefault(QLocale::c());
    QStringList names;
    QStringList options{app.arguments().first()};
    bool rest = false;
    for (const QString &argument : app.arguments().mid(1)) {
        if (argument == QLatin1String("--"))
            rest = true;
        else
            (rest ? options : names).append(argument);
    }
    int failed = 0;
    int ran = 0;
    for (const auto &[name, make] : tests()) {
        if (!names.isEmpty() && !names.contains(name))
            continue;
        const std::unique_ptr<QObject> test(make());
        failed += QTest::qExec(test.get(), options) != 0;
        ++ran;
    }
    return failed > 0 || ran == 0;
}
