// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTableView>
#include <panels/placeholder/placeholderpanel.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>
#include <widgets/controls/button.h>
#include <widgets/controls/emptystate.h>

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
    void pictureHasNothingToPress()
    {
        PlaceholderPanel panel;
        panel.resize(360, 168);
        panel.setTypeId(u"acme-sankey-panel"_s);
        panel.setData(many(2));
        QVERIFY(panel.findChild<TextButton *>(u"showTable"_s));
        PanelContext picture;
        picture.interactive = false;
        panel.setContext(picture);
        QVERIFY(!panel.findChild<TextButton *>(u"showTable"_s));
        QVERIFY(!panel.findChild<EmptyState *>()->accessibleName().contains(u"table"_s));
        panel.setContext({});
        QVERIFY(panel.findChild<TextButton *>(u"showTable"_s));
    }
    // Of another kind of source: what is missing is named, and the query can be read.
    void showsQueriesOfOtherSources()
    {
        PlaceholderPanel panel;
        panel.setAttribute(Qt::WA_DontShowOnScreen);
        panel.resize(420, 240);
        panel.setQueries({u"loki"_s}, {u"{app=\"shop\"} |= \"<b>\""_s});
        panel.show();
        auto *queries = panel.findChild<QPlainTextEdit *>(u"placeholderQueries"_s);
        QVERIFY(queries && queries->isVisible());
        QCOMPARE(queries->toPlainText(), u"{app=\"shop\"} |= \"<b>\""_s);
        QVERIFY(queries->isReadOnly());
        QVERIFY(panel.findChild<EmptyState *>()->accessibleName().contains(u"loki"_s));
        panel.resize(420, 100); // too low for both: what is missing stays
        QVERIFY(!queries->isVisible());
    }
};

ADD_TEST(TstPlaceholder)
#include "tst_placeholder.moc"
