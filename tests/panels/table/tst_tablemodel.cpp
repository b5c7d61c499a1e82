// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QAbstractItemModelTester>
#include <QtWidgets/QTableView>
#include <panels/table/frametable.h>
#include <panels/table/tablepanel.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>

using namespace samples;

class TstTableModel : public QObject
{
    Q_OBJECT

    static Frame services()
    {
        return rows({text(u"service"_s, {u"b"_s, u"a"_s, u"c"_s, u"a"_s}), number(u"rate"_s, {2, 1, NAN, 3}, u"none"_s, 0, 10)});
    }
    static void fill(TableModel &model, const Frame &frame)
    {
        model.setFrame(frame, tableColumns(frame, {}, Theme::dark(), QTimeZone::utc()), Theme::dark(), QTimeZone::utc());
    }

private slots:
    void isASoundModel()
    {
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        fill(model, services());
        model.setSort({{1, true}});
        fill(model, rows({text(u"x"_s, {u"1"_s})}));
        fill(model, Frame());
        QCOMPARE(model.rowCount(), 0);
    }

    void sortsBySeveralColumns_data()
    {
        QTest::addColumn<QList<SortKey>>("keys");
        QTest::addColumn<QList<int>>("order"); // rows of the frame
        QTest::addRow("none") << QList<SortKey>() << QList<int>{0, 1, 2, 3};
        QTest::addRow("text") << QList<SortKey>{{0, false}} << QList<int>{1, 3, 0, 2};
        QTest::addRow("text, then number down") << QList<SortKey>{{0, false}, {1, true}} << QList<int>{3, 1, 0, 2};
        QTest::addRow("number, nothing last") << QList<SortKey>{{1, false}} << QList<int>{1, 0, 3, 2};
        QTest::addRow("number down, nothing last") << QList<SortKey>{{1, true}} << QList<int>{3, 0, 1, 2};
    }

    void sortsBySeveralColumns()
    {
        QFETCH(QList<SortKey>, keys);
        QFETCH(QList<int>, order);
        TableModel model;
        fill(model, services());
        model.setSort(keys);
        QList<int> got;
        for (int row = 0; row < model.rowCount(); ++row)
            got.append(int(model.frameRow(row)));
        QCOMPARE(got, order);
    }

