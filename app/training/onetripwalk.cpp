// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/statusdesk.h"
#include "app/training/walkthrough.h"

using namespace Qt::StringLiterals;

namespace training {

// One trip: several items in one visit, and what was submitted online.

void Walkthrough::buildBundle()
{
    callNext();
    m_script.add(u"Finds the bundle by \"xsecs\""_s, [this] { m_hands.type(u"xsecs"_s); });
    picture(u"find-bundle"_s);
    m_script.add({}, [this] { m_hands.press(Qt::Key_Return); }, [this] { return m_stage.desks.intake.bundle() != nullptr; });
    layCard(1, u"The applicant lays the card down"_s);
    typePhone(1);
    scanMaterial(u"生育登记表"_s, 1);
    nextMaterial();
    scanMaterial(u"身份证明"_s, 2);
    nextMaterial();
    scanMaterial(u"结婚证"_s, 1);
    picture(u"first-of-bundle"_s);
    finishByKey(u"F12: accepts the first and prints"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"first-accepted"_s);
    const QList<std::pair<QString, int>> rest{{u"参保登记表"_s, 1}, {u"户口迁移申请表"_s, 1}};
    for (qsizetype i = 0; i < rest.size(); ++i) {
        m_script.add(
            u"F12: the next item of the bundle"_s, [this] { m_hands.press(Qt::Key_F12); },
            [this, i] { return m_stage.desks.intake.draft().bundleStep == i + 1 && !m_stage.desks.intake.record(); });
        m_script.add({}, {}, [this] { return m_stage.desks.intake.spared() > 0; });
        m_script.add({}, [this] {
            while (m_stage.window.focusWidget() && !m_stage.window.focusWidget()->inherits("widgets::ChecklistView"))
                m_hands.press(Qt::Key_Return);
            m_hands.press(Qt::Key_Home);
        });
        scanMaterial(rest[i].first, rest[i].second);
        if (i == 1) {
            nextMaterial();
            nextMaterial();
            scanMaterial(u"居民户口簿"_s, 1);
        }
        picture(i == 0 ? u"second-of-bundle"_s : u"third-of-bundle"_s);
        finishByKey(u"F12: accepts it and prints"_s, Qt::Key_F12, Qt::NoModifier);
    }
    picture(u"bundle-done"_s);
    finishNumber();
}

void Walkthrough::buildPrefiling()
{
    callNext();
    layCard(4, u"The applicant lays the card down, before anything is chosen"_s);
    m_script.add({}, {}, [this] { return m_stage.desks.intake.prefiling() != nullptr; });
    picture(u"submitted-online"_s);
    m_script.add(
        u"Alt+0: takes over what was submitted online"_s, [this] { m_hands.press(Qt::Key_0, Qt::AltModifier); },
        [this] { return !m_stage.desks.intake.draft().prefiling.isEmpty() && m_stage.desks.intake.spared() == 2; });
    m_script.add({}, {}, [this] {
        const auto pages = m_stage.desks.intake.draft().materials.value(u"m3"_s).pages;
        return pages.size() == 2 && !m_stage.desks.intake.thumbnail(pages[1].sha256).isNull(); // its files are here
    });
    picture(u"taken-over"_s);
    m_script.add(u"Space: the identity document has been seen"_s, [this] {
        m_hands.press(Qt::Key_Home);
        m_hands.press(Qt::Key_Down);
        m_hands.press(Qt::Key_Space);
    });
    finishByKey(u"F12: accepts and prints"_s, Qt::Key_F12, Qt::NoModifier);
    picture(u"accepted-from-online"_s);
    finishNumber();
}

} // namespace training
