// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/jsonedit.h>
#include <app/jsontextedit.h>
#include <core/jsonscan.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/button.h>
#include <widgets/controls/field.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// JSON edited by hand: what is typed is what is applied, and errors stand where they are.
class TstJsonEdit : public QObject
{
    Q_OBJECT

    std::unique_ptr<JsonEdit> m_edit;
    QList<QByteArray> m_applied;

    JsonTextEdit &text() { return *m_edit->findChild<JsonTextEdit *>(u"jsonEdit.text"_s); }
    QString message() { return m_edit->findChild<PlainLabel *>(u"jsonEdit.message"_s)->text(); }
    bool enabled(const char *name) { return m_edit->findChild<QWidget *>(QLatin1String(name))->isEnabled(); }
    void typeAt(const QString &before, const QString &what)
    {
        QTextCursor cursor = text().document()->find(before);
        QVERIFY(!cursor.isNull());
        cursor.clearSelection();
        text().setTextCursor(cursor);
        text().setFocus();
        QTest::keyClicks(&text(), what);
    }

private slots:
    void initTestCase() { applyTheme(*qApp, Theme::dark()); }
    void init()
    {
        m_applied.clear();
        m_edit = std::make_unique<JsonEdit>();
        m_edit->resize(700, 320);
        m_edit->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_edit.get()));
        m_edit->activateWindow();
        connect(m_edit.get(), &JsonEdit::applied, this, [this](const QByteArray &json) { m_applied.append(json); });
    }
    void cleanup() { m_edit.reset(); }

    void appliesWhatWasTyped()
    {
        m_edit->setJson("{\n  \"id\": 4,\n  \"title\": \"A\"\n}");
        QVERIFY(!m_edit->isChanged());
        QVERIFY(!enabled("jsonEdit.apply") && !enabled("jsonEdit.revert"));
        typeAt(u"\"A"_s, u"bc"_s);
        QVERIFY(enabled("jsonEdit.apply"));
        QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(m_applied, QList<QByteArray>{"{\n  \"id\": 4,\n  \"title\": \"Abc\"\n}"});
        m_edit->setJson("{\n  \"id\": 4,\n  \"title\": \"Abc\", \"more\": 1\n}"); // as the document has it
        QVERIFY(!m_edit->isChanged());
        QVERIFY(m_edit->text().contains("more"));
    }

    void anErrorMarksItsLine()
    {
        m_edit->setJson("{\n  \"id\": 4,\n  \"title\": \"A\"\n}");
        typeAt(u"4,"_s, u","_s);
        QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(m_applied.isEmpty());
        QVERIFY2(message().startsWith(u"Line 2: "_s), qPrintable(message()));
        QVERIFY(!enabled("jsonEdit.apply"));
        QCOMPARE(text().textCursor().blockNumber(), 1);
        gui::picture(*m_edit, u"json-error"_s);
        QTest::keyClick(&text(), Qt::Key_Backspace);
        QTest::keyClick(&text(), Qt::Key_Return, Qt::ControlModifier);
        QCOMPARE(message().contains(u"Line"_s), false);
        gui::click(*m_edit, u"jsonEdit.revert"_s);
        QVERIFY(!m_edit->isChanged());
    }

    void whatTheDocumentRefusesIsToldAtItsPlace()
    {
        m_edit->setJson("{\n  \"type\": \"stat\",\n  \"id\": 4\n}");
        typeAt(u"4"_s, u"5"_s);
        gui::click(*m_edit, u"jsonEdit.apply"_s);
        QCOMPARE(m_applied.size(), 1);
        m_edit->showError({Error::Kind::Config, u"the id must stay 4"_s, u"/id"_s});
        QCOMPARE(message(), u"Line 3: the id must stay 4"_s);
        QVERIFY(m_edit->isChanged());
        gui::click(*m_edit, u"jsonEdit.goTo"_s);
        QCOMPARE(text().textCursor().blockNumber(), 2);
        m_edit->showError({Error::Kind::Config, u"no"_s, u"line 2, byte 7"_s});
        QCOMPARE(message(), u"Line 2: no"_s);
    }

    void aChangedTextStaysWhenTheDocumentMoves()
    {
        m_edit->setJson("{\"a\": 1}");
        typeAt(u"1"_s, u"2"_s);
        m_edit->setJson("{\"a\": 7}");
        QCOMPARE(m_edit->text(), QByteArray("{\"a\": 12}"));
        gui::click(*m_edit, u"jsonEdit.revert"_s);
        QCOMPARE(m_edit->text(), QByteArray("{\"a\": 7}"));
    }

    void bytesStay_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("line ends") << QByteArray("{\r\n\t\"a\": 1.0,\r\n\t\"b\": []\r\n}");
        QTest::newRow("no-break space") << QByteArray("{\"a\": \"1\xc2\xa0s\"}");
        QTest::newRow("beyond the plane") << QByteArray("{\"a\": \"\xf0\x9f\x93\x88\"}");
    }
    void bytesStay()
    {
        QFETCH(QByteArray, json);
        m_edit->setJson(json);
        QCOMPARE(m_edit->text(), json);
        QVERIFY(!m_edit->isChanged());
    }

    void separatorsAreShownAsEscapes()
    {
        m_edit->setJson("{\"a\": \"x\xe2\x80\xa8y\"}");
        QCOMPARE(m_edit->text(), QByteArray("{\"a\": \"x\\u2028y\"}"));
        QVERIFY(!m_edit->isChanged());
    }

    void returnKeepsTheIndentation()
    {
        m_edit->setJson("{\n  \"a\": {}\n}");
        typeAt(u"{}"_s, u","_s);
        QTest::keyClick(&text(), Qt::Key_Return);
        QTest::keyClicks(&text(), u"\"b\": 1"_s);
        QCOMPARE(m_edit->text(), QByteArray("{\n  \"a\": {},\n  \"b\": 1\n}"));
    }

    void onlySeenLinesAreColoured()
    {
        QByteArray json = "[\n";
        for (int i = 0; i < 20'000; ++i)
            json += "  {\"key\": \"value $var\", \"n\": 12e3},\n";
        m_edit->setJson(json + "  null\n]");
        gui::picture(*m_edit, u"json-long"_s);
        const auto colours = [&](int line) { return text().document()->findBlockByNumber(line).layout()->formats().size(); };
        QTRY_VERIFY(colours(2) > 5);
        QCOMPARE(colours(15'000), 0);
        text().moveCursor(QTextCursor::End);
        QTRY_VERIFY(colours(19'999) > 5);
    }
};

ADD_TEST(TstJsonEdit)
#include "tst_jsonedit.moc"
