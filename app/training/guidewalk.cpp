// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/walkthrough.h"

using namespace Qt::StringLiterals;

namespace training {

/// Looks something up for the applicant, and goes on in the same field.
void Walkthrough::lookAtGuide()
{
    const auto inGuide = [this] { return m_stage.window.focusWidget() && m_stage.window.focusWidget()->inherits("widgets::GuidePane"); };
    m_script.add(u"Ctrl+G: looks at the guide to the item"_s, [this] { m_hands.press(Qt::Key_G, Qt::ControlModifier); }, inGuide);
    m_script.add({}, {}, [ticks = std::make_shared<int>(0)] { return ++*ticks > 5; }); // it is laid out
    picture(u"guide"_s);
    m_script.add(u"1, 2: answers its questions"_s, [this] {
        m_hands.press(Qt::Key_1);
        m_hands.press(Qt::Key_2);
    });
    m_script.add({}, {}, [ticks = std::make_shared<int>(0)] { return ++*ticks > 5; });
    picture(u"guide-answered"_s);
    m_script.add(u"Esc: goes on where the work was"_s, [this] { m_hands.press(Qt::Key_Escape); }, [inGuide] { return !inGuide(); });
}

} // namespace training
