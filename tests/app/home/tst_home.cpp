// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/app.h>
#include <app/dashboardopener.h>
#include <app/dashboardpage.h>
#include <app/home/dashboardcard.h>
#include <app/home/dashboardscan.h>
#include <app/library.h>
#include <app/mainwindow.h>
#include <tests/support/gui.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

class TstHome : public QObject
{
    Q_OBJECT

    QTemporaryDir m_folder;

    QString write(const QString &name, const QByteArray &text)
    {
        const QString path = m_folder.filePath(name);
        QDir().mkpath(QFileInfo(path).path());
        QFile file(path);
        return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
    }
    static QByteArray dashboard(const char *title)
    {
        return QByteArray("{\"title\": \"") + title
            + "\", \"tags\": [\"web\", \"python\"], \"schemaVersion\": 41, \"panels\": [{\"id\": 1, \"type\": \"text\", \"title\": "
              "\"Notes\", "
              "\"gridPos\": {\"x\": 0, \"y\": 0, \"w\": 24, \"h\": 8}, \"options\": {\"content\": \"# Hello\"}}]}";
    }

private slots:
    void initTestCase() { qputenv("XDG_CONFIG_HOME", m_folder.path().toUtf8()); }

    void libraryRemembers()
    {
        const QString file = m_folder.filePath(u"library/library.json"_s);
        Library library(file);
        for (int i = 0; i < 60; ++i)
            library.opened(u"/d/%1.json"_s.arg(i), u"D%1"_s.arg(i), {}, 1000 + i);
        library.setStarred(u"/d/3.json"_s, u"D3"_s, true);
        library.addFolder(u"/d"_s);
        Library again(file); // another start, and another instance that runs
        QCOMPARE(again.recent().size(), 50);
        QCOMPARE(again.recent().first().path, u"/d/59.json"_s);
        QCOMPARE(again.starred().size(), 1); // a star outlives its place among the recent ones
        QCOMPARE(again.folders(), QStringList{u"/d"_s});
        again.opened(u"/d/x.json"_s, u"X"_s, {}, 5000);
        library.setStarred(u"/d/3.json"_s, u"D3"_s, false);
        QCOMPARE(library.recent().first().path, u"/d/x.json"_s);
        QVERIFY(library.starred().isEmpty());
        library.forget(u"/d/x.json"_s);
        QCOMPARE(Library(file).recent().first().path, u"/d/59.json"_s);
    }

    void libraryOfGarbage()
    {
        const QString file
            = write(u"bad/library.json"_s, "{\"dashboards\": [1, {\"path\": 7}, {\"opened\": \"x\", \"path\": \"/a\"}], \"folders\": 3}");
        QVERIFY(Library(file).recent().isEmpty());
        QVERIFY(Library(write(u"bad/torn.json"_s, "{\"dash")).recent().isEmpty());
    }

    void scanFindsDashboards()
    {
        write(u"tree/b.json"_s, dashboard("Beta"));
        write(u"tree/a/x.json"_s, dashboard("Alpha"));
        write(u"tree/package.json"_s, "{\"name\": \"no dashboard\"}");
        write(u"tree/torn.json"_s, "{\"panels\": [");
        write(u"tree/none/readme.json"_s, "[]");
        QVERIFY(QFile::link(m_folder.filePath(u"tree"_s), m_folder.filePath(u"tree/a/loop"_s)));
        const FolderNode root = scanFolder(m_folder.filePath(u"tree"_s), {});
        QCOMPARE(root.dashboards, 2);
        QCOMPARE(root.children.size(), 2u);
        QCOMPARE(root.children[0].name, u"a"_s);
        QCOMPARE(root.children[0].children[0].name, u"Alpha"_s);
        QCOMPARE(root.children[1].name, u"Beta"_s);
    }

