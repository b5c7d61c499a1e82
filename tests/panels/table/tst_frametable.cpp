// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QClipboard>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QComboBox>
#include <QtWidgets/QHeaderView>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QTableView>
#include <panels/table/frametable.h>
#include <panels/table/tableheader.h>
#include <tests/panels/panelpicture.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>

using namespace samples;

// The table under mouse and keyboard.
class TstFrameTable : public QObject
{
    Q_OBJECT

    static Frame services(const char *custom = "{}", int count = 40)
    {
        std::vector<QString> names;
        std::vector<double> rates;
        for (int i = 0; i < count; ++i) {
            names.push_back(u"/api/item-%1"_s.arg(i));
            rates.push_back(i * 7 % 100);
        }
        Frame frame = rows({text(u"endpoint"_s, names), number(u"rate"_s, rates, u"none"_s, 0, 100)});
        frame.fields[0].config.custom = *Json::parse(custom);
        return frame;
    }

    static std::unique_ptr<FrameTable> shown(const Frame &frame, const char *options = "{}", const QSize &size = {420, 240})
    {
        auto table = std::make_unique<FrameTable>();
        table->resize(size);
        table->setOptions(tableSchema().read(*Json::parse(options)));
        table->setContext({});
        table->setFrames({frame});
        table->show();
        [&] { QVERIFY(QTest::qWaitForWindowExposed(table.get())); }();
        return table;
    }

    template <class T>
    static T *part(const QWidget &in, const char *name)
    {
        T *found = in.findChild<T *>(QString::fromLatin1(name));
        [&] { QVERIFY2(found, name); }();
        return found;
    }

    static QWidget *popup() { return QApplication::activePopupWidget(); }

private slots:
    void turnsPages()
    {
        const auto table = shown(services(), R"({"enablePagination":true})");
        const int rows = table->model().rowCount();
        QVERIFY(rows > 3 && rows < 10);
        const auto text = [&] { return part<QWidget>(*table, "pageText")->property("text").toString(); };
        QCOMPARE(text(), u"1 – %1 of 40"_s.arg(rows));
        QVERIFY(!part<QAbstractButton>(*table, "previousPage")->isEnabled());
        QTest::mouseClick(part<QAbstractButton>(*table, "nextPage"), Qt::LeftButton);
        QCOMPARE(table->model().pageFirst(), rows);
        QCOMPARE(text(), u"%1 – %2 of 40"_s.arg(rows + 1).arg(2 * rows));
        table->resize(420, 400); // more rows a page: the one that was first stays in sight
        QVERIFY(table->model().rowCount() > rows);
        QVERIFY(table->model().pageFirst() <= rows);
    }

    void searches()
    {
        const auto table = shown(services(), R"({"showSearch":true})");
        QTest::keyClicks(part<QLineEdit>(*table, "tableSearch"), u"ITEM-3"_s);
        QCOMPARE(table->model().rowCount(), 11);
        QTest::keyClicks(part<QLineEdit>(*table, "tableSearch"), u"zz"_s);
        QCOMPARE(table->model().rowCount(), 0);
        QVERIFY(part<QTableView>(*table, "table")->isVisible()); // the head stays
    }

    void filtersAColumn()
    {
        const auto table = shown(services(R"({"filterable":true})"));
        auto *head = part<TableHeader>(*table, "tableHead");
        QVERIFY(head->filterRect(1).isEmpty());
        QTest::mouseClick(head->viewport(), Qt::LeftButton, {}, head->filterRect(0).center());
        QVERIFY(popup());
        QVERIFY(table->model().sortKeys().isEmpty()); // no sort by that click
        QTest::keyClicks(part<QLineEdit>(*popup(), "filterOperand"), u"item-1\\d"_s);
        QCOMPARE(table->model().rowCount(), 10);
        QTest::mouseClick(part<QAbstractButton>(*popup(), "clearFilter"), Qt::LeftButton);
        QCOMPARE(table->model().rowCount(), 40);
        QTest::mouseClick(part<QAbstractButton>(*popup(), "tickNone"), Qt::LeftButton);
        QCOMPARE(table->model().rowCount(), 0);
        auto *values = part<QListWidget>(*popup(), "filterValues");
        QCOMPARE(values->count(), 40);
        values->item(0)->setCheckState(Qt::Checked);
        QCOMPARE(table->model().rowCount(), 1);
        PanelPicture::keep(popup()->grab().toImage(), u"table-filter"_s);
        QTest::keyClick(popup(), Qt::Key_Escape);
        QCOMPARE(table->model().rowCount(), 1);
    }

