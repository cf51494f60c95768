// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/statusdesk.h"
#include "app/training/walkthrough.h"

using namespace Qt::StringLiterals;

namespace training {

// What time does to cases, and the endings that are no acceptance.

void Walkthrough::typePhone(int person)
{
    m_script.add(u"Types the phone number"_s, [this, person] {
        m_hands.press(Qt::Key_A, Qt::ControlModifier);
        m_hands.type(m_people[person].phone);
        m_hands.press(Qt::Key_Return);
        m_hands.press(Qt::Key_Return);
    });
}

void Walkthrough::seePapers(int count)
{
    m_script.add(u"Space: %1 paper(s) have been seen"_s.arg(count), [this, count] {
        for (int paper = 0; paper < count; ++paper) {
            m_hands.press(Qt::Key_Space);
            m_hands.press(Qt::Key_Down);
        }
    });
}

void Walkthrough::finishNumber()
{
    m_script.add(
        u"Shift+F2: finishes the number"_s,
        [this] {
            m_wanted = m_finished + 1;
            m_hands.press(Qt::Key_F2, Qt::ShiftModifier);
        },
        [this] { return m_finished >= m_wanted && m_stage.desks.status.waiting() == 0; });
}

void Walkthrough::deferFor(int person, const QString& query, int scenario, int papers)
{
    callNext();
    chooseItem(query, scenario);
    layCard(person, u"The applicant lays the card down"_s);
    typePhone(person);
    seePapers(papers);
    m_script.add(
        u"Alt+2: the applicant agrees to sign the commitment"_s, [this] { m_hands.press(Qt::Key_2, Qt::AltModifier); },
        [this] { return m_stage.desks.intake.verdict().permitted; });
    finishByKey(u"F12: accepts with deferral and prints"_s, Qt::Key_F12, Qt::NoModifier);
}

void Walkthrough::passDays(int days)
{
    m_script.add(u"%1 days pass"_s.arg(days),
                 [this, days] { m_stage.server.letTimePass(m_stage.desks.day.now().addDays(days).toMSecsSinceEpoch()); });
}

void Walkthrough::lookUp(int caseIndex, core::CaseState state, const QString& name)
{
    m_script.add(
        u"Ctrl+4: looks the case up"_s,
        [this, caseIndex] {
            m_hands.press(Qt::Key_4, Qt::ControlModifier);
            m_hands.press(Qt::Key_A, Qt::ControlModifier);
            m_hands.type(m_printed.value(m_caseIds[caseIndex]).constFirst().number);
        },
        [this, caseIndex, state] {
            const auto& current = m_stage.desks.records.current();
            return current && current->id == m_caseIds[caseIndex] && current->state == state && !m_stage.desks.records.history().isEmpty();
        });
    picture(name);
}

void Walkthrough::buildExpiry()
{
    deferFor(0, u"tysb"_s, 0, 3); // ends the case
    finishNumber();
    deferFor(2, u"gllr"_s, 0, 2); // returns it
    finishNumber();
    deferFor(3, u"njgz"_s, 0, 4); // suspends it, then returns it
    finishNumber();
    passDays(40);
    lookUp(0, core::CaseState::Terminated, u"terminated"_s);
    lookUp(1, core::CaseState::Returned, u"returned"_s);
    lookUp(2, core::CaseState::AcceptedDeferred, u"suspended"_s);
    m_script.add({}, {}, [this] { return m_stage.desks.records.current()->suspendedSince.has_value(); });
    passDays(80);
    lookUp(2, core::CaseState::Returned, u"returned-after-suspension"_s);
    callNext();
    chooseItem(u"gllr"_s, 0);
    layCard(0, u"Somebody whose commitment was broken lays the card down"_s);
    typePhone(0);
    seePapers(2);
    m_script.add({}, {}, [this] { return m_stage.desks.intake.verdict().hasReason(u"credit.barred"_s); });
    picture(u"barred"_s);
    m_script.add(u"F2 twice: keeps it as a draft"_s, [this] { m_hands.press(Qt::Key_F2); });
    m_script.add(
        {},
        [this] {
            m_wanted = m_called + 1;
            m_hands.press(Qt::Key_F2);
        },
        [this] { return m_called >= m_wanted && !m_stage.desks.queue.isBusy(); });
    finishNumber();
}

void Walkthrough::chooseEnding(int digit)
{
    m_script.add(u"Alt+1, %1: another ending"_s.arg(digit), [this, digit] {
        m_hands.press(Qt::Key_1, Qt::AltModifier);
        m_hands.press(Qt::Key_0 + digit);
    });
}

void Walkthrough::buildRefusal()
{
    callNext();
    chooseItem(u"gllr"_s, 0);
    layCard(0, u"The applicant lays the card down"_s);
    typePhone(0);
    chooseEnding(4);
    m_script.add(
        u"F12 before anything is said"_s, [this] { m_hands.press(Qt::Key_F12); },
        [this] { return !m_stage.window.message().isEmpty() && !m_stage.desks.intake.record(); });
    picture(u"refusal-needs-reason"_s);
    m_script.add(u"The ground, and who is competent"_s, [this] {
        m_hands.press(Qt::Key_Escape);
        m_hands.press(Qt::Key_Return);
        m_hands.press(Qt::Key_Down);
        for (int line = 0; line < 3; ++line)
            m_hands.press(Qt::Key_Return);
        m_hands.type(u"样例市民政局"_s);
    });
    picture(u"refusal"_s);
    finishByKey(u"F12: refuses and prints"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"refused"_s);
    finishNumber();
}

void Walkthrough::buildDeferredReceipt()
{
    callNext();
    chooseItem(u"bdczy"_s, 0);
    layCard(2, u"The applicant lays the card down"_s);
    typePhone(2);
    seePapers(2);
    chooseEnding(2);
    picture(u"deferred-receipt"_s);
    finishByKey(u"F12: keeps the papers"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"papers-kept"_s);
    finishNumber();
}

void Walkthrough::buildSilence()
{
    callNext();
    chooseItem(u"hkqy"_s, 0);
    layCard(3, u"The applicant lays the card down"_s);
    typePhone(3);
    seePapers(2);
    chooseEnding(3);
    picture(u"receive"_s);
    finishByKey(u"F12: receives the papers, to be examined later"_s, Qt::Key_F12, Qt::NoModifier);
    finishNumber();
    m_script.add(
        u"Ctrl+2: what waits for an answer"_s, [this] { m_hands.press(Qt::Key_2, Qt::ControlModifier); },
        [this] { return m_stage.desks.records.followUps().rowCount() == 2; });
    picture(u"waiting"_s);
    passDays(20);
    lookUp(2, core::CaseState::Accepted, u"accepted-by-silence"_s);
}

} // namespace training
