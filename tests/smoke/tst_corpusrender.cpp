// SPDX-License-Identifier: GPL-3.0-or-later
#include "corpusreading.h"
#include "corpusserver.h"
#include <QtCore/QDirIterator>
#include <QtCore/QElapsedTimer>
#include <QtCore/QProcess>
#include <QtCore/QRegularExpression>
#include <QtCore/QTemporaryDir>
#include <QtGui/QImage>
#include <tests/support/testmain.h>

using namespace Qt::StringLiterals;

namespace {
constexpr int kLongestMs = 60'000;

QString corpusFolder()
{
    const QString named = qEnvironmentVariable("PROMONTORY_CORPUS");
    return named.isEmpty() ? QStringLiteral(SOURCE_DIR "/../shared/corpus") : named;
}

QStringList corpusFiles()
{
    QStringList files;
    for (QDirIterator it(corpusFolder(), {u"*.json"_s}, QDir::Files, QDirIterator::Subdirectories); it.hasNext();)
        files.append(it.next());
    files.sort();
    return files;
}

// A line each: a message of Qt Test is cut.
void tell(const QString &what, const QSet<QString> &set)
{
    QStringList list(set.begin(), set.end());
    list.sort();
    for (const QString &each : std::as_const(list))
        qWarning().noquote() << what << each;
}
} // namespace

// The real program draws every dashboard of the corpus against a server that has everything: the queries reach it as Grafana would
// send them. What Grafana would send is read from the file's JSON by code of this test.
class TstCorpusRender : public QObject
{
    Q_OBJECT

    StubServer m_server{corpusAnswer};
    QTemporaryDir m_home;

    // The exit code; -1: it crashed or took too long.
    int render(const QString &file, const QString &picture)
    {
        QProcess process;
        QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
        for (const auto &name : {u"XDG_DATA_HOME"_s, u"XDG_CONFIG_HOME"_s, u"XDG_STATE_HOME"_s, u"XDG_CACHE_HOME"_s, u"XDG_RUNTIME_DIR"_s})
            environment.insert(name, m_home.path());
        environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
        process.setProcessEnvironment(environment);
        process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        QSignalSpy ended(&process, &QProcess::finished);
        process.start(QStringLiteral(BINARY_DIR "/bin/promontory"),
                      {u"render"_s, file, u"--source"_s, m_server.url().toString(), u"-o"_s, picture, u"--width"_s, u"800"_s, u"--theme"_s,
                       u"dark"_s});
        if (ended.wait(kLongestMs) && process.exitStatus() == QProcess::NormalExit)
            return process.exitCode();
        process.kill();
        process.waitForFinished();
        return -1;
    }

    // The expressions that panels asked for, as the reading writes them; `left`: where a variable was not filled in.
    QSet<QString> asked(qsizetype since, const QStringList &variables, QStringList &left) const
    {
        static const QRegularExpression reference(u"\\$\\{?([\\w-]+)|\\[\\[(\\w+)"_s);
        QSet<QString> found;
        for (const StubRequest &request : m_server.requests().mid(since)) {
            const QString kind = request.path.section(u'/', -1);
            const QString text = request.query.queryItemValue(kind.startsWith("query"_L1) ? u"query"_s : u"match[]"_s, QUrl::FullyDecoded);
            for (auto it = reference.globalMatch(text + request.path); it.hasNext();) {
                const QRegularExpressionMatch match = it.next();
                const QString name = match.captured(1) + match.captured(2);
                if (variables.contains(name) || name.startsWith("__"_L1))
                    left.append(text);
            }
            if (kind == "query"_L1 || kind == "query_range"_L1)
                found.insert((kind == "query"_L1 ? "instant "_L1 : "range "_L1) + withoutSpans(text));
        }
        return found;
    }

private slots:
    void drawsAsGrafanaAsks_data()
    {
        QTest::addColumn<QString>("file");
        const QStringList files = corpusFiles();
        if (files.isEmpty())
            QSKIP(qPrintable(u"no corpus: neither PROMONTORY_CORPUS nor %1 holds dashboards"_s.arg(corpusFolder())));
        for (const QString &file : files)
            QTest::newRow(qPrintable(QDir(corpusFolder()).relativeFilePath(file))) << file;
    }

    void drawsAsGrafanaAsks()
    {
        QFETCH(QString, file);
        QFile source(file);
        QVERIFY(source.open(QIODevice::ReadOnly));
        const CorpusReading reading = readCorpusFile(source.readAll());
        const qsizetype before = m_server.requestCount();
        const QString picture = m_home.filePath(u"picture.png"_s);
        QCOMPARE(render(file, picture), 0);
        QVERIFY(!QImage(picture).isNull());
        QStringList left;
        const QSet<QString> asked = this->asked(before, reading.variables, left);
        QCOMPARE(left, QStringList());
        const QSet<QString> missing = reading.asked - asked;
        const QSet<QString> more = asked - reading.asked - reading.mayBeAsked;
        tell(u"not asked:"_s, missing);
        tell(u"asked without need:"_s, more);
        QCOMPARE(missing.size() + more.size(), 0);
    }
};

ADD_TEST(TstCorpusRender)
#include "tst_corpusrender.moc"
