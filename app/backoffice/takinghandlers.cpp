// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/appointments.h"
#include "app/backoffice/forecasts.h"
#include "app/backoffice/handlers.h"
#include "app/backoffice/ticketrows.h"
#include "app/core/citizenid.h"
#include "app/core/halltime.h"
#include "app/core/querycode.h"
#include "app/core/uuid7.h"

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// Who asks for a ticket of which class.
struct Taking
{
    QString ticketClass;
    QString holderName;
    core::Certificate certificate;
    QString holderHash;
    QString group;
    std::optional<Appointment> appointment;
    QString foretold; ///< as `ticket.foretold` keeps it
};

/// What somebody says at the desk, or what the age in their number says.
QString groupOf(const Context& context, const QString& said, const core::Certificate& certificate, const core::QueueSettings& settings)
{
    if (settings.group(said))
        return said;
    using core::CertificateType;
    static const QList<CertificateType> NumberedByBirth{CertificateType::CitizenId, CertificateType::ResidencePermit,
                                                        CertificateType::PermanentResidence};
    if (!NumberedByBirth.contains(certificate.type))
        return {};
    const QDate today = core::hallTime(context.nowMs).date();
    const auto citizen = core::CitizenId::parse(certificate.number, today);
    const core::PriorityGroup* group = citizen ? settings.groupOfAge(citizen->age(today)) : nullptr;
    return group ? group->code : QString();
}

/// The appointment that is meant: named, or found by who asks. The refusal when a named one cannot be used now.
std::optional<Answer> findAppointment(const Context& context, const QString& named, const core::QueueSettings& settings, Taking& taking)
{
    if (named.isEmpty()) {
        taking.appointment = bookedToday(context, taking.holderHash, taking.ticketClass); // early: waits as an ordinary one until then
        return std::nullopt;
    }
    taking.appointment = appointmentById(context, named);
    if (!taking.appointment)
        return problem(404, u"not-found"_s);
    if (taking.appointment->state == u"missed")
        return problem(409, u"appointment-late"_s);
    if (taking.appointment->state != u"booked")
        return problem(409, u"appointment-ended"_s);
    if (taking.appointment->isEarly(context.nowMs, settings))
        return problem(409, u"appointment-early"_s);
    if (taking.appointment->isLate(context.nowMs, settings)) {
        setAppointmentState(context, named, u"missed"_s);
        return problem(409, u"appointment-late"_s);
    }
    taking.ticketClass = taking.appointment->ticketClass;
    taking.holderName = taking.appointment->holder;
    taking.holderHash = taking.appointment->holderHash;
    return std::nullopt;
}

/// Reads the request; the refusal when no ticket may be given.
std::optional<Answer> read(const Context& context, const QJsonObject& body, const core::QueueSettings& settings, Taking& taking)
{
    taking.ticketClass = body[u"class"_s].toString();
    taking.holderName = body[u"holderName"_s].toString();
    const auto type = core::certificateTypeFromWire(body[u"certificateType"_s].toString(u"citizen-id"_s));
    if (!type)
        return problem(422, u"invalid-body"_s, {u"/certificateType"_s});
    taking.certificate = {*type, body[u"certificateNumber"_s].toString()};
    taking.holderHash = holderHash(context, taking.certificate);
    taking.group = groupOf(context, body[u"group"_s].toString(), taking.certificate, settings);
    if (auto refusal = findAppointment(context, body[u"appointment"_s].toString(), settings, taking))
        return refusal;
    if (!settings.knowsClass(taking.ticketClass))
        return problem(422, u"invalid-body"_s, {u"/class"_s});
    const core::TicketClass rule =
        settings.ticketClass(taking.ticketClass) ? *settings.ticketClass(taking.ticketClass) : core::TicketClass();
    if (rule.realName && taking.holderHash.isEmpty())
        return problem(422, u"real-name-needed"_s, {u"/certificateNumber"_s});
    if (!rule.several) {
        if (const auto waiting = liveTicketOf(context, taking.holderHash, taking.ticketClass))
            return problem(409, u"already-waiting"_s, {}, {{u"number"_s, waiting->ticket.number}});
    }
    return std::nullopt;
}

int openWindows(const Context& context, const QString& ticketClass)
{
    Rows row = context.database.run(u"SELECT count(*) FROM service_window WHERE hall = ? AND state = 'open' "
                                    "AND ',' || classes || ',' LIKE ?"_s,
                                    {context.caller.hall, QString(u"%,"_s + ticketClass + u",%"_s)});
    row.next();
    return row.value(0).toInt();
}

