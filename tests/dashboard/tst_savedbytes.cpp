// SPDX-License-Identifier: GPL-3.0-or-later
#include "editkinds.h"

#include <QtCore/QDirIterator>
#include <QtCore/QTemporaryDir>
#include <dashboard/dashboardeditor.h>
#include <dashboard/jsonstyle.h>
#include <tests/support/jsondifference.h>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype kBytes = 900'000; // of one file, over all edits
constexpr int kFewest = 6; // edits of one file

QString corpusFolder()
{
    const QString named = qEnvironmentVariable("PROMONTORY_CORPUS");
    return named.isEmpty() ? QStringLiteral(SOURCE_DIR "/../shared/corpus") : named;
}

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

// The same dashboard as other programs write it.
QByteArray styled(const QByteArray &text, const QByteArray &unit, const QByteArray &newline)
{
    const QByteArray compact = compactJson(text);
    return unit.isEmpty() ? compact : indentedJson(compact, " : ", unit, newline, {}) + newline;
}

// What the panels ask, in no order.
QList<QByteArray> queriesOf(const Document &document)
{
    QList<QByteArray> all;
    for (const PanelPtr &panel : document.dashboard()->panels)
        for (const Target &target : panel->targets)
            all.append(target.expr.toUtf8() + '\n' + target.legendFormat.toUtf8() + '\n' + target.refId.toUtf8());
    std::sort(all.begin(), all.end());
    return all;
}

QString shortened(const QByteArray &a, const QByteArray &b)
{
    qsizetype at = 0;
    while (at < std::min(a.size(), b.size()) && a[at] == b[at])
        ++at;
    const qsizetype from = std::max<qsizetype>(0, at - 60);
    return u"at %1:\n%2\n%3"_s.arg(at).arg(QString::fromUtf8(a.mid(from, 200)), QString::fromUtf8(b.mid(from, 200)));
}

} // namespace

// A file that is edited differs in what was edited and in nothing else; taken back, it is the old one byte for byte.
class TstSavedBytes : public QObject
{
    Q_OBJECT

    QHash<QString, int> m_made;
    bool m_isWhole = false; // every row ran

    QStringList allowedFor(const TriedEdit &edit, const QString &root, const QStringList &panels) const
    {
        QStringList allowed = edit.allowed;
        if (edit.command->notice == Command::Notice::LayoutUpgraded)
            allowed << u"[-+=~]"_s + QRegularExpression::escape(root) + u"/(rows|panels)(/.*)?"_s;
        if (edit.command->notice == Command::Notice::PanelUpgraded)
            for (const QString &panel : panels)
                allowed << u"[-+=~]"_s + QRegularExpression::escape(panel) + u"/.*"_s;
        return allowed;
    }

    // Empty: the edit left what it may leave.
    QString wrong(const Document &before, const Document &after, const TriedEdit &edit) const
    {
        const JsonComparison comparison(before.text(), after.text());
        if (!edit.command->isEmpty() && comparison.differences().isEmpty() && before.text() == after.text())
            return u"splices that change nothing"_s;
        QStringList panels;
        for (const PanelPtr &panel : before.dashboard()->panels)
            panels.append(panel->pointer);
        const bool isV2 = before.index().find(before.text(), before.root() + u"/elements"_s) > 0;
        const QRegularExpression allowed(u"^("_s + allowedFor(edit, before.root(), panels).join(u'|') + u")$"_s);
        for (const JsonDifference &each : comparison.differences())
            if (!isV2 && !allowed.match(each.told()).hasMatch())
                return u"touched "_s + each.told() + u" allowed: "_s + allowed.pattern();
        if (comparison.restBefore() != comparison.restAfter())
            return u"other bytes, "_s + shortened(comparison.restBefore(), comparison.restAfter());
        if (before.text().contains("\r\n") && QByteArray(after.text()).replace("\r\n", "").contains('\n'))
            return u"line ends of two kinds"_s;
        if (edit.keepsQueries && queriesOf(before) != queriesOf(after))
            return u"queries were lost"_s;
        return {};
    }

    void tryEdits(const Document &opened, QRandomGenerator &random, int edits)
    {
        const QList<EditKind> &kinds = editKinds();
        int at = random.bounded(kinds.size()); // all kinds come up in turn, whatever the file
        for (int i = 0; i < edits; ++i) {
            const EditKind &kind = kinds[++at % kinds.size()];
            const std::optional<TriedEdit> edit = kind.make(opened, random);
            if (!edit || !edit->command || edit->command->isEmpty())
                continue;
            const Result<Document> after = opened.edited(edit->command->splices);
            QVERIFY2(after, kind.name);
            const QString why = wrong(opened, *after, *edit);
            QVERIFY2(why.isEmpty(), qPrintable(QString::fromUtf8(kind.name) + u": "_s + why));
            QVERIFY2(applied(after->text(), inverse(edit->command->splices)).value_or(QByteArray()) == opened.text(), kind.name);
            ++m_made[QString::fromUtf8(kind.name)];
        }
    }

