// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QTextBlock>
#include <QtWidgets/QScrollBar>
#include <panels/text/textpanel.h>
#include <panels/text/textview.h>
#include <tests/panels/panelsamples.h>
#include <tests/support/testmain.h>
#include <widgets/markdownbuilder.h>

using namespace samples;

class TstTextPanel : public QObject
{
    Q_OBJECT

    using Form = MarkdownView::Form;

    static QString shown(const QString &source, Form form)
    {
        MarkdownView view;
        view.showText(source, form, Theme::dark());
        return view.toPlainText();
    }

    static QStringList links(const QString &source, Form form)
    {
        MarkdownView view;
        view.showText(source, form, Theme::dark());
        QStringList found;
        for (QTextBlock block = view.document()->begin(); block.isValid(); block = block.next()) {
            for (auto it = block.begin(); !it.atEnd(); ++it) {
                const QTextCharFormat format = it.fragment().charFormat();
                if (format.isImageFormat())
                    found.append(u"picture"_s);
                if (format.isAnchor())
                    found.append(format.anchorHref());
            }
        }
        return found;
    }

private slots:
    void showsText_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addColumn<int>("form");
        QTest::addColumn<QString>("text");
        const int markdown = int(Form::Markdown);
        const int html = int(Form::Html);
        QTest::addRow("bold") << u"a **b** c"_s << markdown << u"a b c"_s;
        QTest::addRow("paragraphs") << u"a\n\nb"_s << markdown << u"a\nb"_s;
        QTest::addRow("list") << u"- a\n- b"_s << markdown << u"a\nb"_s;
        QTest::addRow("picture is its text") << u"![alt](http://x/y.png)"_s << markdown << u"alt"_s;
        QTest::addRow("html in markdown") << u"a <b>b</b> <script>c</script>d"_s << markdown << u"a b d"_s;
        QTest::addRow("entity") << u"a &amp; b &#x41;"_s << markdown << u"a & b A"_s;
        QTest::addRow("html") << u"<p>a <i>b</i></p><p>c</p>"_s << html << u"a b\nc"_s;
        QTest::addRow("script") << u"a<script>evil()</script>b<style>x{}</style>"_s << html << u"ab"_s;
        QTest::addRow("comment") << u"a<!-- > no -->b"_s << html << u"ab"_s;
        QTest::addRow("unclosed") << u"a <b>b <a href='x"_s << html << u"a b "_s;
        QTest::addRow("code") << u"**a**\n<b>"_s << int(Form::Code) << u"**a**\n<b>"_s;
    }

    void showsText()
    {
        QFETCH(QString, source);
        QFETCH(int, form);
        QTEST(shown(source, Form(form)), "text");
    }

    void onlyWebLinks_data()
    {
        QTest::addColumn<QString>("href");
        QTest::addColumn<bool>("link");
        QTest::addRow("https") << u"https://example.com/a?b=c"_s << true;
        QTest::addRow("http") << u"http://example.com/"_s << true;
        QTest::addRow("javascript") << u"javascript:alert(1)"_s << false;
        QTest::addRow("file") << u"file:///etc/passwd"_s << false;
        QTest::addRow("data") << u"data:text/html,x"_s << false;
        QTest::addRow("no host") << u"https:///x"_s << false;
    }

    void onlyWebLinks()
    {
        QFETCH(QString, href);
        QFETCH(bool, link);
        const QStringList expected = link ? QStringList{href} : QStringList();
        QCOMPARE(links(u"[x](%1)"_s.arg(href), Form::Markdown), expected);
        QCOMPARE(links(u"<a href=\"%1\">x</a>"_s.arg(href), Form::Html), expected);
    }

    void hostileTextIsBounded_data()
    {
        QTest::addColumn<QString>("source");
        QTest::addRow("megabytes") << u"word "_s.repeated(1'000'000);
        QTest::addRow("deep quotes") << u"> "_s.repeated(20'000) + u"x"_s;
        QTest::addRow("deep lists") << [] {
            QString text;
            for (int i = 0; i < 600; ++i)
                text += QString(i * 2, u' ') + u"- x\n"_s;
            return text;
        }();
        QTest::addRow("deep html") << u"<div><b><ul><li>"_s.repeated(20'000);
        QTest::addRow("brackets") << u"["_s.repeated(50'000);
        QTest::addRow("stars") << u"*a **b "_s.repeated(20'000);
        QTest::addRow("wide table") << u"|a"_s.repeated(2000) + u"|\n"_s + u"|-"_s.repeated(2000) + u"|\n"_s
                + (u"|b"_s.repeated(2000) + u"|\n"_s).repeated(20);
    }

    void hostileTextIsBounded()
    {
        QFETCH(QString, source);
        for (const Form form : {Form::Markdown, Form::Html, Form::Code}) {
            MarkdownView view;
            view.resize(300, 200);
            QElapsedTimer timer;
            timer.start();
            view.showText(source, form, Theme::dark());
            QVERIFY(view.document()->characterCount() <= MarkdownBuilder::kLongest + 40000);
            QVERIFY2(timer.elapsed() < 5000, qPrintable(QString::number(timer.elapsed())));
        }
    }

    void cutTextSaysSo()
    {
        MarkdownView view;
        view.showText(u"word "_s.repeated(100'000), Form::Markdown, Theme::dark());
        QVERIFY(view.isCut());
        QVERIFY(view.toPlainText().endsWith(u"longer than what is shown."_s));
    }

    void startsAtTheTopAndStaysWhereScrolled_data()
    {
        QTest::addColumn<QSize>("size");
        for (const int width : {140, 220, 286, 320, 500})
            QTest::addRow("%d", width) << QSize(width, 140);
    }

    void startsAtTheTopAndStaysWhereScrolled()
    {
        QFETCH(QSize, size);
        const QString paragraph = u"Two instances of a small **Flask application**, measured.\n\n"_s;
        MarkdownView view;
        view.showText(paragraph.repeated(9), Form::Markdown, Theme::dark());
        view.resize(size);
        view.show();
        QCoreApplication::processEvents();
        QScrollBar *bar = view.verticalScrollBar();
        QVERIFY(bar->maximum() > 50);
        QCOMPARE(bar->value(), 0);
        view.showText(paragraph.repeated(10), Form::Markdown, Theme::light());
        QCOMPARE(bar->value(), 0);
        view.resize(size + QSize(40, 10));
        QCOMPARE(bar->value(), 0);
        bar->setValue(30);
        view.showText(paragraph.repeated(11), Form::Markdown, Theme::light());
        QCoreApplication::processEvents();
        QCOMPARE(bar->value(), 30);
    }

    void variablesAreFilledIn()
    {
        TextOptions options;
        options.content = u"on $host"_s;
        const TextView view = layoutText(options, [](QString text) { return text.replace(u"$host"_s, u"db-1"_s); });
        QCOMPARE(view.text, u"on db-1"_s);
    }

    void everyOptionActs()
    {
        const QList<Json> bases{*Json::parse(R"({"content":"**a** <i>b</i>\n\nc"})"), *Json::parse(R"({"mode":"code","content":"a\nb"})")};
        QCOMPARE(deadOptions(textPanel(), bases, {PanelData()}, {QSize(300, 160), QSize(300, 140)}).join(u","_s), QString());
    }
};

ADD_TEST(TstTextPanel)
#include "tst_textpanel.moc"
