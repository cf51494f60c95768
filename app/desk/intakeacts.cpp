// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/uuid7.h"
#include "app/desk/binder.h"
#include "app/desk/intakedesk.h"
#include "app/store/caseacts.h"

using namespace Qt::StringLiterals;

namespace desk {

// How an intake ends: as a case, or as an act of the case that it went on with.

namespace {

QList<DraftKeeper::PageRow> rowsOf(const QList<BoundMaterial>& bound)
{
    QList<DraftKeeper::PageRow> rows;
    for (const BoundMaterial& material : bound) {
        store::Page row = material.pdf.page;
        row.bytes.clear();
        rows.append({row, material.pdf.file});
    }
    return rows;
}

} // namespace

core::Result<core::ActRecord> IntakeDesk::act() const
{
    if (!item()) // another catalogue than it was taken in with
        return core::fail(core::ErrorKind::NotFound, u"case.item-gone"_s);
    return core::buildAct(m_draft, *item(), m_verdict, m_services.clock->now(), setting(), m_day.calendar());
}

/// The case after an act, with the papers of the act only.
core::Result<core::CaseRecord> IntakeDesk::afterAct(const core::ActRecord& act) const
{
    return core::applyAct(*m_draft.base, act).map([&](core::CaseRecord record) {
        record.papers = act.papers;
        for (core::PaperRecord& paper : record.papers)
            paper.number = record.number;
        return record;
    });
}

bool IntakeDesk::isPermitted() const
{
    if (m_draft.base)
        return act().has_value();
    const bool accepts = m_verdict.outcome == core::Outcome::Complete || m_verdict.outcome == core::Outcome::Deferrable;
    return accepts && m_verdict.permitted;
}

/// The case goes on: what this visit brought is written as an act.
void IntakeDesk::goOn()
{
    if (!unsorted().isEmpty()) { // they would be lost
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"stack.unsorted"_s, {QString::number(unsorted().size())}}));
        return;
    }
    auto next = act();
    if (!next) {
        Q_EMIT adviceGiven(adviceFor(next.error()));
        return;
    }
    next->id = core::idText(core::newId());
    core::CaseRecord carrier = *m_draft.base; // binding works on a case
    carrier.materials = next->materials;
    setBusy(true);
    bindMaterials(m_services, m_shelf, carrier, *item())
        .then(this, [this, act = *next, carrier](const core::Result<QList<BoundMaterial>>& bound) mutable {
            if (m_draft.caseId != act.caseId)
                return setBusy(false);
            if (!bound)
                return refuse(bound.error());
            act.materials = withBound(carrier, *bound).materials;
            writeAct(act, rowsOf(*bound));
        });
}

void IntakeDesk::writeAct(const core::ActRecord& act, const QList<DraftKeeper::PageRow>& bound)
{
    m_keeper.forget(act.caseId);
    const core::Moment now{act.at, act.offline};
    m_services.store
        ->write([act, now, rows = m_keeper.rows() + bound](store::Session& session) {
            return addRows(session, rows, now.time.toMSecsSinceEpoch()).and_then([&] { return store::commitAct(session, act, now); });
        })
        .then(this, [this, act, rows = m_keeper.rows()](const core::Result<core::CaseRecord>& written) {
            if (!written)
                return refuse(written.error());
            m_keeper.rowsWritten(rows);
            core::CaseRecord shown = *written;
            shown.papers = act.papers;
            for (core::PaperRecord& paper : shown.papers)
                paper.number = shown.number;
            finish(shown);
        });
}

void IntakeDesk::finish(const core::CaseRecord& record)
{
    if (m_draft.caseId == record.id)
        m_record = record;
    setBusy(false);
    m_services.courier.wake();
    m_services.numbers.topUp();
    Q_EMIT accepted(record);
    Q_EMIT changed();
}

void IntakeDesk::accept()
{
    if (m_record || m_busy)
        return;
    decide(); // a draft that lay open overnight has other deadlines today
    if (m_draft.base)
        return goOn();
    const bool accepts = m_verdict.outcome == core::Outcome::Complete || m_verdict.outcome == core::Outcome::Deferrable;
    if (!accepts || !m_verdict.permitted) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"verdict.not-permitted"_s, {}}));
        return;
    }
    commit(m_verdict.outcome == core::Outcome::Deferrable ? core::CaseAct::AcceptDeferred : core::CaseAct::Accept);
}

void IntakeDesk::giveOneTimeNotice()
{
    if (m_record || m_busy)
        return;
    if (m_draft.base || m_verdict.missing.isEmpty() || !faults().isEmpty()) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"verdict.not-permitted"_s, {}}));
        return;
    }
    commit(core::CaseAct::NotifyOnce);
}

void IntakeDesk::commit(core::CaseAct act)
{
    const core::Moment now = m_services.clock->now();
    auto built = core::buildRecord(m_draft, *item(), m_verdict, act, now, setting());
    if (!built) {
        Q_EMIT adviceGiven(adviceFor(built.error()));
        return;
    }
    for (core::Party* party : {&built->applicant, built->agent ? &*built->agent : nullptr}) {
        if (!party)
            continue;
        party->certificate = core::checkedCertificate(party->certificate, m_day.today()).value_or(party->certificate);
        party->name = party->name.trimmed();
        party->phone = party->phone.trimmed();
    }
    if (!unsorted().isEmpty()) { // they would be lost
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"stack.unsorted"_s, {QString::number(unsorted().size())}}));
        return;
    }
    setBusy(true);
    bindMaterials(m_services, m_shelf, *built, *item())
        .then(this, [this, record = *built, now](const core::Result<QList<BoundMaterial>>& bound) {
            if (m_draft.caseId != record.id) // left meanwhile: nothing was written, it stays a draft
                return setBusy(false);
            if (!bound)
                return refuse(bound.error());
            write(withBound(record, *bound), rowsOf(*bound), now);
        });
}

void IntakeDesk::write(const core::CaseRecord& record, const QList<DraftKeeper::PageRow>& bound, const core::Moment& now)
{
    m_keeper.forget(record.id);
    m_services.store
        ->write([record, now, rows = m_keeper.rows() + bound](store::Session& session) {
            return addRows(session, rows, now.time.toMSecsSinceEpoch()).and_then([&] { return store::commitCase(session, record, now); });
        })
        .then(this, [this, rows = m_keeper.rows()](const core::Result<core::CaseRecord>& written) {
            if (!written)
                return refuse(written.error());
            m_keeper.rowsWritten(rows);
            finish(*written);
        });
}

} // namespace desk
