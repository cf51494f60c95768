// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <array>
#include <memory>
#include <mutex>

namespace backoffice {

/// Files of uploads under way and of finished pages, the latter named by their SHA-256.
class BlobStore
{
public:
    explicit BlobStore(QString folder);

    [[nodiscard]] QString folder() const { return m_folder; }
    [[nodiscard]] qint64 uploadSize(const QString& id) const;
    /// Writes at `offset` and flushes to disk; returns the new size.
    [[nodiscard]] core::Result<qint64> append(const QString& id, qint64 offset, const QByteArray& bytes) const;
    /// Turns a finished upload into a blob when its SHA-256 is `sha256`; fails with `blob.checksum`.
    [[nodiscard]] core::Result<void> finish(const QString& id, const QString& sha256) const;
    void discard(const QString& id) const;
    /// One request at a time works on an upload.
    [[nodiscard]] std::unique_lock<std::mutex> hold(const QString& id) const;
    /// The ids of those that have begun and are not done.
    [[nodiscard]] QStringList uploads() const;
    [[nodiscard]] core::Result<QByteArray> read(const QString& sha256) const;
    /// A piece of a blob; empty behind its end.
    [[nodiscard]] core::Result<QByteArray> readPiece(const QString& sha256, qint64 from, qint64 size) const;
    /// Copies a file in; fails with `blob.checksum` when its SHA-256 is another.
    [[nodiscard]] core::Result<void> adopt(const QString& path, const QString& sha256) const;
    /// Copies the pages that are not there yet, or not whole; fails with `backup.pages`. Returns how many.
    [[nodiscard]] core::Result<int> copyTo(const QString& folder) const;

private:
    [[nodiscard]] QString uploadPath(const QString& id) const { return m_folder + QStringLiteral("/uploads/") + id; }
    [[nodiscard]] QString blobPath(const QString& sha256) const;

    static constexpr std::size_t Stripes = 64;

    QString m_folder;
    std::shared_ptr<std::array<std::mutex, Stripes>> m_locks = std::make_shared<std::array<std::mutex, Stripes>>();
};

} // namespace backoffice
