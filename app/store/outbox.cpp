// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/outbox.h"

#include "app/core/handover.h"
#include "app/core/wire.h"
#include "app/store/casebody.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

constexpr core::WireNames<OutboxKind, 8> Kinds{{{OutboxKind::Page, u"page"},
                                                {OutboxKind::Case, u"case"},
                                                {OutboxKind::TicketAct, u"ticket-act"},
                                                {OutboxKind::CaseAct, u"case-act"},
                                                {OutboxKind::Handover, u"handover"},
                                                {OutboxKind::Transfer, u"transfer"},
                                                {OutboxKind::Enquiry, u"enquiry"},
                                                {OutboxKind::Evaluation, u"evaluation"}}};
constexpr core::WireNames<OutboxState, 3> States{
    {{OutboxState::Waiting, u"waiting"}, {OutboxState::Conflict, u"conflict"}, {OutboxState::Attention, u"attention"}}};

const QString Aside = u"evaluation/"_s;
const QString PagesMissing = u"server.pages-missing"_s;
constexpr qint64 LongestWaitMs = 2LL * 3'600'000; ///< nothing is put off for longer: the clock was wrong when it was

const QString Columns = u"id, subject, kind, target, body, state, tries, last_answer, next_try"_s;

QByteArray context(const QString& subject, const QString& target)
{
    return QString(u"outbox:"_s + subject + u':' + target).toUtf8();
}

core::Result<QList<OutboxEntry>> entriesFrom(Session& session, core::Result<QSqlQuery> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    QList<OutboxEntry> entries;
    while (rows->next()) {
        OutboxEntry entry;
        entry.id = rows->value(0).toLongLong();
        entry.subject = rows->value(1).toString();
        entry.kind = core::fromWireName(Kinds, rows->value(2).toString(), u"outbox.kind"_s).value_or(OutboxKind::Case);
        entry.target = rows->value(3).toString();
        const auto plain = session.sealer().open(rows->value(4).toByteArray(), context(entry.subject, entry.target));
        if (plain)
            entry.body = QJsonDocument::fromJson(*plain).object();
        entry.readable = plain.has_value(); // one bad row must not hold up the others
        entry.state = core::fromWireName(States, rows->value(5).toString(), u"outbox.state"_s).value_or(OutboxState::Attention);
        entry.tries = rows->value(6).toInt();
        entry.lastAnswer = rows->value(7).toString();
        entry.nextTryMs = rows->value(8).toLongLong();
        entries.append(entry);
    }
    return entries;
}

core::Result<qint64> number(core::Result<QSqlQuery> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    return rows->next() && !rows->isNull(0) ? rows->value(0).toLongLong() : -1;
}

core::Result<void> done(const core::Result<QSqlQuery>& result)
{
    return result.map([](const QSqlQuery&) {});
}

} // namespace

core::Result<void> enqueue(Session& session, const OutboxAddress& address, const QByteArray& plain, qint64 nowMs)
{
    return session
        .change(u"INSERT INTO outbox (subject, kind, target, body, created_at) VALUES (?, ?, ?, ?, ?) "
                "ON CONFLICT (subject, kind, target) DO NOTHING"_s,
                {address.subject, core::wireName(Kinds, address.kind), address.target,
                 session.sealer().seal(plain, context(address.subject, address.target)), nowMs})
        .map([](int) {});
}

core::Result<void> enqueue(Session& session, const OutboxEntry& entry, qint64 nowMs)
{
    return enqueue(session, {entry.subject, entry.kind, entry.target}, QJsonDocument(entry.body).toJson(QJsonDocument::Compact), nowMs);
}

core::Result<QList<OutboxEntry>> dueEntries(Session& session, qint64 nowMs, int limit)
{
    return entriesFrom(session, session.run(u"SELECT "_s + Columns +
                                                u" FROM outbox WHERE id IN "
                                                "(SELECT min(id) FROM outbox GROUP BY subject) "
                                                "AND state = 'waiting' AND (next_try <= ? OR next_try > ?) ORDER BY id LIMIT ?"_s,
                                            {nowMs, nowMs + LongestWaitMs, limit}));
}

