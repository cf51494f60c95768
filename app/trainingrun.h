// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/settings.h"
#include "app/training/bench.h"
#include "app/training/walkthrough.h"

#include <QPointer>

/// Training mode put together: the made-up hall's back office, simulated reader and scanner, and either the counter
/// window beside the program or the walkthrough.
class TrainingRun
{
public:
    explicit TrainingRun(Settings& settings);
    ~TrainingRun();

    /// Starts the back office and the simulators; changes the settings to fit.
    core::Result<void> prepare();
    [[nodiscard]] core::Result<ClientOptions> clientOptions() const;
    void begin(Client& client);

private:
    Settings& m_settings;
    std::unique_ptr<training::HallServer> m_server;
    std::shared_ptr<devices::SimulatedSam> m_sam;
    QThread m_simulators;
    devices::EsclSimulator* m_scanner = nullptr;
    std::shared_ptr<QPointer<devices::SimulatedCamera>> m_camera; ///< lives with the client
    std::unique_ptr<syncing::ApiClient> m_inspector;
    std::unique_ptr<training::Bench> m_bench;
    std::unique_ptr<training::Walkthrough> m_walkthrough;
};
