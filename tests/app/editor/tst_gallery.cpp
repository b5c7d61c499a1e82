// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/editor/gallerycard.h>
#include <app/mainwindow.h>
#include <tests/support/fakesource.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/button.h>
#include <widgets/theme/paint.h>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// The gallery adds panels: by keyboard, by mouse, for a query that is typed in it.
class TstGallery : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;
    std::unique_ptr<App> m_app;
    std::unique_ptr<MainWindow> m_window;
    std::shared_ptr<FakeSource> m_source = std::make_shared<FakeSource>();

    DashboardPage &page() { return *m_window->currentDashboard(); }
    const QList<PanelPtr> &panels() { return page().editor().document().dashboard()->panels; }
    QString chosen()
    {
        for (const GalleryCard *card : m_window->findChildren<GalleryCard *>())
            if (card->isChosen())
                return card->id();
        return {};
    }
    void openGallery()
    {
        page().view().setFocus();
        gui::key(*m_window, Qt::Key_A);
        QVERIFY(gui::find(*m_window, u"gallery"_s));
    }

private slots:
    void initTestCase()
    {
        qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8());
        qputenv("XDG_STATE_HOME", m_folder.path().toUtf8());
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        m_app = std::make_unique<App>(line);
        m_app->sources().set({u"fake"_s, u"Fake"_s, u"prometheus"_s, m_source});
        m_app->sources().setDefault(u"fake"_s);
    }
    void init()
    {
        QApplication::clipboard()->clear();
        m_window = std::make_unique<MainWindow>(*m_app);
        m_window->resize(1600, 1000);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowExposed(m_window.get()));
        m_window->activateWindow();
        m_window->opener().newDashboard();
    }
    void cleanup()
    {
        while (page().editor().history().canUndo())
            page().undo();
        QVERIFY(panels().isEmpty());
        page().editor().discard();
        m_window.reset();
    }
    void cleanupTestCase() { m_app.reset(); }

    void keyboardAddsAndEdits()
    {
        openGallery();
        QCOMPARE(chosen(), u"timeseries"_s);
        gui::picture(*m_window, u"gallery"_s);
        gui::key(*m_window, Qt::Key_Right);
        QCOMPARE(chosen(), u"stat"_s);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(panels().size(), 1);
        QCOMPARE(panels().first()->type, u"stat"_s);
        QCOMPARE(page().editedPanel(), u"panel-%1"_s.arg(panels().first()->id));
        QVERIFY(m_window->findChildren<GalleryCard *>().isEmpty() || !m_window->findChildren<GalleryCard *>().first()->isVisible());
        QCOMPARE(page().editor().history().undoText(), u"Add panel: Stat"_s);
        // One goes on typing at once: its query, or the text of one that shows a text.
        const auto focus = [this] { return m_window->focusWidget() ? m_window->focusWidget()->objectName() : QString(); };
        QTRY_COMPARE(focus(), u"text.A.text"_s);
        gui::keys(*m_window, u"up"_s);
        QCOMPARE(qobject_cast<QPlainTextEdit *>(m_window->focusWidget())->toPlainText(), u"up"_s);
        gui::click(*m_window, u"editor.done"_s);
        openGallery();
        gui::click(*m_window, u"gallery.text"_s);
        gui::click(*m_window, u"galleryAdd"_s);
        QTRY_COMPARE(focus(), u"option:options.content"_s);
    }

    void descriptionsAreNotCut()
    {
        const GalleryCard card(u"x"_s, u"panel"_s, u"X"_s, {}, nullptr);
        for (const PanelType &type : m_app->panels().types())
            if (type.id != "row"_L1)
                QVERIFY2(textWidth(themeFont(TextStyle::Caption), QCoreApplication::translate("Panels", type.description))
                             <= card.sizeHint().width() - 20,
                         type.description);
    }

    void searchFinds()
    {
        openGallery();
        gui::keys(*m_window, u"text"_s);
        QCOMPARE(chosen(), u"text"_s);
        gui::picture(*m_window, u"gallery-search"_s);
        gui::keys(*m_window, u"zzz"_s);
        QVERIFY(!gui::find(*m_window, u"galleryAdd"_s)->isEnabled());
        for (int i = 0; i < 3; ++i)
            gui::key(*m_window, Qt::Key_Backspace);
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(panels().value(0)->type, u"text"_s);
        QVERIFY(panels().first()->targets.isEmpty());
    }

    void drawsTheQueryAndSaysWhatFits()
    {
        openGallery();
        gui::type(*m_window, u"galleryQuery.text"_s, u"up"_s);
        gui::key(*m_window, Qt::Key_Return, Qt::ShiftModifier);
        QTRY_VERIFY(m_source->openQueries().contains(u"up"_s));
        const auto answered = [this] {
            m_source->answerSeries({{{u"job"_s, u"a"_s}}, {{u"job"_s, u"b"_s}}}, 3);
            return m_window->findChild<QWidget *>(u"fit.timeseries"_s) != nullptr;
        };
        QTRY_VERIFY(answered());
        gui::picture(*m_window, u"gallery-query"_s);
        applyTheme(*qApp, Theme::light()); // the rows that are there are made anew
        QTRY_VERIFY(m_window->findChild<QWidget *>(u"fit.timeseries"_s));
        gui::picture(*m_window, u"gallery-query-light"_s);
        applyTheme(*qApp, Theme::dark());
        gui::click(*m_window, u"segment.24"_s);
        gui::click(*m_window, u"gallery.table"_s);
        gui::click(*m_window, u"galleryAdd"_s);
        QCOMPARE(panels().value(0)->type, u"table"_s);
        QCOMPARE(panels().first()->gridPos.w, 24);
        QCOMPARE(panels().first()->targets.value(0).expr, u"up"_s);
        QVERIFY(panels().first()->targets.first().instant);
    }

    void rowsAndTheClipboard()
    {
        QApplication::clipboard()->setText(u"{\"type\": \"gauge\", \"title\": \"Held\"}"_s);
        openGallery();
        gui::click(*m_window, u"gallery.clipboard"_s);
        gui::click(*m_window, u"galleryAdd"_s);
        QCOMPARE(panels().value(0)->title, u"Held"_s);
        QApplication::clipboard()->setText(u"no panel"_s);
        openGallery();
        QVERIFY(!gui::find(*m_window, u"gallery.clipboard"_s)->isEnabled());
        gui::click(*m_window, u"gallery.row"_s);
        gui::click(*m_window, u"galleryAdd"_s);
        QVERIFY(gui::find(*m_window, u"rowNameField"_s));
        gui::key(*m_window, Qt::Key_Return);
        QCOMPARE(page().session().rows().size(), 1);
        openGallery();
        gui::key(*m_window, Qt::Key_Escape);
        QCOMPARE(panels().size(), 1);
    }

    void inViewMakesRoom()
    {
        for (int i = 0; i < 2; ++i) {
            openGallery();
            if (i == 1)
                gui::click(*m_window, u"segment.view"_s);
            gui::click(*m_window, u"segment.24"_s);
            gui::click(*m_window, i == 0 ? u"gallery.gauge"_s : u"gallery.stat"_s);
            gui::click(*m_window, u"galleryAdd"_s);
            page().closeEditor();
        }
        QCOMPARE(panels().size(), 2);
        const PanelPtr &gauge = panels()[0]->type == u"gauge" ? panels()[0] : panels()[1];
        const PanelPtr &stat = panels()[0]->type == u"gauge" ? panels()[1] : panels()[0];
        QCOMPARE(stat->gridPos.y, 0);
        QCOMPARE(gauge->gridPos.y, 8);
        QCOMPARE(page().editor().history().commands().size(), 2); // one step each
    }

    void smallWindow()
    {
        m_window->resize(1024, 640);
        openGallery();
        gui::picture(*m_window, u"gallery-1024"_s);
        const QWidget *add = gui::find(*m_window, u"galleryAdd"_s);
        QVERIFY(m_window->rect().contains(QRect(add->mapTo(m_window.get(), QPoint()), add->size())));
        gui::key(*m_window, Qt::Key_Escape);
    }
};

ADD_TEST(TstGallery)
#include "tst_gallery.moc"
