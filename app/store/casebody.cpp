// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/casebody.h"

#include "app/store/outbox.h"

#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace store {

namespace {

SyncState syncStateOf(const QString& outboxState)
{
    if (outboxState.isEmpty())
        return SyncState::Sent;
    return outboxState == u"conflict" ? SyncState::Conflict : outboxState == u"attention" ? SyncState::Attention : SyncState::Waiting;
}

} // namespace

core::Result<core::CaseRecord> openedCase(Session& session, const QString& id, const QByteArray& body)
{
    return session.sealer().open(body, "case:" + id.toUtf8()).and_then([](const QByteArray& plain) {
        return core::CaseRecord::fromJson(QJsonDocument::fromJson(plain).object());
    });
}

QByteArray sealedCase(Session& session, const core::CaseRecord& record)
{
    return sealedCase(session, record.id, QJsonDocument(record.toJson()).toJson(QJsonDocument::Compact));
}

QByteArray sealedCase(Session& session, const QString& id, const QByteArray& plain)
{
    return session.sealer().seal(plain, "case:" + id.toUtf8());
}

QByteArray holderHash(Session& session, const core::Certificate& certificate)
{
    return session.sealer().lookUpHash(core::toWire(certificate.type) + u':' + certificate.number);
}

core::Result<QString> numberKept(Session& session, const core::CaseRecord& record)
{
    const auto older = session.first(u"SELECT 1 FROM case_record WHERE number = ? AND id <> ?"_s, {record.number, record.id});
    return older.map([&](const auto& row) { return row ? record.number + u'·' + record.id.right(4) : record.number; });
}

QString summaryQuery(const QString& where)
{
    return u"SELECT c.id, c.body, coalesce(o.state, ''), coalesce(o.last_answer, ''), coalesce(o.tries, 0), c.adopted FROM case_record c "
           "LEFT JOIN outbox o ON o.id = (SELECT min(id) FROM outbox WHERE subject = c.id) WHERE "_s +
           where;
}

core::Result<QList<CaseSummary>> summariesFrom(Session& session, core::Result<QSqlQuery> rows)
{
    if (!rows)
        return tl::unexpected(rows.error());
    QList<CaseSummary> summaries;
    while (rows->next()) {
        const auto record = openedCase(session, rows->value(0).toString(), rows->value(1).toByteArray());
        if (!record) {
            session.passOver();
            continue;
        }
        summaries.append(
            {*record, syncStateOf(rows->value(2).toString()), rows->value(3).toString(), rows->value(4).toInt(), rows->value(5).toBool()});
    }
    return summaries;
}

core::Result<void> enqueuePages(Session& session, const QString& caseId, const QList<core::PageRef>& pages, qint64 nowMs)
{
    QSet<QString> queued;
    for (const core::PageRef& page : pages) {
        if (queued.contains(page.sha256))
            continue;
        queued.insert(page.sha256);
        const QJsonObject body{{u"bytes"_s, page.bytes}, {u"mediaType"_s, page.mediaType}};
        if (auto done =
                enqueue(session, {caseId, OutboxKind::Page, page.sha256}, QJsonDocument(body).toJson(QJsonDocument::Compact), nowMs);
            !done)
            return done;
    }
    return {};
}

} // namespace store
