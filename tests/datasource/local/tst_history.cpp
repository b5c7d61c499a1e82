// SPDX-License-Identifier: GPL-3.0-or-later
#include <QtCore/QFile>
#include <QtCore/QTemporaryDir>
#include <datasource/local/historyimport.h>
#include <tests/support/testmain.h>

class TstHistory : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void isAPureFunction();
    void isCutAtTheBlockGrid();
    void countersBeginAtZeroAndNeverFall();
    void histogramIsConsistent();
    void isSlowTwoMinutesInTen();
    void refusesTrafficThatIsNone();
    void findsGaps_data();
    void findsGaps();
    void remembersAcrossSessions();
    void removesHalfImportedBlocks();

private:
    Traffic m_traffic;
};

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 start = 1'790'000'100'000; // not on the grid of two hours

QList<History::Part> generate(const Traffic &traffic, qint64 fromMs, qint64 toMs)
{
    QList<History::Part> parts;
    History history(traffic, fromMs, toMs);
    while (std::optional<History::Part> part = history.next())
        parts.append(std::move(*part));
    return parts;
}

struct Sample {
    double value = 0;
    qint64 seconds = 0;
};

QMap<QByteArray, QList<Sample>> parse(const QList<History::Part> &parts)
{
    QMap<QByteArray, QList<Sample>> series;
    for (const History::Part &part : parts) {
        for (const QByteArray &line : part.openMetrics.split('\n')) {
            const qsizetype end = line.indexOf("} ");
            if (end < 0)
                continue;
            const QList<QByteArray> cells = line.mid(end + 2).split(' ');
            series[line.left(end + 1)].append({cells[0].toDouble(), cells[1].toLongLong()});
        }
    }
    return series;
}

} // namespace

void TstHistory::initTestCase()
{
    QFile file(QStringLiteral(SOURCE_DIR "/resources/sample/traffic.json"));
    QVERIFY(file.open(QIODevice::ReadOnly));
    const Result<Traffic> traffic = Traffic::parse(file.readAll());
    QVERIFY(traffic.has_value());
    m_traffic = *traffic;
}

void TstHistory::isAPureFunction()
{
    const auto a = generate(m_traffic, start, start + hour);
    const auto b = generate(m_traffic, start, start + hour);
    QCOMPARE(a.size(), b.size());
    QVERIFY(!a.isEmpty());
    for (qsizetype i = 0; i < a.size(); ++i)
        QCOMPARE(a[i].openMetrics, b[i].openMetrics);
}

void TstHistory::isCutAtTheBlockGrid()
{
    const auto parts = generate(m_traffic, start, start + 6 * hour);
    QVERIFY(parts.size() == 3 || parts.size() == 4);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        QCOMPARE(parts[i].fromMs / (2 * hour), parts[i].toMs / (2 * hour));
        QVERIFY(parts[i].openMetrics.endsWith("\n# EOF\n"));
        if (i > 0)
            QCOMPARE(parts[i].fromMs, parts[i - 1].toMs + History::stepMs);
    }
}

void TstHistory::countersBeginAtZeroAndNeverFall()
{
    const auto series = parse(generate(m_traffic, start, start + 3 * hour));
    int counters = 0;
    for (auto it = series.begin(); it != series.end(); ++it) {
        const bool counter
            = it.key().startsWith("app_requests_total") || it.key().startsWith("app_response_time") || it.key().contains("_cpu_");
        if (!counter)
            continue;
        ++counters;
        QCOMPARE(it->first().value, 0.0);
        for (qsizetype i = 1; i < it->size(); ++i) {
            QVERIFY((*it)[i].value >= (*it)[i - 1].value);
            QCOMPARE((*it)[i].seconds, (*it)[i - 1].seconds + 15);
        }
    }
    QVERIFY(counters > 100);
}

void TstHistory::histogramIsConsistent()
{
    const auto series = parse(generate(m_traffic, start, start + hour));
    const QByteArray labels = "{instance=\"app-1\",job=\"app\",endpoint=\"/api/search\"";
    const QList<Sample> counts = series.value("app_response_time_seconds_count" + labels + '}');
    QVERIFY(!counts.isEmpty());
    QCOMPARE(series.value("app_response_time_seconds_bucket" + labels + ",le=\"+Inf\"}").last().value, counts.last().value);
    const QByteArray request = "app_requests_total{instance=\"app-1\",job=\"app\",endpoint=\"/api/search\",method=\"GET\",status=\"";
    const double served = series.value(request + "200\"}").last().value + series.value(request + "503\"}").last().value;
    QCOMPARE(served, counts.last().value);
    QVERIFY(series.contains("app_response_time_seconds_bucket" + labels + ",le=\"1.0\"}")); // as Python spells it
    double below = 0;
    for (const char *le : {"0.005", "0.01", "0.025", "0.05", "0.1", "0.25", "0.5", "1.0", "2.5", "+Inf"}) {
        const double value = series.value("app_response_time_seconds_bucket" + labels + ",le=\"" + le + "\"}").last().value;
        QVERIFY(value >= below);
        below = value;
    }
}