    void scanFindsDashboardsInYaml()
    {
        const auto part = [](const QByteArray &name, const QByteArray &uid) {
            return "  " + name + ".json: |\n    {\"title\": \"" + name + "\", \"uid\": \"" + uid
                + "\", \"tags\": [\"t\"], \"panels\": []}\n";
        };
        write(u"charts/both.yaml"_s, "kind: ConfigMap\ndata:\n" + part("one", "u1") + part("two", "u2"));
        write(u"charts/single.yml"_s, "kind: ConfigMap\ndata:\n" + part("alone", "u3"));
        write(u"charts/values.yaml"_s, "panels: 3\nother: {{ .Values.x }}\n");
        write(u"charts/broken.yaml"_s, "data:\n  a: |\n    {\"panels\": [\n");
        const QString folder = m_folder.filePath(u"charts"_s);
        const FolderNode root = scanFolder(folder, {});
        QStringList found;
        for (const FolderNode &node : root.children)
            found.append(node.name + u' ' + node.uid + u' ' + node.tags.join(u',') + u' ' + node.path.mid(folder.size() + 1));
        QCOMPARE(found, (QStringList{u"alone u3 t single.yml"_s, u"one u1 t both.yaml#one.json"_s, u"two u2 t both.yaml#two.json"_s}));
        QCOMPARE(root.dashboards, 3);
        QCOMPARE(dashboardsOfFile(folder + u"/both.yaml#two.json"_s).size(), 1u);
        QVERIFY(dashboardsOfFile(folder + u"/both.yaml#three.json"_s).empty());
    }

    void ago_data()
    {
        QTest::addColumn<qint64>("minutes");
        QTest::addColumn<QString>("text");
        QTest::newRow("now") << qint64(0) << u"now"_s;
        QTest::newRow("minutes") << qint64(59) << u"59 min ago"_s;
        QTest::newRow("hour") << qint64(61) << u"1 hour ago"_s;
        QTest::newRow("hours") << qint64(7 * 60) << u"7 hours ago"_s;
        QTest::newRow("yesterday") << qint64(20 * 60) << u"yesterday"_s;
        QTest::newRow("weekday") << qint64(3 * 24 * 60) << u"Friday"_s;
    }
    void ago()
    {
        QFETCH(qint64, minutes);
        const qint64 now = QDateTime(QDate(2026, 11, 23), QTime(12, 0), Qt::UTC).toMSecsSinceEpoch(); // a Monday
        QTEST(agoText(now - minutes * 60'000, now), "text");
    }

    // What a person does: opens a file, stars it, comes back to Home, opens it from its card.
    void inTheWindow()
    {
        qputenv("XDG_CACHE_HOME", m_folder.path().toUtf8());
        QStandardPaths::setTestModeEnabled(false);
        CommandLine line;
        line.source = QUrl(u"http://127.0.0.1:9"_s);
        App app(line);
        app.library().addFolder(m_folder.filePath(u"tree"_s));
        MainWindow window(app);
        window.resize(1600, 1000);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window));
        gui::picture(window, u"home-empty"_s);
        QStringList paths;
        for (const char *title :
             {"Python application", "Node exporter full", "A title that is much longer than the card is wide, really"}) {
            paths.append(write(QString::fromUtf8(title) + u".json"_s, dashboard(title)));
            QVERIFY(window.opener().openFile(paths.last()));
        }
        gui::keys(window, u"gh"_s);
        QWidget *home = gui::find(window, u"home"_s);
        QVERIFY(home);
        QTRY_VERIFY(QFile::exists(Library::thumbnailFile(paths.last())));
        gui::click(window, u"star:"_s + paths.first());
        QVERIFY(app.library().isStarred(paths.first()));
        QVERIFY(gui::find(window, u"row:"_s + paths.first()));
        auto *tree = home->findChild<QTreeView *>(u"folderTree"_s);
        QTRY_COMPARE(tree->model()->rowCount(), 1);
        gui::picture(window, u"home-dark"_s);
        window.resize(900, 620);
        gui::picture(window, u"home-small"_s);
        window.resize(1600, 1000);
        gui::type(window, u"folderFilter"_s, u"alp"_s);
        const auto rows = [tree] {
            QStringList names;
            for (QModelIndex each = tree->model()->index(0, 0); each.isValid(); each = tree->indexBelow(each))
                names.append(each.data().toString());
            return names;
        };
        QTRY_COMPARE(rows().mid(1), (QStringList{u"a"_s, u"Alpha"_s}));
        gui::picture(window, u"home-filter"_s);
        tree->setFocus();
        QTest::keyClick(tree, Qt::Key_End);
        QTest::keyClick(tree, Qt::Key_Return);
        QTRY_VERIFY(window.currentDashboard());
        QCOMPARE(window.currentDashboard()->title(), u"Alpha"_s);
        window.showHome();
        gui::click(window, u"card:"_s + paths.first(), QPoint(20, 20));
        QCOMPARE(window.currentDashboard()->path(), paths.first());
    }
};

ADD_TEST(TstHome)
#include "tst_home.moc"
