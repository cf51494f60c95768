// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/ticketrows.h"

#include "app/backoffice/document.h"
#include "app/backoffice/tickettimes.h"
#include "app/core/halltime.h"
#include "app/core/wording.h"

#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

using Way = core::QueueEntry::Way;

const QString Columns = u"id, number, queue_class, state, calls, taken_at, called_at, holder, service_window, since, way, target_window, "
                        "priority_group, slot_begin, slot_end, misses, note, lease_window, lease_until"_s;

const QString Waits = u"state IN ('waiting', 'transferred')"_s;
// As the indices have them.
const QString Ordinary = u"way = 'taken' AND priority_group = '' AND slot_begin = 0 AND target_window = ''"_s;
const QString Special = u"(way <> 'taken' OR priority_group <> '' OR slot_begin > 0 OR target_window <> '')"_s;
constexpr int FirstFew = 3;          ///< ordinary tickets of a class that a call looks at
constexpr int ReckonedExactly = 100; ///< people ahead; of more, those are counted who came before

/// Start and recall go with the call before them.
const QString Undoable = u"undone = 0 AND act NOT IN ('undo', 'start', 'recall')"_s;

QString wayName(Way way)
{
    return way == Way::Transferred ? u"transferred"_s : way == Way::Returned ? u"returned"_s : u"taken"_s;
}

Way wayFrom(const QString& name)
{
    return name == u"transferred" ? Way::Transferred : name == u"returned" ? Way::Returned : Way::Taken;
}

QDateTime timeFrom(const QVariant& ms)
{
    return ms.toLongLong() > 0 ? QDateTime::fromMSecsSinceEpoch(ms.toLongLong(), Qt::UTC) : QDateTime();
}

qint64 msOf(const QDateTime& time)
{
    return time.isValid() ? time.toMSecsSinceEpoch() : 0;
}

TicketRow rowFrom(const Rows& query, const core::QueueSettings& settings)
{
    TicketRow row;
    core::Ticket& ticket = row.ticket;
    ticket.id = query.value(0).toString();
    ticket.number = query.value(1).toString();
    ticket.ticketClass = query.value(2).toString();
    ticket.state = core::ticketStateFromWire(query.value(3).toString()).value_or(core::TicketState::Waiting);
    ticket.calls = query.value(4).toInt();
    ticket.takenAt = timeFrom(query.value(5));
    ticket.calledAt = timeFrom(query.value(6));
    ticket.holderName = query.value(7).toString();
    row.window = query.value(8).toString();
    row.targetWindow = query.value(11).toString();
    ticket.group = query.value(12).toString();
    ticket.misses = query.value(15).toInt();
    ticket.note = query.value(16).toString();
    row.leaseWindow = query.value(17).toString();
    row.leaseUntilMs = query.value(18).toLongLong();
    row.place = {
        ticket.id, timeFrom(query.value(9)), 0, timeFrom(query.value(13)), timeFrom(query.value(14)), wayFrom(query.value(10).toString())};
    const core::PriorityGroup* group = settings.group(ticket.group);
    if (group && ticket.misses == 0) // whoever was called and did not come waits like anybody else
        row.place.headStartMinutes = group->headStartMinutes;
    return row;
}

QList<TicketRow> rowsWhere(const Context& context, const QString& condition, const QVariantList& bindings)
{
    const core::QueueSettings& settings = queueSettings(context);
    Rows query = context.database.run(u"SELECT "_s + Columns + u" FROM ticket WHERE "_s + condition, bindings);
    QList<TicketRow> rows;
    while (query.next())
        rows.append(rowFrom(query, settings));
    return rows;
}

std::optional<TicketRow> rowWhere(const Context& context, const QString& condition, const QVariantList& bindings)
{
    const QList<TicketRow> rows = rowsWhere(context, condition, bindings);
    return rows.isEmpty() ? std::nullopt : std::optional(rows.constFirst());
}

