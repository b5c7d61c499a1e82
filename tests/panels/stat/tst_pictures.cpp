// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>

#include <panels/bargauge/bargaugepanel.h>
#include <panels/gauge/gaugepanel.h>
#include <panels/placeholder/placeholderpanel.h>
#include <panels/stat/statpanel.h>
#include <panels/table/tablepanel.h>
#include <panels/text/textpanel.h>
#include <widgets/theme/style.h>

using namespace samples;

// Sheets of the single-value family, table and text for the eye, beside the mocks: PROMONTORY_PICTURES names the folder.
class TstPictures : public QObject
{
    Q_OBJECT

    static QFont small() { return themeFont(11, 400); }

    struct Shot {
        PanelType type;
        QString options;
        PanelData data;
        QSize size;
    };

    static void sheet(const QString &name, const QList<Shot> &shots, const Theme &theme, double ratio)
    {
        const int width = 1300;
        int x = 8, y = 8, row = 0;
        QList<QPoint> places;
        for (const Shot &shot : shots) {
            if (x + shot.size.width() > width) {
                x = 8;
                y += row + 12;
                row = 0;
            }
            places.append({x, y});
            x += shot.size.width() + 12;
            row = std::max(row, shot.size.height());
        }
        QImage image(QSize(width, y + row + 8) * ratio, QImage::Format_ARGB32_Premultiplied);
        image.setDevicePixelRatio(ratio);
        image.fill(theme.bg.window);
        QPainter painter(&image);
        for (int i = 0; i < shots.size(); ++i) {
            const Json options = *Json::parse(shots[i].options.toUtf8());
            painter.drawImage(places[i], picture(shots[i].type, options, shots[i].data, shots[i].size, theme, ratio));
        }
        painter.end();
        QVERIFY(image.save(qEnvironmentVariable("PROMONTORY_PICTURES") + u'/' + name + u".png"_s));
    }

    static QList<Shot> stats()
    {
        const PanelType type = statPanel();
        const PanelData one = data({series({number(u"p95"_s, wave(184.2), u"ms"_s)})});
        const PanelData three = data({series({number(u"Requests / min"_s, wave(6120), u"short"_s), number(u"p95"_s, wave(44), u"ms"_s),
                                              number(u"Errors"_s, wave(70), u"percent"_s)})});
        const PanelData negative = data({series({number(u"Outside"_s, wave(-12.4), u"celsius"_s)})});
        const PanelData longName
            = data({series({number(u"{namespace=\"checkout-production\", pod=\"orders-api-7c9\"}"_s, wave(128930000), u"short"_s)})});
        const PanelData gaps = data({series({number(u"gaps"_s, {1, 2, NAN, INFINITY, 4, 2, Column::missing(), 3, 5}, u"none"_s)})});
        const PanelData null = data({series({number(u"null"_s, {Column::missing(), Column::missing()}, u"none"_s)})});
        return {{type, u"{}"_s, one, {150, 88}},
                {type, u"{\"showPercentChange\":true}"_s, one, {300, 168}},
                {type, u"{\"justifyMode\":\"center\"}"_s, three, {600, 268}},
                {type, u"{}"_s, data({}), {150, 88}},
                {type, u"{\"colorMode\":\"background\"}"_s, one, {227, 114}},
                {type, u"{\"colorMode\":\"background_solid\",\"textMode\":\"value_and_name\"}"_s, one, {227, 114}},
                {type, u"{}"_s, negative, {227, 114}},
                {type, u"{\"textMode\":\"value_and_name\",\"graphMode\":\"none\"}"_s, longName, {227, 114}},
                {type, u"{}"_s, gaps, {227, 114}},
                {type, u"{}"_s, null, {227, 114}},
                {type, u"{}"_s, many(50), {300, 168}},
                {type, u"{}"_s, many(50), {600, 268}},
                {type, u"{\"colorMode\":\"background\"}"_s, many(6), {300, 168}},
                {type, u"{\"orientation\":\"horizontal\"}"_s, three, {300, 168}},
                {type, u"{}"_s, three, {150, 88}},
                {type, u"{\"textMode\":\"name\"}"_s, three, {300, 168}}};
    }

