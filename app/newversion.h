// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/release.h"

#include <QStringList>

/// Puts a checked installer to use, after this client has ended and its store is closed.
///
/// On Linux, where the program is one file (an AppImage): the new file is started beside the old one; once its window is
/// there, the old one is kept as NAME.previous and the new one takes its name. When it ends before that, or takes too long,
/// it is thrown away, the store is what it was, and the old program starts again. Where that was cut off, the next start does it
/// (OwnStore). On Windows the installer is handed to whoever may install: a deployment tool by its folder, or Windows' own question
/// for an administrator.
class NewVersion
{
public:
    struct Plan
    {
        QString dataFolder; ///< where the store lies
        QString handOver;   ///< folder of a deployment tool; empty: install
    };

    explicit NewVersion(Plan plan);

    /// Whether this account can install, or hand over, at all.
    [[nodiscard]] bool isPossible() const;
    /// To be done by `apply`.
    void choose(const QString& installer, const core::Release& release);
    [[nodiscard]] bool isChosen() const { return !m_installer.isEmpty(); }
    /// Blocks; no window of ours is open. Returns the exit code, or never where the old program starts again.
    int apply(const QStringList& arguments) const;

    /// Tells the program that started this one that its window is there. Does nothing otherwise.
    static void reportStarted();

private:
    Plan m_plan;
    QString m_installer;
    core::Release m_release;
};
