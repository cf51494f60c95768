// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/appointments.h"
#include "app/backoffice/caserows.h"
#include "app/backoffice/handlers.h"
#include "app/backoffice/ticketrows.h"
#include "app/core/canonicaljson.h"
#include "app/core/halltime.h"
#include "app/core/slots.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

const QString AppointmentColumns = u"id, ticket_class, slot_begin, slot_end, state, holder, holder_hash"_s;

Appointment appointmentFrom(const Rows& row)
{
    return {row.value(0).toString(), row.value(1).toString(), row.value(2).toLongLong(), row.value(3).toLongLong(),
            row.value(4).toString(), row.value(5).toString(), row.value(6).toString()};
}

std::optional<Appointment> appointmentWhere(const Context& context, const QString& condition, const QVariantList& bindings)
{
    Rows row = context.database.run(u"SELECT "_s + AppointmentColumns + u" FROM appointment WHERE "_s + condition, bindings);
    return row.next() ? std::optional(appointmentFrom(row)) : std::nullopt;
}

/// Whom it is for is not said here: names are seen at the call.
QJsonObject appointmentJson(const Appointment& appointment, qint64 nowMs, const core::QueueSettings& settings)
{
    const bool missed = appointment.state == u"booked" && appointment.isLate(nowMs, settings);
    return {{u"id"_s, appointment.id},
            {u"class"_s, appointment.ticketClass},
            {u"slotBegin"_s, isoTime(appointment.begin)},
            {u"slotEnd"_s, isoTime(appointment.end)},
            {u"state"_s, missed ? u"missed"_s : appointment.state}};
}

/// Slots that ended earlier are missed.
qint64 lastInTime(const Context& context)
{
    return context.nowMs - 60'000LL * queueSettings(context).slotLateMinutes;
}