    void pictureHasNothingToPress()
    {
        const auto table = shown(services(R"({"filterable":true})"), R"({"enablePagination":true,"showSearch":true})");
        auto *head = part<TableHeader>(*table, "tableHead");
        const auto seen = [&](const char *name) { return part<QWidget>(*table, name)->isVisible(); };
        QVERIFY(seen("nextPage") && seen("tableSearch") && !head->filterRect(0).isEmpty());
        PanelContext context;
        context.interactive = false;
        table->setContext(context);
        QVERIFY(!seen("nextPage") && !seen("previousPage") && !seen("tableSearch") && head->filterRect(0).isEmpty());
        QVERIFY(seen("pageText")); // says that there is more
        table->setContext({});
        QVERIFY(seen("nextPage") && seen("tableSearch") && !head->filterRect(0).isEmpty());
    }

    void filtersByKeyboard()
    {
        const auto table = shown(services(R"({"filterable":true})"));
        part<TableHeader>(*table, "tableHead")->setFocus();
        QTest::keyClick(part<TableHeader>(*table, "tableHead"), Qt::Key_Space);
        QCOMPARE(table->model().sortKeys().size(), 1);
        QTest::keyClick(part<TableHeader>(*table, "tableHead"), Qt::Key_F);
        QVERIFY(popup());
        part<QComboBox>(*popup(), "filterOperator")->setCurrentIndex(0);
        QTest::keyClick(popup(), Qt::Key_Escape);
    }

    void inspectsACell()
    {
        Frame frame = services(R"({"inspect":true})", 3);
        frame.fields[0] = text(u"endpoint"_s, {u"{\"a\":1}"_s, u"b"_s, u"c"_s});
        frame.fields[0].config.custom = *Json::parse(R"({"inspect":true})");
        const auto table = shown(frame);
        auto *view = part<QTableView>(*table, "table");
        const QRect cell = view->visualRect(view->model()->index(0, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(cell.right() - 12, cell.center().y()));
        auto *sheet = part<QWidget>(*table, "cellInspector");
        QCOMPARE(part<QPlainTextEdit>(*sheet, "inspectedText")->toPlainText(), u"{\n  \"a\": 1\n}"_s);
        QTest::mouseClick(part<QAbstractButton>(*sheet, "copyCell"), Qt::LeftButton);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"{\"a\":1}"_s);
        QTest::keyClick(sheet, Qt::Key_Escape);
    }

