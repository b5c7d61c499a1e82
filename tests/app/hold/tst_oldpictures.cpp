// SPDX-License-Identifier: GPL-3.0-or-later
#include <atomic>
#include <tests/app/stubwindow.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// A server that goes away while one looks: the picture stays, a mark says how old it is, and the next answer takes both away.
class TstOldPictures : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString dashboardFile()
    {
        QFile file(m_folder.filePath(u"one.json"_s));
        if (file.open(QIODevice::WriteOnly))
            file.write(R"({"title":"One","schemaVersion":41,"time":{"from":"now-1h","to":"now"},"panels":[
                {"id":1,"type":"timeseries","title":"P","gridPos":{"x":0,"y":0,"w":24,"h":12},"targets":[{"refId":"A","expr":"up"}]}]})");
        return file.fileName();
    }

private slots:
    void initTestCase()
    {
        for (const char *name : {"XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"})
            qputenv(name, m_folder.path().toUtf8());
    }

    void theAgeIsShown()
    {
        std::atomic<bool> gone = false;
        StubWindow desk([&](const StubRequest &) {
            if (gone)
                return StubAnswer{503, "no backend", "text/plain", {}};
            const QByteArray now = QByteArray::number(QDateTime::currentSecsSinceEpoch() / 60 * 60 - 600);
            return StubAnswer::json("{\"status\":\"success\",\"data\":{\"resultType\":\"matrix\",\"result\":[{\"metric\":{\"a\":\"1\"},"
                                    "\"values\":[["
                                    + now + ",\"1\"]]}]}}");
        });
        DashboardPage *opened = desk.open(dashboardFile());
        QVERIFY(opened);
        DashboardPage &page = *opened;
        const QString id = page.session().instances().first().id;
        const auto state = [&] { return page.session().data(id).state; };
        QTRY_COMPARE(state(), PanelData::State::Done);
        PanelFrame *frame = page.view().frame(id);
        auto *age = frame->findChild<QWidget *>(u"panel.stale"_s);
        auto *problem = frame->findChild<QWidget *>(u"panel.problem"_s);
        QVERIFY(!age->isVisible());
        QVERIFY(!problem->isVisible());

        gone = true;
        page.session().refresh();
        QTRY_COMPARE(state(), PanelData::State::Failed);
        QTRY_VERIFY(age->isVisible());
        QVERIFY(!frame->state().stale.isEmpty());
        QVERIFY(problem->isVisible());
        QCOMPARE(frame->state().body, PanelFrameState::Body::Content); // the old picture
        QVERIFY(!page.session().data(id).frames.isEmpty());

        gone = false;
        page.session().refresh();
        QTRY_COMPARE(state(), PanelData::State::Done);
        QTRY_VERIFY(!age->isVisible());
        QVERIFY(!problem->isVisible());
    }
};

ADD_TEST(TstOldPictures)
#include "tst_oldpictures.moc"
