// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/draftkeeper.h"

#include "app/store/drafts.h"

namespace desk {

namespace {
constexpr auto RetryInterval = std::chrono::seconds(5);
}

core::Result<void> addRows(store::Session& session, const QList<DraftKeeper::PageRow>& rows, qint64 nowMs)
{
    for (const DraftKeeper::PageRow& row : rows) {
        if (auto added = store::addPage(session, row.page, row.file, nowMs); !added)
            return added;
    }
    return {};
}

void removePages(const store::Store& store, const QStringList& files)
{
    const store::PageFiles pages(store.pageFolder(), store.sealer());
    for (const QString& file : files)
        pages.remove(file);
}

QFuture<core::Result<void>> discardDraft(Services& services, const QString& caseId)
{
    return services.store->write([caseId](store::Session& session) { return store::discardDraft(session, caseId); })
        .then([store = services.store](const core::Result<QStringList>& files) { // on the store's thread
            return files.map([&](const QStringList& names) { removePages(*store, names); });
        });
}

DraftKeeper::DraftKeeper(Services& services) : m_services(services), m_retry(this)
{
    m_retry.setSingleShot(true);
    connect(&m_retry, &QTimer::timeout, this, &DraftKeeper::write);
}

void DraftKeeper::save(const core::IntakeDraft& draft)
{
    m_forgotten.remove(draft.caseId);
    m_pending.insert(draft.caseId, draft);
    if (!m_writing)
        write();
}

void DraftKeeper::forget(const QString& caseId)
{
    m_pending.remove(caseId);
    m_forgotten.insert(caseId);
}

void DraftKeeper::write()
{
    if (m_writing || m_pending.isEmpty())
        return;
    m_writing = true;
    const auto batch = std::exchange(m_pending, {});
    const auto rows = m_rows;
    const qint64 nowMs = m_services.clock->now().time.toMSecsSinceEpoch();
    m_services.store
        ->write([=](store::Session& session) -> core::Result<void> {
            for (const core::IntakeDraft& draft : batch) {
                if (auto saved = store::saveDraft(session, draft, nowMs); !saved)
                    return saved;
            }
            return addRows(session, rows, nowMs);
        })
        .then(this, [=, this](const core::Result<void>& result) { written(batch, rows, result); });
}

void DraftKeeper::written(const QHash<QString, core::IntakeDraft>& batch, const QList<PageRow>& rows, const core::Result<void>& result)
{
    m_writing = false;
    if (result) {
        rowsWritten(rows);
        if (std::exchange(m_failed, false))
            Q_EMIT safeAgain();
        return write(); // what came meanwhile
    }
    for (const core::IntakeDraft& draft : batch) {
        if (!m_forgotten.contains(draft.caseId) && !m_pending.contains(draft.caseId))
            m_pending.insert(draft.caseId, draft);
    }
    if (!std::exchange(m_failed, true))
        Q_EMIT failed(result.error());
    m_retry.start(RetryInterval);
}

void DraftKeeper::rowsWritten(const QList<PageRow>& rows)
{
    m_rows.removeIf([&](const PageRow& row) {
        return std::any_of(rows.begin(), rows.end(), [&](const PageRow& written) { return written.file == row.file; });
    });
}

} // namespace desk
