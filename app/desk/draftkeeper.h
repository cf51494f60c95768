// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"
#include "app/desk/services.h"
#include "app/store/pages.h"

#include <QTimer>

namespace desk {

/// Throws a draft away, the scans of its papers included.
QFuture<core::Result<void>> discardDraft(Services& services, const QString& caseId);
/// Scans that nothing names any more. Blocks: not for the UI thread.
void removePages(const store::Store& store, const QStringList& files);

/// Saves drafts as they are typed: the newest state of each, together with the rows of pages that have come in. What
/// could not be saved is tried again by itself and with every key. Lives on the UI thread.
class DraftKeeper : public QObject
{
    Q_OBJECT

public:
    struct PageRow
    {
        store::Page page; ///< without its bytes
        QString file;
    };

    explicit DraftKeeper(Services& services);

    void save(const core::IntakeDraft& draft);
    /// The row goes to the store with the next save.
    void addPage(const PageRow& row) { m_rows.append(row); }
    /// The draft becomes a case or is thrown away: it is not saved again, unless `save` is called for it.
    void forget(const QString& caseId);
    /// False while the last save failed: what is on screen stands nowhere else.
    [[nodiscard]] bool isSafe() const { return !m_failed; }

    /// Pages whose rows the store does not have yet; a case takes them along.
    [[nodiscard]] const QList<PageRow>& rows() const { return m_rows; }
    void rowsWritten(const QList<PageRow>& rows);

Q_SIGNALS:
    /// Said once for each time the store stops taking drafts.
    void failed(const core::Error& error);
    /// The store takes drafts again.
    void safeAgain();

private:
    void write();
    void written(const QHash<QString, core::IntakeDraft>& batch, const QList<PageRow>& rows, const core::Result<void>& result);

    Services& m_services;
    QHash<QString, core::IntakeDraft> m_pending; ///< by case id
    QList<PageRow> m_rows;
    QSet<QString> m_forgotten;
    QTimer m_retry;
    bool m_writing = false;
    bool m_failed = false;
};

/// Writes rows for pages inside a store job.
core::Result<void> addRows(store::Session& session, const QList<DraftKeeper::PageRow>& rows, qint64 nowMs);

} // namespace desk