QJsonObject standingJson(const Appointment& appointment, qint64 nowMs, const core::QueueSettings& settings)
{
    QJsonObject json = appointmentJson(appointment, nowMs, settings);
    json[u"checkInFrom"_s] = isoTime(appointment.begin - 60'000LL * settings.slotEarlyMinutes);
    json[u"mayCheckIn"_s] = json[u"state"_s].toString() == u"booked" && !appointment.isEarly(nowMs, settings);
    return json;
}

/// Whose it is, or the pointer of what is wrong with it.
core::Result<core::Certificate> certificateIn(const QJsonObject& body)
{
    const auto type = core::certificateTypeFromWire(body[u"certificateType"_s].toString());
    const QString number = body[u"certificateNumber"_s].toString();
    if (!type || number.isEmpty())
        return core::fail(core::ErrorKind::InvalidInput, type ? u"/certificateNumber"_s : u"/certificateType"_s);
    return core::Certificate{*type, number};
}

/// The slot that a body asks for, or the pointer of what is wrong with it.
core::Result<Appointment> readAppointment(const Context& context, const QString& id, const QJsonObject& body,
                                          const core::Certificate& certificate, const core::QueueSettings& settings)
{
    const auto wrong = [](const QString& pointer) { return core::fail(core::ErrorKind::InvalidInput, pointer); };
    const core::TicketClass* kind = settings.ticketClass(body[u"class"_s].toString());
    if (!kind || kind->slotMinutes == 0)
        return wrong(u"/class"_s);
    const QDateTime begin = QDateTime::fromString(body[u"slotBegin"_s].toString(), Qt::ISODate);
    const QList<core::Slot> offered = core::slotsOf(begin.isValid() ? core::hallTime(begin).date() : QDate(), *kind, settings.slots);
    const auto slot = std::find_if(offered.begin(), offered.end(), [&](const core::Slot& one) { return one.begin == begin; });
    if (slot == offered.end())
        return wrong(u"/slotBegin"_s);
    return Appointment{id,
                       kind->code,
                       slot->begin.toMSecsSinceEpoch(),
                       slot->end.toMSecsSinceEpoch(),
                       u"booked"_s,
                       body[u"holderName"_s].toString(),
                       holderHash(context, certificate)};
}

std::optional<Answer> refusedSlot(const Context& context, const Appointment& asked, const core::QueueSettings& settings)
{
    if (asked.isLate(context.nowMs, settings))
        return problem(409, u"appointment-late"_s);
    const QDate date = core::hallTime(asked.begin).date();
    if (const auto may = core::mayBookOn(date, core::hallTime(context.nowMs).date(), settings.slots, calendarOf(context.database)); !may)
        return problem(409, u"slot-closed"_s, {}, {{u"reason"_s, may.error().code}});
    const QString day = date.toString(Qt::ISODate);
    Rows mine = context.database.run(u"SELECT 1 FROM appointment WHERE hall = ? AND ticket_class = ? AND slot_day = ? AND holder_hash = ? "
                                     "AND (state = 'arrived' OR (state = 'booked' AND slot_end >= ?))"_s,
                                     {context.caller.hall, asked.ticketClass, day, asked.holderHash, lastInTime(context)});
    if (mine.next() && !settings.ticketClass(asked.ticketClass)->several)
        return problem(409, u"already-booked"_s);
    Rows taken = context.database.run(u"SELECT count(*) FROM appointment WHERE hall = ? AND ticket_class = ? AND slot_begin = ? "
                                      "AND state IN ('booked', 'arrived')"_s,
                                      {context.caller.hall, asked.ticketClass, asked.begin});
    taken.next();
    if (taken.value(0).toInt() >= settings.ticketClass(asked.ticketClass)->slotPlaces)
        return problem(409, u"slot-full"_s);
    return std::nullopt;
}

/// Those of a day that have not passed, with the places that are left.
QJsonArray openSlots(const Context& context, const core::TicketClass& kind, const QDate& day, const core::QueueSettings& settings)
{
    Rows rows = context.database.run(u"SELECT slot_begin, count(*) FROM appointment WHERE hall = ? AND ticket_class = ? AND slot_day = ? "
                                     "AND state IN ('booked', 'arrived') GROUP BY slot_begin"_s,
                                     {context.caller.hall, kind.code, day.toString(Qt::ISODate)});
    QHash<qint64, int> taken;
    while (rows.next())
        taken.insert(rows.value(0).toLongLong(), rows.value(1).toInt());
    QJsonArray open;
    for (const core::Slot& slot : core::slotsOf(day, kind, settings.slots)) {
        const qint64 begin = slot.begin.toMSecsSinceEpoch();
        if (slot.end.toMSecsSinceEpoch() <= context.nowMs)
            continue;
        open.append(QJsonObject{{u"slotBegin"_s, isoTime(begin)},
                                {u"slotEnd"_s, isoTime(slot.end.toMSecsSinceEpoch())},
                                {u"places"_s, kind.slotPlaces},
                                {u"left"_s, std::max(0, kind.slotPlaces - taken.value(begin))}});
    }
    return open;
}

/// What came before under this id: nothing changes but its cancelling.
Answer again(const Context& context, const Appointment& known, const QString& hash, bool cancel, const core::QueueSettings& settings)
{
    Rows row = context.database.run(u"SELECT hash FROM appointment WHERE id = ?"_s, {known.id});
    if (!row.next() || row.value(0).toString() != hash)
        return problem(409, u"id-taken"_s);
    row.finish();
    Appointment now = known;
    if (cancel && known.state == u"booked") {
        setAppointmentState(context, known.id, u"cancelled"_s);
        now.state = u"cancelled"_s;
    }
    return Answer::json(200, appointmentJson(now, context.nowMs, settings));
}

} // namespace

std::optional<Appointment> appointmentById(const Context& context, const QString& id)
{
    return appointmentWhere(context, u"id = ? AND hall = ?"_s, {id, context.caller.hall});
}

std::optional<Appointment> bookedToday(const Context& context, const QString& hash, const QString& ticketClass)
{
    if (hash.isEmpty())
        return std::nullopt;
    return appointmentWhere(context,
                            u"hall = ? AND ticket_class = ? AND slot_day = ? AND holder_hash = ? AND state = 'booked' AND slot_end >= ? "
                            "ORDER BY slot_begin LIMIT 1"_s,
                            {context.caller.hall, ticketClass, queueDay(context), hash, lastInTime(context)});
}

void letAppointmentsPass(const Context& context)
{
    context.database.run(u"UPDATE appointment SET state = 'missed' WHERE state = 'booked' AND slot_end < ?"_s, {lastInTime(context)});
}

void setAppointmentState(const Context& context, const QString& id, const QString& state, const QString& ticketId)
{
    context.database.run(u"UPDATE appointment SET state = ?, ticket_id = ? WHERE id = ?"_s, {state, ticketId, id});
}

