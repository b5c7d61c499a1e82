// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/inspectdialog.h>
#include <tests/dashboard/sessionworld.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>

// The data of a panel with and without its transformations.
class TstInspect : public QObject
{
    Q_OBJECT

    static QString header(const QTableView &table, int column) { return table.model()->headerData(column, Qt::Horizontal).toString(); }

private slots:
    void beforeAndAfterTransformations()
    {
        World world(oneQuery("\"transformations\":[{\"id\":\"reduce\",\"options\":{\"reducers\":[\"max\"]}}]"));
        world.settle();
        QTRY_COMPARE(names(world), QStringList{u"Max"_s});
        InspectDialog dialog(*world.session, u"panel-1"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        const auto *table = dialog.findChild<QTableView *>(u"inspectTable"_s);
        QCOMPARE(header(*table, 0), u"Field"_s);
        QCOMPARE(header(*table, 1), u"Max"_s);
        gui::click(dialog, u"inspectBefore"_s);
        QCOMPARE(header(*table, 0), u"Time"_s);
        QCOMPARE(header(*table, 1), u"x"_s);
        gui::click(dialog, u"inspectBefore"_s);
        QCOMPARE(header(*table, 1), u"Max"_s);
        gui::picture(dialog, u"inspect"_s);
    }

    void queryWithItsFilters()
    {
        World world(R"x({"schemaVersion":41,"title":"d","templating":{"list":[{"name":"f","type":"adhoc","filters":[
            {"key":"job","operator":"=","value":"api"}]}]},"panels":[{"id":1,"type":"timeseries","title":"t",
            "gridPos":{"x":0,"y":0,"w":24,"h":8},"targets":[{"refId":"A","expr":"rate(x[5m])"}]}]})x");
        world.settle();
        InspectDialog dialog(*world.session, u"panel-1"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        const QString text = dialog.findChild<QPlainTextEdit *>(u"inspectQuery"_s)->toPlainText();
        QVERIFY2(text.contains(u"rate(x{job=\"api\"}[5m])"_s), qPrintable(text));
    }

    void nothingToCompareWithout()
    {
        World world(oneQuery(""));
        world.settle();
        InspectDialog dialog(*world.session, u"panel-1"_s, nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        dialog.show();
        QVERIFY(!dialog.findChild<QWidget *>(u"inspectBefore"_s)->isVisible());
    }
};

ADD_TEST(TstInspect)
#include "tst_inspect.moc"
