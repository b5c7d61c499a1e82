// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/commandline.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstCommandLine : public QObject
{
    Q_OBJECT

private slots:
    void files()
    {
        const auto line = parseCommandLine({u"a.json"_s, u"b.json"_s, u"--source"_s, u"localhost:9090"_s});
        QVERIFY(line);
        QCOMPARE(line->mode, CommandLine::Mode::Window);
        QCOMPARE(line->files, (QStringList{u"a.json"_s, u"b.json"_s}));
        QCOMPARE(line->source, QUrl(u"http://localhost:9090"_s));
    }

    void render()
    {
        const auto line = parseCommandLine({u"render"_s, u"a.json"_s, u"-o"_s, u"a.png"_s, u"--width"_s, u"800"_s, u"--scale=2"_s,
                                            u"--var"_s, u"x=1=2"_s, u"--var"_s, u"x=b"_s, u"--panel"_s, u"7"_s, u"--timing"_s});
        QVERIFY(line);
        QCOMPARE(line->mode, CommandLine::Mode::Render);
        QCOMPARE(line->size, QSize(800, 0));
        QCOMPARE(line->scale, 2.0);
        QCOMPARE(line->variables.size(), 1);
        QCOMPARE(line->variables.first().second, (QStringList{u"1=2"_s, u"b"_s}));
        QCOMPARE(*line->panel, u"7"_s);
        QVERIFY(line->timing);
    }

    void pictureKinds()
    {
        const auto svg = parseCommandLine({u"render"_s, u"a.json"_s, u"-o"_s, u"out/a.SVG"_s});
        QVERIFY(svg);
        QCOMPARE(svg->format(), u"svg"_s);
        const auto pdf = parseCommandLine({u"render"_s, u"a.json"_s, u"-o"_s, u"a.pdf"_s, u"--page"_s, u"single"_s});
        QVERIFY(pdf);
        QCOMPARE(pdf->page, PdfSetup::Page::Single);
        QCOMPARE(parseCommandLine({u"render"_s, u"a.json"_s, u"-o"_s, u"a.pdf"_s})->page, PdfSetup::Page::A4);
    }

    void gallery()
    {
        const auto line = parseCommandLine({u"render"_s, u"--gallery"_s, u"-o"_s, u"pictures/"_s});
        QVERIFY(line);
        QVERIFY(line->gallery && line->files.isEmpty());
    }

    void check()
    {
        const auto line = parseCommandLine({u"check"_s, u"a.json"_s, u"folder"_s, u"--json"_s, u"--source"_s, u"localhost:9090"_s});
        QVERIFY(line);
        QCOMPARE(line->mode, CommandLine::Mode::Check);
        QCOMPARE(line->files, (QStringList{u"a.json"_s, u"folder"_s}));
        QVERIFY(line->json && !line->source.isEmpty());
        QVERIFY(!parseCommandLine({u"a.json"_s, u"--json"_s})); // of check alone
    }

    void set()
    {
        const auto line = parseCommandLine({u"set"_s, u"a.json"_s, u"/panels/-"_s, u" {\"a\": 1} "_s, u"-o"_s, u"-"_s});
        QVERIFY(line);
        QCOMPARE(line->mode, CommandLine::Mode::Set);
        QCOMPARE(line->files, QStringList{u"a.json"_s});
        QCOMPARE(line->pointer, u"/panels/-"_s);
        QCOMPARE(line->value, u"{\"a\": 1}"_s);
        QCOMPARE(line->output, u"-"_s);
        QCOMPARE(parseCommandLine({u"set"_s, u"a.json"_s, u""_s, u"{}"_s})->pointer, QString());
        QCOMPARE(parseCommandLine({u"set"_s, u"a.json"_s, u"/x"_s, u"-1.50"_s})->value, u"-1.50"_s);
    }

    void wrong_data()
    {
        QTest::addColumn<QStringList>("arguments");
        QTest::addColumn<QString>("says");
        QTest::newRow("unknown") << QStringList{u"--nonsense"_s} << u"nonsense"_s;
        QTest::newRow("no output") << QStringList{u"render"_s, u"a.json"_s} << u"-o"_s;
        QTest::newRow("no file") << QStringList{u"render"_s, u"-o"_s, u"a.png"_s} << u"--demo"_s;
        QTest::newRow("two files") << QStringList{u"render"_s, u"a"_s, u"b"_s, u"-o"_s, u"a.png"_s} << u"one"_s;
        QTest::newRow("width") << QStringList{u"render"_s, u"a"_s, u"-o"_s, u"p"_s, u"--width"_s, u"wide"_s} << u"wide"_s;
        QTest::newRow("scale") << QStringList{u"render"_s, u"a"_s, u"-o"_s, u"p"_s, u"--scale"_s, u"nan"_s} << u"nan"_s;
        QTest::newRow("var") << QStringList{u"render"_s, u"a"_s, u"-o"_s, u"p"_s, u"--var"_s, u"x"_s} << u"NAME=VALUE"_s;
        QTest::newRow("gallery of a file") << QStringList{u"render"_s, u"a"_s, u"--gallery"_s, u"-o"_s, u"p.png"_s} << u"--gallery"_s;
        QTest::newRow("page") << QStringList{u"render"_s, u"a"_s, u"-o"_s, u"p.pdf"_s, u"--page"_s, u"a9"_s} << u"a9"_s;
        QTest::newRow("page of a PNG") << QStringList{u"render"_s, u"a"_s, u"-o"_s, u"p.png"_s, u"--page"_s, u"a4"_s} << u"PDF"_s;
        QTest::newRow("check of nothing") << QStringList{u"check"_s} << u"folders"_s;
        QTest::newRow("set without a value") << QStringList{u"set"_s, u"a"_s, u"/title"_s} << u"value"_s;
        QTest::newRow("set of too much") << QStringList{u"set"_s, u"a"_s, u"/title"_s, u"1"_s, u"2"_s} << u"value"_s;
        QTest::newRow("scheme") << QStringList{u"--source"_s, u"ftp://x"_s} << u"ftp"_s;
        QTest::newRow("from") << QStringList{u"--from"_s, u"nonsense"_s} << u"nonsense"_s;
        QTest::newRow("to") << QStringList{u"--to"_s, u"now+"_s} << u"now+"_s;
        QTest::newRow("theme") << QStringList{u"--theme"_s, u"pink"_s} << u"pink"_s;
    }

    void wrong()
    {
        QFETCH(QStringList, arguments);
        QFETCH(QString, says);
        const auto line = parseCommandLine(arguments);
        QVERIFY(!line);
        QVERIFY2(line.error().what.contains(says), qPrintable(line.error().what));
        QVERIFY(line.error().hint.contains(u"--help"_s));
    }

    void helpNamesEveryOption()
    {
        for (const auto &name : {u"source"_s, u"demo"_s, u"from"_s, u"to"_s, u"theme"_s, u"timing"_s, u"width"_s, u"height"_s, u"scale"_s,
                                 u"var"_s, u"panel"_s, u"output"_s, u"json"_s})
            QVERIFY2(commandLineHelp().contains(u"--"_s + name), qPrintable(name));
    }
};

ADD_TEST(TstCommandLine)
#include "tst_commandline.moc"