/// The ticket, and what its owner wants to know.
QJsonObject takenJson(const Context& context, const TicketRow& row, const core::QueueSettings& settings)
{
    const QString& ticketClass = row.ticket.ticketClass;
    const int ahead = peopleAhead(context, row);
    const core::TicketClass* rule = settings.ticketClass(ticketClass);
    Rows token = context.database.run(u"SELECT query_token FROM ticket WHERE id = ?"_s, {row.ticket.id});
    token.next();
    QJsonObject json = ticketJson(row);
    json[u"ahead"_s] = ahead;
    json[u"queryToken"_s] = token.value(0).toString();
    if (const auto wait = waitOf(context, row)) {
        json[u"expectedMinutes"_s] = wait->expected;
        json[u"expectedLow"_s] = wait->low;
        json[u"expectedHigh"_s] = wait->high;
    } else if (const int windows = openWindows(context, ticketClass); windows > 0) {
        json[u"expectedMinutes"_s] = core::expectedMinutes(ahead, rule ? rule->minutesEach : core::TicketClass().minutesEach, windows);
    }
    return json;
}

bool cameOf(const Context& context, const QString& appointment, const QString& ticket)
{
    return !appointment.isEmpty() &&
           context.database.run(u"SELECT 1 FROM appointment WHERE id = ? AND ticket_id = ?"_s, {appointment, ticket}).next();
}

/// What is known under the id was taken for somebody else, or for something else: an id alone tells nobody of it.
bool isOfAnother(const Context& context, const QJsonObject& body, const TicketRow& known)
{
    const auto type = core::certificateTypeFromWire(body[u"certificateType"_s].toString(u"citizen-id"_s));
    const QString hash = type ? holderHash(context, {*type, body[u"certificateNumber"_s].toString()}) : QString();
    const QString ticketClass = body[u"class"_s].toString();
    Rows row = context.database.run(u"SELECT holder_hash, ticket_class FROM ticket WHERE id = ?"_s, {known.ticket.id});
    row.next();
    const QString holder = row.value(0).toString();
    const bool sameClass = ticketClass == row.value(1).toString();
    row.finish();
    if (cameOf(context, body[u"appointment"_s].toString(), known.ticket.id))
        return !hash.isEmpty() && hash != holder;
    return !sameClass || (!holder.isEmpty() && hash != holder);
}

int nextSerial(const Context& context, const QString& ticketClass)
{
    Rows highest =
        context.database.run(u"SELECT coalesce(max(serial), 0) FROM ticket WHERE hall = ? AND ticket_day = ? AND ticket_class = ?"_s,
                             {context.caller.hall, queueDay(context), ticketClass});
    highest.next();
    return highest.value(0).toInt() + 1;
}

void insertTicket(const Context& context, const QString& id, const Taking& taking, const core::QueueSettings& settings)
{
    const int serial = nextSerial(context, taking.ticketClass);
    const QString number = taking.ticketClass + QString::number(serial).rightJustified(3, u'0');
    const qint64 slotEnd = taking.appointment ? taking.appointment->end + 60'000LL * settings.slotLateMinutes : 0;
    context.database.run(
        u"INSERT INTO ticket (id, hall, ticket_day, ticket_class, queue_class, serial, number, state, taken_at, since, holder, "
        u"holder_hash, "
        "priority_group, slot_begin, slot_end, query_token, foretold) VALUES (?, ?, ?, ?, ?, ?, ?, 'waiting', ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
        {id, context.caller.hall, queueDay(context), taking.ticketClass, taking.ticketClass, serial, number, context.nowMs, context.nowMs,
         taking.holderName, taking.holderHash, taking.group, taking.appointment ? taking.appointment->begin : 0, slotEnd,
         core::newQueryCode(), taking.foretold});
    if (taking.appointment)
        setAppointmentState(context, taking.appointment->id, u"arrived"_s, id);
    context.emitEvent(context.caller.hall, u"ticket"_s,
                      {{u"id"_s, id}, {u"number"_s, number}, {u"state"_s, u"waiting"_s}, {u"window"_s, QString()}});
}

} // namespace

Answer takeTicket(const Request& request, const Context& context)
{
    if (request.captures.value(0) != context.caller.hall || !context.caller.givesTickets())
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const core::QueueSettings& settings = queueSettings(context);
    const QString given = body[u"id"_s].toString();
    const QString id = given.isEmpty() ? core::idText(core::newId()) : given;
    // Foretold before the hall waits for us.
    const QString foretold = foretoldText(context.forecasts->now(context, body[u"class"_s].toString()));
    return context.inTransaction([&]() -> Answer {
        if (const auto known = ticketById(context, id)) // its answer was lost
            return isOfAnother(context, body, *known) ? problem(409, u"id-taken"_s)
                                                      : Answer::json(200, takenJson(context, *known, settings));
        Taking taking;
        if (auto refusal = read(context, body, settings, taking))
            return *refusal;
        taking.foretold = taking.group.isEmpty() && !taking.appointment ? foretold : QString(); // it is for whoever waits in line
        insertTicket(context, id, taking, settings);
        return Answer::json(201, takenJson(context, *ticketById(context, id), settings));
    });
}

} // namespace backoffice