/// What an undo brings back.
QString placeText(const TicketRow& row)
{
    const QJsonObject json{{u"state"_s, core::toWire(row.ticket.state)},
                           {u"class"_s, row.ticket.ticketClass},
                           {u"calls"_s, row.ticket.calls},
                           {u"misses"_s, row.ticket.misses},
                           {u"calledAt"_s, msOf(row.ticket.calledAt)},
                           {u"note"_s, row.ticket.note},
                           {u"window"_s, row.window},
                           {u"targetWindow"_s, row.targetWindow},
                           {u"since"_s, msOf(row.place.since)},
                           {u"way"_s, wayName(row.place.way)},
                           {u"slotBegin"_s, msOf(row.place.slotBegin)},
                           {u"slotEnd"_s, msOf(row.place.slotEnd)},
                           {u"leaseWindow"_s, row.leaseWindow},
                           {u"leaseUntil"_s, row.leaseUntilMs}};
    return QString::fromUtf8(QJsonDocument(json).toJson(QJsonDocument::Compact));
}

TicketRow withPlace(TicketRow row, const QJsonObject& json)
{
    row.ticket.state = core::ticketStateFromWire(json[u"state"_s].toString()).value_or(core::TicketState::Waiting);
    row.ticket.ticketClass = json[u"class"_s].toString();
    row.ticket.calls = json[u"calls"_s].toInt();
    row.ticket.misses = json[u"misses"_s].toInt();
    row.ticket.calledAt = timeFrom(json[u"calledAt"_s].toVariant());
    row.ticket.note = json[u"note"_s].toString();
    row.window = json[u"window"_s].toString();
    row.targetWindow = json[u"targetWindow"_s].toString();
    row.place.since = timeFrom(json[u"since"_s].toVariant());
    row.place.way = wayFrom(json[u"way"_s].toString());
    row.place.slotBegin = timeFrom(json[u"slotBegin"_s].toVariant());
    row.place.slotEnd = timeFrom(json[u"slotEnd"_s].toVariant());
    row.leaseWindow = json[u"leaseWindow"_s].toString(row.leaseWindow); // who may have called it alone
    row.leaseUntilMs = json[u"leaseUntil"_s].toInteger(row.leaseUntilMs);
    return row;
}

/// In the hall's turn nobody else changes it.
void update(const Context& context, const TicketRow& before, const TicketRow& after)
{
    const core::Ticket& ticket = after.ticket;
    const TicketTimes times = timesOf(context, ticket.state);
    const QVariantList place{core::toWire(ticket.state),
                             ticket.ticketClass,
                             ticket.calls,
                             ticket.misses,
                             msOf(ticket.calledAt),
                             ticket.note,
                             after.window,
                             after.targetWindow,
                             msOf(after.place.since),
                             wayName(after.place.way),
                             msOf(after.place.slotBegin),
                             msOf(after.place.slotEnd),
                             after.leaseWindow,
                             after.leaseUntilMs};
    context.database.changeOne(
        u"UPDATE ticket SET state = ?, queue_class = ?, calls = ?, misses = ?, called_at = ?, note = ?, service_window = ?, "
        "target_window = ?, since = ?, way = ?, slot_begin = ?, slot_end = ?, lease_window = ?, lease_until = ?, "_s +
            times.sets + u" WHERE id = ? AND state = ? AND calls = ?"_s,
        place + times.values + QVariantList{ticket.id, core::toWire(before.ticket.state), before.ticket.calls});
    context.emitEvent(
        context.caller.hall, u"ticket"_s,
        {{u"id"_s, ticket.id}, {u"number"_s, ticket.number}, {u"state"_s, core::toWire(ticket.state)}, {u"window"_s, after.window}});
}

void note(const Context& context, const TicketRow& before, const QString& act, const TicketStep& step)
{
    context.database.later(u"INSERT INTO ticket_step (ticket_id, step, hall, ticket_day, queue_class, service_window, clerk, act, why, "
                           "reason, at, before) VALUES (?, (SELECT coalesce(max(step), 0) + 1 FROM ticket_step WHERE ticket_id = ?), "
                           "?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                           {before.ticket.id, before.ticket.id, context.caller.hall, queueDay(context), before.ticket.ticketClass,
                            context.caller.window, context.caller.number, act, step.why, step.reason, context.nowMs, placeText(before)});
}

} // namespace