Answer putAppointment(const Request& request, const Context& context)
{
    const QString id = request.captures.value(0);
    if (!context.caller.books())
        return problem(403, u"forbidden"_s);
    QJsonObject body = request.json();
    const bool cancel = body.take(u"state"_s).toString() == u"cancelled";
    const core::QueueSettings& settings = queueSettings(context);
    const auto certificate = certificateIn(body);
    if (!certificate)
        return problem(422, u"invalid-body"_s, {certificate.error().code});
    const QJsonObject wanted = body;
    body.remove(u"certificateNumber"_s); // no trace of it is kept that could be reckoned back
    body[u"holder"_s] = holderHash(context, *certificate);
    const QString hash = core::contentHash(body);
    if (const auto known = appointmentById(context, id)) // also where slots are others by now
        return again(context, *known, hash, cancel, settings);
    const auto asked = readAppointment(context, id, wanted, *certificate, settings);
    if (!asked)
        return problem(422, u"invalid-body"_s, {asked.error().code});
    if (const auto refusal = refusedSlot(context, *asked, settings))
        return *refusal;
    const QString day = core::hallTime(asked->begin).date().toString(Qt::ISODate);
    context.database.run(u"INSERT INTO appointment (id, hall, ticket_class, slot_day, slot_begin, slot_end, state, holder, holder_hash, "
                         "hash, made_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {id, context.caller.hall, asked->ticketClass, day, asked->begin, asked->end, cancel ? u"cancelled"_s : u"booked"_s,
                          asked->holder, asked->holderHash, hash, context.nowMs});
    return Answer::json(201, appointmentJson(appointmentById(context, id).value_or(*asked), context.nowMs, settings));
}

Answer searchAppointments(const Request& request, const Context& context)
{
    if (!context.caller.givesTickets())
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const auto certificate = certificateIn(body);
    if (!certificate)
        return problem(422, u"invalid-body"_s, {certificate.error().code});
    const QString day = queueDay(context);
    const QString holder = holderHash(context, *certificate);
    Rows rows = context.database.run(u"SELECT "_s + AppointmentColumns +
                                         u" FROM appointment WHERE hall = ? AND slot_day = ? AND holder_hash = ? AND state <> 'cancelled' "
                                         "ORDER BY slot_begin, made_at"_s,
                                     {context.caller.hall, day, holder});
    const core::QueueSettings& settings = queueSettings(context);
    QJsonArray appointments;
    while (rows.next())
        appointments.append(standingJson(appointmentFrom(rows), context.nowMs, settings));
    rows.finish();
    QJsonArray missed;
    for (const TicketRow& row : missedTicketsOf(context, holder))
        missed.append(numberJson(row));
    return Answer::json(200, {{u"day"_s, day}, {u"appointments"_s, appointments}, {u"missed"_s, missed}});
}

Answer listSlots(const Request& request, const Context& context)
{
    if (!context.caller.books())
        return problem(403, u"forbidden"_s);
    const core::QueueSettings& settings = queueSettings(context);
    const core::TicketClass* kind = settings.ticketClass(request.query.queryItemValue(u"class"_s));
    const QDate day = QDate::fromString(request.query.queryItemValue(u"day"_s), Qt::ISODate);
    if (!kind || kind->slotMinutes == 0 || !day.isValid())
        return problem(422, u"invalid-body"_s, {day.isValid() ? u"/class"_s : u"/day"_s});
    QJsonObject json{{u"day"_s, day.toString(Qt::ISODate)}, {u"class"_s, kind->code}};
    QJsonArray offered;
    if (const auto may = core::mayBookOn(day, core::hallTime(context.nowMs).date(), settings.slots, calendarOf(context.database)); !may)
        json[u"closed"_s] = may.error().code;
    else
        offered = openSlots(context, *kind, day, settings);
    json[u"slots"_s] = offered;
    return Answer::json(200, json);
}

Answer listAppointments(const Request& request, const Context& context)
{
    if (!context.caller.books())
        return problem(403, u"forbidden"_s);
    const QString asked = request.query.queryItemValue(u"day"_s);
    const QString day = asked.isEmpty() ? queueDay(context) : asked;
    const QString ticketClass = request.query.queryItemValue(u"class"_s);
    Rows rows = context.database.run(u"SELECT "_s + AppointmentColumns +
                                         u" FROM appointment WHERE hall = ? AND slot_day = ? AND (? = '' OR ticket_class = ?) "
                                         "ORDER BY slot_begin, made_at"_s,
                                     {context.caller.hall, day, ticketClass, ticketClass});
    const core::QueueSettings& settings = queueSettings(context);
    QJsonArray appointments;
    while (rows.next())
        appointments.append(appointmentJson(appointmentFrom(rows), context.nowMs, settings));
    return Answer::json(200, {{u"day"_s, day}, {u"appointments"_s, appointments}});
}

} // namespace backoffice
