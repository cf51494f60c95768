// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/certificate.h"
#include "app/core/queuesettings.h"

#include <optional>

namespace backoffice {

/// A ticket as the back office keeps it: what everybody may know, and its place in the queue.
struct TicketRow
{
    core::Ticket ticket;
    core::QueueEntry place;
    QString window;       ///< that called it last; empty while it waits
    QString targetWindow; ///< the only one that may call it; empty: any of its class
    QString leaseWindow;  ///< that has or had it to call without the back office; empty: none
    qint64 leaseUntilMs = 0;
};

/// Nothing when `code` is not the caller's to serve at.
std::optional<OwnWindow> ownWindow(const Context& context, const QString& code);

/// What one press did.
struct TicketStep
{
    core::TicketAct act = core::TicketAct::Call;
    QString why;    ///< of a call
    QString reason; ///< what the clerk said
};

QString isoTime(qint64 ms);
QString queueDay(const Context& context);
/// The queue's local rules of the running catalogue.
const core::QueueSettings& queueSettings(const Context& context);
/// Certificates are compared by it and kept no other way; empty for none.
QString holderHash(const Context& context, const core::Certificate& certificate);

std::optional<TicketRow> ticketById(const Context& context, const QString& id);
/// Of today, in the caller's hall.
std::optional<TicketRow> ticketByNumber(const Context& context, const QString& number);
/// Somebody waits in that class, whatever the catalogue says of it now.
bool isWaitedFor(const Context& context, const QString& ticketClass);
std::optional<TicketRow> inService(const Context& context, const QString& window);
std::optional<TicketRow> lastHeld(const Context& context, const QString& window);
/// Somebody's ticket of a class that is not at its end.
std::optional<TicketRow> liveTicketOf(const Context& context, const QString& holderHash, const QString& ticketClass);
/// Whose it is, as `holderHash` keeps it; empty: nobody's by name.
QString holderOf(const Context& context, const TicketRow& row);
/// Somebody's tickets of today that were called in vain, by their last call.
QList<TicketRow> missedTicketsOf(const Context& context, const QString& holderHash);
/// Of those who wait for one of the classes, or for this window, everybody whose turn it can be: of the ordinary ones only the
/// first few, so that a call takes no longer when the hall is full. Without those that are leased to another window,
/// only those, or only those that no window has or had alone.
enum class Leased { Elsewhere, NotElsewhere, Never };
QList<TicketRow> candidates(const Context& context, const QStringList& classes, const QString& window,
                            Leased leased = Leased::NotElsewhere);
/// Who waits in a class or is held of it, by arrival; the first so many.
QList<TicketRow> ticketsOfClass(const Context& context, const QString& ticketClass, int most);
/// Waiting tickets that the window has to call without the back office.
QList<TicketRow> leasedTo(const Context& context, const QString& window);
/// What a ticket says that may have been called without us.
QString leaseNote(const QString& window);
void setLease(const Context& context, const QString& ticketId, const QString& window, qint64 untilMs);
/// The place of the n-th, from 1, who waits in a class; invalid when there are fewer.
QDateTime placeOf(const Context& context, const QString& ticketClass, int nth);
/// How many are called before it when nobody else comes.
int peopleAhead(const Context& context, const TicketRow& row);
/// The same of those who were sent to one window.
int sentAhead(const Context& context, const TicketRow& row);
QList<core::QueueEntry> placesOf(const QList<TicketRow>& rows);
/// Calls in a row that were before their turn, among the classes; no more are counted than the cap.
int jumpsInARow(const Context& context, const QStringList& classes);

/// Keeps what the press led to, tells the hall, notes the step. In the hall's turn.
void saveTicket(const Context& context, const TicketRow& before, const TicketRow& after, const TicketStep& step);
/// The ticket before the last press of the caller's window on it; nothing when there is none since `sinceMs`.
std::optional<TicketRow> beforeLastStep(const Context& context, const TicketRow& row, qint64 sinceMs);
/// Puts a ticket back to what `beforeLastStep` found. In the hall's turn.
void undoStep(const Context& context, const TicketRow& row, const TicketRow& before);

/// Names stay hidden until a ticket is called.
QJsonObject ticketJson(const TicketRow& row);
/// What may be known of a number by whoever asks for it: nothing of its holder.
QJsonObject numberJson(const TicketRow& row);

/// The answer given to this id before, a refusal as well: a request that was on its way for long does nothing that nobody expects any
/// more. Another refusal when the id was for something else.
std::optional<Answer> replayed(const Context& context, const QString& id, const QString& target);
Answer remembered(const Context& context, const QString& id, const QString& target, const Answer& answer);

} // namespace backoffice