QString isoTime(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(Qt::ISODateWithMs);
}

QString queueDay(const Context& context)
{
    return core::hallTime(context.nowMs).date().toString(Qt::ISODate);
}

const core::QueueSettings& queueSettings(const Context& context)
{
    if (!context.queue && !context.settingsEtag.isEmpty())
        context.queue = context.settings->find(context.settingsEtag);
    if (!context.queue) {
        Rows row = context.database.run(u"SELECT etag, body FROM document WHERE name = 'settings'"_s);
        const bool own = row.next();
        const QString etag = own ? row.value(0).toString() : QString();
        const QJsonObject settings =
            own ? QJsonDocument::fromJson(row.value(1).toString().toUtf8()).object()
                : documentNamed(context.database, u"catalogue"_s)[u"settings"_s].toObject(); // imported before they had their own
        context.queue = std::make_shared<const core::QueueSettings>(core::QueueSettings::fromJson(settings));
        if (own)
            context.settings->keep(etag, context.queue);
    }
    return *context.queue;
}

QString holderHash(const Context& context, const core::Certificate& certificate)
{
    if (certificate.number.isEmpty())
        return {};
    QByteArray fresh(32, Qt::Uninitialized);
    QRandomGenerator::system()->fillRange(reinterpret_cast<quint32*>(fresh.data()), fresh.size() / qsizetype(sizeof(quint32)));
    context.database.run(u"INSERT INTO own_key (name, value) VALUES ('holder', ?) ON CONFLICT (name) DO NOTHING"_s,
                         {QString::fromLatin1(fresh.toHex())});
    Rows key = context.database.run(u"SELECT value FROM own_key WHERE name = 'holder'"_s);
    key.next();
    const QString plain = core::toWire(certificate.type) + u':' + certificate.number.trimmed().toUpper();
    return QString::fromLatin1(QMessageAuthenticationCode::hash(plain.toUtf8(), QByteArray::fromHex(key.value(0).toString().toLatin1()),
                                                                QCryptographicHash::Sha256)
                                   .toHex());
}

std::optional<TicketRow> ticketById(const Context& context, const QString& id)
{
    return rowWhere(context, u"id = ? AND hall = ?"_s, {id, context.caller.hall});
}

std::optional<TicketRow> ticketByNumber(const Context& context, const QString& number)
{
    return rowWhere(context, u"number = ? AND hall = ? AND ticket_day = ?"_s, {number, context.caller.hall, queueDay(context)});
}

bool isWaitedFor(const Context& context, const QString& ticketClass)
{
    return context.database
        .run(u"SELECT 1 FROM ticket WHERE hall = ? AND ticket_day = ? AND queue_class = ? AND state IN ('waiting', 'transferred', 'held') "
             "LIMIT 1"_s,
             {context.caller.hall, queueDay(context), ticketClass})
        .next();
}

int sentAhead(const Context& context, const TicketRow& row)
{
    Rows before = context.database.run(
        u"SELECT count(*) FROM ticket WHERE hall = ? AND ticket_day = ? AND target_window = ? AND since < ? AND "_s + Waits,
        {context.caller.hall, queueDay(context), row.targetWindow, msOf(row.place.since)});
    return before.next() ? before.value(0).toInt() : 0;
}

std::optional<TicketRow> inService(const Context& context, const QString& window)
{
    return rowWhere(context, u"service_window = ? AND ticket_day = ? AND state IN ('called', 'serving')"_s, {window, queueDay(context)});
}

std::optional<TicketRow> lastHeld(const Context& context, const QString& window)
{
    return rowWhere(context, u"service_window = ? AND ticket_day = ? AND state = 'held' ORDER BY called_at DESC LIMIT 1"_s,
                    {window, queueDay(context)});
}

