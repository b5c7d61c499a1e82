// SPDX-License-Identifier: GPL-3.0-or-later
#include "stubwindow.h"
#include <app/explore/explorepage.h>
#include <app/sourceresult.h>
#include <app/sourcespage.h>
#include <tests/support/liveprometheus.h>
#include <tests/support/stubserver.h>
#include <tests/support/testmain.h>

#include <QtCore/QTemporaryDir>
#include <QtWidgets/QAbstractButton>
#include <QtWidgets/QApplication>
#include <QtWidgets/QLineEdit>
#include <QtWidgets/QListWidget>
#include <QtWidgets/QPlainTextEdit>
#include <widgets/theme/style.h>

using namespace Qt::StringLiterals;

// Settings, secrets and the Sources page.
class TstSources : public QObject
{
    Q_OBJECT

private slots:
    void settingsSurviveTheFile();
    void brokenFileIsToldAndKept();
    void secretsStayOutOfTheFile();
    void sessionMemoryWithoutKeyring();
    void typedTestedMadeDefault();
    void wrongAddressIsExplained();
    void linksOfExemplars();
    void removed();
    void draftsStayWithTheirSource();
    void windowAsksForDrafts();
    void pictures();

private:
    template <class T>
    static T *find(QWidget &page, const char *name)
    {
        T *widget = page.findChild<T *>(QString::fromUtf8(name));
        if (!widget)
            qFatal("no widget %s", name);
        return widget;
    }
    static void click(QWidget &page, const char *name) { QTest::mouseClick(find<QWidget>(page, name), Qt::LeftButton); }
    static void type(QWidget &page, const char *name, const QString &text)
    {
        auto *edit = find<QLineEdit>(page, name);
        QTest::mouseClick(edit, Qt::LeftButton);
        QTest::keyClick(edit, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(edit, text);
    }
    static QString result(QWidget &page) { return find<SourceResult>(page, "sourceResult")->accessibleName(); }
};

void TstSources::settingsSurviveTheFile()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"deep/sources.json"_s);
    SourceSettingsList list;
    list.defaultUid = u"b"_s;
    SourceSettings source{u"b"_s, u"Näme"_s, {}};
    source.config.url = QUrl(u"https://x.example/prefix"_s);
    source.config.auth = PrometheusConfig::Auth::Header;
    source.config.headerName = "X-Scope-OrgID";
    source.config.scrapeIntervalMs = 30'500;
    source.config.timeoutMs = 5'000;
    source.config.method = u"GET"_s;
    source.config.extraParameters = {{u"a b"_s, u"1&2"_s}, {u"c"_s, QString()}};
    source.config.verifyCertificate = false;
    source.config.exemplarLinks = {{u"trace_id"_s, u"https://t.example/${__value.raw}"_s, u"Trace"_s}};
    list.sources = {source};
    QVERIFY(saveSourceSettings(path, list));
    QVERIFY(*loadSourceSettings(path) == list);
    QCOMPARE(QFile::permissions(path) & (QFile::ReadGroup | QFile::ReadOther | QFile::WriteOther), QFile::Permissions());
}

