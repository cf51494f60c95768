// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/release.h"
#include "app/sync/apiclient.h"

#include <QCryptographicHash>
#include <QFile>

namespace syncing {

/// Brings a newer version of this program from the back office: its signed description, then the installer piece by piece,
/// going on where an earlier run stopped. What is handed on was checked: the description by its Ed25519 signature, the
/// installer by size and SHA-256. Lives on the network thread.
class UpdateFeed : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        QByteArray publicKey; ///< Ed25519 of whoever releases
        QString platform;
        QString running; ///< this program's version
        QString folder;  ///< where installers are put; earlier ones are removed
    };

    UpdateFeed(ApiClient& api, Plan plan);

    /// Answers by `ready`, `nothingNew` or `failed`: `release.signature`, `release.invalid`, `release.checksum`,
    /// `release.unwritable`, or as ApiClient does. One at a time.
    void check();

Q_SIGNALS:
    void progress(int percent);
    /// The installer lies at `path`.
    void ready(const core::Release& release, const QString& path);
    void nothingNew();
    void failed(const core::Error& error);

private:
    core::Result<core::Release> verified(const QByteArray& body) const;
    void described(const ApiResult& answer);
    void bring();
    void arrived(const ApiResult& answer);
    void finish();
    void fail(const core::Error& error);
    void removeOthers() const;
    [[nodiscard]] QString path() const { return m_plan.folder + u'/' + m_release.sha256; }

    ApiClient& m_api;
    Plan m_plan;
    core::Release m_release;
    QFile m_part;
    bool m_busy = false;
};

} // namespace syncing

Q_DECLARE_METATYPE(core::Release)
