// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/uuid7.h"
#include "app/desk/capturedesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/walkthrough.h"

using namespace Qt::StringLiterals;

namespace training {

// A deferred case until its result is handed out.

/// The applicant is back with what was missing.
void Walkthrough::buildSupplement()
{
    m_script.add(
        u"Shift+F2: finishes the number"_s,
        [this] {
            m_wanted = m_finished + 1;
            m_hands.press(Qt::Key_F2, Qt::ShiftModifier);
        },
        [this] { return m_finished >= m_wanted && m_stage.desks.status.waiting() == 0; });
    m_script.add(
        u"Ctrl+2: what is still owed"_s, [this] { m_hands.press(Qt::Key_2, Qt::ControlModifier); },
        [this] { return m_stage.desks.records.followUps().rowCount() == 1 && m_stage.desks.records.current().has_value(); });
    picture(u"to-be-completed"_s);
    m_script.add(
        u"Alt+1 without a reason"_s, [this] { m_hands.press(Qt::Key_1, Qt::AltModifier); },
        [this] { return !m_stage.window.message().isEmpty(); });
    picture(u"reason-needed"_s);
    m_script.add(
        u"Alt+1: extends the deadline, with the reason"_s,
        [this] {
            m_hands.type(u"体检机构停业整修"_s);
            m_hands.press(Qt::Key_1, Qt::AltModifier);
        },
        [this] { return m_stage.desks.records.current()->extended && m_stage.desks.status.waiting() == 0; });
    picture(u"extended"_s);
    m_script.add(
        u"F12: goes on with the case"_s, [this] { m_hands.press(Qt::Key_F12); },
        [this] { return m_stage.desks.intake.draft().base.has_value(); });
    picture(u"supplement"_s);
    scanMaterial(u"从业人员健康证明"_s, 1);
    picture(u"supplement-complete"_s);
    finishByKey(u"F12: takes the supplement and prints the slip"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"supplement-taken"_s);
    m_script.add({}, {}, [this] { return m_stage.desks.status.waiting() == 0; });
}

void Walkthrough::departmentDoes(const QString& act, const QString& result)
{
    const auto there = std::make_shared<bool>(false);
    m_script.add(
        u"The department: %1"_s.arg(act),
        [=, this] {
            const QJsonObject who{{u"clerk"_s, u"900"_s}, {u"password"_s, u"training"_s}, {u"window"_s, u"12"_s}, {u"takeOver"_s, true}};
            m_stage.inspector.call(syncing::ApiCall::post(u"sessions"_s, who)).then(this, [=, this](const syncing::ApiResult& session) {
                if (!session)
                    return;
                m_stage.inspector.setTokens({session->json()[u"accessToken"_s].toString(), session->json()[u"refreshToken"_s].toString()});
                core::ActRecord record;
                record.id = core::idText(core::newId());
                record.caseId = m_caseIds.constLast();
                record.act = core::caseActFromWire(act).value_or(core::CaseAct::StartReview);
                record.clerk = {u"D01"_s, u"审批科"_s};
                record.window = {u"D"_s, u"后台"_s};
                record.at = m_stage.desks.day.now();
                record.result = result;
                m_stage.inspector.call(syncing::ApiCall::put(u"cases/%1/acts/%2"_s.arg(record.caseId, record.id), record.toJson()))
                    .then(this, [there](const syncing::ApiResult& reply) { *there = reply.has_value(); });
            });
        },
        [there] { return *there; });
}

void Walkthrough::buildDecision()
{
    departmentDoes(u"start-review"_s);
    departmentDoes(u"decide"_s, u"granted"_s);
}

void Walkthrough::buildDelivery()
{
    m_script.add(
        u"Ctrl+3: what is ready to be handed out"_s, [this] { m_hands.press(Qt::Key_3, Qt::ControlModifier); },
        [this] {
            return m_stage.desks.records.deliveries().rowCount() == 1 && m_stage.desks.records.current()->state == core::CaseState::Decided;
        });
    m_script.add(
        u"The agent lays the card down"_s,
        [this] {
            m_stage.sam->removeCard();
            m_stage.sam->layCard(m_people[1].card);
        },
        [this, ticks = std::make_shared<int>(0)] { return m_stage.desks.records.deliveries().rowCount() == 1 && ++*ticks > 60; });
    picture(u"hand-out"_s);
    m_script.add(
        u"F12: hands the result out"_s,
        [this] {
            m_stage.sam->removeCard();
            m_hands.press(Qt::Key_F12);
        },
        [this] { return m_delivered == 1 && m_stage.desks.status.waiting() == 0; });
    picture(u"handed-out"_s);
}

void Walkthrough::buildLookUp()
{
    m_script.add(
        u"Ctrl+4: looks the case up"_s,
        [this] {
            const QString number = m_stage.desks.records.current()->number;
            m_hands.press(Qt::Key_4, Qt::ControlModifier);
            m_hands.type(number);
        },
        [this] {
            return m_stage.desks.records.found().rowCount() == 1 && m_stage.desks.records.current() &&
                   m_stage.desks.records.history().size() == 5;
        });
    picture(u"looked-up"_s);
}

} // namespace training
