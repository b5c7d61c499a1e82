// SPDX-License-Identifier: GPL-3.0-or-later
#include <app/dashboardlinks.h>

#include <QtCore/QFileInfo>
#include <app/dashboardopener.h>
#include <app/externallinks.h>
#include <app/mainwindow.h>
#include <app/slug.h>
#include <dashboard/dashboardplace.h>
#include <widgets/controls/questionsheet.h>
#include <widgets/controls/toolbar.h>

using namespace Qt::StringLiterals;

namespace {

constexpr int kMomentMs = 400;
constexpr qsizetype kMostFolders = 4; // named

QString folderOf(const QString &path)
{
    return QFileInfo(DashboardPlace::of(path).file).path();
}

} // namespace

bool DashboardName::isOf(const KnownDashboard &dashboard) const
{
    return uid.isEmpty() ? slugOf(dashboard.title) == slug : dashboard.uid == uid;
}

// The server may live below a path of its own: "/grafana/d/UID".
std::optional<DashboardName> dashboardName(const QUrl &url)
{
    if (!url.scheme().isEmpty() || !url.host().isEmpty())
        return {};
    const QStringList parts = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    for (qsizetype i = 0; i + 1 < parts.size(); ++i) {
        if (parts[i] == "d"_L1 || parts[i] == "d-solo"_L1)
            return DashboardName{parts[i + 1], {}};
        if (parts[i] == "dashboard"_L1 && parts[i + 1] == "db"_L1 && i + 2 < parts.size())
            return DashboardName{{}, slugOf(parts[i + 2])};
    }
    return {};
}

DashboardLinks::DashboardLinks(const Library &library, ExternalLinks &external, MainWindow &window)
    : QObject(&window)
    , m_external(external)
    , m_window(window)
    , m_known(library)
{
    m_moment.setSingleShot(true);
    m_moment.setInterval(kMomentMs);
    connect(&m_moment, &QTimer::timeout, this, &DashboardLinks::sayLooking);
    connect(&m_known, &KnownDashboards::looked, this, &DashboardLinks::open);
}

void DashboardLinks::follow(const QUrl &url, const QString &file)
{
    if (!dashboardName(url))
        return m_external.open(url);
    m_url = url;
    m_file = file;
    m_moment.start();
    m_known.look(file);
}

void DashboardLinks::sayLooking()
{
    if (m_looking)
        return;
    const QStringList folders = m_known.folders(m_file);
    m_looking = new QuestionSheet(&m_window, tr("Looking for the dashboard…"),
                                  folders.isEmpty() ? tr("Among those that were opened before.")
                                                    : tr("In %1.").arg(folders.mid(0, kMostFolders).join(u", "_s)));
    m_looking->setObjectName(u"lookingForDashboard"_s);
    auto *bar = new QWidget(m_looking);
    bar->setFixedHeight(2);
    (new ProgressLine(bar, Qt::TopEdge, 2))->setRunning(true);
    m_looking->addField(bar);
    m_looking->addAnswer(u"cancel"_s, tr("Cancel"))->setFocus();
    connect(m_looking, &QuestionSheet::answered, this, [this](const QString &answer) {
        if (answer == "cancel"_L1)
            m_known.cancel();
    });
    m_looking->open();
}

// Several files may have the same uid: the one beside the link, then the one that was opened last.
void DashboardLinks::open()
{
    m_moment.stop();
    if (m_looking)
        m_looking->answer(u"found"_s);
    const DashboardName name = *dashboardName(m_url);
    const KnownDashboard *best = nullptr;
    const auto isBeside = [&](const KnownDashboard &each) { return !m_file.isEmpty() && folderOf(each.path) == folderOf(m_file); };
    for (const KnownDashboard &each : m_known.all())
        if (name.isOf(each) && (!best || (isBeside(each) && !isBeside(*best))))
            best = &each;
    if (!best)
        return sayUnknown();
    QUrl target = QUrl::fromLocalFile(best->path);
    target.setQuery(m_url.query(QUrl::FullyEncoded));
    m_window.openLink(target);
}

void DashboardLinks::sayUnknown()
{
    const DashboardName name = *dashboardName(m_url);
    QStringList lines{name.uid.isEmpty() ? tr("No dashboard here is called “%1”.").arg(name.slug.left(60))
                                         : tr("No dashboard here has the uid “%1”.").arg(name.uid.left(60))};
    const QStringList folders = m_known.folders(m_file);
    lines.append(folders.isEmpty()
                     ? tr("Looked at those that were opened before.")
                     : tr("Looked at those that were opened before and in %1.").arg(folders.mid(0, kMostFolders).join(u", "_s)));
    lines.append(tr("Open its file, or add its folder on the Home page; then the link finds it."));
    lines.append(QString::fromLatin1(m_url.toEncoded()).left(300));
    auto *sheet = new QuestionSheet(&m_window, tr("This dashboard is not known"), lines.join(u'\n'));
    sheet->setObjectName(u"unknownDashboard"_s);
    sheet->addAnswer(u"cancel"_s, tr("Close"));
    sheet->addAnswer(u"file"_s, tr("Open a file…"), TextButton::Kind::Primary);
    connect(sheet, &QuestionSheet::answered, this, [this](const QString &answer) {
        if (answer == u"file")
            m_window.opener().chooseFiles();
    });
    sheet->open();
}
