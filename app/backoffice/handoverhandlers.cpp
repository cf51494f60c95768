// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/caserows.h"
#include "app/backoffice/handlers.h"
#include "app/core/canonicaljson.h"
#include "app/core/halltime.h"
#include "app/core/handover.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// A window that has been silent for so long has let go.
constexpr qint64 SilenceMs = 4LL * 3600 * 1000;
/// A visit that has become no case for so long becomes none.
constexpr qint64 DraftKeptMs = 30LL * 24 * 3600 * 1000;

struct Holder
{
    QString hall;
    QString window;
    QString fromWindow;
    QString clerk;
    QString reason;
    qint64 since = 0;
    bool taken = false;
    QString etag;
    QString draft;
};

std::optional<Holder> holderOf(const Context& context, const QString& caseId)
{
    Rows row = context.database.run(
        u"SELECT hall, service_window, from_window, clerk, reason, since, taken, etag, draft FROM visit_holder WHERE case_id = ?"_s,
        {caseId});
    if (!row.next())
        return std::nullopt;
    return Holder{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                  row.value(3).toString(), row.value(4).toString(), row.value(5).toLongLong(),
                  row.value(6).toBool(),   row.value(7).toString(), row.value(8).toString()};
}

QString windowName(const Context& context, const QString& code)
{
    Rows row = context.database.run(u"SELECT name FROM service_window WHERE code = ?"_s, {code});
    return row.next() ? row.value(0).toString() : code;
}

QString clerkName(const Context& context, const QString& number)
{
    Rows row = context.database.run(u"SELECT name FROM account WHERE number = ?"_s, {number});
    return row.next() ? row.value(0).toString() : number;
}

/// Without the draft: that is for those who fetch it.
QJsonObject headOf(const Context& context, const QString& caseId, const Holder& holder)
{
    const QJsonObject draft = QJsonDocument::fromJson(holder.draft.toUtf8()).object();
    const QString itemCode = draft[u"itemCode"_s].toString();
    const auto item = itemCode.isEmpty() ? std::nullopt : itemOf(context.database, itemCode);
    return {{u"caseId"_s, caseId},
            {u"window"_s, holder.window},
            {u"fromWindow"_s, windowName(context, holder.fromWindow)},
            {u"clerk"_s, clerkName(context, holder.clerk)},
            {u"reason"_s, holder.reason},
            {u"itemName"_s, item ? item->name : QString()},
            {u"since"_s, core::isoTime(core::hallTime(holder.since))},
            {u"taken"_s, holder.taken}};
}

Answer holderAnswer(const Context& context, int status, const QString& caseId, const Holder& holder, bool withDraft)
{
    QJsonObject json = headOf(context, caseId, holder);
    if (withDraft && !holder.draft.isEmpty())
        json[u"draft"_s] = QJsonDocument::fromJson(holder.draft.toUtf8()).object();
    Answer answer = Answer::json(status, json);
    answer.headers.insert("etag", '"' + holder.etag.toLatin1() + '"');
    return answer;
}

/// Sent again because its answer was lost: it may have been taken, handed on or become a case since.
bool arrivedBefore(const Context& context, const QString& caseId, const QString& etag)
{
    return context.database
        .run(u"SELECT 1 FROM handed_over WHERE case_id = ? AND etag = ? AND hall = ?"_s, {caseId, etag, context.caller.hall})
        .next();
}

void write(const Context& context, const QString& caseId, const Holder& holder, const QSet<QString>& pages)
{
    context.database.run(u"INSERT INTO visit_holder (case_id, hall, service_window, from_window, clerk, reason, since, taken, etag, draft) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (case_id) DO UPDATE SET "
                         "service_window = excluded.service_window, from_window = excluded.from_window, clerk = excluded.clerk, "
                         "reason = excluded.reason, since = excluded.since, taken = excluded.taken, etag = excluded.etag, "
                         "draft = excluded.draft"_s,
                         {caseId, holder.hall, holder.window, holder.fromWindow, holder.clerk, holder.reason, holder.since,
                          holder.taken ? 1 : 0, holder.etag, holder.draft});
    for (const QString& sha256 : pages)
        context.database.run(u"INSERT INTO loose_page (subject, hall, sha256) VALUES (?, ?, ?) ON CONFLICT DO NOTHING"_s,
                             {caseId, holder.hall, sha256});
    if (!holder.taken)
        context.database.run(u"INSERT INTO handed_over (case_id, etag, hall, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                             {caseId, holder.etag, holder.hall, holder.since});
    context.audit(holder.taken ? u"visit.taken"_s : u"visit.handed-over"_s, caseId);
    context.emitEvent(holder.hall, u"holder"_s, {{u"id"_s, caseId}, {u"window"_s, holder.window}, {u"taken"_s, holder.taken}});
}

} // namespace

