// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/store.h"
#include "app/sync/apiclient.h"

namespace syncing {

/// Keeps enough case numbers at this window to work through a day without the back office.
class NumberLease : public QObject
{
    Q_OBJECT

public:
    NumberLease(ApiClient& api, std::shared_ptr<store::Store> store);

    /// Leases another block when fewer than `minimum` numbers are left. Finishes with how many are there.
    QFuture<core::Result<qint64>> topUp(qint64 minimum = 100, int block = 200);

private:
    QFuture<core::Result<qint64>> lease(int block);

    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
    QString m_requestId; ///< the same until a block arrived, so that a lost reply leases nothing twice
};

} // namespace syncing
