// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/casenews.h"

#include "app/backoffice/caserows.h"
#include "app/core/departmentfeed.h"
#include "app/core/halltime.h"
#include "app/core/reminder.h"
#include "app/core/uuid7.h"

#include <QDebug>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// Numbers follow each other in every department's feed: two that are written at once cannot both be the next.
void feed(const Context& context, const std::optional<core::CaseRecord>& before, const core::CaseRecord& after, const core::ActRecord* act)
{
    if (context.caller.isDepartment()) // it knows what it did itself
        return;
    const auto kind = core::feedKindOf(before, after, act ? std::optional(act->act) : std::nullopt);
    if (!kind)
        return;
    context.database.run(u"INSERT INTO feed_entry (hall, department, seq, kind, case_id, version, at) "
                         "SELECT ?, ?, coalesce(max(seq), 0) + 1, ?, ?, ?, ? FROM feed_entry WHERE hall = ? AND department = ?"_s,
                         {after.hall.code, after.department, core::toWire(*kind), after.id, after.version, context.nowMs, after.hall.code,
                          after.department});
}

void takeBackReminders(const Context& context, const core::CaseRecord& record)
{
    QStringList stale;
    Rows rows =
        context.database.run(u"SELECT id, kind, occasion FROM reminder WHERE case_id = ? AND state IN ('open', 'failed')"_s, {record.id});
    while (rows.next()) {
        const auto kind = core::reminderKindFromWire(rows.value(1).toString());
        if (!kind || !core::holds({*kind, rows.value(2).toString()}, record))
            stale.append(rows.value(0).toString());
    }
    rows.finish();
    for (const QString& id : stale)
        context.database.run(u"UPDATE reminder SET state = 'dropped', reason = 'no-longer-holds', changed_at = ? WHERE id = ?"_s,
                             {context.nowMs, id});
}

/// One that was taken back and holds again is told anew, behind what the gateway has seen.
void addReminder(const Context& context, const QString& caseId, const core::Reminder& reminder)
{
    context.database.run(
        u"INSERT INTO reminder (id, hall, seq, case_id, kind, occasion, made_at, changed_at) "
        "SELECT ?, c.hall, (SELECT coalesce(max(r.seq), 0) + 1 FROM reminder r WHERE r.hall = c.hall), c.id, ?, ?, ?, ? "
        "FROM case_record c WHERE c.id = ? ON CONFLICT (case_id, kind, occasion) DO UPDATE SET state = 'open', reason = '', seq = "
        "excluded.seq, "
        "made_at = excluded.made_at, changed_at = excluded.changed_at WHERE reminder.state = 'dropped' AND reminder.reason = 'no-longer-holds'"_s,
        {core::idText(core::newId()), core::toWire(reminder.kind), reminder.occasion, context.nowMs, context.nowMs, caseId});
}

std::optional<core::CaseRecord> recordOf(const Context& context, const QString& caseId)
{
    const auto stored = storedCase(context, caseId);
    const auto record = core::CaseRecord::fromJson(QJsonDocument::fromJson(stored ? stored->body.toUtf8() : QByteArray()).object());
    return record ? std::optional(*record) : std::nullopt;
}

/// Cases, and their halls, whose state ends by itself until then and nobody was reminded of it.
QList<std::pair<QString, QString>> nearDeadlines(const Context& context, const QDate& today, const QDate& until)
{
    QList<std::pair<QString, QString>> ids;
    Rows rows = context.database.run(
        u"SELECT c.id, c.hall FROM case_record c WHERE c.last_day >= ? AND c.last_day <= ? "
        "AND c.state IN ('to-correct', 'received-deferred', 'accepted-deferred', 'in-review', 'decided') "
        "AND NOT EXISTS (SELECT 1 FROM reminder r WHERE r.case_id = c.id AND r.kind = 'due' "
        "AND r.occasion = c.last_day AND NOT (r.state = 'dropped' AND r.reason = 'no-longer-holds')) ORDER BY c.last_day, c.id"_s,
        {today.toString(Qt::ISODate), until.toString(Qt::ISODate)});
    while (rows.next())
        ids.append({rows.value(0).toString(), rows.value(1).toString()});
    return ids;
}

} // namespace

void tell(const Context& context, const std::optional<core::CaseRecord>& before, const core::CaseRecord& after, const core::ActRecord* act)
{
    feed(context, before, after, act);
    takeBackReminders(context, after);
    if (const auto reminder = core::reminderAfter(before, after, act))
        addReminder(context, after.id, *reminder);
}

void remindOfDeadlines(const Context& context)
{
    const QDate today = core::hallTime(context.nowMs).date();
    const auto until = core::remindedUntil(today, calendarOf(context.database));
    if (!until)
        return;
    for (const auto& [caseId, hall] : nearDeadlines(context, today, *until)) {
        const auto dueOf = [&, &id = caseId] {
            const auto record = recordOf(context, id);
            return record ? core::dueReminder(*record, today, *until) : std::nullopt;
        };
        if (!dueOf())
            continue;
        try {
            (void)context.inHall(hall).inTransaction([&, &id = caseId] { // it may have changed meanwhile
                if (const auto reminder = dueOf())
                    addReminder(context, id, *reminder);
                return Answer{};
            });
        } catch (const DatabaseFault& fault) {
            qWarning().noquote() << "nobody is reminded of case" << caseId << fault.what();
        }
    }
}

} // namespace backoffice
