// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/inputvalues.h>
#include <tests/app/stubwindow.h>
#include <tests/dashboard/v2board.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>

using namespace Qt::StringLiterals;

// Copy in one window, paste in another one or in a text editor, and back: through the desktop's clipboard.
class TstTwoWindows : public QObject
{
    Q_OBJECT

    std::unique_ptr<OwnHome> m_home;
    std::unique_ptr<StubWindow> m_desk;
    std::unique_ptr<MainWindow> m_other;
    QTemporaryDir m_folder;

    static QByteArray json(QByteArray text) { return text.replace('\'', '"'); }
    QString put(const QString &name, const QByteArray &text)
    {
        QFile file(m_folder.filePath(name));
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? file.fileName() : QString();
    }
    static DashboardPage &pageOf(MainWindow &window) { return *window.currentDashboard(); }
    static Json jsonOf(MainWindow &window) { return Json::parse(pageOf(window).editor().document().text()).value_or(Json()); }
    static Json panelsOf(MainWindow &window) { return jsonOf(window)[u"panels"]; }
    static void toFront(MainWindow &window)
    {
        QApplication::setActiveWindow(&window);
        pageOf(window).view().setFocus();
    }
    static void copy(MainWindow &window, const QString &panel)
    {
        QApplication::setActiveWindow(&window);
        QTRY_VERIFY(pageOf(window).view().frame(panel));
        pageOf(window).view().frame(panel)->setFocus();
        gui::key(window, Qt::Key_C, Qt::ControlModifier);
    }
    static void paste(MainWindow &window)
    {
        toFront(window);
        gui::key(window, Qt::Key_V, Qt::ControlModifier);
    }
    static QByteArray from()
    {
        return json(R"({
  'title': 'From', 'uid': 'from', 'schemaVersion': 41,
  '__inputs': [{'name': 'DS_MAIN', 'label': 'Main', 'type': 'datasource', 'pluginId': 'prometheus'}],
  '__elements': {'lib': {'name': 'Shared', 'uid': 'lib', 'kind': 1, 'model': {'type': 'stat', 'title': 'Of the library',
    'datasource': {'type': 'prometheus', 'uid': 'one'}, 'targets': [{'refId': 'A', 'expr': 'up'}]}}},
  'panels': [
    {'id': 1, 'type': 'text', 'title': 'Words', 'gridPos': {'x': 0, 'y': 0, 'w': 6, 'h': 5}, 'options': {'content': 'x'}},
    {'id': 2, 'type': 'timeseries', 'title': 'Requests', 'gridPos': {'x': 6, 'y': 0, 'w': 9, 'h': 5}, 'custom thing': {'b': 1, 'a': 1.50},
      'datasource': {'type': 'prometheus', 'uid': 'one'}, 'targets': [{'refId': 'A', 'expr': 'up', 'datasource': {'uid': 'two'}}]},
    {'id': 3, 'gridPos': {'x': 0, 'y': 5, 'w': 6, 'h': 5}, 'libraryPanel': {'uid': 'lib', 'name': 'Shared'}},
    {'id': 4, 'gridPos': {'x': 6, 'y': 5, 'w': 6, 'h': 5}, 'libraryPanel': {'uid': 'gone', 'name': 'Gone'}},
    {'id': 5, 'type': 'stat', 'title': 'Open', 'gridPos': {'x': 12, 'y': 5, 'w': 6, 'h': 5},
      'datasource': {'type': 'prometheus', 'uid': '${DS_MAIN}'},
      'targets': [{'refId': 'A', 'expr': 'up', 'datasource': {'type': 'prometheus', 'uid': '${DS_MAIN}'}}]}
  ]
}
)");
    }
    static QByteArray to()
    {
        return json(R"({
  'title': 'To', 'uid': 'to', 'schemaVersion': 41,
  'panels': [
    {'id': 2, 'type': 'text', 'title': 'There already', 'gridPos': {'x': 0, 'y': 0, 'w': 24, 'h': 4}, 'options': {'content': 'y'}}
  ]
}
)");
    }
    static QByteArray v2()
    {
        return v2Board("\"p1\": " + v2Panel(1, "stat", "Of v2", v2Query("A", "up", "three")),
                       v2Layout("GridLayout", v2Item("p1", 0, 0, 12, 8)));
    }
    void openBoth(const QByteArray &first, const QByteArray &second)
    {
        QVERIFY(m_desk->open(put(u"first.json"_s, first)));
        QVERIFY(m_other->opener().openFile(put(u"second.json"_s, second)));
    }

