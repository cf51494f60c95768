// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/drafts.h"

#include "app/core/actbuilder.h"
#include "app/store/caseacts.h"
#include "app/store/cases.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

namespace {

core::Result<core::IntakeDraft> opened(Session& session, const QVariant& caseId, const QVariant& body)
{
    return session.sealer().open(body.toByteArray(), "draft:" + caseId.toString().toUtf8()).map([](const QByteArray& plain) {
        return core::IntakeDraft::fromJson(QJsonDocument::fromJson(plain).object());
    });
}

} // namespace

core::Result<void> saveDraft(Session& session, const core::IntakeDraft& draft, qint64 nowMs)
{
    const QByteArray plain = QJsonDocument(draft.toJson()).toJson(QJsonDocument::Compact);
    const QByteArray body = session.sealer().seal(plain, "draft:" + draft.caseId.toUtf8());
    return session
        .change(u"INSERT INTO draft (case_id, body, updated_at) VALUES (?, ?, ?) "
                "ON CONFLICT (case_id) DO UPDATE SET body = excluded.body, updated_at = excluded.updated_at"_s,
                {draft.caseId, body, nowMs})
        .map([](int) {});
}

core::Result<QList<core::IntakeDraft>> loadDrafts(Session& session)
{
    auto rows = session.run(u"SELECT case_id, body FROM draft ORDER BY updated_at DESC"_s);
    if (!rows)
        return tl::unexpected(rows.error());
    QList<core::IntakeDraft> drafts;
    while (rows->next()) {
        const auto draft = opened(session, rows->value(0), rows->value(1));
        if (draft)
            drafts.append(*draft);
        else
            session.passOver();
    }
    return drafts;
}

core::Result<std::optional<core::IntakeDraft>> findDraft(Session& session, const QString& caseId)
{
    const auto row = session.first(u"SELECT body FROM draft WHERE case_id = ?"_s, {caseId});
    if (!row)
        return tl::unexpected(row.error());
    if (!*row)
        return std::optional<core::IntakeDraft>();
    const auto draft = opened(session, caseId, (*row)->constFirst());
    return draft ? std::optional(*draft) : std::nullopt; // nothing can be done with one whose seal is broken
}

core::Result<core::IntakeDraft> goOnWith(Session& session, const core::CaseRecord& record)
{
    const auto held = adoptCase(session, record).and_then([&] { return findCase(session, record.id); });
    const auto begun = findDraft(session, record.id);
    if (!held || !begun)
        return tl::unexpected(held ? begun.error() : held.error());
    if (!*held)
        return core::fail(core::ErrorKind::NotFound, u"case.unknown"_s);
    return *begun ? core::renewed(**begun, **held) : core::draftToGoOn(**held);
}

core::Result<void> dropDraft(Session& session, const QString& caseId)
{
    return session.change(u"DELETE FROM draft WHERE case_id = ?"_s, {caseId}).map([](int) {});
}

core::Result<QStringList> discardDraft(Session& session, const QString& caseId)
{
    auto rows = session.run(u"SELECT file FROM page WHERE case_id = ? AND NOT EXISTS (SELECT 1 FROM case_record WHERE id = page.case_id) "
                            "AND NOT EXISTS (SELECT 1 FROM outbox WHERE subject = page.case_id)"_s,
                            {caseId});
    if (!rows)
        return tl::unexpected(rows.error());
    QStringList files;
    while (rows->next())
        files.append(rows->value(0).toString());
    rows->finish();
    const auto gone = files.isEmpty() ? core::Result<int>(0) : session.change(u"DELETE FROM page WHERE case_id = ?"_s, {caseId});
    return gone.and_then([&](int) { return dropDraft(session, caseId); }).map([&] { return files; });
}

} // namespace store