    static QList<Shot> gauges()
    {
        const PanelType type = gaugePanel();
        const PanelData one = data({series({number(u"load"_s, wave(71.8), u"percent"_s, 0, 100)})});
        PanelData named = one;
        named.frames[0].fields[1].config.displayName = u"named"_s;
        const PanelData negative = data({series({number(u"Outside"_s, wave(-18), u"celsius"_s, -40, 40)})});
        const PanelData null = data({series({number(u"null"_s, {Column::missing(), Column::missing()}, u"none"_s, 0, 10)})});
        const PanelData big = data({series({number(u"big"_s, wave(128930000), u"bytes"_s, 0, 2e8)})});
        return {{type, u"{}"_s, one, {150, 88}},
                {type, u"{}"_s, one, {300, 168}},
                {type, u"{}"_s, many(3), {600, 268}},
                {type, u"{}"_s, negative, {227, 114}},
                {type, u"{}"_s, named, {227, 114}},
                {type, u"{\"showThresholdLabels\":true}"_s, one, {300, 168}},
                {type, u"{\"showThresholdMarkers\":false}"_s, one, {227, 114}},
                {type, u"{\"shape\":\"circle\"}"_s, one, {227, 114}},
                {type, u"{}"_s, null, {227, 114}},
                {type, u"{}"_s, big, {227, 114}},
                {type, u"{}"_s, many(50), {300, 168}},
                {type, u"{}"_s, many(50), {600, 268}},
                {type, u"{}"_s, one, {600, 400}}};
    }

    static QList<Shot> bars()
    {
        const PanelType type = bargaugePanel();
        const PanelData negative = data(
            {series({number(u"outside"_s, wave(-12), u"celsius"_s, -40, 40), number(u"rack 1"_s, wave(31), u"celsius"_s, -40, 40)})});
        const PanelData longNames
            = data({series({number(u"{namespace=\"checkout-production\", pod=\"a\"}"_s, wave(72), u"percent"_s, 0, 100),
                            number(u"{namespace=\"checkout-production\", pod=\"b\"}"_s, wave(32), u"percent"_s, 0, 100)})});
        const QString h = u"{\"orientation\":\"horizontal\",\"displayMode\":\"%1\"}"_s;
        return {{type, h.arg(u"gradient"_s), many(4), {150, 88}},
                {type, h.arg(u"gradient"_s), many(5), {300, 168}},
                {type, h.arg(u"lcd"_s), many(6), {600, 268}},
                {type, h.arg(u"gradient"_s), negative, {227, 114}},
                {type, h.arg(u"gradient"_s), longNames, {227, 114}},
                {type, h.arg(u"basic"_s), many(1), {227, 114}},
                {type, h.arg(u"basic"_s), many(3), {600, 168}},
                {type, u"{}"_s, many(8), {600, 268}},
                {type, u"{\"displayMode\":\"lcd\"}"_s, many(8), {600, 268}},
                {type, u"{}"_s, many(50), {600, 268}},
                {type, h.arg(u"gradient"_s), many(50), {300, 168}},
                {type, h.arg(u"gradient"_s), longNames, {600, 114}}};
    }

    static QList<Shot> tables()
    {
        const PanelType type = tablePanel();
        Field service = text(u"Service"_s, {u"orders"_s, u"search"_s, u"cart"_s, u"login"_s, u"health"_s, u"export"_s, u"static"_s});
        Field rate = number(u"Rate"_s, {44.1, 33.6, 18.9, 8.4, 4.1, 0.8, 0.4}, u"reqps"_s);
        Field load = number(u"Load"_s, {82, 91, 41, 63, 3, NAN, 9}, u"percent"_s, 0, 100);
        const auto styled = [](Field field, const QString &json) {
            field.config.custom = *Json::parse(json.toUtf8());
            return field;
        };
        const Field gauge = styled(rate, u"{\"cellOptions\":{\"type\":\"gauge\",\"mode\":\"basic\"}}"_s);
        const Field lcd = styled(load, u"{\"cellOptions\":{\"type\":\"gauge\",\"mode\":\"lcd\"}}"_s);
        const Field bg = styled(load, u"{\"cellOptions\":{\"type\":\"color-background\"}}"_s);
        const Field colored = styled(load, u"{\"cellOptions\":{\"type\":\"color-text\"}}"_s);
        const PanelData full = data({rows({service, gauge, bg, colored, lcd})});
        const PanelData range = data({series({number(u"a"_s, wave(5, 500)), number(u"b"_s, wave(7, 500))})});
        PanelData several = full;
        several.frames.append(range.frames.first());
        const QString sorted
            = u"{\"sortBy\":[{\"displayName\":\"Rate\",\"desc\":true}],\"cellHeight\":\"md\",\"footer\":{\"show\":true,\"reducer\":[\"sum\"]}}"_s;
        return {{type, u"{}"_s, data({rows({service, rate})}), {150, 88}},
                {type, u"{}"_s, data({rows({service, rate, bg})}), {300, 168}},
                {type, sorted, full, {700, 300}},
                {type, u"{}"_s, range, {300, 168}},
                {type, u"{\"showRowNumbers\":true,\"showTypeIcons\":true}"_s, range, {400, 168}},
                {type, u"{}"_s, several, {400, 168}},
                {type, u"{}"_s, data({}), {227, 114}}};
    }