std::optional<TicketRow> liveTicketOf(const Context& context, const QString& holderHash, const QString& ticketClass)
{
    if (holderHash.isEmpty())
        return std::nullopt;
    return rowWhere(context,
                    u"hall = ? AND ticket_day = ? AND queue_class = ? AND holder_hash = ? AND state NOT IN ('done', 'no-show', 'void')"_s,
                    {context.caller.hall, queueDay(context), ticketClass, holderHash});
}

QString holderOf(const Context& context, const TicketRow& row)
{
    Rows holder = context.database.run(u"SELECT holder_hash FROM ticket WHERE id = ?"_s, {row.ticket.id});
    return holder.next() ? holder.value(0).toString() : QString();
}

QList<TicketRow> missedTicketsOf(const Context& context, const QString& holderHash)
{
    if (holderHash.isEmpty())
        return {};
    return rowsWhere(context, u"hall = ? AND ticket_day = ? AND holder_hash = ? AND state = 'no-show' ORDER BY called_at, serial"_s,
                     {context.caller.hall, queueDay(context), holderHash});
}

QList<TicketRow> candidates(const Context& context, const QStringList& classes, const QString& window, Leased leased)
{
    const QStringList marks(classes.size(), u"?"_s);
    const QString lease = leased == Leased::Never          ? u"lease_window = ''"_s
                          : leased == Leased::NotElsewhere ? u"(lease_until < ? OR lease_window = ?)"_s
                                                           : u"(lease_until >= ? AND lease_window <> ?)"_s;
    QVariantList leaseValues;
    if (leased != Leased::Never)
        leaseValues = {context.nowMs - 1000LL * queueSettings(context).leaseGraceSeconds, window};
    QStringList parts;
    QVariantList bindings;
    for (const QString& ticketClass : classes) {
        parts.append(u"SELECT * FROM (SELECT "_s + Columns +
                     u", serial FROM ticket WHERE hall = ? AND ticket_day = ? AND queue_class = ? AND "_s + Waits + u" AND "_s + Ordinary +
                     u" AND "_s + lease + u" ORDER BY since, serial LIMIT %1) AS o%2"_s.arg(FirstFew).arg(parts.size()));
        bindings << context.caller.hall << queueDay(context) << ticketClass << leaseValues;
    }
    parts.append(u"SELECT "_s + Columns + u", serial FROM ticket WHERE hall = ? AND ticket_day = ? AND queue_class IN ("_s +
                 marks.join(u',') + u") AND "_s + Waits + u" AND "_s + Special + u" AND target_window = '' AND "_s + lease);
    bindings << context.caller.hall << queueDay(context);
    for (const QString& ticketClass : classes)
        bindings << ticketClass;
    bindings << leaseValues;
    parts.append(u"SELECT "_s + Columns + u", serial FROM ticket WHERE hall = ? AND ticket_day = ? AND "_s + Waits + u" AND "_s + Special +
                 u" AND target_window = ? AND target_window <> '' AND "_s + lease);
    bindings << context.caller.hall << queueDay(context) << window << leaseValues;
    Rows query = context.database.run(parts.join(u" UNION ALL "_s) + u" ORDER BY since, serial"_s, bindings);
    QList<TicketRow> rows;
    while (query.next())
        rows.append(rowFrom(query, queueSettings(context)));
    return rows;
}

QList<TicketRow> ticketsOfClass(const Context& context, const QString& ticketClass, int most)
{
    return rowsWhere(context,
                     u"hall = ? AND ticket_day = ? AND queue_class = ? AND state IN ('waiting', 'transferred', 'held') "
                     "ORDER BY since, serial LIMIT ?"_s,
                     {context.caller.hall, queueDay(context), ticketClass, most});
}

QList<TicketRow> leasedTo(const Context& context, const QString& window)
{
    return rowsWhere(
        context, u"hall = ? AND ticket_day = ? AND lease_window = ? AND lease_window <> '' AND "_s + Waits + u" ORDER BY since, serial"_s,
        {context.caller.hall, queueDay(context), window});
}

