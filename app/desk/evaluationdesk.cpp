// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/evaluationdesk.h"

#include "app/store/evaluations.h"

namespace desk {

namespace {
constexpr auto RatingPatience = std::chrono::seconds(60);
}

EvaluationDesk::EvaluationDesk(Services& services, WorkDay& day, QueueDesk& queue, IntakeDesk& intake)
    : m_services(services), m_day(day), m_queue(queue)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(RatingPatience);
    connect(&m_patience, &QTimer::timeout, this, &EvaluationDesk::stop);
    connect(&intake, &IntakeDesk::accepted, this, &EvaluationDesk::accepted);
    connect(&intake, &IntakeDesk::visitBegun, this, [this] {
        m_last = {};
        stop();
    });
    connect(&queue, &QueueDesk::left, this, &EvaluationDesk::stop); // the next one is not asked about the last
    connect(&day, &WorkDay::signedOut, this, &EvaluationDesk::stop);
}

void EvaluationDesk::setPadPresent(bool present)
{
    m_padPresent = present;
    if (!present)
        stop();
}

void EvaluationDesk::accepted(const core::CaseRecord& record)
{
    if (!m_day.isSignedIn())
        return;
    const syncing::Workplace& here = m_day.workplace();
    const bool ours = record.clerk.code == here.clerk.code || record.window.code == here.window.code;
    if (ours)
        m_last = {core::EvaluationOf::Case, record.id, record.item.name};
    else if (m_queue.ticket()) // a case that somebody else took in: what they say is about this visit
        m_last = {core::EvaluationOf::Ticket, m_queue.ticket()->id, record.item.name};
    else
        m_last = {};
    m_visit = m_queue.ticket() ? m_queue.ticket()->id : record.id;
    ask(m_last);
}

void EvaluationDesk::ask(const core::GivenEvaluation& about)
{
    if (!m_padPresent || about.subject.isEmpty() || m_given.contains(m_visit))
        return;
    m_asked = about;
    m_patience.start();
    Q_EMIT askingChanged(true);
}

void EvaluationDesk::askAgain()
{
    ask(m_last);
    if (!isAsking())
        Q_EMIT notPossible();
}

void EvaluationDesk::stop()
{
    m_patience.stop();
    if (!isAsking())
        return;
    m_asked = {};
    Q_EMIT askingChanged(false);
}

void EvaluationDesk::decline()
{
    m_given.insert(m_visit); // asked and answered
    stop();
}

void EvaluationDesk::give(int level)
{
    if (!isAsking() || !m_day.isSignedIn())
        return;
    core::GivenEvaluation given = m_asked;
    const core::Moment now = m_services.clock->now();
    given.level = level;
    given.at = now.time;
    m_given.insert(m_visit);
    stop();
    m_services.store
        ->write([given, clerk = m_day.workplace().clerk.code, now](store::Session& session) {
            return store::commitEvaluation(session, given, clerk, now);
        })
        .then(this, [this](const core::Result<void>& kept) {
            if (!kept)
                return Q_EMIT adviceGiven(adviceFor(kept.error()));
            m_services.courier.wake();
            Q_EMIT this->given();
        });
}

} // namespace desk
