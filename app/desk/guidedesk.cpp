// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/guidedesk.h"

#include "app/core/uuid7.h"
#include "app/store/drafts.h"
#include "app/store/enquiries.h"

#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

GuideDesk::GuideDesk(Services& services, WorkDay& day, IntakeDesk& intake) : m_services(services), m_day(day), m_intake(intake)
{
    connect(&intake, &IntakeDesk::visitBegun, this, [this] {
        m_itemCode.clear();
        m_remark.clear();
        m_printed = false;
        follow();
    });
    connect(&intake, &IntakeDesk::changed, this, &GuideDesk::follow);
}

/// Answers are about one item: another one is asked about anew.
void GuideDesk::follow()
{
    m_warned = false;
    const QString code = item() ? item()->code : QString();
    if (std::exchange(m_itemCode, code) != code)
        m_answers.clear();
    Q_EMIT changed();
}

bool GuideDesk::mayChoose() const
{
    return item() && !m_intake.record() && !m_intake.draft().base && !m_intake.isBusy();
}

core::QuestionPath GuideDesk::path() const
{
    return item() ? core::pathOf(*item(), m_answers) : core::QuestionPath();
}

QString GuideDesk::scenario() const
{
    const QString chosen = m_intake.draft().scenarioCode;
    return m_answers.isEmpty() && !chosen.isEmpty() ? chosen : path().decided();
}

QList<core::GuideMaterial> GuideDesk::materials() const
{
    if (!item())
        return {};
    return core::materialsOf(*item(), scenario().isEmpty() ? path().scenarios : QStringList{scenario()});
}

void GuideDesk::answer(int place)
{
    const core::QuestionPath now = path();
    if (!mayChoose() || !now.open || place < 0 || place >= now.open->answers.size())
        return;
    m_answers.append(place);
    Q_EMIT changed();
}

void GuideDesk::takeAnswerBack()
{
    if (m_answers.isEmpty())
        return;
    m_answers.removeLast();
    Q_EMIT changed();
}

void GuideDesk::setRemark(const QString& remark)
{
    m_remark = remark;
}

bool GuideDesk::takeScenario()
{
    const QString code = scenario();
    if (code.isEmpty())
        Q_EMIT adviceGiven({tr("The scenario is not decided yet."), tr("Answer the question with its digit."), {}});
    else if (mayChoose())
        m_intake.chooseScenario(code);
    return !code.isEmpty();
}

void GuideDesk::print()
{
    const core::Scenario* chosen = item() ? item()->scenario(scenario()) : nullptr;
    if (!chosen)
        return Q_EMIT adviceGiven({tr("A checklist is made for one scenario, which is not decided yet."),
                                   tr("Answer the question with its digit, then press Ctrl+P."),
                                   {}});
    if (std::exchange(m_busy, true))
        return;
    QtConcurrent::run([renderer = m_services.renderer, output = m_services.output, item = *item(), scenario = *chosen, hall = m_day.hall(),
                       today = m_day.today()] {
        return renderer->renderChecklist(item, scenario, hall, today).and_then([&](const documents::Paper& paper) {
            return output->put(paper);
        });
    }).then(this, [this, caseId = m_intake.draft().caseId](const core::Result<void>& done) {
        m_busy = false;
        if (done && m_intake.draft().caseId == caseId)
            m_printed = true;
        if (done)
            Q_EMIT printed();
        else
            Q_EMIT adviceGiven(adviceFor(done.error()));
    });
}

/// Whether papers were taken in that an enquiry would throw away.
bool GuideDesk::holdsPapers() const
{
    const auto& materials = m_intake.draft().materials;
    return std::any_of(materials.begin(), materials.end(), [](const core::DraftMaterial& material) {
        return !material.pages.isEmpty() || material.status != core::MaterialStatus::Missing;
    });
}

core::Enquiry GuideDesk::enquiry() const
{
    const core::Moment now = m_services.clock->now();
    const core::Scenario* chosen = item()->scenario(scenario());
    return {core::idText(core::newId()),
            {item()->code, item()->name},
            chosen ? core::NamedCode{chosen->code, chosen->name} : core::NamedCode(),
            m_printed,
            m_remark.trimmed().left(core::LongestRemark),
            now.time,
            now.offline,
            m_day.workplace().window.code,
            m_day.workplace().clerk.code};
}

void GuideDesk::endAsEnquiry()
{
    if (m_busy || !m_day.isSignedIn() || !item())
        return;
    if (!mayChoose())
        return Q_EMIT adviceGiven({tr("This visit is about a case: it does not end as an enquiry."), tr("F2 finishes it."), {}});
    if (core::namesSomebody(m_remark))
        return Q_EMIT adviceGiven(
            {tr("The remark holds a number of a phone or certificate."), tr("Take it out: an enquiry names nobody."), {}});
    if (holdsPapers() && !std::exchange(m_warned, true))
        return Q_EMIT adviceGiven({tr("Papers were taken in already; an enquiry throws them away."),
                                   tr("Press Alt+1 again to do so, or Esc to go on with the application."),
                                   {}});
    m_busy = true;
    const core::Moment now = m_services.clock->now();
    const QString caseId = m_intake.draft().caseId;
    m_services.store
        ->write([enquiry = enquiry(), clerk = m_day.workplace().clerk.code, now, caseId](store::Session& session) {
            return store::commitEnquiry(session, enquiry, clerk, now).and_then([&] { return store::discardDraft(session, caseId); });
        })
        .then([store = m_services.store](const core::Result<QStringList>& files) { // on the store's thread
            return files.map([&](const QStringList& names) { removePages(*store, names); });
        })
        .then(this, [this, caseId](const core::Result<void>& written) {
            m_busy = false;
            if (!written)
                return Q_EMIT adviceGiven(adviceFor(written.error()));
            m_services.courier.wake();
            leave(caseId);
        });
}

/// The ticket stays: it is finished as any other.
void GuideDesk::leave(const QString& caseId)
{
    const core::IntakeDraft& draft = m_intake.draft();
    if (draft.caseId == caseId) {
        std::optional<core::Ticket> ticket;
        if (!draft.ticketId.isEmpty()) {
            ticket.emplace();
            ticket->id = draft.ticketId;
            ticket->number = draft.ticketNumber;
        }
        m_intake.discard(ticket);
    }
    Q_EMIT ended();
}

} // namespace desk