    void followsTheLinkThatIsClicked()
    {
        Frame frame = services(R"({"cellOptions":{"type":"data-links"}})", 3);
        frame.fields[0].config.links = {{u"First"_s, u"https://one.example/${__value.raw}"_s}, {u"Second"_s, u"https://two.example/"_s}};
        const auto table = shown(frame);
        QSignalSpy followed(table.get(), &FrameTable::linkActivated);
        auto *view = part<QTableView>(*table, "table");
        const QRect cell = view->visualRect(view->model()->index(1, 0));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 16, cell.center().y()));
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(cell.left() + 62, cell.center().y()));
        QCOMPARE(followed.size(), 2);
        QCOMPARE(followed[0][0].toUrl().host(), u"one.example"_s);
        QCOMPARE(followed[1][0].toUrl().host(), u"two.example"_s);
    }

    void wrappedRowsAreAsHighAsTheirText()
    {
        Frame frame = services(R"({"wrapText":true})", 3);
        frame.fields[0] = text(u"endpoint"_s, {u"short"_s, u"word "_s.repeated(60), u"c"_s});
        frame.fields[0].config.custom = *Json::parse(R"({"wrapText":true})");
        const auto table = shown(frame);
        auto *view = part<QTableView>(*table, "table");
        QCOMPARE(view->rowHeight(0), 24);
        QVERIFY(view->rowHeight(1) > 60);
        table->setOptions(tableSchema().read(*Json::parse(R"({"maxRowHeight":48})")));
        QCOMPARE(view->rowHeight(1), 48);
    }

    void tellsADraggedWidth()
    {
        const auto table = shown(services());
        QSignalSpy resized(table.get(), &FrameTable::columnResized);
        auto *head = part<TableHeader>(*table, "tableHead");
        const QPoint edge(head->sectionSize(0) - 1, 14);
        const int before = head->sectionSize(0);
        QTest::mousePress(head->viewport(), Qt::LeftButton, {}, edge);
        QMouseEvent move(QEvent::MouseMove, edge - QPoint(60, 0), head->viewport()->mapToGlobal(edge - QPoint(60, 0)), Qt::NoButton,
                         Qt::LeftButton, {});
        QCoreApplication::sendEvent(head->viewport(), &move);
        QCOMPARE(resized.size(), 0); // not before the mouse lets go
        QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, edge - QPoint(60, 0));
        QCOMPARE(resized.size(), 1);
        QCOMPARE(resized[0][0].toString(), u"endpoint"_s);
        QCOMPARE(resized[0][1].toInt(), before - 60);
        QCOMPARE(head->sectionSize(0), before - 60);
        table->setFrames({services()});
        QCOMPARE(head->sectionSize(0), before - 60); // nobody keeps it: the table does
        PanelContext kept;
        kept.editable = true;
        table->setContext(kept);
        table->setFrames({services(R"({"width":200})")});
        QCOMPARE(head->sectionSize(0), 200);
        table->setFrames({services()});
        QCOMPARE(head->sectionSize(0), before); // the file has none
    }

    void aRefreshIsNoDrag()
    {
        const auto table = shown(services());
        QSignalSpy resized(table.get(), &FrameTable::columnResized);
        auto *head = part<TableHeader>(*table, "tableHead");
        const QPoint inside(20, 14);
        QTest::mousePress(head->viewport(), Qt::LeftButton, {}, inside);
        Frame wider = services();
        wider.fields[1].state.displayName = u"a much longer name than before"_s;
        const int before = head->sectionSize(0);
        table->setFrames({wider});
        QVERIFY(head->sectionSize(0) != before);
        QTest::mouseRelease(head->viewport(), Qt::LeftButton, {}, inside);
        QCOMPARE(resized.size(), 0);
        QCOMPARE(table->model().sortKeys().size(), 1); // it was a click
    }

    void pictures_data()
    {
        QTest::addColumn<bool>("light");
        QTest::addColumn<double>("ratio");
        QTest::newRow("dark") << false << 1.0;
        QTest::newRow("light-2x") << true << 2.0;
    }

    void pictures()
    {
        QFETCH(bool, light);
        QFETCH(double, ratio);
        Frame frame = services(R"({"filterable":true})", 30);
        std::vector<QString> sparks, tags, notes;
        for (int i = 0; i < 30; ++i) {
            QStringList numbers;
            for (int k = 0; k < 40; ++k)
                numbers.append(QString::number(std::round(50 + 40 * std::sin((k + i * 3) / 5.0) + (k * 7 + i) % 11)));
            sparks.push_back(u"["_s + numbers.join(u',') + u"]"_s);
            tags.push_back(i % 3 ? u"prod, eu-west, gold"_s : u"[\"staging\",\"us\"]"_s);
            notes.push_back(i % 4 ? u"steady"_s : u"Latency went up after the deployment at noon; see the runbook"_s);
        }
        frame.fields += {text(u"Trend"_s, sparks), text(u"Tags"_s, tags), text(u"Note of the one on call"_s, notes), text(u"Go"_s, tags)};
        frame.fields[1].config.custom = *Json::parse(R"({"cellOptions":{"type":"gauge"},"filterable":true})");
        frame.fields[2].config.custom = *Json::parse(R"({"cellOptions":{"type":"sparkline"}})");
        frame.fields[2].config.unit = u"ms"_s;
        frame.fields[3].config.custom = *Json::parse(R"({"cellOptions":{"type":"pill"}})");
        frame.fields[4].config.custom = *Json::parse(R"({"wrapText":true,"wrapHeaderText":true,"width":150})");
        frame.fields[5].config.custom = *Json::parse(R"({"cellOptions":{"type":"data-links"}})");
        frame.fields[5].config.links = {{u"Logs"_s, u"https://one.example/"_s}, {u"Traces"_s, u"https://two.example/"_s}};
        PanelPicture picture{
            u"table"_s,    *Json::parse(R"({"enablePagination":true,"showSearch":true,"footer":{"show":true,"reducer":["sum"]}})"),
            data({frame}), {980, 360},
            light,         ratio};
        const auto panel = picture.widget();
        panel->setAttribute(Qt::WA_DontShowOnScreen);
        panel->show();
        panel->findChild<QLineEdit *>(u"tableSearch"_s)->setText(u"item"_s);
        const QImage image = picture.imageOf(*panel);
        PanelPicture::keep(image, u"table-"_s + QLatin1String(QTest::currentDataTag()));
        QVERIFY(colorCount(image) > 40);
        const auto small = PanelPicture{u"table"_s, *Json::parse(R"({"enablePagination":true})"), data({frame}), {250, 150}, light, ratio};
        PanelPicture::keep(small.image(), u"table-small-"_s + QLatin1String(QTest::currentDataTag()));
    }
};

ADD_TEST(TstFrameTable)
#include "tst_frametable.moc"