/// Taken with If-Match, or without it where nobody holds it, the holder has been silent, or a reason is given (audited).
Answer putHolder(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const QString caseId = request.captures.value(0);
    const QJsonObject body = request.json();
    const QString window = body[u"window"_s].toString();
    Rows known = context.database.run(u"SELECT 1 FROM service_window WHERE code = ? AND hall = ?"_s, {window, context.caller.hall});
    if (!known.next())
        return problem(422, u"invalid-body"_s, {u"/window"_s});
    known.finish();
    const QJsonObject draftJson = body[u"draft"_s].toObject();
    const core::IntakeDraft draft = core::IntakeDraft::fromJson(draftJson);
    if (!draftJson.isEmpty() && draft.caseId != caseId)
        return problem(422, u"invalid-body"_s, {u"/draft/caseId"_s});
    const QString reason = body[u"reason"_s].toString().trimmed();
    const QString etag = core::contentHash(body);
    const auto held = holderOf(context, caseId);
    if (held && held->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    if (held && held->etag == etag) // the answer was lost
        return holderAnswer(context, 200, caseId, *held, false);
    if (arrivedBefore(context, caseId, etag)) {
        const Holder gone{context.caller.hall, window, context.caller.window, context.caller.number, reason, context.nowMs, true, etag, {}};
        return holderAnswer(context, 200, caseId, held.value_or(gone), false);
    }
    const bool matches = held && request.header("if-match") == '"' + held->etag.toLatin1() + '"';
    const bool takes = window == context.caller.window;
    const bool free = !held || held->window == context.caller.window || held->since + SilenceMs < context.nowMs ||
                      (takes && !reason.isEmpty()); // nobody gives away what another window holds
    if (held && !matches && (request.header("if-match").size() > 0 || !free))
        return problem(412, u"stale-version"_s, {}, {{u"current"_s, headOf(context, caseId, *held)}});
    const QSet<QString> pages = hashesOf(core::capturedOf(draft));
    const QStringList missing = missingPages(context, pages);
    if (!missing.isEmpty())
        return problem(409, u"pages-missing"_s, {}, {{u"missing"_s, QJsonArray::fromStringList(missing)}});
    const QString kept = !draftJson.isEmpty() ? QString::fromUtf8(QJsonDocument(draftJson).toJson(QJsonDocument::Compact))
                         : held               ? held->draft // whoever takes it may have to ask again
                                              : QString();
    const Holder now{context.caller.hall,
                     window,
                     takes && held ? held->fromWindow : context.caller.window,
                     context.caller.number,
                     reason,
                     context.nowMs,
                     takes,
                     etag,
                     kept};
    write(context, caseId, now, pages);
    return holderAnswer(context, held ? 200 : 201, caseId, now, false);
}

Answer getHolder(const Request& request, const Context& context)
{
    const auto held = holderOf(context, request.captures.value(0));
    if (!held)
        return problem(404, u"not-found"_s);
    if (!context.caller.serves() || held->hall != context.caller.hall)
        return problem(403, u"forbidden"_s);
    return holderAnswer(context, 200, request.captures.value(0), *held, true);
}

/// What other windows handed over to this one and it has not taken.
Answer listHandovers(const Request& request, const Context& context)
{
    if (!context.caller.serves() || request.captures.value(0) != context.caller.window)
        return problem(403, u"forbidden"_s);
    QStringList ids;
    Rows rows = context.database.run(u"SELECT case_id FROM visit_holder WHERE service_window = ? AND taken = 0 ORDER BY since"_s,
                                     {context.caller.window});
    while (rows.next())
        ids.append(rows.value(0).toString());
    rows.finish();
    QJsonArray list;
    for (const QString& caseId : ids) {
        if (const auto held = holderOf(context, caseId))
            list.append(headOf(context, caseId, *held));
    }
    return Answer::json(200, {{u"handovers"_s, list}});
}

/// Who it was, and their pages; those of what was submitted online stay with that.
void forgetVisits(const Database& database, qint64 nowMs)
{
    QStringList ids;
    Rows rows = database.run(u"SELECT case_id FROM visit_holder WHERE since < ?"_s, {nowMs - DraftKeptMs});
    while (rows.next())
        ids.append(rows.value(0).toString());
    rows.finish();
    for (const QString& caseId : ids) {
        database.run(u"DELETE FROM visit_holder WHERE case_id = ? AND since < ?"_s, {caseId, nowMs - DraftKeptMs});
        database.run(u"DELETE FROM loose_page WHERE subject = ? AND NOT EXISTS (SELECT 1 FROM prefiling WHERE id = subject) AND "
                     "NOT EXISTS (SELECT 1 FROM visit_holder WHERE case_id = subject)"_s, // taken again a moment ago
                     {caseId});
    }
    database.run(u"DELETE FROM handed_over WHERE at < ?"_s, {nowMs - DraftKeptMs});
}

} // namespace backoffice
