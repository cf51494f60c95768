// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/newversion.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <windows.h>

#include <cstdlib>
#include <shellapi.h>

using namespace Qt::StringLiterals;

bool NewVersion::isPossible() const
{
    return m_plan.handOver.isEmpty() || QFileInfo(m_plan.handOver).isDir();
}

/// Windows Installer keeps or brings back the old version by itself when the new one cannot be installed.
int NewVersion::apply(const QStringList&) const
{
    const QString folder = m_plan.handOver.isEmpty() ? QFileInfo(m_installer).path() : m_plan.handOver;
    const QString msi = folder + u"/yichuang-%1-x64.msi"_s.arg(m_release.version);
    QFile::remove(msi + u".new"_s);
    QFile::remove(msi);
    if (!QFile::copy(m_installer, msi + u".new"_s) || !QFile::rename(msi + u".new"_s, msi))
        return EXIT_FAILURE;
    if (!m_plan.handOver.isEmpty())
        return EXIT_SUCCESS;
    const QString words = u"/i \"%1\" /passive /norestart"_s.arg(QDir::toNativeSeparators(msi));
    const auto answer =
        ShellExecuteW(nullptr, L"runas", L"msiexec.exe", reinterpret_cast<const wchar_t*>(words.utf16()), nullptr, SW_SHOWNORMAL);
    constexpr quintptr Refused = 32; // answers up to it are errors
    return quintptr(answer) > Refused ? EXIT_SUCCESS : EXIT_FAILURE;
}
