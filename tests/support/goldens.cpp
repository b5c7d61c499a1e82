// SPDX-License-Identifier: GPL-3.0-or-later
#include "goldens.h"

#include <QtCore/QDir>
#include <QtCore/QFile>
#include <cmath>
#include <cstdio>

using namespace Qt::StringLiterals;

namespace {
constexpr int kShownFailures = 12;

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QString unescaped(QStringView text)
{
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != u'\\' || i + 1 == text.size()) {
            out += text[i];
            continue;
        }
        const QChar next = text[++i];
        out += next == u't' ? u'\t' : next == u'n' ? u'\n' : next == u'r' ? u'\r' : next;
    }
    return out;
}

// A row with these cells, each as "column=value" (* stands for anything), is answered otherwise here, on purpose.
struct Exception {
    QStringList cells;
    QString reason;
    bool isMet = false;
};

QList<Exception> exceptionsOf(const QString &name)
{
    QList<Exception> exceptions;
    for (const goldens::Row &row : goldens::readTsv(QStringLiteral(TEST_DATA_DIR "/goldens-exceptions.tsv")))
        if (row[u"table"_s] == name)
            exceptions.append({row[u"cells"_s].split(u" | "_s), row[u"reason"_s]});
    return exceptions;
}

bool isCell(const QString &pattern, const QString &cell)
{
    if (!pattern.contains(u'*'))
        return pattern == cell;
    const QStringList parts = pattern.split(u'*');
    return parts.size() == 2 && cell.size() + 1 >= pattern.size() && cell.startsWith(parts[0]) && cell.endsWith(parts[1]);
}

// Of all tables together.
qsizetype allRows()
{
    qsizetype rows = 0;
    for (const QFileInfo &file : QDir(goldens::folder()).entryInfoList({u"*.open.*"_s, u"*.heldout.*"_s}, QDir::Files))
        rows += contents(file.filePath()).count('\n');
    return rows;
}

struct Tally {
    QString name;
    QList<Exception> exceptions = exceptionsOf(name);
    int passed = 0;
    int failed = 0;
    int listed = 0; // of the failed ones

    void count(const QStringList &cells, const QString &failure)
    {
        if (failure.isEmpty()) {
            ++passed;
            return;
        }
        ++failed;
        const QString what = cells.join(u" | "_s);
        const auto known = std::find_if(exceptions.begin(), exceptions.end(), [&](const Exception &each) {
            return std::all_of(each.cells.begin(), each.cells.end(), [&](const QString &pattern) {
                return std::any_of(cells.begin(), cells.end(), [&](const QString &cell) { return isCell(pattern, cell); });
            });
        });
        if (known != exceptions.end()) {
            known->isMet = true;
            ++listed;
            std::printf("  otherwise here: %s (%s)\n", qPrintable(what.left(200)), qPrintable(known->reason));
        } else if (failed - listed <= kShownFailures || qEnvironmentVariableIsSet("GOLDENS_ALL"))
            std::printf("  failed: %s -> %s\n", qPrintable(what.left(600)), qPrintable(failure));
    }
    // What makes the test fail: rows that are not listed, a hundredth of all tables or more that is, and what is listed but not so.
    int wrong() const
    {
        int count = failed - listed;
        if (listed * 100 >= allRows() && listed > 0)
            ++count, std::printf("  %d exceptions are too many\n", listed);
        for (const Exception &each : exceptions)
            if (!each.isMet && qEnvironmentVariableIsEmpty("PROMONTORY_GOLDENS"))
                ++count, std::printf("  no exception: %s\n", qPrintable(each.cells.join(u" | "_s)));
        return count;
    }

    void print() const
    {
        std::printf("golden %s: %d passed, %d failed\n", qPrintable(name), passed, failed);
        std::fflush(stdout);
    }
};
} // namespace

QString goldens::folder()
{
    const QString named = qEnvironmentVariable("PROMONTORY_GOLDENS");
    return named.isEmpty() ? QStringLiteral(TEST_DATA_DIR "/goldens") : named;
}

