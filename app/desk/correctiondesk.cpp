// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/correctiondesk.h"

#include "app/core/casepapers.h"
#include "app/core/uuid7.h"
#include "app/desk/partyfaults.h"
#include "app/store/caseacts.h"
#include "app/store/cases.h"
#include "app/store/resend.h"

using namespace Qt::StringLiterals;

namespace desk {

CorrectionDesk::CorrectionDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&day, &WorkDay::signedIn, this, [this] {
        if (m_day.workplace().clerk.code != m_clerk) // what somebody else began is theirs
            leave();
    });
}

void CorrectionDesk::begin(const core::CaseRecord& record)
{
    if (const auto may = core::nextState(record.state, core::CaseAct::Correct); !may)
        return Q_EMIT adviceGiven(adviceFor(may.error()));
    open(record, {}, false);
}

void CorrectionDesk::beginUnsent(const core::CaseRecord& record, const QString& pointer)
{
    open(record, pointer, true);
}

void CorrectionDesk::open(const core::CaseRecord& record, const QString& pointer, bool unsent)
{
    m_record = record;
    m_correction = core::correctionOf(record);
    m_clerk = m_day.isSignedIn() ? m_day.workplace().clerk.code : QString();
    m_unsent = unsent;
    m_pointer = pointer;
    Q_EMIT changed();
}

void CorrectionDesk::leave()
{
    if (!m_record)
        return;
    m_record.reset();
    m_correction = {};
    Q_EMIT changed();
}

void CorrectionDesk::set(const core::Correction& correction)
{
    if (!m_record || m_busy || m_correction == correction || !m_day.isSignedIn())
        return;
    m_correction = correction;
    Q_EMIT changed();
}

QList<FieldFault> CorrectionDesk::faults() const
{
    core::IntakeDraft draft;
    draft.applicant = m_correction.applicant;
    draft.hasAgent = m_correction.agent.has_value();
    draft.agent = m_correction.agent.value_or(core::Party{});
    return m_record ? faultsOf(draft, m_day.today()) : QList<FieldFault>{};
}

std::optional<std::pair<PartyRole, QString>> CorrectionDesk::refusedField() const
{
    static const QHash<QString, QString> fields{
        {u"name"_s, u"name"_s},   {u"certificateNumber"_s, u"number"_s}, {u"certificateType"_s, u"number"_s},
        {u"phone"_s, u"phone"_s}, {u"address"_s, u"address"_s},          {u"legalRepresentative"_s, u"legalRepresentative"_s}};
    const QStringList path = m_pointer.split(u'/', Qt::SkipEmptyParts);
    const QString party = path.value(0);
    if (party != u"applicant" && !(party == u"agent" && m_correction.agent))
        return std::nullopt;
    return std::pair(party == u"agent" ? PartyRole::Agent : PartyRole::Applicant, fields.value(path.value(1), u"name"_s));
}

bool CorrectionDesk::mayChangeIdentity() const
{
    return m_unsent || m_day.supervises();
}

core::Result<core::ActRecord> CorrectionDesk::act(const QString& reason) const
{
    const core::Moment now = m_services.clock->now();
    core::ActRecord act;
    act.id = core::idText(core::newId());
    act.caseId = m_record->id;
    act.act = core::CaseAct::Correct;
    act.window = m_day.workplace().window;
    act.clerk = m_day.workplace().clerk;
    act.at = now.time;
    act.offline = now.offline;
    act.reason = reason.trimmed();
    act.correction = m_correction;
    if (core::changesIdentity(*m_record, m_correction))
        act.papers = core::papersToReplace(*m_record);
    return core::applyAct(*m_record, act).map([&](const core::CaseRecord&) { return act; });
}

void CorrectionDesk::submit(const QString& reason)
{
    if (!m_record || m_busy || !m_day.isSignedIn())
        return;
    for (core::Party* party : {&m_correction.applicant, m_correction.agent ? &*m_correction.agent : nullptr}) {
        if (!party)
            continue;
        party->certificate = core::checkedCertificate(party->certificate, m_day.today()).value_or(party->certificate);
        party->name = party->name.trimmed();
        party->phone = party->phone.trimmed();
    }
    if (const auto wrong = faults(); !wrong.isEmpty())
        return Q_EMIT adviceGiven(wrong.constFirst().advice);
    if (m_unsent)
        return mend();
    const auto next = act(reason);
    if (!next)
        return Q_EMIT adviceGiven(adviceFor(next.error()));
    m_busy = true;
    Q_EMIT changed();
    m_services.store
        ->write([act = *next, record = *m_record](store::Session& session) {
            return store::adoptCase(session, record)
                .and_then([&] { return store::findCase(session, record.id); })
                .and_then([&](const std::optional<core::CaseRecord>& held) -> core::Result<core::CaseRecord> {
                    if (held && core::correctionOf(*held) != core::correctionOf(record)) // all of it would be put back
                        return core::fail(core::ErrorKind::Conflict, u"case.corrected"_s);
                    return store::commitAct(session, act, {act.at, act.offline});
                });
        })
        .then(this, [this, papers = next->papers](const core::Result<core::CaseRecord>& written) { settle(written, papers); });
}

void CorrectionDesk::mend()
{
    const bool replaces = needsOtherNumber() || core::changesIdentity(*m_record, m_correction);
    const store::Mend mend{m_correction, needsOtherNumber(), m_day.workplace().clerk.code};
    m_busy = true;
    Q_EMIT changed();
    m_services.store
        ->write([mend, caseId = m_record->id, now = m_services.clock->now()](store::Session& session) {
            return store::mendUnsent(session, caseId, mend, now);
        })
        .then(this, [this, replaces](const core::Result<core::CaseRecord>& written) {
            settle(written, written && replaces ? core::reprintable(*written) : QList<core::PaperRecord>()); // each bears what was wrong
        });
}

void CorrectionDesk::settle(const core::Result<core::CaseRecord>& written, const QList<core::PaperRecord>& papers)
{
    m_busy = false;
    if (!written) {
        Q_EMIT changed();
        return Q_EMIT adviceGiven(adviceFor(written.error()));
    }
    m_services.courier.wake();
    leave();
    Q_EMIT corrected(*written, papers);
}

} // namespace desk
