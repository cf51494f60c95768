// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/catalogue.h"
#include "app/core/giventicket.h"
#include "app/core/transfer.h"

namespace documents {

/// Everything a paper about this case may say, by template field name.
QJsonObject paperData(const core::CaseRecord& record, const core::HallInfo& hall, const core::ServiceItem* item);
/// The same for a hand-over list.
QJsonObject progressData(const core::CaseRecord& record, const core::HallInfo& hall, const QDateTime& now);
QJsonObject transferData(const core::Transfer& transfer, const core::HallInfo& hall);
/// The same for an applicant's checklist.
QJsonObject checklistData(const core::ServiceItem& item, const core::Scenario& scenario, const core::HallInfo& hall, const QDate& today);
/// The same for the slip of a ticket; `className` may be empty.
QJsonObject ticketData(const core::GivenTicket& given, const QString& className, const core::HallInfo& hall);
/// What the QR on every paper of a case holds: the hall's query address with the query code.
QString queryText(const core::CaseRecord& record, const core::HallInfo& hall);
QString queryText(const core::GivenTicket& given, const core::HallInfo& hall);

} // namespace documents
