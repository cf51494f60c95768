// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/caseclock.h"
#include "app/core/refusals.h"
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

/// The case after an act, with the papers of the act only: they name the window that did it.
core::CaseRecord asPrinted(core::CaseRecord record, const core::ActRecord& act)
{
    record.papers = act.papers;
    for (core::PaperRecord& paper : record.papers)
        paper.number = record.number;
    record.window = act.window;
    record.clerk = act.clerk;
    record.offline = act.offline;
    return record;
}

} // namespace

const core::Bundle* IntakeDesk::bundle() const
{
    return m_day.catalogue() && !m_draft.bundle.isEmpty() ? m_day.catalogue()->bundle(m_draft.bundle) : nullptr;
}

void IntakeDesk::chooseBundle(const QString& code)
{
    const core::Bundle* chosen = m_day.catalogue() ? m_day.catalogue()->bundle(code) : nullptr;
    if (isLocked() || m_draft.base || !chosen)
        return;
    chooseItem(chosen->steps.constFirst().item);
    chooseScenario(chosen->steps.constFirst().scenario);
    m_draft.bundle = code;
    m_draft.bundleStep = 0;
    edited();
}

const core::ServiceItem* IntakeDesk::nextOfBundle() const
{
    const core::Bundle* whole = bundle();
    const bool more = whole && m_record && m_draft.bundleStep + 1 < whole->steps.size();
    return more ? m_day.catalogue()->item(whole->steps[m_draft.bundleStep + 1].item) : nullptr;
}

void IntakeDesk::goOnWithBundle()
{
    if (!nextOfBundle() || m_busy)
        return;
    const core::ServiceItem item = *nextOfBundle();
    const QList<core::Holding> brought = broughtSoFar();
    const core::Certificate holder = m_record->applicant.certificate;
    core::IntakeDraft next = another();
    next.bundle = m_draft.bundle;
    next.bundleStep = m_draft.bundleStep + 1;
    next.itemCode = item.code;
    next.scenarioCode = bundle()->steps[next.bundleStep].scenario;
    next.step = core::IntakeStep::Materials;
    for (const core::MaterialRequirement& material : item.materialsOf(next.scenarioCode)) { // brought once is enough
        if (const auto held = core::offerFor(material, brought, m_day.today()))
            next.materials[material.code] = {core::statusFrom(*held), held->pages, {}, held->reference};
    }
    restore(next);
    m_brought = brought;
    m_broughtFor = holder;
    edited();
    Q_EMIT takenOver();
}

core::Result<core::ActRecord> IntakeDesk::act() const
{
    if (!item())
        return core::fail(core::ErrorKind::NotFound, u"case.item-gone"_s);
    return core::buildAct(m_draft, *item(), m_verdict, m_services.clock->now(), setting(), m_day.calendar());
}

core::Result<core::CaseRecord> IntakeDesk::afterAct(const core::ActRecord& act) const
{
    return core::applyAct(*m_draft.base, act).map([&](const core::CaseRecord& record) { return asPrinted(record, act); });
}

bool IntakeDesk::isPermitted() const
{
    if (m_draft.base)
        return act().has_value();
    const bool accepts = m_verdict.outcome == core::Outcome::Complete || m_verdict.outcome == core::Outcome::Deferrable;
    return accepts && m_verdict.permitted;
}

/// The case goes on: what this visit brought is written as an act.
void IntakeDesk::goOn(core::Result<core::ActRecord> next)
{
    if (!unsorted().isEmpty()) { // they would be lost
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"stack.unsorted"_s, {QString::number(unsorted().size())}}));
        return;
    }
    if (!next) {
        Q_EMIT adviceGiven(adviceFor(next.error()));
        return;
    }
    next->id = core::idText(core::newId());
    core::CaseRecord carrier = *m_draft.base; // binding works on a case
    carrier.materials = next->materials;
    core::CaseRecord loose = carrier;
    loose.materials.removeIf([this](const core::MaterialRecord& material) { // bound when they came
        return std::any_of(m_draft.base->materials.begin(), m_draft.base->materials.end(),
                           [&](const auto& held) { return held.code == material.code && held.pages == material.pages; });
    });
    setBusy(true);
    bindMaterials(m_services, m_shelf, loose, *item())
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
            finish(asPrinted(*written, act));
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
    keepWhatIsTheirs();
    decide(); // a draft that lay open overnight has other deadlines today
    if (const auto asked = mayAsk(); !asked) {
        Q_EMIT adviceGiven(adviceFor(asked.error()));
        return;
    }
    if (m_draft.base)
        return goOn(act());
    const bool accepts = m_verdict.outcome == core::Outcome::Complete || m_verdict.outcome == core::Outcome::Deferrable;
    if (!accepts || !m_verdict.permitted) {
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"verdict.not-permitted"_s, {}}));
        return;
    }
    commit(m_verdict.outcome == core::Outcome::Deferrable ? core::CaseAct::AcceptDeferred : core::CaseAct::Accept);
}

