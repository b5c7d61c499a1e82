// SPDX-License-Identifier: GPL-3.0-or-later
#include <dashboard/savefile.h>

#include <QtCore/QCoreApplication>
#include <QtCore/QFileInfo>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace {

// Owns the temporary file until it is renamed.
class Temporary
{
public:
    Temporary(const QByteArray &folder, const QByteArray &name) : m_path(folder + "/." + name + ".XXXXXX")
    {
        m_fd = ::mkstemp(m_path.data());
    }
    ~Temporary()
    {
        if (m_fd >= 0)
            ::close(m_fd);
        if (m_fd >= 0 && !m_renamed)
            ::unlink(m_path.constData());
    }
    Temporary(const Temporary &) = delete;
    Temporary &operator=(const Temporary &) = delete;

    bool isOpen() const { return m_fd >= 0; }
    int fd() const { return m_fd; }
    bool write(const char *data, qsizetype size)
    {
        while (size > 0) {
            const ssize_t done = ::write(m_fd, data, size_t(size));
            if (done < 0 && errno == EINTR)
                continue;
            if (done <= 0)
                return false;
            data += done;
            size -= done;
        }
        return true;
    }
    bool renameTo(const QByteArray &path) { return m_renamed = ::rename(m_path.constData(), path.constData()) == 0; }

private:
    QByteArray m_path;
    int m_fd = -1;
    bool m_renamed = false;
};

tl::unexpected<Error> failed(const QString &path, int error)
{
    QString hint = QCoreApplication::translate("Save", "Nothing was changed on the disk. Save it elsewhere with Save as.");
    if (error == ENOSPC || error == EDQUOT || error == EFBIG)
        hint = QCoreApplication::translate("Save", "Nothing was changed on the disk. Make room and save again, or save it elsewhere.");
    else if (error == ENOENT)
        hint = QCoreApplication::translate("Save", "The folder is gone. Make it again, or save the dashboard elsewhere.");
    return fail(Error::Kind::Io, QString::fromLocal8Bit(std::strerror(error)), path, hint);
}

// mkstemp makes 0600; the old file's mode and owner, else what the umask says.
void copyMode(int fd, const QByteArray &path)
{
    struct stat old;
    if (::stat(path.constData(), &old) == 0) {
        if (::fchown(fd, old.st_uid, old.st_gid) != 0) { } // only root can always; the mode matters more
        ::fchmod(fd, old.st_mode & 07777);
        return;
    }
    const mode_t mask = ::umask(0);
    ::umask(mask);
    ::fchmod(fd, 0666 & ~mask);
}

void syncFolder(const QByteArray &folder)
{
    const int fd = ::open(folder.constData(), O_RDONLY | O_DIRECTORY);
    if (fd < 0)
        return;
    ::fsync(fd);
    ::close(fd);
}

} // namespace

Result<> saveFile(const QString &path, const QByteArray &bytes)
{
    return saveFile(path, bytes, [](SaveStep) {});
}

Result<> saveFile(const QString &path, const QByteArray &bytes, const SaveHook &hook)
{
    const QFileInfo info(path);
    const QString real = info.isSymLink() ? QFileInfo(info.symLinkTarget()).absoluteFilePath() : info.absoluteFilePath();
    const QByteArray target = QFile::encodeName(info.exists() && info.isSymLink() ? info.canonicalFilePath() : real);
    const QByteArray folder = QFile::encodeName(QFileInfo(QFile::decodeName(target)).path());
    // A rename would replace a file that its owner made read-only.
    if (::access(target.constData(), F_OK) == 0 && ::access(target.constData(), W_OK) != 0)
        return failed(path, errno);
    Temporary file(folder, QFile::encodeName(QFileInfo(QFile::decodeName(target)).fileName()));
    if (!file.isOpen())
        return failed(path, errno);
    hook(SaveStep::Created);
    const qsizetype half = bytes.size() / 2;
    if (!file.write(bytes.constData(), half))
        return failed(path, errno);
    hook(SaveStep::HalfWritten);
    if (!file.write(bytes.constData() + half, bytes.size() - half))
        return failed(path, errno);
    copyMode(file.fd(), target);
    hook(SaveStep::Written);
    if (::fsync(file.fd()) != 0)
        return failed(path, errno);
    hook(SaveStep::Synced);
    if (!file.renameTo(target))
        return failed(path, errno);
    hook(SaveStep::Renamed);
    syncFolder(folder);
    return {};
}

FileStamp stampOf(const QString &path)
{
    struct stat info;
    if (::stat(QFile::encodeName(path).constData(), &info) != 0)
        return {};
    return {info.st_size, qint64(info.st_mtim.tv_sec) * 1'000'000'000 + info.st_mtim.tv_nsec, quint64(info.st_ino)};
}
