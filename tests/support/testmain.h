// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtTest/QtTest>

// One executable a folder, one class a tst_*.cpp. ADD_TEST(TstThing) at the end of tst_thing.cpp puts the class under the file's
// name; the executable runs the classes named on its command line, or all of them.
namespace testmain {
using Make = QObject *(*)();
bool add(const char *file, Make make);
} // namespace testmain

#define ADD_TEST(Class) static const bool added_##Class = testmain::add(__FILE__, []() -> QObject * { return new Class; });