QString leaseNote(const QString& window)
{
    return u"曾留给%1号窗口断网时叫号，可能已经办过"_s.arg(core::plainNumber(window));
}

void setLease(const Context& context, const QString& ticketId, const QString& window, qint64 untilMs)
{
    context.database.later(u"UPDATE ticket SET lease_window = ?, lease_until = ? WHERE id = ?"_s, {window, untilMs, ticketId});
}

std::optional<OwnWindow> ownWindow(const Context& context, const QString& code)
{
    if (!context.caller.serves() || context.caller.window != code)
        return std::nullopt;
    return context.ownWindow;
}

QDateTime placeOf(const Context& context, const QString& ticketClass, int nth)
{
    if (nth < 1)
        return {};
    Rows row = context.database.run(
        u"SELECT since FROM ticket WHERE hall = ? AND ticket_day = ? AND queue_class = ? AND target_window = '' AND "_s + Waits +
            u" ORDER BY since, serial LIMIT 1 OFFSET ?"_s,
        {context.caller.hall, queueDay(context), ticketClass, nth - 1});
    return row.next() ? timeFrom(row.value(0)) : QDateTime();
}

int peopleAhead(const Context& context, const TicketRow& row)
{
    const QString waiting = u"hall = ? AND ticket_day = ? AND queue_class = ? AND target_window = '' AND "_s + Waits;
    const QVariantList where{context.caller.hall, queueDay(context), row.ticket.ticketClass};
    Rows before =
        context.database.run(u"SELECT count(*), coalesce(sum(CASE WHEN since < ? THEN 1 ELSE 0 END), 0) FROM ticket WHERE "_s + waiting,
                             QVariantList{msOf(row.place.since) - 60'000LL * row.place.headStartMinutes} + where);
    before.next();
    if (before.value(0).toInt() > ReckonedExactly)
        return before.value(1).toInt();
    return core::peopleAhead(placesOf(rowsWhere(context, waiting + u" ORDER BY since, serial"_s, where)), row.ticket.id,
                             queueSettings(context).order, timeFrom(context.nowMs), jumpsInARow(context, {row.ticket.ticketClass}));
}

QList<core::QueueEntry> placesOf(const QList<TicketRow>& rows)
{
    QList<core::QueueEntry> places;
    for (const TicketRow& row : rows)
        places.append(row.place);
    return places;
}

int jumpsInARow(const Context& context, const QStringList& classes)
{
    const QStringList marks(classes.size(), u"?"_s);
    QVariantList bindings{context.caller.hall, queueDay(context)};
    for (const QString& ticketClass : classes)
        bindings.append(ticketClass);
    Rows calls = context.database.run(
        u"SELECT why FROM ticket_step WHERE hall = ? AND ticket_day = ? AND act = 'call' AND undone = 0 AND queue_class IN ("_s +
            marks.join(u',') + u") ORDER BY at DESC, ticket_id DESC LIMIT %1"_s.arg(queueSettings(context).order.jumpsInARow),
        bindings);
    int jumps = 0;
    while (calls.next() && core::isJump(core::callReasonFromWire(calls.value(0).toString())))
        ++jumps;
    return jumps;
}

void saveTicket(const Context& context, const TicketRow& before, const TicketRow& after, const TicketStep& step)
{
    update(context, before, after);
    note(context, before, core::toWire(step.act), step);
}

std::optional<TicketRow> beforeLastStep(const Context& context, const TicketRow& row, qint64 sinceMs)
{
    Rows last = context.database.run(u"SELECT before, service_window, at FROM ticket_step WHERE ticket_id = ? AND "_s + Undoable +
                                         u" ORDER BY step DESC LIMIT 1"_s,
                                     {row.ticket.id});
    if (!last.next() || last.value(1).toString() != context.caller.window || last.value(2).toLongLong() < sinceMs)
        return std::nullopt;
    return withPlace(row, QJsonDocument::fromJson(last.value(0).toString().toUtf8()).object());
}

void undoStep(const Context& context, const TicketRow& row, const TicketRow& before)
{
    update(context, row, before);
    context.database.run(
        u"UPDATE ticket_step SET undone = 1 WHERE ticket_id = ? AND step >= (SELECT max(step) FROM ticket_step WHERE ticket_id = ? AND "_s +
            Undoable + u')',
        {row.ticket.id, row.ticket.id});
    // Nobody was called by a press that was a mistake.
    context.database.run(u"UPDATE ticket SET first_called_at = 0 WHERE id = ? AND NOT EXISTS (SELECT 1 FROM ticket_step WHERE "
                         "ticket_id = ? AND act = 'call' AND undone = 0)"_s,
                         {row.ticket.id, row.ticket.id});
    // A service that had begun goes on from where it began.
    const QString begun = u"(SELECT max(at) FROM ticket_step WHERE ticket_id = ? AND act = 'start' AND undone = 0 AND step > (SELECT "
                          "max(step) FROM ticket_step WHERE ticket_id = ? AND act = 'call' AND undone = 0))"_s;
    const QVariantList twice{row.ticket.id, row.ticket.id};
    if (before.ticket.state == core::TicketState::Serving || before.ticket.state == core::TicketState::Held)
        context.database.run(u"UPDATE ticket SET started_at = "_s + begun + u" WHERE id = ? AND "_s + begun + u" > 0"_s,
                             twice + QVariantList{row.ticket.id} + twice);
    note(context, row, u"undo"_s, {});
}

QJsonObject ticketJson(const TicketRow& row)
{
    const core::Ticket& ticket = row.ticket;
    QJsonObject json{{u"id"_s, ticket.id},
                     {u"number"_s, ticket.number},
                     {u"class"_s, ticket.ticketClass},
                     {u"state"_s, core::toWire(ticket.state)},
                     {u"calls"_s, ticket.calls},
                     {u"takenAt"_s, isoTime(msOf(ticket.takenAt))}};
    if (ticket.calls > 0)
        json[u"calledAt"_s] = isoTime(msOf(ticket.calledAt));
    if (!core::isWaiting(ticket.state) && !ticket.holderName.isEmpty())
        json[u"holderName"_s] = ticket.holderName;
    if (!ticket.group.isEmpty())
        json[u"group"_s] = ticket.group;
    if (ticket.misses > 0)
        json[u"misses"_s] = ticket.misses;
    if (!ticket.note.isEmpty())
        json[u"note"_s] = ticket.note;
    if (!row.targetWindow.isEmpty())
        json[u"targetWindow"_s] = row.targetWindow;
    if (row.place.slotBegin.isValid())
        json[u"slotBegin"_s] = isoTime(msOf(row.place.slotBegin));
    return json;
}

QJsonObject numberJson(const TicketRow& row)
{
    const core::Ticket& ticket = row.ticket;
    QJsonObject json{{u"id"_s, ticket.id},
                     {u"number"_s, ticket.number},
                     {u"class"_s, ticket.ticketClass},
                     {u"state"_s, core::toWire(ticket.state)},
                     {u"takenAt"_s, isoTime(msOf(ticket.takenAt))}};
    if (ticket.calls > 0)
        json[u"calledAt"_s] = isoTime(msOf(ticket.calledAt));
    return json;
}

std::optional<Answer> replayed(const Context& context, const QString& id, const QString& target)
{
    Rows row = context.database.run(u"SELECT status, answer, target FROM replay WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    if (row.value(2).toString() != target)
        return problem(409, u"ticket-act-refused"_s);
    const int status = row.value(0).toInt();
    return Answer{
        status, {{"content-type", status < 400 ? "application/json" : "application/problem+json"}}, row.value(1).toString().toUtf8()};
}

Answer remembered(const Context& context, const QString& id, const QString& target, const Answer& answer)
{
    context.database.later(u"INSERT INTO replay (id, target, status, answer, at) VALUES (?, ?, ?, ?, ?)"_s,
                           {id, target, answer.status, QString::fromUtf8(answer.body), context.nowMs});
    return answer;
}

} // namespace backoffice
