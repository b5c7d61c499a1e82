// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/externallinks.h>
#include <panels/celllinks.h>
#include <tests/app/settings/settingsworld.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/questionsheet.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray board()
{
    QFile file(QStringLiteral(TEST_DATA_DIR "/dashboards/linked.json"));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

// Links of dashboards and panels in the window: where they lead, what is asked first, and what is refused.
class TstLinks : public QObject
{
    Q_OBJECT

    std::unique_ptr<SettingsWorld> m_world;
    QList<QUrl> m_opened;

    MainWindow &window() { return *m_world->window; }
    QuestionSheet *sheet(const QString &name)
    {
        for (auto *each : window().findChildren<QuestionSheet *>(name))
            if (each->isVisible())
                return each;
        return nullptr;
    }

private slots:
    void init()
    {
        m_opened.clear();
        m_world = std::make_unique<SettingsWorld>(board());
        QVERIFY(m_world->isShown());
        window().findChild<ExternalLinks *>()->setOpener([this](const QUrl &url) { m_opened.append(url); });
    }
    void cleanup() { m_world.reset(); }

    void firstVisitAsks()
    {
        const QString link = u"link.Runbook of api/v1"_s;
        QVERIFY(gui::find(window(), link)->toolTip().contains(u"https://wiki.example/run"_s)); // the target, besides what the author says
        gui::click(window(), link);
        QVERIFY(sheet(u"confirmLink"_s));
        const QString shown = sheet(u"confirmLink"_s)->accessibleDescription();
        QCOMPARE(shown, u"https://wiki.example/run?job=api/v1&from=now-1h&to=now&var-job=api%2Fv1"_s);
        QVERIFY(m_opened.isEmpty());
        gui::picture(window(), u"link-question"_s);
        gui::click(window(), u"answer.cancel"_s);
        QVERIFY(m_opened.isEmpty());
        gui::click(window(), link); // no is no answer for the next time
        gui::click(window(), u"answer.open"_s);
        QCOMPARE(m_opened, QList<QUrl>{QUrl(shown)});
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        gui::click(window(), link);
        QVERIFY(!sheet(u"confirmLink"_s));
        QCOMPARE(m_opened.size(), 2);
    }

    void othersAreRefused_data()
    {
        QTest::addColumn<QString>("link");
        QTest::addColumn<QString>("shown");
        QTest::newRow("script") << u"link.Script"_s << u"javascript:alert"_s;
        QTest::newRow("file") << u"link.File"_s << u"file:///etc/passwd"_s;
        QTest::newRow("of a server") << u"link.Server"_s << u"/alerting/list"_s;
    }
    void othersAreRefused()
    {
        QFETCH(QString, link);
        QFETCH(QString, shown);
        gui::click(window(), link);
        QVERIFY(sheet(u"refuseLink"_s));
        QVERIFY(sheet(u"refuseLink"_s)->accessibleDescription().contains(shown));
        gui::picture(window(), u"link-refused-"_s + QString::fromUtf8(QTest::currentDataTag()));
        gui::click(window(), u"answer.cancel"_s);
        QVERIFY(m_opened.isEmpty());
        QCOMPARE(m_world->page().title(), u"Linked"_s); // no other file became a tab
    }

    void panelLink()
    {
        PanelFrame *frame = m_world->page().view().frame(u"panel-1"_s);
        QVERIFY(frame);
        emit frame->linkActivated(QUrl()); // nothing to open: refused, too
        QVERIFY(sheet(u"refuseLink"_s));
        gui::click(window(), u"answer.cancel"_s);
        auto *mark = frame->findChild<IconButton *>(u"panel.links"_s);
        QVERIFY(mark && mark->isVisible());
        QVERIFY(mark->toolTip().contains(u"Panel of api/v1"_s) && mark->toolTip().contains(u"https://panel.example/api/v1"_s));
        mark->click();
        QVERIFY(sheet(u"confirmLink"_s));
        QCOMPARE(sheet(u"confirmLink"_s)->accessibleDescription(),
                 u"https://panel.example/api/v1?from=now-1h&to=now&timezone=utc&var-job=api%2Fv1"_s);
        gui::click(window(), u"answer.open"_s);
        QCOMPARE(m_opened.size(), 1);
    }

    void cellLinksRefuse_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("expected"); // empty: no link; what is refused is said when it is followed
        QTest::newRow("data") << u"https://x.example/?host=${__field.labels.host}&v=${__value.raw}"_s
                              << u"https://x.example/?host=a%26b%3Dc&v=1.5"_s;
        QTest::newRow("other field") << u"https://x.example/${__data.fields.name}/${__data.fields[0].numeric}"_s
                                     << u"https://x.example/n%201/1700000000000"_s;
        QTest::newRow("format") << u"https://x.example/?v=${__value.numeric:percentencode}"_s << u"https://x.example/?v=1.5"_s;
        QTest::newRow("script") << u"javascript:alert(${__value.raw})"_s << u"javascript:alert(1.5)"_s;
        QTest::newRow("script out of a label") << u"${__field.labels.evil}"_s << u"javascript%3Aalert%281%29"_s;
        QTest::newRow("file") << u"file:///etc/${__value.raw}"_s << u"file:///etc/1.5"_s;
        QTest::newRow("no host") << u"https:///x"_s << u"https:///x"_s;
        QTest::newRow("nothing") << u" "_s << QString();
    }
    void cellLinksRefuse()
    {
        QFETCH(QString, url);
        QFETCH(QString, expected);
        Frame frame;
        Field value{u"v"_s, {{u"host"_s, u"a&b=c"_s}, {u"evil"_s, u"javascript:alert(1)"_s}}, Column::numbers({1.5}), {}, {}};
        value.config.links = {{u"t"_s, url, true, false}};
        frame.fields = {Field{u"Time"_s, {}, Column::times({1700000000000.0}), {}, {}},
                        Field{u"name"_s, {}, Column::texts({u"n 1"_s}), {}, {}}, value};
        PanelContext context;
        context.fill = [this](const QString &text, bool isAddress, const DataLookup &data) {
            return m_world->page().session().interpolateLink(text, isAddress, {}, data);
        };
        const QList<CellLink> links = cellLinks(value, DisplayProcessor(value, Brightness::Dark).row(0), context, {&frame, 0});
        QCOMPARE(links.isEmpty() ? QString() : links[0].url.toString(QUrl::FullyEncoded), expected);
        context.fill = {};
        const QList<CellLink> plain = cellLinks(value, DisplayProcessor(value, Brightness::Dark).row(0), context, {&frame, 0});
        QCOMPARE(plain.isEmpty() ? QString() : plain[0].url.toString(QUrl::FullyEncoded), expected);
    }
};

ADD_TEST(TstLinks)
#include "tst_links.moc"