void TstHistory::isSlowTwoMinutesInTen()
{
    const auto series = parse(generate(m_traffic, start, start + 2 * hour));
    const QByteArray labels = "{instance=\"app-2\",job=\"app\",endpoint=\"/api/search\"";
    const QList<Sample> fast = series.value("app_response_time_seconds_bucket" + labels + ",le=\"0.25\"}");
    const QList<Sample> all = series.value("app_response_time_seconds_count" + labels + '}');
    int slowSteps = 0;
    for (qsizetype i = 1; i < all.size(); ++i) {
        const double over = (all[i].value - fast[i].value) - (all[i - 1].value - fast[i - 1].value);
        QVERIFY(over == 0 || m_traffic.isSlow(static_cast<double>(all[i].seconds) - 7.5));
        slowSteps += over > 0;
    }
    const double share = static_cast<double>(slowSteps) / static_cast<double>(all.size() - 1);
    QVERIFY2(share > 0.17 && share <= 0.21, qPrintable(QString::number(share)));
}

void TstHistory::refusesTrafficThatIsNone()
{
    QVERIFY(!Traffic::parse("{}").has_value());
    QVERIFY(!Traffic::parse("nonsense").has_value());
}

void TstHistory::findsGaps_data()
{
    QTest::addColumn<QList<Span>>("stored");
    QTest::addColumn<QList<Span>>("gaps"); // of 0 to 6 h
    const Span whole{0, 6 * hour};
    QTest::newRow("nothing stored") << QList<Span>{} << QList<Span>{whole};
    QTest::newRow("all stored") << QList<Span>{whole} << QList<Span>{};
    QTest::newRow("older only") << QList<Span>{{-5 * hour, -1}} << QList<Span>{whole};
    QTest::newRow("a hole") << QList<Span>{{0, hour}, {2 * hour, 6 * hour}} << QList<Span>{{hour, 2 * hour}};
    QTest::newRow("a hole of two minutes") << QList<Span>{{0, hour}, {hour + 120'000, 6 * hour}} << QList<Span>{};
    QTest::newRow("a hole of more") << QList<Span>{{0, hour}, {hour + 120'001, 6 * hour}} << QList<Span>{{hour, hour + 120'001}};
    QTest::newRow("overlapping, out of order") << QList<Span>{{hour, 6 * hour}, {-hour, 2 * hour}} << QList<Span>{};
    QTest::newRow("begin and end") << QList<Span>{{hour, 5 * hour}} << QList<Span>{{0, hour}, {5 * hour, 6 * hour}};
    QTest::newRow("in the future") << QList<Span>{{7 * hour, 8 * hour}} << QList<Span>{whole};
}

void TstHistory::findsGaps()
{
    QFETCH(QList<Span>, stored);
    QFETCH(QList<Span>, gaps);
    const QTemporaryDir folder;
    StoredSpans spans(folder.path());
    spans.imported(stored);
    QCOMPARE(spans.gaps(0, 6 * hour), gaps);
}

void TstHistory::remembersAcrossSessions()
{
    const QTemporaryDir folder;
    StoredSpans first(folder.path());
    first.live(1'000);
    first.live(16'000);
    first.live(16'000 + 60'000);
    first.live(16'000 + 60'000 + 500'000); // the machine slept
    QVERIFY(first.save().has_value());
    StoredSpans second(folder.path());
    QCOMPARE(second.spans(), (QList<Span>{{1'000, 76'000}, {576'000, 576'000}}));
    second.live(600'000); // another session begins a span of its own: in between nothing was stored
    QCOMPARE(second.spans().size(), 3);
}

void TstHistory::removesHalfImportedBlocks()
{
    const QTemporaryDir folder;
    const QString block = QStringLiteral("01M82Q9SMV3CDJ2J5PS94VXKE8");
    const QString other = QStringLiteral("01M82Q9SVXABCNG0ZGP6PE936W");
    QVERIFY(QDir(folder.path()).mkpath(block + QStringLiteral("/chunks")));
    QVERIFY(QDir(folder.path()).mkpath(other));
    QVERIFY(QDir(folder.path()).mkpath(QStringLiteral("wal")));
    StoredSpans spans(folder.path());
    QVERIFY(spans.announce({block, QStringLiteral("wal"), QStringLiteral("../escape")}).has_value());
    const StoredSpans next(folder.path());
    QVERIFY(!QDir(folder.path() + QLatin1Char('/') + block).exists());
    QVERIFY(QDir(folder.path() + QLatin1Char('/') + other).exists());
    QVERIFY(QDir(folder.path() + QStringLiteral("/wal")).exists()); // not a block's name
}

ADD_TEST(TstHistory)
#include "tst_history.moc"
