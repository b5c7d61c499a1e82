// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/sectiontabs.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

namespace {

QByteArray tab(const QByteArray &title, const QByteArray &layout)
{
    return v2Text("{ 'kind': 'TabsLayoutTab', 'spec': { 'title': '" + title + "', 'layout': " + layout + " } }");
}

QByteArray tabs(const QByteArrayList &all)
{
    return v2Text("{ 'kind': 'TabsLayout', 'spec': { 'tabs': [\n    " + all.join(",\n    ") + " ] } }");
}

QByteArray elements(int count)
{
    QByteArrayList all;
    for (int i = 1; i <= count; ++i)
        all.append("\"p" + QByteArray::number(i)
                   + "\": " + v2Panel(i, i % 3 ? "timeseries" : "stat", "Panel " + QByteArray::number(i), v2Query("A", "up", "main")));
    return all.join(",\n    ");
}

QByteArray grid(int panel)
{
    return v2Layout("GridLayout", v2Item("p" + QByteArray::number(panel), 0, 0, 12, 6));
}

// Sixteen tabs; the first holds tabs and rows in rows, of which one has variables, and automatic grids.
QByteArray board()
{
    const char *titles[] = {"Overview",
                            "Requests per second and errors of all services in the region",
                            "Latency",
                            "Saturation of queues and thread pools",
                            "Databases",
                            "A",
                            "Kafka consumers, lag and partitions",
                            "Network",
                            "Storage",
                            "A very long title that goes on and on and never seems to come to its end, whatever the width is",
                            "Jobs",
                            "Nodes",
                            "Pods",
                            "Ingress",
                            "Certificates",
                            "Costs"};
    const QByteArray variables = "'variables': [ { 'kind': 'CustomVariable', 'spec': { 'name': 'zone', 'query': 'eu, us' } } ], ";
    const QByteArray flow
        = v2Layout("AutoGridLayout", v2AutoItem("p2") + ", " + v2AutoItem("p3") + ", " + v2AutoItem("p4"), "'rowHeightMode': 'short', ");
    const QByteArray inner = v2Rows(v2Row("Level three", flow) + ", " + v2Row("Beside it, of level three", grid(5)));
    const QByteArray nested
        = v2Rows(v2Row("Level two", inner, variables) + ", " + v2Row("Tabs inside", tabs({tab("One", grid(6)), tab("Two", grid(7))})));
    QByteArrayList all{tab(titles[0], v2Rows(v2Row("Level one", nested) + ", " + v2Row("Another of level one", grid(1))))};
    for (int i = 1; i < 16; ++i)
        all.append(tab(titles[i], grid(i % 8 + 1)));
    return v2Board(elements(8), tabs(all));
}

} // namespace

// Pages of the v2 form at many sizes: nothing is cut that one needs.
class TstV2Looks : public QObject
{
    Q_OBJECT

private slots:
    void cleanup() { applyTheme(*qApp, Theme::dark()); }

    void sizes_data()
    {
        QTest::addColumn<QString>("theme");
        QTest::addColumn<QSize>("size");
        QTest::newRow("dark") << u"dark"_s << QSize(1400, 900);
        QTest::newRow("light") << u"light"_s << QSize(1400, 900);
        QTest::newRow("small") << u"dark"_s << QSize(1024, 640);
        QTest::newRow("narrow") << u"light"_s << QSize(700, 500);
    }
    void sizes()
    {
        QFETCH(QString, theme);
        QFETCH(QSize, size);
        OwnHome home;
        StubWindow desk(
            [](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})"); },
            size, theme);
        const QString path = home.folder.filePath(u"v2.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(board());
        file.close();
        DashboardPage *page = desk.open(path);
        QVERIFY(page);
        QTRY_VERIFY(!page->session().isLoading() && !page->view().grid().isLayoutDue());
        const QString name = u"v2-looks-%1"_s.arg(QLatin1String(QTest::currentDataTag()));
        gui::picture(desk.window, name);
        page->view().grid().scrollTo(page->session().rows().last().id);
        gui::picture(desk.window, name + "-below"_L1);

        auto *bar = qobject_cast<SectionTabs *>(page->view().grid().made(page->session().tabs()[0].id));
        QVERIFY(bar);
        for (int i = 0; i < 16; ++i) {
            const auto *button = bar->findChild<QWidget *>("sectionTab."_L1 + bar->current());
            QVERIFY(button->x() >= 0 && button->geometry().right() < button->parentWidget()->width());
            if (i == 9)
                gui::picture(desk.window, name + "-tab"_L1);
            page->view().stepTab(1);
        }
        if (size.width() < 1100) { // the arrows show the others, and choose none
            const QString current = bar->current();
            const auto *last = bar->findChild<QWidget *>("sectionTab."_L1 + page->session().tabs()[0].tabs.last().id);
            for (int i = 0; i < 8 && bar->findChild<QWidget *>(u"sectionTabs.on"_s)->isEnabled(); ++i)
                gui::click(desk.window, u"sectionTabs.on"_s);
            QCOMPARE(last->geometry().right() + 1, last->parentWidget()->width());
            QCOMPARE(bar->current(), current);
            gui::picture(desk.window, name + "-scrolled"_L1);
        }
        QTRY_VERIFY(!page->session().isLoading());
    }
};

ADD_TEST(TstV2Looks)
#include "tst_v2looks.moc"
