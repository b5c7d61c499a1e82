// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/variablememory.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/support/testmain.h>

class TstVariableMemory : public QObject
{
    Q_OBJECT

    static constexpr const char *kText
        = R"x({"title":"d","schemaVersion":41,"templating":{"list":[{"name":"job","type":"query","query":"label_values(up, job)"}]}})x";

    static QStringList offered(const World &world)
    {
        QStringList values;
        for (const VariableOption &option : world.session->variable(u"job"_s)->options)
            values.append(option.value);
        return values;
    }

private slots:
    void init() { QVERIFY(QDir(QFileInfo(VariableMemory::fileFor({})).path()).removeRecursively()); }

    void shownAtOnceAndRefreshedBehind()
    {
        const QString path = u"/some/where.json"_s;
        {
            World world(kText);
            VariableMemory memory(*world.session, [path] { return path; });
            QCOMPARE(offered(world), QStringList());
            world.session->start();
            QCoreApplication::processEvents();
            world.source->answerValues({{u"job"_s, {u"api"_s, u"web"_s}}});
            QTRY_COMPARE(offered(world), (QStringList{u"api"_s, u"web"_s}));
        }
        World again(kText);
        VariableMemory memory(*again.session, [path] { return path; });
        QCOMPARE(offered(again), (QStringList{u"api"_s, u"web"_s}));
        again.session->start();
        QCoreApplication::processEvents();
        QVERIFY(again.session->variable(u"job"_s)->loading); // asked all the same
        QCOMPARE(offered(again), (QStringList{u"api"_s, u"web"_s}));
        again.source->answerValues({{u"job"_s, {u"db"_s}}});
        QTRY_COMPARE(offered(again), QStringList{u"db"_s});
    }

    void notForAnotherQuestionNorAnotherFile()
    {
        {
            World world(kText);
            VariableMemory memory(*world.session, [] { return u"/a.json"_s; });
            world.session->start();
            QCoreApplication::processEvents();
            world.source->answerValues({{u"job"_s, {u"api"_s}}});
            QTRY_COMPARE(offered(world), QStringList{u"api"_s});
        }
        World other(kText);
        VariableMemory elsewhere(*other.session, [] { return u"/b.json"_s; });
        QCOMPARE(offered(other), QStringList());
        World changed(QByteArray(kText).replace("(up,", "(down,"));
        VariableMemory memory(*changed.session, [] { return u"/a.json"_s; });
        QCOMPARE(offered(changed), QStringList());
    }

    void withoutAFileNothingIsKept()
    {
        {
            World world(kText);
            VariableMemory memory(*world.session, [] { return QString(); });
            world.session->start();
            QCoreApplication::processEvents();
            world.source->answerValues({{u"job"_s, {u"api"_s}}});
            QTRY_COMPARE(offered(world), QStringList{u"api"_s});
        }
        QVERIFY(!QFile::exists(QFileInfo(VariableMemory::fileFor({})).path()));
    }

    void brokenCacheIsNoHarm()
    {
        const QString file = VariableMemory::fileFor(u"/a.json"_s);
        QVERIFY(QDir().mkpath(QFileInfo(file).path()));
        for (const QByteArray &text : {QByteArray("{half"), QByteArray("[]"), QByteArray(R"({"variables":{"job":[1]}})"), QByteArray()}) {
            QFile out(file);
            QVERIFY(out.open(QIODevice::WriteOnly));
            out.write(text);
            out.close();
            World world(kText);
            VariableMemory memory(*world.session, [] { return u"/a.json"_s; });
            QCOMPARE(offered(world), QStringList());
        }
    }

    void oldestFilesGo()
    {
        const QDir folder(QFileInfo(VariableMemory::fileFor(u"x"_s)).path());
        QVERIFY(folder.mkpath(u"."_s));
        for (int i = 0; i < VariableMemory::kMostFiles + 5; ++i) {
            QFile file(folder.filePath(u"%1.json"_s.arg(i)));
            QVERIFY(file.open(QIODevice::WriteOnly));
            QVERIFY(file.setFileTime(QDateTime::fromSecsSinceEpoch(1'700'000'000 + i), QFileDevice::FileModificationTime));
        }
        World world(kText);
        {
            VariableMemory memory(*world.session, [] { return u"/a.json"_s; });
            world.session->start();
            QCoreApplication::processEvents();
            world.source->answerValues({{u"job"_s, {u"api"_s}}});
            QTRY_COMPARE(offered(world), QStringList{u"api"_s});
        }
        QCOMPARE(folder.entryList({u"*.json"_s}, QDir::Files).size(), VariableMemory::kMostFiles);
        QVERIFY(QFile::exists(VariableMemory::fileFor(u"/a.json"_s)));
        QVERIFY(!QFile::exists(folder.filePath(u"0.json"_s)));
    }
};

ADD_TEST(TstVariableMemory)
#include "tst_variablememory.moc"
