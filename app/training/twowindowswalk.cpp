// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/uuid7.h"
#include "app/desk/conflictdesk.h"
#include "app/desk/handoverdesk.h"
#include "app/desk/statusdesk.h"
#include "app/training/walkthrough.h"
#include "widgets/shell/signinpage.h"

using namespace Qt::StringLiterals;

namespace training {

// Two windows and one case.

/// What window 5 does to the case meanwhile.
core::ActRecord Walkthrough::actOfWindowFive(int caseIndex, core::CaseAct kind) const
{
    core::ActRecord act;
    act.id = core::idText(core::newId());
    act.caseId = m_caseIds[caseIndex];
    act.act = kind;
    act.window = {u"05"_s, u"5号综合窗口"_s};
    act.clerk = {u"002"_s, u"演练员乙"_s};
    act.at = m_stage.desks.day.now();
    act.reason = u"体检机构停业整修"_s;
    const auto& record = m_stage.desks.records.current();
    if (kind == core::CaseAct::Extend && record && !record->deferred.isEmpty())
        act.until = record->deferred.constFirst().deadline.addDays(14);
    return act;
}

/// The back office goes away; this window does one thing to the case, window 5 another, and both are told the other's.
void Walkthrough::actOnBothSides(int caseIndex, core::CaseAct here, core::CaseAct there)
{
    lookUpOpen(caseIndex);
    m_script.add(u"The back office goes away"_s, [this] { m_stage.server.stop(); });
    const int key = Qt::Key_1 + (here == core::CaseAct::Extend ? 0 : 1);
    m_script.add(
        here == core::CaseAct::Extend ? u"Alt+1: extends the deadline"_s : u"Alt+2: withdraws the application"_s,
        [this, key] {
            m_wanted = m_acted + 1;
            m_hands.press(key, Qt::AltModifier); // leads to the line for the reason
            m_hands.type(u"申请人要求"_s);
            m_hands.press(key, Qt::AltModifier);
        },
        [this] { return m_acted >= m_wanted; });
    m_script.add(u"Window 5 does something else with it"_s, [this, caseIndex, there] {
        if (!m_stage.server.actElsewhere(actOfWindowFive(caseIndex, there).toJson()))
            say(u"refused"_s);
    });
    m_script.add(
        u"The back office is back"_s,
        [this] {
            const auto started = m_stage.server.start();
            if (!started)
                say(started.error().code);
            m_hands.press(Qt::Key_0, Qt::ControlModifier);
        },
        [this] {
            return m_stage.desks.status.isOnline() && m_stage.desks.conflict.standoff().has_value() && m_stage.desks.conflict.theirs() &&
                   !m_stage.desks.conflict.theirActs().isEmpty();
        });
}

void Walkthrough::buildConflict()
{
    deferFor(0, u"tysb"_s, 0, 3);
    finishNumber();
    deferFor(2, u"gllr"_s, 0, 2);
    finishNumber();
    actOnBothSides(0, core::CaseAct::Extend, core::CaseAct::Withdraw);
    picture(u"conflict"_s);
    m_script.add(
        u"F12: takes what the back office has"_s, [this] { m_hands.press(Qt::Key_F12); },
        [this] { return !m_stage.desks.conflict.standoff() && m_stage.desks.status.waiting() == 0; });
    picture(u"theirs-taken"_s);
    lookUp(0, core::CaseState::Withdrawn, u"withdrawn-elsewhere"_s);
}

/// Half an intake goes to window 5; its clerk takes it there, with its pages, and ends it.
void Walkthrough::buildHandover()
{
    callNext();
    chooseItem(u"gllr"_s, 0);
    layCard(0, u"The applicant lays the card down"_s);
    typePhone(0);
    scanMaterial(u"高龄老人生活补贴申请表"_s, 2);
    m_script.add(
        u"Ctrl+5: today"_s, [this] { m_hands.press(Qt::Key_5, Qt::ControlModifier); },
        [this] { return m_stage.desks.cases.draftAt(0).has_value(); });
    m_script.add(u"Alt+3: hands it over to window 5"_s,
                 [this] {
                     m_hands.press(Qt::Key_3, Qt::AltModifier);
                     m_hands.type(u"05"_s);
                     m_hands.press(Qt::Key_Return);
                     m_hands.type(u"申请人改到5号窗口办理"_s);
                 },
                 {});
    picture(u"hand-over"_s);
    m_script.add(
        u"F12: hands it over"_s, [this] { m_hands.press(Qt::Key_F12); },
        [this] { return !m_stage.desks.cases.draftAt(0) && m_stage.desks.status.waiting() == 0; });
    finishNumber();
    m_script.add(
        u"Ctrl+L: window 3 is left"_s, [this] { m_hands.press(Qt::Key_L, Qt::ControlModifier); },
        [this] { return !m_stage.desks.day.isSignedIn(); });
    m_script.add(
        u"Another clerk signs in at window 5"_s,
        [this] {
            m_stage.window.signInPage().setWindowCode(u"05"_s);
            m_stage.window.signInPage().setClerk(u"002"_s);
            m_stage.window.signInPage().focusWork();
            m_hands.type(u"training"_s);
            m_hands.press(Qt::Key_F12);
        },
        [this] { return m_stage.desks.day.isSignedIn() && m_stage.desks.handover.incoming().size() == 1; });
    m_script.add(
        u"Ctrl+5: what came from window 3"_s, [this] { m_hands.press(Qt::Key_5, Qt::ControlModifier); },
        [this] { return m_stage.desks.cases.rowCount() == 1; });
    picture(u"handed-over"_s);
    m_script.add(
        u"Enter: takes it"_s, [this] { m_hands.press(Qt::Key_Return); },
        [this] {
            const auto pages = m_stage.desks.intake.draft().materials.value(u"app"_s).pages;
            return pages.size() == 2 && !m_stage.desks.intake.thumbnail(pages[1].sha256).isNull();
        });
    picture(u"taken"_s);
    m_script.add({}, [this] {
        while (m_stage.window.focusWidget() && !m_stage.window.focusWidget()->inherits("widgets::ChecklistView"))
            m_hands.press(Qt::Key_Return);
        m_hands.press(Qt::Key_Home);
        for (int paper = 0; paper < 2; ++paper) {
            m_hands.press(Qt::Key_Down);
            m_hands.press(Qt::Key_Space);
        }
    });
    finishByKey(u"F12: accepts and prints"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"accepted-at-window-5"_s);
    m_script.add({}, {}, [this] { return m_stage.desks.status.waiting() == 0; });
}

void Walkthrough::lookUpOpen(int caseIndex)
{
    m_script.add(
        u"Ctrl+4: looks the case up"_s,
        [this, caseIndex] {
            m_hands.press(Qt::Key_4, Qt::ControlModifier);
            m_hands.press(Qt::Key_A, Qt::ControlModifier);
            m_hands.type(m_printed.value(m_caseIds[caseIndex]).constFirst().number);
        },
        [this, caseIndex] {
            const auto& current = m_stage.desks.records.current();
            return current && current->id == m_caseIds[caseIndex];
        });
}

} // namespace training