    // Several edits, saved, all taken back, saved.
    void saveAndTakeBack(const QByteArray &original, QRandomGenerator &random)
    {
        QTemporaryDir folder;
        const QString path = folder.filePath(u"d.json"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly) && file.write(original) == original.size());
        file.close();
        const auto editor = DashboardEditor::open(path, {QString()});
        QVERIFY(editor);
        for (int i = 0; i < 4; ++i)
            if (const auto edit = editKinds()[random.bounded(editKinds().size())].make((*editor)->document(), random);
                edit && edit->command)
                QVERIFY((*editor)->apply(edit->command));
        QVERIFY((*editor)->save());
        QCOMPARE(bytesOf(path), (*editor)->document().text());
        while ((*editor)->history().canUndo())
            QVERIFY((*editor)->undo());
        QVERIFY((*editor)->save());
        QVERIFY(bytesOf(path) == original);
    }

    // Whether each of its panels says which it is: of two equal ones nobody can tell which went.
    static bool tellsApart(const Document &document)
    {
        QSet<QByteArray> texts;
        for (const PanelPtr &panel : document.dashboard()->panels)
            texts.insert(document.textAt(panel->pointer + "/id"_L1));
        return !texts.contains(QByteArray()) && texts.size() == document.dashboard()->panels.size();
    }

private slots:
    void edits_data()
    {
        QTest::addColumn<QByteArray>("text");
        const auto folder = [](const QString &root, const QString &name) {
            QDirIterator files(root, {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories);
            while (files.hasNext()) {
                const QByteArray text = bytesOf(files.next());
                if (const auto read = Document::fromText(text); read && tellsApart(*read)) // some of ours are broken on purpose
                    QTest::newRow(qPrintable(name + u'/' + QDir(root).relativeFilePath(files.filePath()))) << text;
            }
        };
        folder(QStringLiteral(SOURCE_DIR "/resources/sample"), u"sample"_s);
        folder(QStringLiteral(TEST_DATA_DIR), u"own"_s);
        for (const auto &name : {u"dashboards/service.json"_s, u"migrations/v16/input.json"_s, u"migrations/graph/input.json"_s}) {
            const QByteArray text = bytesOf(QStringLiteral(TEST_DATA_DIR "/") + name);
            QTest::newRow(qPrintable(name + u" dense"_s)) << styled(text, {}, {});
            QTest::newRow(qPrintable(name + u" tabs, CRLF, mark"_s)) << QByteArray("\xef\xbb\xbf" + styled(text, "\t", "\r\n"));
            QTest::newRow(qPrintable(name + u" wrapped"_s))
                << QByteArray("{\n \"meta\": {\"a\": 1.50},\n \"dashboard\": " + styled(text, "   ", "\n").trimmed() + "\n}");
            QTest::newRow(qPrintable(name + u" under its file's name"_s))
                << QByteArray("{\n  \"a/b.json\": " + styled(text, "    ", "\n").trimmed() + "\n}\n");
        }
        folder(corpusFolder(), u"corpus"_s);
        if (QDir(corpusFolder()).isEmpty())
            QTest::newRow("corpus") << QByteArray();
    }
    void edits()
    {
        QFETCH(QByteArray, text);
        if (text.isEmpty())
            QSKIP("no corpus: PROMONTORY_CORPUS names none, and there is none in ../shared/corpus");
        const Document opened = *Document::fromText(text);
        QRandomGenerator random(quint32(qHash(QByteArray(QTest::currentDataTag()))));
        const bool all = qEnvironmentVariableIsSet("PROMONTORY_ALL_EDITS");
        const int most = int(editKinds().size()) * (QByteArrayView(QTest::currentDataTag()).contains("two-of-each") ? 8 : 1);
        tryEdits(opened, random, all ? 3 * most : std::clamp(int(kBytes / text.size()), kFewest, 2 * most));
        if (!QTest::currentTestFailed())
            saveAndTakeBack(text, random);
        m_isWhole = m_isWhole || QByteArrayView(QTest::currentDataTag()).startsWith("sample");
    }

    void everyKindWasTried()
    {
        if (!m_isWhole)
            QSKIP("only some files were edited");
        for (const EditKind &kind : editKinds())
            QVERIFY2(m_made.value(QString::fromUtf8(kind.name)) > 0, kind.name);
    }
};

ADD_TEST(TstSavedBytes)
#include "tst_savedbytes.moc"
