// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/editor/paneltext.h>
#include <tests/support/testmain.h>

class TstPanelText : public QObject
{
    Q_OBJECT

private slots:
    void roundTrip_data()
    {
        QTest::addColumn<QByteArray>("inFile");
        QTest::addColumn<QByteArray>("shown");
        QTest::newRow("indented") << QByteArray("{\n      \"id\": 1\n    }") << QByteArray("{\n  \"id\": 1\n}");
        QTest::newRow("tabs") << QByteArray("{\n\t\t\t\"id\": 1\n\t\t}") << QByteArray("{\n\t\"id\": 1\n}");
        QTest::newRow("windows") << QByteArray("{\r\n    \"id\": 1\r\n  }") << QByteArray("{\r\n  \"id\": 1\r\n}");
        QTest::newRow("a line that stands out stays")
            << QByteArray("{\n \"id\": 1,\n    \"a\": 2\n    }") << QByteArray("{\n \"id\": 1,\n    \"a\": 2\n    }");
        QTest::newRow("short line") << QByteArray("{\"id\": 1, \"type\": \"text\"}") << QByteArray("{\"id\": 1, \"type\": \"text\"}");
        const QByteArray text(100, 'x');
        QTest::newRow("long line") << "{\"id\":1.0,\"text\":\"" + text + "\"}"
                                   << "{\n  \"id\": 1.0,\n  \"text\": \"" + text + "\"\n}";
    }
    void roundTrip()
    {
        QFETCH(QByteArray, inFile);
        QFETCH(QByteArray, shown);
        const PanelText text(inFile);
        QCOMPARE(text.shown(), shown);
        QCOMPARE(text.stored(shown), inFile);
        QCOMPARE(text.stored(shown + "\n"), inFile);
    }
};

ADD_TEST(TstPanelText)
#include "tst_paneltext.moc"
