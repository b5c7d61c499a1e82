// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QDirIterator>
#include <tests/support/randomedits.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
constexpr int kEdits = 1000;
#else
constexpr int kEdits = 10'000;
#endif

} // namespace

class TstRandomEdits : public QObject
{
    Q_OBJECT

private slots:
    void manyEditsAndAsManyUndos_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<int>("edits");
        QTest::newRow("sample") << QStringLiteral(SOURCE_DIR "/resources/sample/python-app.json") << kEdits;
        QTest::newRow("one line a panel") << QStringLiteral(TEST_DATA_DIR "/dashboards/service.json") << kEdits / 10;
        QTest::newRow("chained variables") << QStringLiteral(TEST_DATA_DIR "/dashboards/chained.json") << kEdits / 10;
        QTest::newRow("v2") << QStringLiteral(TEST_DATA_DIR "/dashboards/elements.json") << kEdits / 20;
        const QString corpus = QStringLiteral(SOURCE_DIR "/../shared/corpus");
        QDirIterator files(corpus, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
        while (files.hasNext())
            if (const QFileInfo info(files.next()); info.size() < 150'000)
                QTest::newRow(qPrintable(info.filePath().mid(corpus.size() + 1))) << info.filePath() << 40;
    }
    void manyEditsAndAsManyUndos()
    {
        QFETCH(QString, path);
        QFETCH(int, edits);
        const Result<Document> opened = Document::open(path);
        QVERIFY(opened);
        const QByteArray original = opened->text();
        EditHistory history(*opened);
        RandomEditor editor(quint32(qHash(QFileInfo(path).fileName())));
        int made = 0;
        for (int i = 0; i < edits; ++i) {
            const Result<Command> command = editor.next(history.document());
            if (!command || command->isEmpty())
                continue;
            const Result<> applied = history.apply(*command, i * 10'000LL);
            QVERIFY2(applied, applied ? "" : qPrintable(applied.error().what));
            ++made;
            // What the window shows is what a fresh reading of the text says.
            const Document &now = history.document();
            const Document fresh = *Document::fromText(now.text());
            QCOMPARE(now.dashboard()->panels.size(), fresh.dashboard()->panels.size());
            for (qsizetype k = 0; k < fresh.dashboard()->panels.size(); ++k) {
                const Panel &a = *now.dashboard()->panels[k];
                const Panel &b = *fresh.dashboard()->panels[k];
                QVERIFY2(a.raw == b.raw && a.pointer == b.pointer && a.id == b.id,
                         qPrintable(command->text + u' ' + a.pointer + u' ' + b.pointer));
            }
            QVERIFY(now.dashboard()->layout == fresh.dashboard()->layout);
            QVERIFY(now.dashboard()->variables == fresh.dashboard()->variables);
        }
        if (edits > 40) // files of others may be in forms that are not edited
            QVERIFY2(made > edits / 4, qPrintable(QString::number(made)));
        while (history.canUndo())
            QVERIFY(history.undo());
        QCOMPARE(history.document().text(), original);
    }
};

ADD_TEST(TstRandomEdits)
#include "tst_randomedits.moc"
