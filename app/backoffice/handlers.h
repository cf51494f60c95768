// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/certificate.h"

#include <QJsonArray>

#include <optional>

namespace core {
struct CaseRecord;
}

namespace backoffice {

// One function a resource of the contract: request value in, answer value out. They check everything before they write.
// Those that write run inside a transaction, except for signIn, uploadOffset and appendUpload, which open their own.

std::optional<Caller> callerOf(const Request& request, const Context& context);
/// To whom `callerOf` does not know: who has to sign in, and whose session was taken over.
Answer noCaller(const Request& request, const Context& context);
Answer health(const Request& request, const Context& context);
Answer signIn(const Request& request, const Context& context);
Answer refreshSession(const Request& request, const Context& context);
Answer signOut(const Request& request, const Context& context);

Answer catalogue(const Request& request, const Context& context);
Answer calendar(const Request& request, const Context& context);
Answer release(const Request& request, const Context& context);
Answer releaseFile(const Request& request, const Context& context);
Answer leaseNumbers(const Request& request, const Context& context);

Answer uploadOptions(const Request& request, const Context& context);
Answer createUpload(const Request& request, const Context& context);
Answer uploadOffset(const Request& request, const Context& context);
Answer appendUpload(const Request& request, const Context& context);
Answer endUpload(const Request& request, const Context& context);
Answer blobHead(const Request& request, const Context& context);
Answer blob(const Request& request, const Context& context);

Answer putCase(const Request& request, const Context& context);
Answer getCase(const Request& request, const Context& context);
Answer listCases(const Request& request, const Context& context);
Answer searchCases(const Request& request, const Context& context);
Answer putCaseAct(const Request& request, const Context& context);
Answer listCaseActs(const Request& request, const Context& context);

Answer searchHolder(const Request& request, const Context& context);
/// What a holder submitted online and no window has taken over.
QJsonArray prefilingsOf(const Context& context, const QString& holder);
Answer takePrefilingOver(const Request& request, const Context& context);
/// How a holder is named in the database.
QString holderKey(const core::Certificate& certificate);

Answer putHolder(const Request& request, const Context& context);
Answer getHolder(const Request& request, const Context& context);
Answer listHandovers(const Request& request, const Context& context);
/// Visits that were handed over long ago and became no case.
void forgetVisits(const Database& database, qint64 nowMs);

/// A supervisor's.
Answer overview(const Request& request, const Context& context);
Answer windowView(const Request& request, const Context& context);
Answer classView(const Request& request, const Context& context);
Answer statistics(const Request& request, const Context& context);
Answer putMessage(const Request& request, const Context& context);
Answer listMessages(const Request& request, const Context& context);
Answer readMessage(const Request& request, const Context& context);

/// The page that a paper's QR opens, its style, and what its form sends.
Answer applicantPage(const Request& request, const Context& context);
Answer applicantStyle(const Request& request, const Context& context);
Answer applicantEvaluates(const Request& request, const Context& context);
Answer putEvaluation(const Request& request, const Context& context);
Answer listEvaluations(const Request& request, const Context& context);
Answer followUpEvaluation(const Request& request, const Context& context);

Answer putTransfer(const Request& request, const Context& context);
Answer listTransfers(const Request& request, const Context& context);
Answer receiveTransfer(const Request& request, const Context& context);
Answer shift(const Request& request, const Context& context);

Answer putGrant(const Request& request, const Context& context);
Answer answerGrant(const Request& request, const Context& context);
Answer getGrant(const Request& request, const Context& context);
Answer listGrants(const Request& request, const Context& context);
/// JSON pointer of the first exception of a case that no supervisor has granted.
std::optional<QString> ungranted(const Context& context, const core::CaseRecord& record);

Answer departmentFeed(const Request& request, const Context& context);
Answer acknowledgeFeed(const Request& request, const Context& context);

Answer listReminders(const Request& request, const Context& context);
Answer putReminder(const Request& request, const Context& context);
Answer putEnquiry(const Request& request, const Context& context);

Answer takeTicket(const Request& request, const Context& context);
Answer board(const Request& request, const Context& context);
Answer callNext(const Request& request, const Context& context);
Answer leaseTickets(const Request& request, const Context& context);
Answer setWindowState(const Request& request, const Context& context);
Answer setWindowClasses(const Request& request, const Context& context);
Answer ticketOfNumber(const Request& request, const Context& context);
Answer ticketAct(const Request& request, const Context& context);
Answer putPause(const Request& request, const Context& context);
Answer getPause(const Request& request, const Context& context);
Answer putAppointment(const Request& request, const Context& context);
Answer listAppointments(const Request& request, const Context& context);
Answer listAudit(const Request& request, const Context& context);
/// Narrows a statement to the days of the query, `from` up to but not `until`, by a column of milliseconds.
void withinDays(const Request& request, const QString& column, QString& sql, QVariantList& bindings);
Answer listSlots(const Request& request, const Context& context);
Answer searchAppointments(const Request& request, const Context& context);
Answer events(const Request& request, const Context& context);

} // namespace backoffice
