// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/evaluations.h"

#include "app/backoffice/caserows.h"
#include "app/backoffice/handlers.h"
#include "app/core/evaluation.h"
#include "app/core/halltime.h"
#include "app/core/uuid7.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr int UsualEvaluations = 100;
constexpr int MostEvaluations = 500;

QString kindName(SubjectKind kind)
{
    return kind == SubjectKind::Case ? u"case"_s : u"ticket"_s;
}

/// Empty where nothing is to be done, or the calendar does not reach so far: then it stands in the list without a day.
QString followUpDay(const Context& context, int level)
{
    if (!core::isBad(level))
        return {};
    const auto day = core::followedUpUntil(core::hallTime(context.nowMs).date(), calendarOf(context.database));
    return day ? day->toString(Qt::ISODate) : QString();
}

QString isoTime(qint64 ms)
{
    return core::hallTime(ms).toString(Qt::ISODate);
}

const QString EvaluationColumns =
    u"id, number, service_window, clerk, item, level, reason, at, follow_up_until, follow_up, followed_up_by, followed_up_at"_s;

QJsonObject evaluationJson(const Rows& row)
{
    QJsonObject json{{u"id"_s, row.value(0).toString()},     {u"number"_s, row.value(1).toString()},
                     {u"window"_s, row.value(2).toString()}, {u"clerk"_s, row.value(3).toString()},
                     {u"item"_s, row.value(4).toString()},   {u"level"_s, row.value(5).toInt()},
                     {u"reason"_s, row.value(6).toString()}, {u"at"_s, isoTime(row.value(7).toLongLong())}};
    if (!row.value(8).toString().isEmpty())
        json[u"followUpUntil"_s] = row.value(8).toString();
    if (row.value(11).toLongLong() > 0) {
        json[u"followUp"_s] = row.value(9).toString();
        json[u"followedUpBy"_s] = row.value(10).toString();
        json[u"followedUpAt"_s] = isoTime(row.value(11).toLongLong());
    }
    return json;
}

/// Of the visit in which a case was taken in; empty: there was none.
QString ticketOfCase(const Context& context, const QString& caseId)
{
    const auto stored = storedCase(context, caseId);
    const auto record = stored ? core::CaseRecord::fromJson(QJsonDocument::fromJson(stored->body.toUtf8()).object())
                               : core::Result<core::CaseRecord>(core::fail(core::ErrorKind::NotFound, u"case.unknown"_s));
    if (!record || record->ticketNumber.isEmpty())
        return {};
    Rows row =
        context.database.run(u"SELECT id FROM ticket WHERE hall = ? AND ticket_day = ? AND number = ?"_s,
                             {record->hall.code, core::hallTime(record->receivedAt).date().toString(Qt::ISODate), record->ticketNumber});
    return row.next() ? row.value(0).toString() : QString();
}

/// Who served it, whoever is signed in by now: a ticket's is the clerk of its last call or finish.
QString clerkOfTicket(const Context& context, const QString& id)
{
    Rows row = context.database.run(u"SELECT clerk FROM ticket_step WHERE ticket_id = ? AND act IN ('call', 'finish') AND undone = 0 "
                                    "ORDER BY step DESC LIMIT 1"_s,
                                    {id});
    return row.next() ? row.value(0).toString() : QString();
}

} // namespace

bool isEvaluated(const Context& context, const Subject& subject)
{
    return context.database.run(u"SELECT 1 FROM evaluation WHERE subject_kind = ? AND subject = ?"_s, {kindName(subject.kind), subject.id})
        .next();
}

bool addEvaluation(const Context& context, const QString& hall, const Evaluation& evaluation)
{
    if (isEvaluated(context, evaluation.of))
        return false;
    const QString id = core::idText(core::newId());
    const QString visit = evaluation.of.kind == SubjectKind::Ticket ? evaluation.of.id : ticketOfCase(context, evaluation.of.id);
    const qint64 at = evaluation.atMs > 0 ? std::min(evaluation.atMs, context.nowMs) : context.nowMs;
    context.database.run(u"INSERT INTO evaluation (id, hall, subject_kind, subject, number, service_window, clerk, item, level, reason, "
                         "channel, at, follow_up_until, visit) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {id, hall, kindName(evaluation.of.kind), evaluation.of.id, evaluation.number, evaluation.window, evaluation.clerk,
                          evaluation.item, evaluation.level, evaluation.reason, evaluation.channel, at,
                          followUpDay(context, evaluation.level), visit});
    context.emitEvent(hall, u"evaluation"_s, {{u"id"_s, id}, {u"bad"_s, core::isBad(evaluation.level)}});
    return true;
}