core::Result<QList<OutboxEntry>> outboxEntries(Session& session)
{
    return entriesFrom(session, session.run(u"SELECT "_s + Columns + u" FROM outbox ORDER BY id"_s));
}

core::Result<int> outboxCount(Session& session)
{
    return number(session.run(u"SELECT count(*) FROM outbox WHERE subject NOT LIKE ?"_s, {Aside + u'%'})).map([](qint64 count) {
        return int(count);
    });
}

core::Result<bool> isWaiting(Session& session, const QString& subject)
{
    return number(session.run(u"SELECT count(*) FROM outbox WHERE subject = ? AND state = 'waiting'"_s, {subject})).map([](qint64 count) {
        return count > 0;
    });
}

core::Result<qint64> nextDue(Session& session, qint64 nowMs)
{
    return number(session.run(u"SELECT min(CASE WHEN next_try > ? THEN 0 ELSE next_try END) FROM outbox WHERE state = 'waiting' AND id IN "
                              "(SELECT min(id) FROM outbox GROUP BY subject)"_s,
                              {nowMs + LongestWaitMs}));
}

core::Result<void> markSent(Session& session, qint64 id)
{
    return done(session.run(u"DELETE FROM outbox WHERE id = ?"_s, {id}));
}

core::Error lastError(const QString& lastAnswer)
{
    QStringList lines = lastAnswer.split(u'\n');
    const QString code = lines.takeFirst();
    return {core::ErrorKind::Refused, code, lines};
}

core::Result<void> markFailed(Session& session, qint64 id, OutboxState state, const core::Error& answer, qint64 nextTryMs)
{
    return done(session.run(u"UPDATE outbox SET state = ?, last_answer = ?, next_try = ?, tries = tries + 1 WHERE id = ?"_s,
                            {core::wireName(States, state), (QStringList{answer.code} + answer.facts).join(u'\n'), nextTryMs, id}));
}

namespace {

/// What of a subject waits behind an entry, pages apart.
core::Result<QList<qint64>> laterThan(Session& session, const OutboxEntry& entry)
{
    auto rows =
        session.run(u"SELECT id FROM outbox WHERE subject = ? AND id > ? AND kind <> 'page' ORDER BY id"_s, {entry.subject, entry.id});
    if (!rows)
        return tl::unexpected(rows.error());
    QList<qint64> ids;
    while (rows->next())
        ids.append(rows->value(0).toLongLong());
    return ids;
}

/// The pages that must be there before it.
QList<core::PageRef> pagesOf(const OutboxEntry& entry)
{
    if (entry.kind == OutboxKind::Handover)
        return core::capturedOf(core::IntakeDraft::fromJson(entry.body[u"draft"_s].toObject()));
    QList<core::PageRef> pages;
    const QJsonArray materials = entry.body[u"materials"_s].toArray();
    for (const QJsonValue& material : materials)
        pages += core::pagesFromJson(material[u"pages"_s].toArray());
    const QJsonArray papers = entry.body[u"papers"_s].toArray();
    for (const QJsonValue& paper : papers) {
        if (paper[u"signature"_s].isObject())
            pages += core::pagesFromJson({paper[u"signature"_s]});
    }
    return pages;
}

} // namespace

bool pagesAreLost(const OutboxEntry& entry)
{
    constexpr int Rounds = 3;
    return lastError(entry.lastAnswer).code == PagesMissing && entry.tries >= Rounds;
}

