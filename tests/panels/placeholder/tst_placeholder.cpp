// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QTableView>
#include <panels/placeholder/placeholderpanel.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>
#include <widgets/controls/button.h>

using namespace samples;

class TstPlaceholder : public QObject
{
    Q_OBJECT

private slots:
    void showsItsDataOnRequest()
    {
        PlaceholderPanel panel;
        panel.resize(360, 168);
        panel.setTypeId(u"acme-sankey-panel"_s);
        panel.setOptions(Json::object());
        QVERIFY(!panel.findChild<TextButton *>(u"showTable"_s));
        panel.setData(many(2));
        QVERIFY(!panel.findChild<QTableView *>());
        auto *show = panel.findChild<TextButton *>(u"showTable"_s);
        QVERIFY(show);
        show->click();
        auto *table = panel.findChild<QTableView *>();
        QVERIFY(table);
        QCOMPARE(table->model()->columnCount(), 3);
        QCOMPARE(table->model()->rowCount(), 120);
        QCOMPARE(panel.table().size(), 1);
    }
};

ADD_TEST(TstPlaceholder)
#include "tst_placeholder.moc"
