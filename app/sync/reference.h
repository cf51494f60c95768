// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/itemindex.h"
#include "app/core/workcalendar.h"
#include "app/store/store.h"
#include "app/sync/apiclient.h"

namespace syncing {

/// What a window decides by: the catalogue and the calendar, from the store at once and from the back office when it
/// has something newer. A bad answer never replaces a good one. Lives on the network thread, where ten thousand items are
/// read and indexed without anybody waiting.
class Reference : public QObject
{
    Q_OBJECT

public:
    /// `calendarKey` is the hall's Ed25519 public key.
    Reference(ApiClient& api, std::shared_ptr<store::Store> store, QByteArray calendarKey);

    /// Reads what is kept; the signals tell what was found.
    void load(int year);
    /// Asks the back office; nothing is signalled when nothing changed.
    void refresh(int year);

Q_SIGNALS:
    void catalogueChanged(std::shared_ptr<const core::Catalogue> catalogue, std::shared_ptr<const core::ItemIndex> index);
    void calendarChanged(const core::CalendarYear& year);
    void refused(const core::Error& error);

private:
    using Accept = std::function<core::Result<void>(const QByteArray& body)>;

    /// Takes an answer in force, or says why not.
    bool take(const QString& name, const QByteArray& body, const Accept& accept);
    void loadOne(const QString& name, const Accept& accept);
    void fetchOne(const QString& path, const QString& name, const Accept& accept);
    /// With what is kept only what changed is asked for.
    void fetchCatalogue(bool whole);
    void keep(const QString& name, const ApiReply& reply, const QByteArray& body);
    core::Result<void> acceptCatalogue(const QByteArray& body);
    core::Result<void> acceptCalendar(const QByteArray& body);

    ApiClient& m_api;
    std::shared_ptr<store::Store> m_store;
    QByteArray m_calendarKey;
    QSet<QString> m_inForce; ///< names of what was accepted in this run
};

} // namespace syncing