QStringList goldens::files(const QString &name)
{
    const QDir dir(folder());
    QStringList paths;
    for (const QString &file : dir.entryList({name + u".*.tsv"_s, name + u".*.json"_s}, QDir::Files, QDir::Name))
        paths.append(dir.filePath(file));
    return paths;
}

QList<goldens::Row> goldens::readTsv(const QString &path)
{
    QList<Row> rows;
    QStringList head;
    for (const QString &line : QString::fromUtf8(contents(path)).split(u'\n')) {
        const QStringList cells = line.split(u'\t');
        if (head.isEmpty()) {
            head = cells;
            continue;
        }
        if (line.isEmpty())
            continue;
        Row row;
        for (qsizetype i = 0; i < head.size() && i < cells.size(); ++i)
            row.insert(head[i], unescaped(cells[i]));
        rows.append(row);
    }
    return rows;
}

std::vector<Json> goldens::readCases(const QString &path)
{
    const Result<Json> json = Json::parse(contents(path));
    return json ? (*json)[u"cases"].items() : std::vector<Json>();
}

Json goldens::readMeta(const QString &path)
{
    const Result<Json> json = Json::parse(contents(path));
    return json ? (*json)[u"meta"] : Json();
}

bool goldens::isUndefined(const Json &value)
{
    return value.isObject() && value.contains(u"$undef");
}

std::optional<double> goldens::number(const Json &value)
{
    if (value.isNumber())
        return value.toDouble();
    if (value.isObject() && value.contains(u"$num"))
        return number(value[u"$num"].toString());
    return {};
}

double goldens::number(const QString &text)
{
    if (text == "Infinity"_L1)
        return HUGE_VAL;
    if (text == "-Infinity"_L1)
        return -HUGE_VAL;
    if (text == "NaN"_L1)
        return std::nan("");
    bool ok = false;
    const double value = text.toDouble(&ok);
    return ok ? value : Column::missing();
}

QString goldens::printed(double value)
{
    if (Column::isMissing(value))
        return u"null"_s;
    if (std::isnan(value))
        return u"NaN"_s;
    if (std::isinf(value))
        return value > 0 ? u"Infinity"_s : u"-Infinity"_s;
    if (value == 0 && std::signbit(value))
        return u"-0"_s;
    return QString::number(value, 'g', QLocale::FloatingPointShortest);
}

bool goldens::same(double a, double b)
{
    if (std::isnan(a) || std::isnan(b))
        return std::isnan(a) && std::isnan(b) && Column::isMissing(a) == Column::isMissing(b);
    return a == b || std::abs(a - b) <= 1e-12 * std::max(std::abs(a), std::abs(b));
}

int goldens::runTsv(const QString &name, const std::function<QString(const Row &)> &test)
{
    int failed = -1;
    for (const QString &path : files(name)) {
        Tally tally{name};
        for (const Row &row : readTsv(path)) {
            const QString failure = test(row);
            QStringList shown;
            if (!failure.isEmpty()) {
                for (auto cell = row.begin(); cell != row.end(); ++cell)
                    shown.append(cell.key() + u'=' + cell.value());
                shown.sort();
            }
            tally.count(shown, failure);
        }
        tally.print();
        failed = std::max(failed, 0) + tally.wrong();
    }
    return failed;
}

int goldens::runCases(const QString &name, const std::function<QString(const Json &)> &test)
{
    int failed = -1;
    for (const QString &path : files(name)) {
        Tally tally{name};
        for (const Json &each : readCases(path)) {
            const QString failure = test(each);
            tally.count(failure.isEmpty() ? QStringList() : QStringList{u"id="_s + each[u"id"].toString(), QString::fromUtf8(each.dump())},
                        failure);
        }
        tally.print();
        failed = std::max(failed, 0) + tally.wrong();
    }
    return failed;
}
