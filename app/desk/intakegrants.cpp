// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/intakedesk.h"

namespace desk {

// Exceptions that a supervisor grants for the intake in hand.

std::optional<core::GrantKind> IntakeDesk::grantable() const
{
    return item() && !m_record && !m_draft.base ? core::grantableOf(*item(), m_verdict) : std::nullopt;
}

bool IntakeDesk::takeGrant(const core::Grant& grant)
{
    if (isLocked() || grant.caseId != m_draft.caseId)
        return false;
    const auto put = [&grant](core::IntakeDraft& draft) {
        const auto same = std::find_if(draft.grants.begin(), draft.grants.end(), [&](const auto& one) { return one.id == grant.id; });
        if (same == draft.grants.end())
            draft.grants.append(grant);
        else
            *same = grant;
    };
    begun();
    put(m_draft);
    for (core::IntakeDraft& earlier : m_undo) // nothing that was typed: no undo takes it away
        put(earlier);
    edited();
    return true;
}

} // namespace desk