/// A supervisor's: clerks do not see what applicants say of them.
Answer listEvaluations(const Request& request, const Context& context)
{
    if (context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    QString sql = u"SELECT "_s + EvaluationColumns + u" FROM evaluation WHERE hall = ?"_s;
    QVariantList bindings{context.caller.hall};
    QString order = u"at DESC, id DESC"_s;
    if (request.query.queryItemValue(u"open"_s) == u"true") {
        sql += u" AND level < ? AND followed_up_at = 0"_s;
        bindings.append(core::LeastGoodLevel);
        order = u"CASE WHEN follow_up_until = '' THEN 1 ELSE 0 END, follow_up_until, id"_s; // the most overdue first
    }
    bindings.append(request.limit(UsualEvaluations, MostEvaluations));
    Rows rows = context.database.run(sql + u" ORDER BY "_s + order + u" LIMIT ?"_s, bindings);
    QJsonArray list;
    while (rows.next())
        list.append(evaluationJson(rows));
    return Answer::json(200, {{u"evaluations"_s, list}});
}

Answer followUpEvaluation(const Request& request, const Context& context)
{
    if (context.caller.role != u"supervisor")
        return problem(403, u"forbidden"_s);
    const QString words = request.json()[u"followUp"_s].toString().trimmed();
    if (words.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/followUp"_s});
    const QString id = request.captures.value(0);
    Rows row =
        context.database.run(u"SELECT followed_up_at, follow_up FROM evaluation WHERE id = ? AND hall = ?"_s, {id, context.caller.hall});
    if (!row.next())
        return problem(404, u"not-found"_s);
    const bool done = row.value(0).toLongLong() > 0;
    if (done && row.value(1).toString() != words)
        return problem(409, u"id-taken"_s);
    row.finish();
    if (!done) {
        context.database.run(u"UPDATE evaluation SET follow_up = ?, followed_up_by = ?, followed_up_at = ? WHERE id = ?"_s,
                             {words, context.caller.number, context.nowMs, id});
        context.audit(u"evaluation.followed-up"_s, id);
    }
    Rows after = context.database.run(u"SELECT "_s + EvaluationColumns + u" FROM evaluation WHERE id = ?"_s, {id});
    after.next();
    return Answer::json(200, evaluationJson(after));
}

/// Given on the window's second screen, about the ticket or the case that was just finished there.
Answer putEvaluation(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const int level = body[u"level"_s].toInt();
    const QString kind = body[u"of"_s].toString();
    if (level < core::WorstLevel || level > core::BestLevel)
        return problem(422, u"invalid-body"_s, {u"/level"_s});
    if (kind != u"case" && kind != u"ticket")
        return problem(422, u"invalid-body"_s, {u"/of"_s});
    const QString table = kind == u"case" ? u"case_record"_s : u"ticket"_s;
    const QString id = request.captures.value(0);
    Rows subject = context.database.run(u"SELECT number, service_window, clerk, state FROM "_s + table + u" WHERE id = ? AND hall = ?"_s,
                                        {id, context.caller.hall});
    if (!subject.next())
        return problem(404, u"not-found"_s);
    const QString number = subject.value(0).toString();
    const QString window = subject.value(1).toString();
    const QString kept = subject.value(2).toString();
    const QString state = subject.value(3).toString();
    subject.finish();
    const QString served = kind == u"case" ? kept : clerkOfTicket(context, id);
    const bool unserved = kind == u"ticket" && (served.isEmpty() || state == u"no-show" || state == u"void");
    const QString clerk = served.isEmpty() ? context.caller.number : served;
    if (unserved) // nobody can shut an applicant out by rating a visit before it was one
        return problem(403, u"forbidden"_s);
    if (window != context.caller.window && clerk != context.caller.number) // another window's work is not rated here
        return problem(403, u"forbidden"_s);
    const Evaluation evaluation{{kind == u"case" ? SubjectKind::Case : SubjectKind::Ticket, id},
                                number,
                                window,
                                clerk,
                                body[u"item"_s].toString(),
                                level,
                                core::trimmedReason(body[u"reason"_s].toString()),
                                u"screen"_s,
                                QDateTime::fromString(body[u"at"_s].toString(), Qt::ISODate).toMSecsSinceEpoch()};
    addEvaluation(context, context.caller.hall, evaluation); // the first one stands; a replay is answered alike
    return Answer::json(200, {{u"id"_s, id}});
}

} // namespace backoffice
