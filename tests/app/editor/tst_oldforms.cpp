// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/document.h>
#include <tests/app/stubwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>
#include <widgets/controls/panelframe.h>
#include <widgets/controls/toast.h>

using namespace Qt::StringLiterals;

namespace {

const QByteArray kBefore = R"({
  "title": "Of 2016",
  "schemaVersion": 14,
  "rows": [
    {"title": "Traffic", "height": "250px", "panels": [
      {"id": 1, "type": "graph", "title": "Requests", "span": 6, "linewidth": 2, "fill": 1, "targets": [{"refId": "A", "expr": "up"}]},
      {"id": 2, "type": "graph", "title": "Errors", "span": 6, "linewidth": 1, "targets": [{"refId": "A", "expr": "up == 0"}]}
    ]}
  ]
}
)";

} // namespace

// Files of old versions in the window: what the old form holds is changed in it; what it cannot hold brings that panel, or the rows, to
// today's form, and the window says so.
class TstOldForms : public QObject
{
    Q_OBJECT

    OwnHome m_home;
    std::unique_ptr<StubWindow> m_desk;

    QString path() const { return m_home.folder.filePath(u"old.json"_s); }
    MainWindow &window() { return m_desk->window; }
    DashboardPage &page() { return *window().currentDashboard(); }
    QByteArray text() { return page().editor().document().text(); }
    PanelFrame *frame(int id) { return page().view().frame(u"panel-%1"_s.arg(id)); }
    Json member(int panel, const QString &name) { return page().editor().document().dashboard()->panel(panel)->raw[name]; }
    // The words of the messages that are on the screen.
    QString said()
    {
        QStringList words;
        for (const Toast *toast : window().findChildren<Toast *>())
            if (toast->isVisible())
                words.append(toast->accessibleDescription());
        return words.join(u'\n');
    }
    void edit(int id)
    {
        frame(id)->setFocus();
        gui::key(window(), Qt::Key_E);
        QCOMPARE(page().editedPanel(), u"panel-%1"_s.arg(id));
    }
    void undoAll()
    {
        if (!page().editedPanel().isEmpty())
            gui::click(window(), u"editor.done"_s);
        for (int i = 0; i < 10 && text() != kBefore; ++i)
            gui::key(window(), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(text(), kBefore);
    }

private slots:
    void init()
    {
        QFile out(path());
        QVERIFY(out.open(QIODevice::WriteOnly));
        out.write(kBefore);
        out.close();
        m_desk = std::make_unique<StubWindow>(
            [](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":{"resultType":"matrix","result":[]}})"); });
        QVERIFY(m_desk->open(path()));
    }
    void cleanup() { m_desk.reset(); }

    void whatTheOldFormHolds()
    {
        edit(1);
        gui::type(window(), u"option:title"_s, u"Calls"_s);
        QTRY_VERIFY(text().contains("\"Calls\""));
        QCOMPARE(text(), QByteArray(kBefore).replace("\"Requests\"", "\"Calls\""));
        QVERIFY2(said().isEmpty(), qPrintable(said()));
        undoAll();
    }
    void whatOnlyTodaysPanelHolds()
    {
        edit(1);
        gui::type(window(), u"option:fieldConfig.defaults.custom.lineWidth"_s, u"5"_s); // "linewidth" would win over it
        QTRY_VERIFY(!text().contains("\"linewidth\": 2"));
        QVERIFY2(said().contains(u"old form"_s), qPrintable(said()));
        const QByteArray upgraded = text();
        QCOMPARE(upgraded.count("\"graph\""), 1); // the other one is as it was
        QVERIFY(upgraded.contains("\"lineWidth\": 5"));

        // Saved and read again, it is the same; the number of the file's version did not move.
        gui::click(window(), u"editor.done"_s);
        gui::key(window(), Qt::Key_S, Qt::ControlModifier);
        QTRY_VERIFY(!page().editor().isModified());
        QFile in(path());
        QVERIFY(in.open(QIODevice::ReadOnly));
        QCOMPARE(in.readAll(), upgraded);
        QVERIFY(upgraded.contains("\"schemaVersion\": 14"));
        const auto again = Document::fromText(upgraded);
        QVERIFY(again);
        QCOMPARE(again->dashboard()->panel(1)->fieldConfig.get(u"defaults.custom.lineWidth"_s).toInt(), 5);
        QCOMPARE(again->dashboard()->panel(2)->type, u"timeseries"_s);
        undoAll();
    }
    void whatOnlyTheGridHolds()
    {
        frame(2)->setFocus();
        gui::key(window(), Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier); // higher
        QTRY_VERIFY(text().contains("\"gridPos\""));
        QVERIFY2(said().contains(u"rows of this file"_s), qPrintable(said()));
        QVERIFY(!text().contains("\"span\""));
        QCOMPARE(text().count("\"graph\""), 2); // panels keep their form
        undoAll();
    }
};

ADD_TEST(TstOldForms)
#include "tst_oldforms.moc"
