// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/drafts.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

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
        const auto plain = session.sealer().open(rows->value(1).toByteArray(), "draft:" + rows->value(0).toString().toUtf8());
        if (!plain) {
            session.passOver();
            continue;
        }
        drafts.append(core::IntakeDraft::fromJson(QJsonDocument::fromJson(*plain).object()));
    }
    return drafts;
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