core::Result<std::optional<QDate>> IntakeDesk::waits(core::CaseAct act) const
{
    return core::waitsUntil(act, *item(), m_day.catalogue()->settings(), m_day.today(), m_day.calendar());
}

core::Result<core::ActRecord> IntakeDesk::ending(core::CaseAct act) const
{
    return waits(act).and_then(
        [&](const std::optional<QDate>& until) { return core::buildEnding(m_draft, act, until, m_services.clock->now(), setting()); });
}

/// Whether the visit goes on with a case that is accepted: a notice then says that what was brought falls short.
bool IntakeDesk::isSupplied() const
{
    return m_draft.base && core::isSupplement(m_draft.base->state);
}

bool IntakeDesk::isAnyWrong() const
{
    return std::any_of(m_draft.materials.begin(), m_draft.materials.end(),
                       [](const core::DraftMaterial& material) { return material.status == core::MaterialStatus::Wrong; });
}

core::Result<void> IntakeDesk::mayEnd(core::CaseAct act) const
{
    const auto not_ = [](const QString& code) { return core::fail(core::ErrorKind::InvalidInput, code); };
    if (m_record || m_busy || !item() || m_draft.scenarioCode.isEmpty())
        return not_(u"ending.item-needed"_s);
    if (!faults().isEmpty())
        return not_(u"ending.applicant-needed"_s);
    const auto papers = item()->materialsOf(m_draft.scenarioCode); // what is held for another scenario does not count
    const bool nothingHere = unsorted().isEmpty() && std::none_of(papers.begin(), papers.end(), [this](const auto& material) {
                                 return m_draft.materials.value(material.code).status != core::MaterialStatus::Missing;
                             });
    switch (act) {
    case core::CaseAct::Receive:
        if (item()->silence == core::SilenceRule::OnTheSpot) // 不动产登记暂行条例 art. 17
            return not_(u"ending.on-the-spot"_s);
        if (nothingHere)
            return not_(u"ending.no-papers"_s);
        break;
    case core::CaseAct::NotifyOnce:
        if ((m_verdict.missing.isEmpty() && !core::lacksAuthorisation(m_draft)) || (isSupplied() && !isAnyWrong()))
            return not_(u"ending.nothing-missing"_s);
        break;
    case core::CaseAct::ReceiveDeferred:
        if (m_verdict.missing.isEmpty() && !core::lacksAuthorisation(m_draft))
            return not_(u"ending.nothing-missing"_s);
        if (nothingHere)
            return not_(u"ending.no-papers"_s);
        break;
    case core::CaseAct::Refuse:
        if (m_draft.refusal.reason.trimmed().isEmpty() || m_draft.refusal.basis.trimmed().isEmpty())
            return not_(u"act.refusal"_s);
        if (core::namesAnotherOrgan(m_draft.refusal) && m_draft.refusal.competentOrgan.trimmed().isEmpty())
            return not_(u"act.refusal-organ"_s);
        break;
    default: return not_(u"case.transition"_s);
    }
    if (const auto asked = mayAsk(); !asked && act != core::CaseAct::Refuse)
        return asked;
    return m_draft.base ? ending(act).map([](const core::ActRecord&) {}) : waits(act).map([](const auto&) {});
}

void IntakeDesk::end(core::CaseAct act)
{
    if (m_record || m_busy)
        return;
    keepWhatIsTheirs();
    decide();
    if (const auto may = mayEnd(act); !may) {
        Q_EMIT adviceGiven(adviceFor(may.error()));
        return;
    }
    if (m_draft.base)
        goOn(ending(act));
    else
        commit(act);
}

void IntakeDesk::commit(core::CaseAct act)
{
    const core::Moment now = m_services.clock->now();
    auto built = core::buildRecord(m_draft, *item(), m_verdict, act, now, setting());
    if (!built) {
        Q_EMIT adviceGiven(adviceFor(built.error()));
        return;
    }
    built->waitsUntil = waits(act).value_or(std::nullopt);
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
