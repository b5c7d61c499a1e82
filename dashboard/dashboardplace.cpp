// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/dashboardplace.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <dashboard/yamlfile.h>

using namespace Qt::StringLiterals;

namespace {
constexpr qint64 kMaxBytes = 64 << 20;
} // namespace

DashboardPlace DashboardPlace::of(const QString &path)
{
    const qsizetype hash = path.lastIndexOf(u'#');
    const QString file = path.left(std::max<qsizetype>(0, hash));
    return hash > 0 && isYamlName(file) && !QFileInfo::exists(path) ? DashboardPlace{file, path.mid(hash + 1)} : DashboardPlace{path, {}};
}

bool isYamlName(const QString &file)
{
    return file.endsWith(".yaml"_L1, Qt::CaseInsensitive) || file.endsWith(".yml"_L1, Qt::CaseInsensitive);
}

Result<QByteArray> dashboardBytes(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return fail(Error::Kind::Io, QCoreApplication::translate("Errors", "the file cannot be read: %1").arg(file.errorString()), path);
    if (file.size() > kMaxBytes)
        return fail(Error::Kind::Limit, QCoreApplication::translate("Errors", "the file is larger than 64 MiB"), path);
    return file.readAll();
}

Result<QStringList> dashboardsIn(const QString &path)
{
    const DashboardPlace place = DashboardPlace::of(path);
    if (!isYamlName(place.file) || !place.part.isEmpty())
        return QStringList{path};
    const Result<QByteArray> bytes = dashboardBytes(place.file);
    if (!bytes)
        return tl::unexpected<Error>(bytes.error());
    if (bytes->trimmed().startsWith('{')) // JSON is YAML, too
        return QStringList{path};
    const Result<YamlFile> yaml = YamlFile::read(*bytes);
    if (!yaml)
        return tl::unexpected<Error>(yaml.error());
    if (yaml->parts().isEmpty())
        return fail(Error::Kind::Parse, QCoreApplication::translate("Errors", "the YAML holds no dashboard"));
    if (yaml->parts().size() == 1)
        return QStringList{path};
    QStringList paths;
    for (const YamlFile::Part &part : yaml->parts())
        paths.append(DashboardPlace{place.file, part.name}.path());
    return paths;
}
