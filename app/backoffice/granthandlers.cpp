// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/core/caserecord.h"
#include "app/core/grant.h"
#include "app/core/halltime.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

// Exceptions that a clerk asks of a supervisor.

namespace {

struct Kept
{
    QString hall;
    QString window;
    core::Grant grant;
};

std::optional<Kept> keptGrant(const Context& context, const QString& id)
{
    Rows row = context.database.run(u"SELECT hall, service_window, body FROM grant_request WHERE id = ?"_s, {id});
    if (!row.next())
        return std::nullopt;
    const auto grant = core::Grant::fromJson(QJsonDocument::fromJson(row.value(2).toString().toUtf8()).object());
    return grant ? std::optional(Kept{row.value(0).toString(), row.value(1).toString(), *grant}) : std::nullopt;
}

/// An exception goes where its visit goes.
bool holdsVisit(const Context& context, const QString& caseId)
{
    return context.database
        .run(u"SELECT 1 FROM visit_holder WHERE case_id = ? AND hall = ? AND service_window = ?"_s,
             {caseId, context.caller.hall, context.caller.window})
        .next();
}

bool maySee(const Context& context, const Kept& kept)
{
    if (!context.caller.serves() || kept.hall != context.caller.hall)
        return false;
    return kept.window == context.caller.window || context.caller.role == u"supervisor" || holdsVisit(context, kept.grant.caseId);
}

QString bodyOf(const core::Grant& grant)
{
    return QString::fromUtf8(QJsonDocument(grant.toJson()).toJson(QJsonDocument::Compact));
}

void announce(const Context& context, const core::Grant& grant, const QString& window)
{
    context.emitEvent(context.caller.hall, u"grant"_s,
                      {{u"id"_s, grant.id}, {u"window"_s, window}, {u"open"_s, grant.answer == core::Grant::Answer::Open}});
}

} // namespace

/// Asked once: the same again changes nothing, whatever has been answered meanwhile.
Answer putGrant(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    auto asked = core::Grant::fromJson(request.json());
    if (!asked)
        return problem(422, u"invalid-body"_s, {asked.error().facts.value(0)});
    if (asked->id != request.captures.value(0))
        return problem(422, u"invalid-body"_s, {u"/id"_s});
    if (const auto kept = keptGrant(context, asked->id)) {
        const bool same = kept->window == context.caller.window && kept->grant.caseId == asked->caseId && kept->grant.kind == asked->kind &&
                          kept->grant.reason == asked->reason && kept->grant.materials == asked->materials;
        return same ? Answer::json(200, kept->grant.toJson()) : problem(409, u"id-taken"_s);
    }
    asked->answer = core::Grant::Answer::Open; // whatever the body says
    asked->answeredBy.clear();
    asked->askedAt = core::hallTime(context.nowMs);
    asked->clerkName = context.caller.name;
    context.database.run(
        u"INSERT INTO grant_request (id, hall, case_id, service_window, asked_at, answer, body) VALUES (?, ?, ?, ?, ?, 'open', ?)"_s,
        {asked->id, context.caller.hall, asked->caseId, context.caller.window, context.nowMs, bodyOf(*asked)});
    context.audit(u"grant.asked"_s, asked->id);
    announce(context, *asked, context.caller.window);
    return Answer::json(201, asked->toJson());
}

Answer answerGrant(const Request& request, const Context& context)
{
    auto kept = keptGrant(context, request.captures.value(0));
    if (!kept)
        return problem(404, u"not-found"_s);
    if (context.caller.role != u"supervisor" || kept->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    const QString wire = request.json()[u"answer"_s].toString();
    const QString reason = request.json()[u"answerReason"_s].toString().trimmed();
    if (wire != u"granted" && wire != u"denied")
        return problem(422, u"invalid-body"_s, {u"/answer"_s});
    if (wire == u"denied" && reason.isEmpty())
        return problem(422, u"invalid-body"_s, {u"/answerReason"_s});
    const auto answer = wire == u"granted" ? core::Grant::Answer::Granted : core::Grant::Answer::Denied;
    core::Grant& grant = kept->grant;
    if (grant.answer != core::Grant::Answer::Open)
        return grant.answer == answer && grant.answeredBy == context.caller.name ? Answer::json(200, grant.toJson())
                                                                                 : problem(409, u"grant-answered"_s);
    grant.answer = answer;
    grant.answeredBy = context.caller.name;
    grant.answerReason = reason;
    grant.answeredAt = core::hallTime(context.nowMs);
    context.database.run(u"UPDATE grant_request SET answer = ?, body = ? WHERE id = ?"_s, {wire, bodyOf(grant), grant.id});
    context.audit(u"grant."_s + wire, grant.id);
    announce(context, grant, kept->window);
    return Answer::json(200, grant.toJson());
}

Answer getGrant(const Request& request, const Context& context)
{
    const auto kept = keptGrant(context, request.captures.value(0));
    if (!kept)
        return problem(404, u"not-found"_s);
    return maySee(context, *kept) ? Answer::json(200, kept->grant.toJson()) : problem(403, u"forbidden"_s);
}

/// A supervisor sees the whole hall's, a clerk the window's; the oldest first.
Answer listGrants(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    constexpr int Most = 100;
    QString where = u"hall = ?"_s;
    QVariantList bindings{context.caller.hall};
    if (request.query.queryItemValue(u"open"_s) == u"true") { // nobody stands there any more for what was asked on another day
        where += u" AND answer = 'open' AND asked_at >= ?"_s;
        bindings.append(core::hallMidnight(core::hallTime(context.nowMs).date()).toMSecsSinceEpoch());
    }
    if (context.caller.role != u"supervisor") {
        where += u" AND service_window = ?"_s;
        bindings.append(context.caller.window);
    }
    bindings.append(Most);
    QJsonArray list;
    Rows rows = context.database.run(u"SELECT body FROM grant_request WHERE "_s + where + u" ORDER BY asked_at LIMIT ?"_s, bindings);
    while (rows.next())
        list.append(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
    return Answer::json(200, {{u"grants"_s, list}});
}

std::optional<QString> ungranted(const Context& context, const core::CaseRecord& record)
{
    for (qsizetype i = 0; i < record.grants.size(); ++i) {
        const auto kept = keptGrant(context, record.grants[i].id);
        const bool same = kept && kept->grant.kind == record.grants[i].kind && kept->grant.materials == record.grants[i].materials;
        if (!same || kept->grant.answer != core::Grant::Answer::Granted || kept->grant.caseId != record.id)
            return u"/grants/%1"_s.arg(i);
    }
    return std::nullopt;
}

} // namespace backoffice
