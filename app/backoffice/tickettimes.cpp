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
        sets.append(u"started_at = 0"_s); // whoever goes on with it begins anew
    if (column.isEmpty())
        return {sets.join(u", "), {}};
    sets.append(u"clerk = ?, %1 = CASE WHEN %1 = 0 THEN ? ELSE %1 END"_s.arg(column));
    return {sets.join(u", "), {context.caller.name, context.nowMs}};
}

} // namespace backoffice
