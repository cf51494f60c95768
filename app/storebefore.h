// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QLockFile>
#include <QString>

#include <memory>

/// The database as it was before a new version saw it. Page files are only ever added. A copy is there from `keep` until it is known
/// that nobody needs it any more, whatever ends in between.
class StoreBefore
{
public:
    explicit StoreBefore(const QString& folder);

    /// Fails where an earlier copy was never forgotten: that one may be all there is.
    [[nodiscard]] bool keep() const;
    [[nodiscard]] bool isKept() const;
    /// The copy is the store again. Cut off in the middle it leaves no database, and can be done again.
    bool bringBack() const;
    void forget() const;

    /// Written by a new version once its window is there.
    [[nodiscard]] QString mark() const { return m_folder + QStringLiteral("/update-started"); }
    /// Nobody has worked on the store with the new version.
    [[nodiscard]] bool mayComeBack() const;
    [[nodiscard]] bool isStoreThere() const;
    /// A store that this program cannot work on is kept under another name.
    bool setAside() const;

    /// Held for as long as an old program looks on whether the new one starts.
    [[nodiscard]] std::unique_ptr<QLockFile> update() const;

private:
    [[nodiscard]] QString path(const QString& suffix = {}) const;
    [[nodiscard]] QString copy(const QString& suffix = {}) const;

    QString m_folder;
    QString m_kept;
};
