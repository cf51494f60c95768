// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/durablefile.h"

#include <QFile>
#include <QFileInfo>

#include <filesystem>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#else
#include <io.h>
#endif

namespace backoffice {

bool flushToDisk(int handle)
{
#ifdef Q_OS_UNIX
    return ::fsync(handle) == 0;
#else
    return ::_commit(handle) == 0;
#endif
}

void flushFolder([[maybe_unused]] const QString& path)
{
#ifdef Q_OS_UNIX
    const int handle = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_DIRECTORY);
    if (handle >= 0) {
        ::fsync(handle);
        ::close(handle);
    }
#endif
}

bool putInPlace(const QString& fresh, const QString& target)
{
    QFile file(fresh);
    if (!file.open(QIODevice::ReadWrite | QIODevice::ExistingOnly) || !flushToDisk(file.handle()))
        return false;
    file.close();
    std::error_code error;
    std::filesystem::rename(fresh.toStdU16String(), target.toStdU16String(), error); // QFile's replaces nothing
    if (!error)
        flushFolder(QFileInfo(target).path());
    return !error;
}

} // namespace backoffice