    void aMillionRowsCostNothing()
    {
        std::vector<double> values(1'000'000);
        for (size_t i = 0; i < values.size(); ++i)
            values[i] = double((i * 7919) % values.size());
        const Frame frame = rows({number(u"n"_s, values, u"none"_s)});
        TableModel model;
        fill(model, frame);
        model.setSort({{0, true}});
        QCOMPARE(model.frameRow(0), 0); // sorting goes on beside the window
        QTRY_COMPARE_WITH_TIMEOUT(frame.fields[0].values.number(model.frameRow(0)), 999'999.0, 60000);
    }

    void copiesWhatSpreadsheetsPaste()
    {
        TableModel model;
        Frame frame = services();
        frame.fields[0] = text(u"service"_s, {u"with\ttab\nand line"_s, u"a"_s, u"c"_s, u"a"_s});
        fill(model, frame);
        QCOMPARE(model.textOf({model.index(1, 1), model.index(0, 0), model.index(1, 0)}), u"with tab and line\na\t1"_s);
    }

    void widthsShareTheRoom()
    {
        QList<TableColumn> columns = tableColumns(services(), {}, Theme::dark(), QTimeZone::utc());
        columns[0].options.width = 120;
        shareWidths(columns, 400, {});
        QCOMPARE(columns[0].widthPx, 120.0);
        QVERIFY(std::abs(columns[0].widthPx + columns[1].widthPx - 400) < 0.01);
        shareWidths(columns, 400, {{u"rate"_s, 77}});
        QCOMPARE(columns[1].widthPx, 77.0);
    }

    void textsGiveWayInANarrowPanel()
    {
        const Frame frame = rows({text(u"a service with a long name"_s, {u"a"_s}), number(u"rate"_s, {1234.5}, u"reqps"_s)});
        QList<TableColumn> columns = tableColumns(frame, {}, Theme::dark(), QTimeZone::utc());
        shareWidths(columns, 150, {});
        QVERIFY(columns[0].widthPx + columns[1].widthPx <= 150);
        QVERIFY(columns[1].widthPx >= columns[1].measuredPx);
    }

    void hiddenColumnsAreGone()
    {
        Frame frame = services();
        for (const char *custom : {R"({"hidden":true})", R"({"hideFrom":{"viz":true}})"}) {
            frame.fields[0].config.custom = *Json::parse(custom);
            QCOMPARE(tableColumns(frame, {}, Theme::dark(), QTimeZone::utc()).size(), 1);
        }
    }

    void cellsByStyle()
    {
        Frame frame = services();
        const auto look = [&](const char *custom) {
            frame.fields[1].config.custom = *Json::parse(custom);
            const TableColumn column = tableColumns(frame, {}, Theme::dark(), QTimeZone::utc())[1];
            return cellLook(column, DisplayProcessor(frame.fields[1], Brightness::Dark).number(5), false, Theme::dark());
        };
        QVERIFY(!look("{}").fill.isValid());
        QVERIFY(look(R"({"cellOptions":{"type":"color-background"}})").fill.isValid());
        QVERIFY(look(R"({"cellOptions":{"type":"color-text"}})").strong);
        QCOMPARE(look(R"({"cellOptions":{"type":"gauge"}})").gauge, 0.5);
        QVERIFY(look(R"({"displayMode":"lcd-gauge"})").gauge >= 0);
        QVERIFY(look(R"({"cellOptions":{"type":"gauge","valueDisplayMode":"hidden"}})").text.isEmpty());
    }

    void footerAddsUp()
    {
        Frame frame = rows({text(u"service"_s, {u"a"_s, u"b"_s}), number(u"rate"_s, {2, 3}, u"none"_s)});
        TableOptions options;
        options.footerShow = true;
        options.footerReducer = {u"sum"_s};
        const auto lines
            = [&] { return footerLines(frame, tableColumns(frame, options, Theme::dark(), QTimeZone::utc()), options, Theme::dark()); };
        QCOMPARE(lines(), (QList<QStringList>{{u"Total"_s, u"5"_s}}));
        frame.fields[1].config.custom = *Json::parse(R"({"footer":{"reducers":["max","count"]}})");
        QCOMPARE(lines(), (QList<QStringList>{{u"Max"_s, u"3"_s}, {u"Count"_s, u"2"_s}}));
        options.footerCountRows = true;
        QCOMPARE(lines().first().first(), u"Count: 2"_s);
        options = {};
        frame.fields[1].config.custom = {};
        QCOMPARE(lines(), QList<QStringList>());
    }

    void everyFieldOptionActs()
    {
        const Frame frame = rows(
            {text(u"a long name of a column"_s, {u"[1, 2, 5]"_s, u"word "_s.repeated(40)}), number(u"rate"_s, {2, 3}, u"none"_s, 0, 10)});
        const QList<Json> bases{Json::object(), *Json::parse(R"({"cellOptions":{"type":"gauge"}})"),
                                *Json::parse(R"({"cellOptions":{"type":"sparkline"}})"), *Json::parse(R"({"inspect":true})"),
                                *Json::parse(R"({"cellOptions":{"type":"color-background"}})")};
        const auto shown = [&](const Json &custom) {
            Frame changed = frame;
            for (Field &field : changed.fields)
                field.config.custom = custom;
            if (custom.get(u"cellOptions.type").toString() == u"color-background") // one column colours the row
                changed.fields[0].config.custom = Json::object();
            FrameTable table;
            table.resize(300, 160);
            table.setOptions({});
            table.setContext({});
            table.setFrames({changed});
            auto *view = table.findChild<QTableView *>(u"table"_s);
            QImage image = table.grab().toImage();
            QPainter painter(&image);
            QStyleOptionViewItem option; // a cell under the mouse
            option.rect = QRect(0, 40, 150, 30);
            option.state = QStyle::State_MouseOver;
            if (view->model()->columnCount() > 0)
                view->itemDelegate()->paint(&painter, option, view->model()->index(0, 0));
            return image;
        };
        QList<QImage> before;
        for (const Json &base : bases)
            before.append(shown(base));
        QStringList dead;
        for (const OptionRow &row : tableFieldSchema().rows()) {
            bool acts = false;
            for (const Json &value : otherValues(row)) {
                for (qsizetype i = 0; i < bases.size() && !acts; ++i)
                    acts = shown(bases[i].with(row.key, value)) != before[i];
            }
            if (!acts)
                dead.append(row.key);
        }
        QCOMPARE(dead.join(u','), QString());
    }

    void pagesAndFilters()
    {
        TableModel model;
        QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        std::vector<double> values;
        for (int i = 0; i < 25; ++i)
            values.push_back(i);
        fill(model, rows({number(u"n"_s, values, u"none"_s)}));
        model.setPage(0, 10);
        QCOMPARE(model.rowCount(), 10);
        model.setPage(20, 10);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.frameRow(0), 20);
        model.setPage(500, 10); // the last page there is
        QCOMPARE(model.pageFirst(), 20);
        model.setSort({{0, true}});
        QCOMPARE(model.frameRow(0), 4);
        TableFilter filter;
        filter.columns.insert(u"n"_s, {ColumnFilter::Op::AtLeast, u"20"_s, {}});
        model.setFilter(filter);
        QCOMPARE(model.pageFirst(), 0);
        QCOMPARE(model.rowCount(), 5);
        QCOMPARE(model.frameRow(0), 24);
        filter.search = u"21"_s;
        model.setFilter(filter);
        QCOMPARE(model.matchCount(), 1);
        filter.search = u"nothing has that"_s;
        model.setFilter(filter);
        QCOMPARE(model.rowCount(), 0);
        model.setFilter({});
        QCOMPARE(model.matchCount(), 25);
    }

    void everyOptionActs()
    {
        const Frame frame = rows({text(u"service"_s, {u"b"_s, u"a"_s}), number(u"rate"_s, {2, 3}, u"none"_s, 0, 10)});
        PanelData several = data({frame, rows({number(u"other"_s, {1, 2, 3})})});
        Frame fields = frame;
        fields.fields[1].name = u"app-2:8000"_s;
        Frame wrapped = rows({text(u"text"_s, {u"word "_s.repeated(60), u"b"_s})});
        wrapped.fields[0].config.custom = *Json::parse(R"({"wrapText":true})");
        const QList<Json> bases{Json::object(), *Json::parse(R"({"footer":{"show":true,"reducer":["sum"]}})")};
        QCOMPARE(
            deadOptions(tablePanel(), bases, {data({frame}), several, data({fields}), data({wrapped})}, {QSize(400, 200), QSize(300, 140)})
                .join(u","_s),
            QString());
    }
};

ADD_TEST(TstTableModel)
#include "tst_tablemodel.moc"
