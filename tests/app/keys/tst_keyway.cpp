// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QtTest>
#include <app/keys/keyway.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstKeyWay : public QObject
{
    Q_OBJECT

private slots:
    void readAndShown_data()
    {
        QTest::addColumn<QString>("written");
        QTest::addColumn<QString>("way");
        QTest::addColumn<QStringList>("caps");
        QTest::newRow("combination") << u"ctrl+Shift+s"_s << u"Ctrl+Shift+S"_s << QStringList{u"Ctrl"_s, u"Shift"_s, u"S"_s};
        QTest::newRow("plus") << u"Ctrl++"_s << u"Ctrl++"_s << QStringList{u"Ctrl"_s, u"+"_s};
        QTest::newRow("arrow") << u"Alt+Left"_s << u"Alt+Left"_s << QStringList{u"Alt"_s, u"←"_s};
        QTest::newRow("function key") << u"F11"_s << u"F11"_s << QStringList{u"F11"_s};
        QTest::newRow("chord") << u" d  shift+e "_s << u"d shift+e"_s << QStringList{u"D"_s, u"Shift+E"_s};
        QTest::newRow("chord of an arrow") << u"t left"_s << u"t left"_s << QStringList{u"T"_s, u"←"_s};
        QTest::newRow("a letter alone is a chord") << u"E"_s << u"e"_s << QStringList{u"E"_s};
        QTest::newRow("no such key") << u"Ctrl+Nonsense"_s << QString() << QStringList();
        QTest::newRow("no chord") << u"some words"_s << QString() << QStringList();
        QTest::newRow("empty") << u" "_s << QString() << QStringList();
    }

    void readAndShown()
    {
        QFETCH(QString, written);
        QFETCH(QString, way);
        QCOMPARE(keyway::normalized(written), way);
        QTEST(keyway::caps(way), "caps");
    }

    void collisions()
    {
        QVERIFY(keyway::collide(u"d s"_s, u"d s"_s));
        QVERIFY(keyway::collide(u"d"_s, u"d s"_s)); // the first key alone would never wait for the second
        QVERIFY(keyway::collide(u"d s"_s, u"d"_s));
        QVERIFY(!keyway::collide(u"d s"_s, u"d k"_s));
        QVERIFY(!keyway::collide(u"d s"_s, u"Ctrl+D"_s));
        QVERIFY(keyway::collide(u"Ctrl+D"_s, u"Ctrl+D"_s));
    }
};

ADD_TEST(TstKeyWay)
#include "tst_keyway.moc"
