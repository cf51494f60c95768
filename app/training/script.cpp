// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/training/script.h"

namespace training {

namespace {
constexpr auto LookInterval = std::chrono::milliseconds(15);
}

Script::Script(QObject* parent) : QObject(parent), m_timer(this)
{
    connect(&m_timer, &QTimer::timeout, this, &Script::look);
}

void Script::add(const QString& name, std::function<void()> act, std::function<bool()> done)
{
    m_steps.append({name, std::move(act), std::move(done)});
}

void Script::start()
{
    m_timer.start(LookInterval);
}

void Script::look()
{
    if (m_current >= 0) {
        const Step& step = m_steps[m_current];
        if (step.done && !step.done()) {
            if (m_since.elapsed() > step.timeoutMs) {
                m_timer.stop();
                Q_EMIT stuck(step.name);
            }
            return;
        }
    }
    if (++m_current >= m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished();
        return;
    }
    const Step& step = m_steps[m_current];
    Q_EMIT stepBegun(step.name);
    m_since.start();
    if (step.act)
        step.act();
}

} // namespace training
