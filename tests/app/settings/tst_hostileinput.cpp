// SPDX-License-Identifier: GPL-3.0-or-later
#include "settingsworld.h"
#include <tests/support/testmain.h>
#include <widgets/controls/field.h>

using namespace Qt::StringLiterals;

// What a careless or a hostile hand types into the settings: told in place, harmless, and undone to the last byte.
class TstHostileInput : public QObject
{
    Q_OBJECT

    std::unique_ptr<SettingsWorld> m_world;

    MainWindow &window() { return *m_world->window; }
    QString label(const QString &name) { return qobject_cast<PlainLabel *>(gui::find(window(), name))->text(); }

private slots:
    void init()
    {
        m_world = std::make_unique<SettingsWorld>(variablesBoard());
        QVERIFY(m_world->isShown());
    }
    void cleanup()
    {
        if (m_world->isShown() && !QTest::currentTestFailed())
            m_world->undoAll();
        m_world->page().editor().discard();
        m_world.reset();
    }

    void emptyNameOfAVariable()
    {
        m_world->page().settings().showVariable(u"job"_s);
        gui::type(window(), u"variable:name"_s, u"x"_s);
        gui::key(window(), Qt::Key_Backspace);
        gui::key(window(), Qt::Key_Return);
        QVERIFY(qobject_cast<LineEdit *>(gui::find(window(), u"variable:name"_s))->isInvalid());
        QCOMPARE(m_world->names().first(), u"job"_s);
        QVERIFY(!m_world->page().editor().isModified());
    }

    void namesThatAreNone_data()
    {
        QTest::addColumn<QString>("name");
        for (const char *each : {"a b", "$x", "x}", "..", "__interval", "<b>", "1"})
            QTest::newRow(each) << QString::fromLatin1(each);
    }
    void namesThatAreNone()
    {
        QFETCH(QString, name);
        m_world->page().settings().showVariable(u"job"_s);
        m_world->enter(u"variable:name"_s, name);
        QVERIFY(qobject_cast<LineEdit *>(gui::find(window(), u"variable:name"_s))->isInvalid());
        QCOMPARE(m_world->names().first(), u"job"_s);
    }

    void wrongRegexOfAVariable()
    {
        m_world->page().settings().showVariable(u"job"_s);
        auto *field = qobject_cast<LineEdit *>(gui::find(window(), u"variable:regex"_s));
        for (const QString &each : {u"/(/"_s, u"[a-"_s, u"(?<text>"_s, u"/*/g"_s}) {
            m_world->enter(u"variable:regex"_s, each);
            QVERIFY2(field->isInvalid(), qPrintable(each));
            QVERIFY(!m_world->page().editor().isModified());
        }
        m_world->enter(u"variable:regex"_s, u"/web-(.*)/"_s);
        QVERIFY(!field->isInvalid());
        QCOMPARE(m_world->variable(u"job"_s).raw[u"regex"].toString(), u"/web-(.*)/"_s);
    }

    void tenThousandValues()
    {
        m_world->page().settings().showVariable(u"window"_s);
        QString all;
        for (int i = 1; i <= 10'000; ++i)
            all += QString::number(i) + u"s,"_s;
        QApplication::clipboard()->setText(all);
        QWidget *field = gui::find(window(), u"variable:query"_s);
        QVERIFY(field);
        m_world->reveal(u"variable:query"_s);
        QTest::mouseClick(field, Qt::LeftButton);
        QWidget *to = QApplication::focusWidget();
        QTest::keyClick(to, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClick(to, Qt::Key_V, Qt::ControlModifier);
        QTest::keyClick(to, Qt::Key_Tab);
        QTRY_COMPARE(m_world->variable(u"window"_s).raw[u"query"].toString().size(), all.size());
    }

    void titleOfAnyText()
    {
        m_world->page().settings().open(u"general"_s);
        for (const QString &each : {u"<img src=x>"_s, u"a\\b"_s, u"\"},{\"x\": 1"_s, QString(300, u'W')}) {
            m_world->enter(u"dashboard:title"_s, each);
            QCOMPARE(m_world->dashboard().title, each);
            QVERIFY(Json::parse(m_world->text()));
        }
    }
};

ADD_TEST(TstHostileInput)
#include "tst_hostileinput.moc"
