// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/windowstate.h"

#include "app/backoffice/pauses.h"
#include "app/backoffice/presence.h"
#include "app/core/halltime.h"

#include <QDateTime>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

/// A window that nobody closed in the evening was at work until its last press of that day.
qint64 lastStepSince(const Context& context, const QString& code, qint64 since)
{
    Rows last =
        context.database.run(u"SELECT coalesce(max(at), 0) FROM ticket_step WHERE hall = ? AND ticket_day = ? AND service_window = ?"_s,
                             {context.caller.hall, core::hallTime(since).date().toString(Qt::ISODate), code});
    return last.next() ? std::max(since, last.value(0).toLongLong()) : since;
}

} // namespace

void noteState(const Context& context, const QString& code, const WindowState& next, bool deserted)
{
    Rows row = context.database.run(u"SELECT state, reason, clerk, since FROM service_window WHERE code = ?"_s, {code});
    row.next();
    const WindowState before{row.value(0).toString(), row.value(1).toString(), row.value(2).toString()};
    const qint64 since = row.value(3).toLongLong();
    row.finish();
    const bool today = core::hallTime(since).date() == core::hallTime(context.nowMs).date();
    if (before == next && today)
        return;
    if (before.state != u"closed") {
        context.database.run(
            u"INSERT INTO window_time (hall, service_window, clerk, state, reason, since, until) VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
            {context.caller.hall, code, before.clerk, before.state, before.reason, since,
             today && !deserted ? context.nowMs : lastStepSince(context, code, since)});
    }
    context.database.run(u"UPDATE service_window SET since = ?, state = ?, reason = ?, clerk = ? WHERE code = ?"_s,
                         {context.nowMs, next.state, next.reason, next.clerk, code});
}

bool isClosed(const Context& context, const QString& code)
{
    return context.database
        .run(u"SELECT 1 FROM service_window WHERE code = ? AND hall = ? AND state = 'closed'"_s, {code, context.caller.hall})
        .next();
}

void closeWindow(const Context& context, const QString& code, bool deserted)
{
    Rows row = context.database.run(u"SELECT clerk FROM service_window WHERE code = ? AND hall = ? AND state <> 'closed'"_s,
                                    {code, context.caller.hall});
    if (!row.next())
        return;
    const QString clerk = row.value(0).toString();
    row.finish();
    noteState(context, code, {u"closed"_s, {}, clerk}, deserted);
    freeThoseSentTo(context, code);
    settlePauses(context, code, u"closed"_s, {});
    context.emitEvent(context.caller.hall, u"window"_s, {{u"code"_s, code}, {u"state"_s, u"closed"_s}, {u"reason"_s, QString()}});
}

void freeThoseSentTo(const Context& context, const QString& code)
{
    context.database.run(u"UPDATE ticket SET target_window = '' WHERE hall = ? AND ticket_day = ? AND target_window = ? AND "
                         "state IN ('waiting', 'transferred')"_s,
                         {context.caller.hall, core::hallTime(context.nowMs).date().toString(Qt::ISODate), code});
}

namespace {

/// A clerk's or supervisor's; screens and kiosks are signed in at some window as well, and serve nobody there.
const QString Deserted =
    u"w.state <> 'closed' AND w.since < ? AND NOT EXISTS (SELECT 1 FROM session s JOIN account a ON a.number = s.account "
    "WHERE s.service_window = w.code AND s.taken_by = '' AND s.access_until > ? AND a.role IN ('clerk', 'supervisor'))"_s;

} // namespace

void closeDeserted(const Context& context)
{
    constexpr qint64 Grace = 5LL * 60 * 1000; // a locked window comes back for its tokens
    const QVariantList limits{context.nowMs - 2 * AccessMs - Grace, context.nowMs - AccessMs - Grace};
    QList<std::pair<QString, QString>> found;
    Rows rows = context.database.run(u"SELECT w.code, w.hall FROM service_window w WHERE "_s + Deserted, limits);
    while (rows.next())
        found.append({rows.value(0).toString(), rows.value(1).toString()});
    rows.finish();
    for (const auto& [code, hall] : found) {
        const Context there = context.inHall(hall);
        (void)there.inTransaction([&, &window = code] { // somebody may have sat down there meanwhile
            Rows still =
                there.database.run(u"SELECT 1 FROM service_window w WHERE w.code = ? AND "_s + Deserted, QVariantList{window} + limits);
            const bool deserted = still.next();
            still.finish();
            if (deserted) {
                closeWindow(there, window, true);
                there.audit(u"window.closed"_s, window);
            }
            return Answer{};
        });
    }
}

} // namespace backoffice
