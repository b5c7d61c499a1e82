// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtTest/QAbstractItemModelTester>
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
        QElapsedTimer timer;
        timer.start();
        fill(model, frame);
        model.setSort({{0, true}});
        QVERIFY2(timer.elapsed() < 50, qPrintable(QString::number(timer.elapsed())));
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

    void hiddenColumnsAreGone()
    {
        Frame frame = services();
        frame.fields[0].config.custom = *Json::parse(R"({"hidden":true})");
        QCOMPARE(tableColumns(frame, {}, Theme::dark(), QTimeZone::utc()).size(), 1);
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
        const Frame frame = rows({text(u"service"_s, {u"a"_s, u"b"_s}), number(u"rate"_s, {2, 3}, u"none"_s)});
        TableOptions options;
        options.footerShow = true;
        options.footerReducer = {u"sum"_s};
        const QStringList texts = footerTexts(frame, tableColumns(frame, options, Theme::dark(), QTimeZone::utc()), options, Theme::dark());
        QCOMPARE(texts.size(), 2);
        QCOMPARE(texts[1], u"5"_s);
    }

    void everyOptionActs()
    {
        const Frame frame = rows({text(u"service"_s, {u"b"_s, u"a"_s}), number(u"rate"_s, {2, 3}, u"none"_s, 0, 10)});
        PanelData several = data({frame, rows({number(u"other"_s, {1, 2, 3})})});
        Frame fields = frame;
        fields.fields[1].name = u"app-2:8000"_s;
        const QList<Json> bases{Json::object(), *Json::parse(R"({"footer":{"show":true,"reducer":["sum"]}})")};
        QCOMPARE(
            deadOptions(tablePanel(), bases, {data({frame}), several, data({fields})}, {QSize(400, 200), QSize(300, 140)}).join(u","_s),
            QString());
    }
};

ADD_TEST(TstTableModel)
#include "tst_tablemodel.moc"
