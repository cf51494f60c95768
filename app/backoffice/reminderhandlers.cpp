// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/halltime.h"
#include "app/core/reminder.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

// What applicants are to be told (办事提醒): the hall's SMS or app gateway fetches it, clerks phone where that fails.

namespace {

constexpr int UsualReminders = 50;
constexpr int MostReminders = 200;
constexpr qsizetype LongestReason = 200;

bool isGateway(const Caller& caller)
{
    return caller.role == u"gateway";
}

/// Columns: id, seq, kind, occasion, state, reason, made_at, and the case's body, from which whom and what is read now.
std::optional<QJsonObject> reminderJson(const Rows& row)
{
    const auto record = core::CaseRecord::fromJson(QJsonDocument::fromJson(row.value(7).toString().toUtf8()).object());
    const auto kind = core::reminderKindFromWire(row.value(2).toString());
    if (!record || !kind)
        return std::nullopt;
    QJsonObject json{{u"id"_s, row.value(0).toString()},
                     {u"cursor"_s, row.value(1).toLongLong()},
                     {u"kind"_s, row.value(2).toString()},
                     {u"state"_s, row.value(4).toString()},
                     {u"at"_s, core::isoTime(core::hallTime(row.value(6).toLongLong()))},
                     {u"caseId"_s, record->id},
                     {u"caseNumber"_s, record->number},
                     {u"phone"_s, core::reminderPhone(*record)},
                     {u"text"_s, core::reminderText(*kind, *record)}};
    if (!row.value(5).toString().isEmpty())
        json[u"reason"_s] = row.value(5).toString();
    return json;
}

Rows reminders(const Context& context, const QString& where, const QVariantList& bindings)
{
    return context.database.run(u"SELECT r.id, r.seq, r.kind, r.occasion, r.state, r.reason, r.made_at, c.body, r.hall FROM reminder r "
                                "JOIN case_record c ON c.id = r.case_id WHERE "_s +
                                    where,
                                bindings);
}

/// A gateway says what became of a message, a clerk that they phoned; either gives one up.
bool maySet(const Caller& caller, core::ReminderState state)
{
    using core::ReminderState;
    if (isGateway(caller))
        return state == ReminderState::Sent || state == ReminderState::Failed || state == ReminderState::Dropped;
    return caller.serves() && (state == ReminderState::Phoned || state == ReminderState::Dropped);
}

} // namespace

/// To the gateway what nobody has been told and can be told by message; to clerks also what failed, and who has no phone.
Answer listReminders(const Request& request, const Context& context)
{
    const bool toGateway = isGateway(context.caller);
    if (!toGateway && !context.caller.serves())
        return problem(403, u"forbidden"_s);
    const qint64 after = request.after();
    if (after < 0)
        return problem(422, u"invalid-body"_s, {u"/after"_s});
    const QString states = toGateway ? u"r.state = 'open'"_s : u"r.state IN ('open', 'failed')"_s;
    const int limit = request.limit(UsualReminders, MostReminders);
    QJsonArray list;
    qint64 last = after;
    qint64 seen = after;
    for (int read = limit; read == limit && list.size() < limit;) { // whose case has no phone does not count
        Rows rows = reminders(context, u"r.hall = ? AND r.seq > ? AND "_s + states + u" ORDER BY r.seq LIMIT ?"_s,
                              {context.caller.hall, seen, limit});
        read = 0;
        while (list.size() < limit && rows.next()) {
            ++read;
            seen = rows.value(1).toLongLong();
            const auto json = reminderJson(rows);
            if (!json || (toGateway && (*json)[u"phone"_s].toString().isEmpty()))
                continue;
            last = seen;
            list.append(*json);
        }
    }
    return Answer::json(200, {{u"reminders"_s, list}, {u"last"_s, last}});
}

/// The same state again changes nothing.
Answer putReminder(const Request& request, const Context& context)
{
    const QString id = request.captures.value(0);
    Rows row = reminders(context, u"r.id = ?"_s, {id});
    if (!row.next())
        return problem(404, u"not-found"_s);
    if ((!isGateway(context.caller) && !context.caller.serves()) || row.value(8).toString() != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const auto state = core::reminderStateFromWire(request.json()[u"state"_s].toString());
    if (!state || *state == core::ReminderState::Open)
        return problem(422, u"invalid-body"_s, {u"/state"_s});
    if (!maySet(context.caller, *state))
        return problem(403, u"forbidden"_s);
    const auto held = core::reminderStateFromWire(row.value(4).toString());
    if (!held || !core::mayBecome(*held, *state))
        return problem(409, u"reminder-told"_s);
    row.finish();
    if (*held != *state) {
        context.database.run(
            u"UPDATE reminder SET state = ?, reason = ?, changed_at = ? WHERE id = ?"_s,
            {core::toWire(*state), request.json()[u"reason"_s].toString().trimmed().left(LongestReason), context.nowMs, id});
        context.audit(u"reminder."_s + core::toWire(*state), id);
    }
    Rows now = reminders(context, u"r.id = ?"_s, {id});
    const auto json = now.next() ? reminderJson(now) : std::nullopt;
    return json ? Answer::json(200, *json) : problem(503, u"busy"_s);
}

} // namespace backoffice
