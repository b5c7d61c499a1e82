// SPDX-License-Identifier: GPL-3.0-or-later
#include <tests/support/testmain.h>
#include <widgets/markdown.h>

using namespace Qt::StringLiterals;

class TstMarkdown : public QObject
{
    Q_OBJECT

private slots:
    // Found by fuzzing: a row that begins inside an open cell.
    void unclosedCells_data()
    {
        QTest::addColumn<QString>("html");
        QTest::addColumn<QString>("plain");
        QTest::newRow("row in a cell") << u"<table><tr><td>one<tr>two<td>three</table>"_s << u"one|three"_s;
        QTest::newRow("cell in a cell") << u"<table><tr><td>one<td>two</table>"_s << u"one|two"_s;
        QTest::newRow("no row") << u"<table><td>one</td></table>"_s << u""_s;
        QTest::newRow("table in a cell") << u"<table><tr><td><table><tr>x<td>one</table>two</table>"_s << u"one"_s;
    }

    void unclosedCells()
    {
        QFETCH(QString, html);
        QFETCH(QString, plain);
        for (const auto form : {MarkdownView::Form::Html, MarkdownView::Form::Markdown}) {
            MarkdownView view;
            view.showText(html, form, Theme::dark());
            QStringList words = view.toPlainText().split(QRegularExpression(u"\\s+"_s), Qt::SkipEmptyParts);
            for (const QString &word : plain.split(u'|', Qt::SkipEmptyParts))
                QVERIFY2(words.contains(word), qPrintable(words.join(u'|')));
        }
    }
};

ADD_TEST(TstMarkdown)
#include "tst_markdown.moc"
