// SPDX-License-Identifier: GPL-3.0-or-later
#include <datasource/local/privatefiles.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QDir>
#include <QtCore/QFile>
#include <QtCore/QFileInfo>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("PrivateFiles", text);
}

tl::unexpected<Error> systemFailure(const QString &path, int code)
{
    const QString hint = code == ENOSPC ? tr("Free some space, then try again.") : QString();
    return fail(Error::Kind::Io, tr("%1: %2").arg(path, QString::fromLocal8Bit(std::strerror(code))), path, hint);
}

bool writeAll(int fd, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t n = ::write(fd, bytes.constData() + done, static_cast<size_t>(bytes.size() - done));
        if (n < 0 && errno == EINTR)
            continue;
        if (n < 0)
            return false;
        done += n;
    }
    return true;
}

} // namespace

Result<> PrivateFiles::makeFolder(const QString &path)
{
    const QByteArray name = QFile::encodeName(path);
    if (!QFileInfo::exists(path)) {
        QDir().mkpath(QFileInfo(path).absolutePath());
        if (mkdir(name.constData(), 0700) != 0 && errno != EEXIST)
            return systemFailure(path, errno);
    }
    struct stat status = {};
    if (stat(name.constData(), &status) != 0)
        return systemFailure(path, errno);
    if (!S_ISDIR(status.st_mode))
        return systemFailure(path, ENOTDIR);
    if (status.st_uid != geteuid())
        return fail(Error::Kind::Io, tr("The folder belongs to another user."), path, tr("Choose another data folder."));
    if ((status.st_mode & 0077) != 0 && chmod(name.constData(), 0700) != 0)
        return systemFailure(path, errno);
    return {};
}

Result<> PrivateFiles::write(const QString &path, const QByteArray &bytes)
{
    const QByteArray name = QFile::encodeName(path);
    const QByteArray draft = name + ".new";
    const int fd = open(draft.constData(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (fd < 0)
        return systemFailure(path, errno);
    const bool written = fchmod(fd, 0600) == 0 && writeAll(fd, bytes);
    const int code = errno;
    const bool closed = close(fd) == 0;
    if (written && closed && std::rename(draft.constData(), name.constData()) == 0)
        return {};
    const int failure = written ? errno : code;
    unlink(draft.constData());
    return systemFailure(path, failure);
}

bool FolderLock::tryLock(const QString &path)
{
    release();
    const int fd = open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (fd < 0)
        return false;
    if (flock(fd, LOCK_EX | LOCK_NB) != 0) {
        close(fd);
        return false;
    }
    m_fd = fd;
    return true;
}

void FolderLock::release()
{
    if (m_fd >= 0)
        close(m_fd);
    m_fd = -1;
}

bool FolderLock::isHeldByAnyone(const QString &path)
{
    const int fd = open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return false;
    const bool held = flock(fd, LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
    close(fd);
    return held;
}
