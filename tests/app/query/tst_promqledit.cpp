// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/query/promqledit.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

// The query field under a person's hands.
class TstPromqlEdit : public QObject
{
    Q_OBJECT

    std::unique_ptr<QWidget> m_window;
    PromqlEdit *m_edit = nullptr;

private slots:
    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(600, 300);
        auto *layout = new QVBoxLayout(m_window.get());
        m_edit = new PromqlEdit(m_window.get());
        m_edit->setObjectName(u"query.A"_s);
        layout->addWidget(m_edit);
        layout->addWidget(new QLineEdit(m_window.get()));
        layout->addStretch();
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_edit->setFocus();
    }
    void cleanup() { m_window.reset(); }

    void typingSaysEachText()
    {
        QSignalSpy edited(m_edit, &PromqlEdit::edited);
        gui::keys(*m_window, u"up"_s);
        QCOMPARE(edited.size(), 2);
        QCOMPARE(edited.last().first().toString(), u"up"_s);
        m_edit->setText(u"down"_s);
        QCOMPARE(edited.size(), 2);
        QCOMPARE(m_edit->text(), u"down"_s);
    }

    void enterMakesALineAndShiftEnterRuns()
    {
        QSignalSpy run(m_edit, &PromqlEdit::runRequested);
        gui::keys(*m_window, u"up"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(m_edit->text(), u"up\n"_s);
        QVERIFY(run.isEmpty());
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
        gui::key(*m_window, Qt::Key_Enter, Qt::ControlModifier);
        QCOMPARE(run.size(), 2);
        QCOMPARE(m_edit->text(), u"up\n"_s);
    }

    void tabLeaves()
    {
        QSignalSpy finished(m_edit, &PromqlEdit::editingFinished);
        gui::key(*m_window, Qt::Key_Tab);
        QVERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget()));
        QCOMPARE(finished.size(), 1);
    }

    void growsToTenLines()
    {
        QWidget *text = gui::find(*m_window, u"query.A.text"_s);
        const int one = text->height();
        m_edit->setText(u"a\nb\nc"_s);
        const int three = text->height();
        QVERIFY(three > one);
        m_edit->setText(QString(u"\n"_s).repeated(9));
        const int ten = text->height();
        QCOMPARE(ten - one, (three - one) / 2 * 9);
        m_edit->setText(QString(u"\n"_s).repeated(30));
        QCOMPARE(text->height(), ten);
        m_edit->setText({});
        QCOMPARE(text->height(), one);
    }

    void theServersErrorStaysUntilTheTextChanges()
    {
        m_edit->setServerError(u"<b>no</b> such host"_s);
        QCOMPARE(m_edit->problem(), u"<b>no</b> such host"_s);
        gui::keys(*m_window, u"u"_s);
        QCOMPARE(m_edit->problem(), QString());
    }

    // Ctrl+Z is the document's as soon as there is nothing of its own to undo.
    void undoOfTheDocumentIsNotLost()
    {
        int undone = 0;
        auto *action = new QAction(m_window.get());
        action->setShortcut(QKeySequence::Undo);
        connect(action, &QAction::triggered, this, [&] { ++undone; });
        m_window->addAction(action);
        m_edit->setText(u"up"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        gui::keys(*m_window, u"x"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 1);
        QCOMPARE(m_edit->text(), u"up"_s);
        gui::key(*m_window, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone, 2);
    }
};

ADD_TEST(TstPromqlEdit)
#include "tst_promqledit.moc"
