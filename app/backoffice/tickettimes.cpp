// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/tickettimes.h"

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

QString columnFor(core::TicketState state)
{
    switch (state) {
    case core::TicketState::Called: return u"first_called_at"_s;
    case core::TicketState::Serving: return u"started_at"_s;
    case core::TicketState::Done:
    case core::TicketState::Void:
    case core::TicketState::NoShow: return u"ended_at"_s;
    case core::TicketState::Waiting:
    case core::TicketState::Held:
    case core::TicketState::Transferred: break;
    }
    return {};
}

} // namespace

TicketTimes timesOf(const Context& context, core::TicketState state)
{
    const QString column = columnFor(state);
    QStringList sets;
    if (column != u"ended_at")
        sets.append(u"ended_at = 0"_s); // a press that was undone ended nothing
    if (core::isWaiting(state))
        sets.append(u"started_at = 0, held_since = 0, held_ms = 0"_s); // whoever goes on with it begins anew
    if (state == core::TicketState::Held)
        return {sets.join(u", ") + u", held_since = ?"_s, {context.nowMs}};
    if (column.isEmpty())
        return {sets.join(u", "), {}};
    QVariantList values;
    if (state != core::TicketState::Called) { // what it was held before its service began is none of it
        sets.append(u"held_ms = CASE WHEN started_at = 0 THEN 0 WHEN held_since > 0 THEN held_ms + ? - held_since ELSE held_ms END, "
                    "held_since = 0"_s);
        values.append(context.nowMs);
    }
    sets.append(u"clerk = ?, %1 = CASE WHEN %1 = 0 THEN ? ELSE %1 END"_s.arg(column));
    return {sets.join(u", "), values + QVariantList{context.caller.number, context.nowMs}};
}

} // namespace backoffice
