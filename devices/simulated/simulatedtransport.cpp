// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/simulated/simulatedtransport.h"

#include <QTimer>

namespace devices {

SimulatedTransport::SimulatedTransport(std::shared_ptr<SimulatedSam> sam, int delayMs) : m_sam(std::move(sam)), m_delayMs(delayMs) {}

void SimulatedTransport::send(const QByteArray& bytes)
{
    const QByteArray answer = m_sam->exchange(bytes);
    if (answer.isEmpty())
        return;
    QTimer::singleShot(m_delayMs, this, [this, answer, generation = m_generation] {
        if (generation != m_generation)
            return;
        const qsizetype half = answer.size() / 2;
        Q_EMIT received(answer.first(half));
        if (generation == m_generation)
            Q_EMIT received(answer.sliced(half));
    });
}

} // namespace devices
