// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/cli/check.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <app/compatibility/reporttext.h>
#include <cstdio>
#include <dashboard/dashboardplace.h>
#include <panels/registry.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMostLevels = 32;

QString tr(const char *text)
{
    return QCoreApplication::translate("Compatibility", text);
}

class Checker
{
public:
    Checker(const PanelRegistry &registry, const Vocabulary &vocabulary) : m_registry(registry), m_vocabulary(vocabulary) { }

    CheckedFiles run(const QStringList &paths)
    {
        for (const QString &path : paths) {
            if (QFileInfo(path).isDir())
                walk(path, 0);
            else
                file(path, true);
        }
        return m_out;
    }

private:
    void walk(const QString &folder, int level)
    {
        static const QStringList suffixes{u"json"_s, u"yaml"_s, u"yml"_s};
        for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Dirs | QDir::Files | QDir::NoDotAndDotDot, QDir::Name)) {
            if (info.isDir() && !info.isSymLink() && level < kMostLevels)
                walk(info.filePath(), level + 1);
            else if (info.isFile() && suffixes.contains(info.suffix().toLower()))
                file(info.filePath(), false);
        }
    }

    void file(const QString &path, bool named)
    {
        const Result<QStringList> all = dashboardsIn(path);
        if (!all || all->size() == 1)
            return dashboard(path, named);
        for (const QString &each : *all)
            dashboard(each, true);
    }

    void dashboard(const QString &path, bool named)
    {
        const Result<Document> document = Document::open(path);
        if (document && isDashboard(*document)) {
            m_out.reports.append(reportOf(*document, m_registry, m_vocabulary));
            m_out.documents.append(*document);
            return;
        }
        // YAML in a folder is mostly something else, and often a template that is no YAML yet.
        const bool isYaml = !path.endsWith(".json"_L1, Qt::CaseInsensitive);
        if (!named && (document || isYaml)) {
            m_out.skipped.append(path);
            return;
        }
        FileReport report;
        report.path = path;
        report.errors = {document ? tr("this is no dashboard: it has neither panels nor rows")
                                  : QStringList{document.error().what, document.error().where}.join(u' ').simplified()};
        m_out.reports.append(report);
        m_out.documents.append(Document());
    }

    const PanelRegistry &m_registry;
    const Vocabulary &m_vocabulary;
    CheckedFiles m_out;
};

} // namespace

CheckedFiles checkFiles(const QStringList &paths, const PanelRegistry &registry, const Vocabulary &vocabulary)
{
    return Checker(registry, vocabulary).run(paths);
}

int printReports(const CheckedFiles &checked, bool json)
{
    QByteArray out;
    if (json) {
        out = reportsJson(checked.reports, checked.skipped).dump(2) + '\n';
    } else {
        for (const FileReport &report : checked.reports)
            out += reportText(report).toUtf8() + '\n';
        out += totalsText(checked.reports, checked.skipped).toUtf8();
    }
    std::fwrite(out.constData(), 1, size_t(out.size()), stdout);
    std::fflush(stdout);
    const bool failed
        = std::any_of(checked.reports.begin(), checked.reports.end(), [](const auto &each) { return !each.errors.isEmpty(); });
    return failed ? 1 : 0;
}

int runCheck(const CommandLine &line)
{
    const PanelRegistry registry = PanelRegistry::standard();
    return printReports(checkFiles(line.files, registry, Vocabulary(registry)), line.json);
}