void TstSources::brokenFileIsToldAndKept()
{
    const QTemporaryDir folder;
    QFile file(folder.filePath(u"sources.json"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("{\"sources\": [");
    file.close();
    const Result<SourceSettingsList> list = loadSourceSettings(file.fileName());
    QVERIFY(!list);
    QCOMPARE(list.error().kind, Error::Kind::Parse);
    QCOMPARE(file.size(), 13);
    QVERIFY(loadSourceSettings(folder.filePath(u"none.json"_s))->sources.isEmpty());
}

void TstSources::secretsStayOutOfTheFile()
{
    const StubServer server([](const StubRequest &request) {
        const bool isRight = request.headers.value("authorization") == "Bearer very-secret";
        return StubAnswer::json(R"({"status":"success","data":{"resultType":"scalar","result":[1,"1"],"version":"2.1.0"}})",
                                isRight ? 200 : 401);
    });
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sources.json"_s);
    SecretStore secrets(false);
    SourceRegistry registry;
    SourceManager manager(registry, secrets, path);
    SourceSettings settings{{}, u"s"_s, {}};
    settings.config.url = server.url();
    settings.config.auth = PrometheusConfig::Auth::Bearer;
    const Result<QString> uid = manager.save(settings, "very-secret");
    QVERIFY(uid);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(!file.readAll().contains("very-secret"));
    // Saved again without typing it: the one that is kept goes on.
    QVERIFY(manager.save(*manager.find(*uid), {}));
    std::optional<Result<SourceHealth>> health;
    const Pending pending = manager.test(*manager.find(*uid), {}, [&](Result<SourceHealth> answer) { health = std::move(answer); });
    QTRY_VERIFY(health);
    QVERIFY2(*health, *health ? "" : qPrintable(health->error().what));
    // A start of the program reads the file and asks for the secret.
    SourceRegistry second;
    SourceManager again(second, secrets, path);
    QVERIFY(again.load());
    QTRY_COMPARE(second.entries().size(), 1);
}

void TstSources::sessionMemoryWithoutKeyring()
{
    SecretStore secrets(false);
    QCOMPARE(secrets.keeping(), SecretStore::Keeping::SessionOnly);
    secrets.write(u"a"_s, "x");
    std::optional<QByteArray> got;
    secrets.read(u"a"_s, [&](const QByteArray &secret) { got = secret; });
    QVERIFY(!got);
    QTRY_VERIFY(got);
    QCOMPARE(*got, QByteArray("x"));
    secrets.remove(u"a"_s);
    got.reset();
    secrets.read(u"a"_s, [&](const QByteArray &secret) { got = secret; });
    QTRY_VERIFY(got);
    QVERIFY(got->isEmpty());
}

void TstSources::typedTestedMadeDefault()
{
    const LivePrometheus first;
    const LivePrometheus second;
    QVERIFY2(first.isReady() && second.isReady(), qPrintable(first.problem() + second.problem()));
    const QTemporaryDir folder;
    SourceRegistry registry;
    registry.set({u"first"_s, u"First"_s, u"prometheus"_s, std::make_shared<PrometheusSource>(PrometheusConfig{.url = first.url()})});
    SecretStore secrets(false);
    SourceManager manager(registry, secrets, folder.filePath(u"sources.json"_s));
    SourcesPage page(manager);
    page.resize(1400, 900);
    page.show();
    QVERIFY(QTest::qWaitForWindowExposed(&page));
    QCOMPARE(registry.defaultUid(), u"first"_s);

    click(page, "sourceAdd");
    type(page, "sourceName", u"Second"_s);
    type(page, "sourceUrl", second.url().toString());
    click(page, "sourceTest");
    QTRY_VERIFY2_WITH_TIMEOUT(result(page).startsWith(u"Works"_s), qPrintable(result(page)), 10'000);
    QVERIFY2(result(page).contains(u"Engine: Prometheus"_s), qPrintable(result(page)));
    QVERIFY(result(page).contains(u"Version: 2."_s));
    QTest::mouseClick(find<QWidget>(page, "sourceDefault"), Qt::LeftButton, {}, QPoint(8, 8));
    QSignalSpy changed(&registry, &SourceRegistry::changed);
    click(page, "sourceSave");
    QVERIFY(changed.size() > 0);
    const SourceRegistry::Found found = registry.find({});
    QCOMPARE(found.entry.name, u"Second"_s);
    QCOMPARE(manager.find(found.entry.uid)->config.url, second.url());
    QVERIFY(QFile::exists(folder.filePath(u"sources.json"_s)));
    // The next start finds it again.
    SourceRegistry later;
    SourceManager again(later, secrets, folder.filePath(u"sources.json"_s));
    QVERIFY(again.load());
    QCOMPARE(later.find({}).entry.name, u"Second"_s);
}

void TstSources::wrongAddressIsExplained()
{
    const QTemporaryDir folder;
    SourceRegistry registry;
    SecretStore secrets(false);
    SourceManager manager(registry, secrets, folder.filePath(u"sources.json"_s));
    SourcesPage page(manager);
    page.resize(1400, 900);
    page.show();
    type(page, "sourceUrl", u"127.0.0.1:1"_s);
    click(page, "sourceAuthBasic");
    QVERIFY(find<QWidget>(page, "sourceSecret")->isVisible());
    QVERIFY(find<QWidget>(page, "sourceKeeping")->property("text").toString().contains(u"session only"_s));
    click(page, "sourceTest");
    QTRY_VERIFY2_WITH_TIMEOUT(result(page).contains(u"refused"_s), qPrintable(result(page)), 10'000);
    QVERIFY(result(page).contains(u"Try: "_s));
    type(page, "sourceUrl", u"ftp://x"_s);
    click(page, "sourceSave");
    QVERIFY(registry.entries().isEmpty());
}

void TstSources::linksOfExemplars()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sources.json"_s);
    SourceRegistry registry;
    SecretStore secrets(false);
    SourceManager manager(registry, secrets, path);
    SourcesPage page(manager);
    page.resize(1400, 900);
    page.show();
    type(page, "sourceUrl", u"127.0.0.1:1"_s);
    click(page, "sourceTraceAdd");
    QCOMPARE(find<QLineEdit>(page, "sourceTraceLabel.0")->text(), u"trace_id"_s);
    type(page, "sourceTraceUrl.0", u"file:///etc/passwd"_s);
    click(page, "sourceSave");
    QVERIFY(registry.entries().isEmpty());
    QVERIFY(find<QWidget>(page, "sourceTraceNote")->property("text").toString().contains(u"https://"_s));
    type(page, "sourceTraceUrl.0", u"https://t.example/${__value.raw}"_s);
    click(page, "sourceTraceAdd"); // left empty: no link
    click(page, "sourceSave");
    const QList<ExemplarLink> wanted{{u"trace_id"_s, u"https://t.example/${__value.raw}"_s, {}}};
    QCOMPARE(registry.entries().size(), 1);
    QVERIFY(loadSourceSettings(path)->sources.first().config.exemplarLinks == wanted);
    QVERIFY(!find<QWidget>(page, "sourceSave")->isEnabled());
    click(page, "sourceTraceRemove.0");
    QVERIFY(find<QWidget>(page, "sourceSave")->isEnabled());
    click(page, "sourceSave");
    QVERIFY(loadSourceSettings(path)->sources.first().config.exemplarLinks.isEmpty());
}

void TstSources::removed()
{
    const QTemporaryDir folder;
    SourceRegistry registry;
    SecretStore secrets(false);
    SourceManager manager(registry, secrets, folder.filePath(u"sources.json"_s));
    SourceSettings settings{{}, u"Gone soon"_s, {}};
    settings.config.url = QUrl(u"http://127.0.0.1:1"_s);
    QVERIFY(manager.save(settings, {}));
    SourcesPage page(manager);
    page.resize(1400, 900);
    page.show();
    QCOMPARE(find<QListWidget>(page, "sourceList")->count(), 1);
    click(page, "sourceRemove");
    QCOMPARE(find<QListWidget>(page, "sourceList")->count(), 1);
    click(page, "answer.remove");
    QCOMPARE(find<QListWidget>(page, "sourceList")->count(), 0);
    QVERIFY(registry.entries().isEmpty());
    QVERIFY(loadSourceSettings(folder.filePath(u"sources.json"_s))->sources.isEmpty());
}

void TstSources::draftsStayWithTheirSource()
{
    const QTemporaryDir folder;
    SourceRegistry registry;
    registry.set({u"local"_s, u"Local"_s, u"prometheus"_s, nullptr});
    SecretStore secrets(false);
    SourceManager manager(registry, secrets, folder.filePath(u"sources.json"_s));
    SourceSettings settings{{}, u"Kept"_s, {}};
    settings.config.url = QUrl(u"http://127.0.0.1:1"_s);
    QVERIFY(manager.save(settings, {}));
    SourcesPage page(manager);
    page.resize(1400, 900);
    page.show();
    auto *list = find<QListWidget>(page, "sourceList");
    const auto choose
        = [&](int row) { QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, list->visualItemRect(list->item(row)).center()); };
    click(page, "sourceAdd");
    type(page, "sourceName", u"Half"_s);
    type(page, "sourceUrl", u"not yet: an address"_s);
    click(page, "sourceAuthBasic");
    type(page, "sourceSecret", u"geheim"_s);
    choose(1); // the one that is kept
    QCOMPARE(find<QLineEdit>(page, "sourceName")->text(), u"Kept"_s);
    QVERIFY(!find<QWidget>(page, "sourceSave")->isEnabled());
    type(page, "sourceName", u"Kept, renamed"_s);
    choose(0); // the program's own has no form
    QCOMPARE(page.unsaved().size(), 2);
    QVERIFY(registry.entries().size() == 2); // nothing of it is a source yet
    click(page, "sourceAdd"); // the one that is begun
    QCOMPARE(list->count(), 3);
    QCOMPARE(find<QLineEdit>(page, "sourceName")->text(), u"Half"_s);
    QCOMPARE(find<QLineEdit>(page, "sourceUrl")->text(), u"not yet: an address"_s);
    QCOMPARE(find<QLineEdit>(page, "sourceSecret")->text(), u"geheim"_s);
    const QString to = qEnvironmentVariable("PROMONTORY_PICTURES");
    if (!to.isEmpty())
        QVERIFY(page.grab().save(to + u"/sources-drafts.png"_s));
    click(page, "sourceRemove");
    click(page, "answer.cancel");
    QCOMPARE(list->count(), 3);
    click(page, "sourceRemove");
    click(page, "answer.remove");
    QCOMPARE(list->count(), 2);
    choose(1);
    QCOMPARE(find<QLineEdit>(page, "sourceName")->text(), u"Kept, renamed"_s);
    click(page, "sourceRevert");
    QCOMPARE(find<QLineEdit>(page, "sourceName")->text(), u"Kept"_s);
    QVERIFY(page.unsaved().isEmpty());
}

// Explore and Sources are as they were when their tabs are opened again; a window does not close over what is typed.
void TstSources::windowAsksForDrafts()
{
    const OwnHome home;
    StubWindow desk([](const StubRequest &) { return StubAnswer::json(R"({"status":"success","data":[]})"); });
    MainWindow &window = desk.window;
    window.showSources();
    click(window, "sourceAdd");
    type(window, "sourceName", u"Half"_s);
    window.closeCurrentTab();
    window.showExplore();
    auto *query = window.currentExplore()->findChild<QPlainTextEdit *>(u"text.A.text"_s);
    QTest::keyClicks(query, u"up{job="_s);
    window.closeCurrentTab();
    QVERIFY(!window.currentExplore());
    window.showExplore();
    QCOMPARE(window.currentExplore()->findChild<QPlainTextEdit *>(u"text.A.text"_s), query);
    QVERIFY(query->toPlainText().startsWith(u"up{job="_s));
    QVERIFY(!window.close());
    QVERIFY(window.findChild<QWidget *>(u"sourcesQuestion"_s));
    QCOMPARE(find<QLineEdit>(window, "sourceName")->text(), u"Half"_s); // in sight
    click(window, "answer.cancel");
    QVERIFY(window.isVisible());
    QVERIFY(!window.close());
    click(window, "answer.discard");
    QVERIFY(!window.isVisible());
}

// Drawn in both themes: never empty, and different from each other.
void TstSources::pictures()
{
    const QTemporaryDir folder;
    SourceRegistry registry;
    registry.set({u"local"_s, u"Local Prometheus"_s, u"prometheus"_s, nullptr});
    SecretStore secrets(false);
    SourceManager manager(registry, secrets, folder.filePath(u"sources.json"_s));
    SourceSettings settings{{}, u"Production Thanos <b>x</b>"_s, {}};
    settings.config.url = QUrl(u"https://thanos.example.net"_s);
    settings.config.auth = PrometheusConfig::Auth::Bearer;
    settings.config.extraParameters = {{u"dedup"_s, u"true"_s}};
    settings.config.exemplarLinks = {{u"trace_id"_s, u"https://traces.example.net/trace/${__value.raw}"_s, {}}};
    const Result<QString> uid = manager.save(settings, "secret");
    QTRY_COMPARE(registry.entries().size(), 2);
    QVERIFY(manager.setDefault(*uid));
    QList<QImage> images;
    for (const Theme *theme : {&Theme::light(), &Theme::dark()}) {
        applyTheme(*qApp, *theme);
        SourcesPage page(manager);
        find<SourceResult>(page, "sourceResult")->showHealth({u"Thanos"_s, u"0.39.2"_s, 12.5});
        page.resize(1552, 900);
        images.append(page.grab().toImage());
        const QString to = qEnvironmentVariable("PROMONTORY_PICTURES");
        if (!to.isEmpty())
            QVERIFY(images.last().save(to + (theme->isDark() ? u"/sources-dark.png"_s : u"/sources-light.png"_s)));
    }
    QVERIFY(images.first() != images.last());
}

ADD_TEST(TstSources)
#include "tst_sources.moc"
