// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/bytetransport.h"
#include "devices/simulated/simulatedsam.h"

#include <memory>

namespace devices {

/// A reader in memory: answers after a moment, in two pieces, as a real one does.
class SimulatedTransport final : public ByteTransport
{
    Q_OBJECT

public:
    explicit SimulatedTransport(std::shared_ptr<SimulatedSam> sam, int delayMs = 5);

    OpenResult open() override { return OpenResult::Opened; }
    void close() override { ++m_generation; }
    void send(const QByteArray& bytes) override;
    void drain() override { ++m_generation; }

private:
    std::shared_ptr<SimulatedSam> m_sam;
    int m_delayMs;
    int m_generation = 0;
};

} // namespace devices
