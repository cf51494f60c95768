// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/bytetransport.h"

#include <memory>
#include <vector>

namespace devices {

/// Several ways to a reader in order of preference: the first that opens is used until it goes.
class FirstTransport final : public ByteTransport
{
    Q_OBJECT

public:
    explicit FirstTransport(std::vector<std::unique_ptr<ByteTransport>> ways);
    ~FirstTransport() override;

    /// What was most nearly a reader, when none opens.
    OpenResult open() override;
    void close() override;
    void send(const QByteArray& bytes) override;
    void drain() override;

private:
    std::vector<std::unique_ptr<ByteTransport>> m_ways;
    ByteTransport* m_used = nullptr;
};

} // namespace devices
