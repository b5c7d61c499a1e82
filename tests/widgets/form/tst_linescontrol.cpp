// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtGui/QTextBlock>
#include <QtWidgets/QBoxLayout>
#include <QtWidgets/QPlainTextEdit>
#include <QtWidgets/QScrollBar>
#include <tests/support/testmain.h>
#include <widgets/form/optioncontrol.h>

using namespace Qt::StringLiterals;

namespace {

struct Stage : QWidget {
    Stage()
    {
        OptionRow row;
        row.kind = OptionRow::Kind::MultilineText;
        control = OptionControl::make(row, u"lines"_s, this);
        auto *column = new QVBoxLayout(this);
        column->addWidget(control);
        column->addStretch(1);
        resize(300, 400);
        show();
    }
    QPlainTextEdit &edit() { return *findChild<QPlainTextEdit *>(u"lines"_s); }
    // Nothing of the text is out of sight.
    bool isWhole()
    {
        const QRectF last = edit().cursorRect(QTextCursor(edit().document()->lastBlock()));
        QTextCursor end(edit().document());
        end.movePosition(QTextCursor::End);
        return last.top() >= 0 && edit().cursorRect(end).bottom() <= edit().viewport()->height()
            && edit().verticalScrollBar()->value() == 0;
    }
    OptionControl *control;
};

} // namespace

class TstLinesControl : public QObject
{
    Q_OBJECT

private slots:
    void asHighAsItsText_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("lines");
        QTest::newRow("none") << QString() << 1;
        QTest::newRow("one line") << u"short"_s << 1;
        QTest::newRow("wrapped") << u"Nineteen of twenty requests are answered in this time"_s << 2;
        QTest::newRow("paragraphs") << u"one\ntwo\nthree"_s << 3;
    }
    void asHighAsItsText()
    {
        QFETCH(QString, text);
        QFETCH(int, lines);
        for (const bool shownFirst : {true, false}) {
            Stage stage;
            if (shownFirst)
                QVERIFY(QTest::qWaitForWindowExposed(&stage));
            stage.control->setValue(text.isEmpty() ? Json() : Json(text));
            QVERIFY(QTest::qWaitForWindowExposed(&stage));
            const int line = stage.edit().fontMetrics().lineSpacing();
            QTRY_COMPARE((stage.edit().height() - 8) / line, lines);
            QVERIFY(stage.isWhole());
            stage.resize(1200, 400); // what was wrapped is one line now
            QTRY_COMPARE((stage.edit().height() - 8) / line, text.contains(u'\n') ? 3 : 1);
            stage.resize(300, 400);
            QTRY_COMPARE((stage.edit().height() - 8) / line, lines);
        }
    }
};

ADD_TEST(TstLinesControl)
#include "tst_linescontrol.moc"
