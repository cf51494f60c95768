// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/store.h"
#include "app/sync/apiclient.h"

namespace syncing {

/// Brings one page to the back office by tus 1.0: nothing when it is there already, otherwise created, or gone on with
/// where the last attempt ended (also after a restart: the upload's address is kept in the store).
class PageUpload : public QObject
{
    Q_OBJECT

public:
    struct Page
    {
        QString caseId;
        QString sha256;
        QString mediaType;
    };

    PageUpload(ApiClient& api, std::shared_ptr<store::Store> store, QObject* parent)
        : QObject(parent), m_api(api), m_store(std::move(store))
    {
    }

    /// Finishes with ok once the back office has the whole page and its SHA-256 agrees.
    QFuture<core::Result<void>> upload(const Page& page);

private:
    using Outcome = QFuture<core::Result<void>>;

    struct Job
    {
        Page page;
        QByteArray bytes;
        QString location; ///< path below /v1; empty until created
        bool renewed = false;
    };

    Outcome readPage(const Page& page);
    Outcome resume(const Job& job);
    Outcome create(const Job& job);
    Outcome append(const Job& job, qint64 offset);
    QFuture<core::Result<void>> remember(const QString& sha256, const QString& location);

    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
};

} // namespace syncing