private slots:
    void init()
    {
        m_home = std::make_unique<OwnHome>();
        m_desk = std::make_unique<StubWindow>([](const StubRequest &) { return StubAnswer::json(json("{'status':'success','data':[]}")); });
        m_other = std::make_unique<MainWindow>(m_desk->app);
        m_other->resize(1200, 800);
        m_other->show();
        QVERIFY(m_desk->isShown && QTest::qWaitForWindowExposed(m_other.get()));
        QApplication::clipboard()->clear();
    }
    void cleanup()
    {
        for (MainWindow *window : {m_other.get(), &m_desk->window})
            if (window->currentDashboard())
                pageOf(*window).editor().discard();
        m_other.reset();
        m_desk.reset();
        m_home.reset();
    }

    void fromWindowToWindow()
    {
        openBoth(from(), to());
        const QByteArray before = pageOf(*m_other).editor().document().text();
        copy(m_desk->window, u"panel-2"_s);
        paste(*m_other);
        const Json panels = panelsOf(*m_other);
        QCOMPARE(panels.size(), 2);
        const Json was = panelsOf(m_desk->window).at(1), pasted = panels.at(1);
        QCOMPARE(pasted[u"id"], Json(3)); // 2 is taken
        QCOMPARE(pasted.without(u"id").without(u"gridPos"), was.without(u"id").without(u"gridPos"));
        QCOMPARE(pasted[u"gridPos"][u"w"], was[u"gridPos"][u"w"]);
        QCOMPARE(panels.at(0)[u"id"], Json(2));
        QVERIFY(pageOf(*m_other).view().frame(u"panel-3"_s));
        QVERIFY(!pageOf(m_desk->window).editor().isModified());
        paste(*m_other);
        QCOMPARE(panelsOf(*m_other).at(2)[u"id"], Json(4));
        paste(m_desk->window); // and into where it came from
        QCOMPARE(panelsOf(m_desk->window).at(5)[u"id"], Json(6));
        for (int i = 0; i < 2; ++i) {
            toFront(*m_other);
            gui::key(*m_other, Qt::Key_Z, Qt::ControlModifier);
        }
        QCOMPARE(pageOf(*m_other).editor().document().text(), before);
        QVERIFY(pageOf(m_desk->window).editor().isModified()); // its history is its own
    }

    void severalAreOneStep()
    {
        openBoth(from(), to());
        toFront(m_desk->window);
        pageOf(m_desk->window).view().setSelection({u"panel-1"_s, u"panel-2"_s});
        gui::key(m_desk->window, Qt::Key_C, Qt::ControlModifier);
        paste(*m_other);
        QCOMPARE(panelsOf(*m_other).size(), 3);
        QCOMPARE(pageOf(*m_other).editor().history().undoText(), u"Paste 2 panels"_s);
        QCOMPARE(pageOf(*m_other).view().selection().size(), 2);
    }

    void throughATextEditor()
    {
        openBoth(from(), to());
        copy(m_desk->window, u"panel-1"_s);
        QPlainTextEdit editor;
        editor.show();
        QVERIFY(QTest::qWaitForWindowExposed(&editor));
        editor.paste();
        QCOMPARE(Json::parse(editor.toPlainText().toUtf8())->get(u"title"_s), Json(u"Words"_s));
        editor.setPlainText(editor.toPlainText().replace(u"Words"_s, u"Edited by hand"_s));
        editor.selectAll();
        editor.copy();
        paste(*m_other);
        QCOMPARE(panelsOf(*m_other).at(1)[u"title"], Json(u"Edited by hand"_s));
    }

    // As people cut it out of a file.
    void cutOutOfAFile_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("made");
        QTest::newRow("with its comma") << QByteArray("   {'type': 'text', 'title': 'a'},\n") << 1;
        QTest::newRow("two of them") << QByteArray("{'type': 'text', 'title': 'a'},\n {'type': 'stat', 'title': 'b'}") << 2;
        QTest::newRow("two, each with its comma") << QByteArray("{'type': 'text'},\n {'type': 'stat'},") << 2;
        QTest::newRow("with a byte order mark") << QByteArray("\xef\xbb\xbf{'type': 'text', 'title': 'a'}") << 1;
        QTest::newRow("no panel") << QByteArray("{'a': 1}") << 0;
        QTest::newRow("no JSON") << QByteArray("words, and more,") << 0;
        QTest::newRow("nothing") << QByteArray() << 0;
    }
    void cutOutOfAFile()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, made);
        openBoth(from(), to());
        QApplication::clipboard()->setText(QString::fromUtf8(json(text)));
        QSignalSpy told(&pageOf(*m_other), &DashboardPage::notice);
        paste(*m_other);
        QCOMPARE(panelsOf(*m_other).size(), size_t(1 + made));
        QCOMPARE(told.size(), made == 0 ? 1 : 0);
    }

    // A library panel whose model the file holds goes as a panel of its own; one whose model is nowhere stays the stub that it is.
    void libraryPanels()
    {
        openBoth(from(), to());
        copy(m_desk->window, u"panel-3"_s);
        paste(*m_other);
        const Json model = panelsOf(*m_other).at(1);
        QCOMPARE(model[u"type"], Json(u"stat"_s));
        QCOMPARE(model[u"title"], Json(u"Of the library"_s));
        QVERIFY(!model.contains(u"libraryPanel"));
        copy(m_desk->window, u"panel-4"_s);
        paste(*m_other);
        const Json stub = panelsOf(*m_other).at(2);
        QCOMPARE(stub[u"libraryPanel"][u"uid"], Json(u"gone"_s));
        QCOMPARE(pageOf(*m_other).session().dashboard().panels.last()->missingLibraryPanel, u"Gone"_s);
    }

    // What the first dashboard left open is known; the second one could not say it.
    void openInputsAreFilledIn()
    {
        openBoth(from(), to());
        pageOf(m_desk->window).session().setInputs({{u"DS_MAIN"_s, u"four"_s}});
        copy(m_desk->window, u"panel-5"_s);
        paste(*m_other);
        const Json pasted = panelsOf(*m_other).at(1);
        QCOMPARE(pasted[u"datasource"][u"uid"], Json(u"four"_s));
        QCOMPARE(pasted[u"targets"].at(0)[u"datasource"][u"uid"], Json(u"four"_s));
        QVERIFY(inputsOf(pageOf(*m_other).editor().document()).isEmpty());
    }

    void fromV2ToClassic()
    {
        openBoth(v2(), to());
        copy(m_desk->window, u"panel-1"_s);
        paste(*m_other);
        const Json pasted = panelsOf(*m_other).at(1);
        QCOMPARE(pasted[u"title"], Json(u"Of v2"_s));
        QCOMPARE(pasted[u"type"], Json(u"stat"_s));
        QCOMPARE(pasted[u"targets"].at(0)[u"datasource"][u"uid"], Json(u"three"_s));
        QCOMPARE(pasted[u"targets"].at(0)[u"expr"], Json(u"up"_s));
    }

    void fromClassicToV2()
    {
        openBoth(from(), v2());
        const auto panel = [this](int id) { return pageOf(*m_other).editor().document().dashboard()->panel(id); };
        copy(m_desk->window, u"panel-2"_s);
        paste(*m_other);
        QVERIFY(panel(2));
        QCOMPARE(panel(2)->title, u"Requests"_s);
        QCOMPARE(panel(2)->targets.first().raw[u"datasource"][u"uid"], Json(u"two"_s));
        copy(m_desk->window, u"panel-4"_s);
        paste(*m_other);
        QVERIFY(panel(3));
        QCOMPARE(panel(3)->missingLibraryPanel, u"Gone"_s);
        // The element as it stands in a v2 file.
        QApplication::clipboard()->setText(
            QString::fromUtf8(QByteArray(v2Panel(1, "gauge", "Out of a file", v2Query("A", "up", "three"))).replace('\'', '"')));
        paste(*m_other);
        QVERIFY(panel(4));
        QCOMPARE(panel(4)->title, u"Out of a file"_s);
        QCOMPARE(panel(4)->type, u"gauge"_s);
    }
};

ADD_TEST(TstTwoWindows)
#include "tst_twowindows.moc"
