// SPDX-License-Identifier: GPL-3.0-or-later
#include <panels/bargauge/bargaugeview.h>
#include <panels/stat/statview.h>
#include <tests/panels/chartstage.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>
#include <widgets/legendlayout.h>

using namespace Qt::StringLiterals;

namespace {

QStringList names()
{
    return {QString(10'000, u'W'),
            u"データベース接続プールの使用率と待機中のリクエスト数"_s,
            u"معدل الطلبات في الثانية لكل خادم"_s,
            u"first line\nsecond line\r\n\tthird\u2028fourth"_s,
            uR"({namespace="checkout-production", pod="orders-api-7c9d8f6b5-x2v9k"})"_s,
            u"<b>bold</b><img src=x> &amp; a\u202Etxet"_s,
            u" "_s};
}

PanelData data(bool series)
{
    using namespace samples;
    QList<Field> fields;
    for (int i = 0; i < ::names().size(); ++i)
        fields.append(number(::names()[i], wave(12.5 * (i + 1)), u"percent"_s, 0, 100));
    PanelData made = samples::data({samples::series(fields)});
    made.range = {1'700'000'000'000, 1'700'000'000'000 + 119 * 15000};
    if (!series) {
        std::vector<QString> texts;
        for (const QString &name : ::names())
            texts.push_back(name);
        made.frames = {rows({text(::names()[0], texts), text(::names()[1], texts), number(::names()[3], wave(40, int(texts.size())))})};
    }
    return made;
}

// An area with content; hidden parts have none.
bool apart(const QRectF &a, const QRectF &b)
{
    return a.isEmpty() || b.isEmpty() || !a.adjusted(0.5, 0.5, -0.5, -0.5).intersects(b);
}

bool inside(const QRectF &outer, const QRectF &inner)
{
    return inner.isEmpty() || outer.adjusted(-1, -1, 1, 1).contains(inner);
}

QList<FieldDisplay> displays()
{
    return fieldDisplays(data(true).frames, {}, Brightness::Dark);
}

} // namespace

// Names of any length, script and content: nothing crashes, covers something else, or is read as markup.
class TstHostileTexts : public QObject
{
    Q_OBJECT

    const QList<QSize> m_sizes{{120, 80}, {150, 88}, {300, 168}, {600, 268}, {1000, 140}};

private slots:
    void pictures_data()
    {
        QTest::addColumn<PanelPicture>("picture");
        const auto add = [&](const char *name, const char *type, const char *options, bool series = true) {
            for (const QSize &size : m_sizes)
                QTest::addRow("hostile-%s-%d", name, size.width())
                    << PanelPicture{QString::fromLatin1(type), Json::parse(options).value_or(Json()), data(series), size};
        };
        add("list", "timeseries", "{}");
        add("table-right", "timeseries", R"({"legend":{"displayMode":"table","placement":"right","calcs":["mean","max"]}})");
        add("table-below", "timeseries", R"({"legend":{"displayMode":"table","calcs":["mean","max"]}})");
        add("stat", "stat", R"({"textMode":"value_and_name"})");
        add("gauge", "gauge", "{}");
        add("bargauge", "bargauge", R"({"orientation":"horizontal"})");
        add("bargauge-vertical", "bargauge", R"({"orientation":"vertical"})");
        add("table", "table", "{}", false);
    }

    void pictures()
    {
        QFETCH(PanelPicture, picture);
        const QImage image = picture.image();
        PanelPicture::keep(image, QString::fromLatin1(QTest::currentDataTag()));
        QVERIFY(colorCount(image) > 3);
    }

    void tooltipIsBounded()
    {
        for (const bool light : {false, true}) {
            PanelPicture picture{u"timeseries"_s, Json::parse(R"({"tooltip":{"mode":"multi"}})").value_or(Json()), data(true), {700, 300}};
            picture.light = light;
            ChartStage stage(picture);
            stage.hover(0.5);
            QVERIFY(stage.tooltip());
            QVERIFY(stage.tooltip()->width() <= 430);
            QVERIFY(stage.window.rect().contains(stage.tooltip()->geometry()));
            PanelPicture::keep(stage.image(), light ? u"hostile-tooltip-light"_s : u"hostile-tooltip-dark"_s);
        }
    }

    void legendPartsAreApart()
    {
        LegendModel model;
        model.columns = {u"Mean"_s, u"Max"_s};
        for (const QString &name : names())
            model.items.append({name, Qt::red, LegendItem::Swatch::Line, LegendItem::State::On, {{u"123.4%"_s, 1}, {u"99%"_s, 2}}, 0});
        for (const QSize &size : m_sizes) {
            for (const bool right : {false, true}) {
                model.right = right;
                model.table = true;
                const LegendLayout table = layoutLegend(model, size, right);
                for (int i = 1; i < table.columns.size(); ++i)
                    QVERIFY(table.columns[i - 1].x + table.columns[i - 1].width <= table.columns[i].x);
                QVERIFY(table.columns.last().x + table.columns.last().width <= size.width());
                model.table = false;
                const LegendLayout list = layoutLegend(model, size, false);
                for (int i = 0; i < list.cells.size(); ++i) {
                    QVERIFY(list.cells[i].right() < size.width());
                    QVERIFY(i == 0 || !list.cells[i].intersects(list.cells[i - 1]));
                }
            }
        }
        const LegendLayout line = layoutLegend(model, {300, 24}, false);
        QVERIFY(line.more > 0);
        QVERIFY(line.moreAt.x() + 20 <= 300);
    }

    void statPartsAreApart()
    {
        StatOptions options;
        options.textMode = StatOptions::TextMode::ValueAndName;
        for (const QSize &size : m_sizes) {
            for (const StatItem &item : layoutStat(displays(), options, size, Theme::dark()).items) {
                QVERIFY(apart(item.nameRect, item.valueRect));
                QVERIFY(apart(item.nameRect, item.percentRect));
                QVERIFY(inside(item.rect, item.nameRect));
                QVERIFY(inside(item.rect, item.valueRect));
            }
        }
    }

    void barPartsAreApart()
    {
        for (const QSize &size : m_sizes) {
            for (const BarItem &item : layoutBarGauge(displays(), {}, size, Theme::dark()).items) {
                QVERIFY(apart(item.nameRect, item.valueRect));
                QVERIFY(apart(item.nameRect, item.track));
                QVERIFY(inside(item.rect, item.nameRect));
                QVERIFY(inside(item.rect, item.valueRect));
            }
        }
    }
};

ADD_TEST(TstHostileTexts)
#include "tst_hostiletexts.moc"
