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

void noteTimes(const Context& context, const core::Ticket& ticket)
{
    const QString column = columnFor(ticket.state);
    QString sets = column == u"ended_at" ? QString() : u"ended_at = 0"_s; // a press that was undone ended nothing
    QVariantList values;
    if (!column.isEmpty()) {
        sets += (sets.isEmpty() ? u"clerk = ?, %1 = CASE WHEN %1 = 0 THEN ? ELSE %1 END"_s
                                : u", clerk = ?, %1 = CASE WHEN %1 = 0 THEN ? ELSE %1 END"_s)
                    .arg(column);
        values << context.caller.name << context.nowMs;
    }
    context.database.later(u"UPDATE ticket SET "_s + sets + u" WHERE id = ?"_s, values << ticket.id);
}

} // namespace backoffice