    static QList<Shot> texts()
    {
        const PanelType type = textPanel();
        const auto content = [](const QString &mode, const QString &text) {
            return QString::fromUtf8(
                Json::object(
                    {{u"mode"_s, Json(mode)}, {u"content"_s, Json(text)}, {u"code"_s, Json::object({{u"showLineNumbers"_s, Json(true)}})}})
                    .dump());
        };
        const QString long_
            = u"# What to look at first\n\nTraffic and latency are on one line above. When **p95** leaves the *green*, open the [trace search](https://example.com/x) with the time range kept.\n\n- Deploys are drawn as markers on every chart\n- Memory grows about 4 MiB an hour, restart at night\n    1. nested\n    2. numbers\n- `$instance` narrows all panels\n\n> Objective: 99 % of requests under 500 ms over 30 days.\n\n| name | value |\n|---|---:|\n| a | 1 |\n| **b** | 22 |\n\n```\nup{job=\"app\"}\n  == 1\n```\n\n---\nend <b>bold</b> <img src=\"file:///etc/passwd\"> ![pic](http://x/y.png)"_s;
        return {
            {type, content(u"markdown"_s, long_), {}, {600, 480}},
            {type,
             content(u"markdown"_s,
                     u"Service metrics of the **Python application**, see the [runbook](https://x.y).\n\nExported on `:8000`."_s),
             {},
             {300, 168}},
            {type,
             content(
                 u"html"_s,
                 u"<h2>Title</h2><p>Some <b>bold</b> &amp; <a href='javascript:x'>bad</a> <a href='https://ok.example'>good</a></p><ul><li>one<li>two</ul><script>alert(1)</script><table><tr><th>a</th><td>b</td></tr></table>"_s),
             {},
             {300, 268}},
            {type, content(u"code"_s, u"groups:\n- name: web\n  rules:\n  - alert: HighLatency\n    for: 5m\n"_s), {}, {227, 114}},
            {type, content(u"markdown"_s, QString()), {}, {150, 88}},
            {placeholderPanel(), u"{}"_s, many(2), {360, 168}}};
    }

private slots:
    void sheets()
    {
        if (qEnvironmentVariableIsEmpty("PROMONTORY_PICTURES"))
            QSKIP("PROMONTORY_PICTURES names no folder");
        for (const Theme *theme : {&Theme::dark(), &Theme::light()}) {
            applyTheme(*qApp, *theme);
            const QString tail = theme->isDark() ? u"-dark"_s : u"-light"_s;
            sheet(u"stat"_s + tail, stats(), *theme, 1);
            sheet(u"gauge"_s + tail, gauges(), *theme, 1);
            sheet(u"bargauge"_s + tail, bars(), *theme, 1);
            sheet(u"table"_s + tail, tables(), *theme, 1);
            sheet(u"text"_s + tail, texts(), *theme, 1);
        }
        applyTheme(*qApp, Theme::dark());
        sheet(u"stat@2x"_s, stats().mid(0, 3), Theme::dark(), 2);
        sheet(u"gauge@2x"_s, gauges().mid(0, 3), Theme::dark(), 2);
    }
};

ADD_TEST(TstPictures)
#include "tst_pictures.moc"
