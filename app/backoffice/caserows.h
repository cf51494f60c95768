// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/caseact.h"
#include "app/core/workcalendar.h"

#include <QSet>

#include <optional>

namespace backoffice {

// Cases in the database: what stands of one, and what every change of one leaves behind it (its acts and pages, licences, the
// holder's credit, when time goes on with it, audit and event). Inside the caller's transaction.

struct StoredCase
{
    QString hall;
    QString department;
    QString receivedHash;
    QString etag;
    QString body;
};

std::optional<StoredCase> storedCase(const Context& context, const QString& id);
QSet<QString> hashesOf(const QList<core::PageRef>& captured);
/// Those that the caller's hall has not uploaded.
QStringList missingPages(const Context& context, const QSet<QString>& pages);

/// Writes a case as a window sent it. `storedNumber`: the one it has, empty for a new case. Returns what stands now.
StoredCase writeCase(const Context& context, const core::CaseRecord& received, const QString& receivedHash, const QString& storedNumber);
/// What marks an act that nobody did but time.
inline const QString ByTime = QStringLiteral("time");
/// The case before time did something to it after `atMs` and nobody anything since; nothing where that is not so.
std::optional<core::CaseRecord> beforeTime(const Context& context, const QString& caseId, qint64 atMs);

/// Writes what an act made of a case, with the act. `hash`: of the act as it was sent, or ByTime. `stored`: the body before it.
StoredCase writeAct(const Context& context, const core::CaseRecord& record, const core::ActRecord& act, const QString& hash,
                    const QJsonObject& stored);

/// An item of the catalogue, also one that new cases are not begun with any more: running ones keep its rules.
std::optional<core::ServiceItem> itemOf(const Database& database, const QString& code);
/// Every year there is.
core::WorkCalendar calendarOf(const Database& database);

} // namespace backoffice
