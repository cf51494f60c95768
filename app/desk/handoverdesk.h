// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/handover.h"
#include "app/desk/workday.h"
#include "app/store/handovers.h"

namespace desk {

/// Visits between windows: handed over from here, and those that wait to be taken here. Lives on the UI thread.
class HandoverDesk : public QObject
{
    Q_OBJECT

public:
    HandoverDesk(Services& services, WorkDay& day);

    [[nodiscard]] const QList<core::Handover>& incoming() const { return m_incoming; }

    /// The draft goes to another window, now or when the back office can be reached.
    void handOver(const core::IntakeDraft& draft, const QString& window, const QString& reason);
    /// Fetches a visit that was handed over to this window; `taken` brings its draft.
    void take(const QString& caseId);

Q_SIGNALS:
    void incomingChanged();
    void handedOver(const QString& caseId, const QString& window);
    void taken(const core::IntakeDraft& draft);
    void adviceGiven(const desk::Advice& advice);

private:
    void refresh();
    void hold(const core::Handover& handover, const QByteArray& etag);
    void held(const store::HandedOver& kept, const syncing::ApiResult& reply);

    Services& m_services;
    WorkDay& m_day;
    QList<core::Handover> m_incoming;
};

} // namespace desk
