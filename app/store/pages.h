// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/store/session.h"

namespace store {

/// A captured page with the place it was captured for.
struct Page
{
    QString caseId;
    QString materialCode;
    core::PageRef ref;
    QByteArray bytes;
};

/// Page files: each sealed in a file of its own with a name that says nothing, written aside, flushed to disk and
/// renamed. Its place is sealed in with it, so that a page whose row was never written finds its way back.
class PageFiles
{
public:
    PageFiles(QString folder, const Sealer& sealer) : m_folder(std::move(folder)), m_sealer(sealer) {}

    /// Writes and returns the file's name. Fails with `page.full` or `page.unwritable`.
    [[nodiscard]] core::Result<QString> write(const Page& page) const;
    /// Fails with `page.missing` or `store.unsealable`.
    [[nodiscard]] core::Result<Page> read(const QString& file) const;
    [[nodiscard]] QStringList names() const;
    void remove(const QString& file) const;
    void removeUnfinished() const;

private:
    QString m_folder;
    const Sealer& m_sealer;
};

/// Rows for page files. Use inside a Store job.
/// A page that is there already keeps its first file.
core::Result<void> addPage(Session& session, const Page& page, const QString& file, qint64 nowMs);
/// The file of a page, the case's own before another's on this machine. Fails with `page.missing`.
core::Result<QString> pageFile(Session& session, const QString& caseId, const QString& sha256);
core::Result<QStringList> knownPageFiles(Session& session);

} // namespace store