core::Result<void> requeueWithPages(Session& session, const OutboxEntry& caseEntry)
{
    if (pagesAreLost(caseEntry))
        return markFailed(session, caseEntry.id, OutboxState::Attention, {core::ErrorKind::Refused, PagesMissing, {}}, 0);
    const int rounds = lastError(caseEntry.lastAnswer).code == PagesMissing ? caseEntry.tries : 0;
    const auto behind = laterThan(session, caseEntry);
    if (!behind)
        return tl::unexpected(behind.error());
    if (auto removed = markSent(session, caseEntry.id); !removed)
        return removed;
    if (auto queued = enqueuePages(session, caseEntry.subject, pagesOf(caseEntry), 0); !queued)
        return queued;
    if (auto queued = enqueue(session, caseEntry, 0); !queued)
        return queued;
    for (const qint64 id : *behind) { // what was done to the case stays behind it
        if (auto moved = session.change(u"UPDATE outbox SET id = (SELECT max(id) + 1 FROM outbox) WHERE id = ?"_s, {id}); !moved)
            return tl::unexpected(moved.error());
    }
    return done(session.run(u"UPDATE outbox SET tries = ?, last_answer = ? WHERE kind = ? AND subject = ? AND target = ?"_s,
                            {rounds + 1, PagesMissing, core::wireName(Kinds, caseEntry.kind), caseEntry.subject, caseEntry.target}));
}

core::Result<void> setAside(Session& session, const OutboxEntry& entry, const core::Error& error, qint64 nextTryMs)
{
    if (entry.subject.startsWith(Aside))
        return markFailed(session, entry.id, OutboxState::Waiting, error, nextTryMs);
    OutboxEntry aside = entry;
    aside.subject = Aside + entry.subject;
    return markSent(session, entry.id).and_then([&] { return enqueue(session, aside, 0); }).and_then([&] {
        return done(session.run(u"UPDATE outbox SET next_try = ? WHERE subject = ?"_s, {nextTryMs, aside.subject}));
    });
}

core::Result<void> putLast(Session& session, const QString& subject, OutboxKind kind)
{
    return session
        .change(u"UPDATE outbox SET id = (SELECT max(id) + 1 FROM outbox) WHERE subject = ? AND kind = ?"_s,
                {subject, core::wireName(Kinds, kind)})
        .map([](int) {});
}

core::Result<void> replaceBody(Session& session, const OutboxEntry& entry, const QByteArray& plain)
{
    return session
        .change(u"UPDATE outbox SET body = ? WHERE id = ?"_s,
                {session.sealer().seal(plain, context(entry.subject, entry.target)), entry.id})
        .map([](int) {});
}

core::Result<void> dropCase(Session& session, const QString& caseId)
{
    return session.change(u"DELETE FROM outbox WHERE subject = ? AND kind IN ('page', 'case', 'case-act')"_s, {caseId}).map([](int) {});
}

core::Result<void> makeDue(Session& session, const QString& subject)
{
    return session.change(u"UPDATE outbox SET state = 'waiting', next_try = 0 WHERE subject = ?"_s, {subject}).map([](int) {});
}

core::Result<void> makeReachableDue(Session& session)
{
    return done(session.run(u"UPDATE outbox SET next_try = 0 WHERE state = 'waiting' AND (last_answer LIKE 'net.%' OR last_answer LIKE "
                            u"'server.sign-in-needed%') "
                            "AND last_answer NOT LIKE 'net.in-between%'"_s)); // that network was there
}

core::Result<void> makeEvaluationsDue(Session& session)
{
    return done(session.run(u"UPDATE outbox SET next_try = 0 WHERE kind = 'evaluation'"_s));
}

core::Result<void> makeForbiddenDue(Session& session)
{
    return done(session.run(u"UPDATE outbox SET next_try = 0, state = 'waiting' WHERE state = 'attention' AND kind <> 'ticket-act' AND "
                            "(last_answer = 'server.forbidden' OR last_answer LIKE 'server.forbidden' || char(10) || '%')"_s));
}

core::Result<int> makeAllDue(Session& session)
{
    return session.run(u"UPDATE outbox SET next_try = 0, state = 'waiting' WHERE state IN ('waiting', 'attention')"_s)
        .map([](const QSqlQuery& query) { return query.numRowsAffected(); });
}

} // namespace store
