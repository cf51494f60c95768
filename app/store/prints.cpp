// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/prints.h"

#include "app/core/casepapers.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace store {

core::Result<void> addPrint(Session& session, const QString& caseId, const PrintNote& note)
{
    return session
        .change(u"INSERT INTO paper_print (case_id, kind, copies, printed_at, clerk) VALUES (?, ?, ?, ?, ?)"_s,
                {caseId, core::toWire(note.kind), note.copies, note.atMs, note.clerk})
        .map([](int) {});
}

core::Result<QList<PrintNote>> printsOf(Session& session, const QString& caseId)
{
    return session.run(u"SELECT kind, copies, printed_at, clerk FROM paper_print WHERE case_id = ? ORDER BY printed_at, id"_s, {caseId})
        .map([](QSqlQuery rows) {
            QList<PrintNote> notes;
            while (rows.next()) {
                if (const auto kind = core::paperKindFromWire(rows.value(0).toString()))
                    notes.append({*kind, rows.value(1).toInt(), rows.value(2).toLongLong(), rows.value(3).toString()});
            }
            return notes;
        });
}

core::Result<QList<core::PaperKind>> printedKinds(Session& session, const core::CaseRecord& record)
{
    return printsOf(session, record.id).map([&](const QList<PrintNote>& notes) {
        QList<core::PaperKind> kinds;
        for (const core::PaperRecord& paper : record.papers) {
            const QDateTime stands = core::standsSince(record, paper.kind);
            const qint64 since = stands.isValid() ? stands.toMSecsSinceEpoch() : 0;
            if (std::any_of(notes.begin(), notes.end(),
                            [&](const PrintNote& note) { return note.kind == paper.kind && note.atMs >= since; }))
                kinds.append(paper.kind);
        }
        return kinds;
    });
}

} // namespace store
