// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/keepawake.h"
#include "app/ownstore.h"
#include "app/settings.h"
#include "app/training/traininghall.h"

class QApplication;

/// `yichuang --display` from nothing to a full screen; in training over the made-up hall's back office.
class DisplayRun : public QObject
{
    Q_OBJECT

public:
    /// Changes the settings to fit a training.
    DisplayRun(QApplication& application, Settings& settings);
    ~DisplayRun() override;

    /// In training starts the back office, unless another program's is to be reached.
    core::Result<void> prepare();
    /// Opens key and store off the UI thread, then shows the hall.
    void begin(std::unique_ptr<store::KeyVault> vault);

Q_SIGNALS:
    /// The words are loaded; fails as OwnStore::open does.
    void failed(const core::Error& error);

private:
    void show(const core::Result<OwnStore>& own);

    QApplication& m_application;
    Settings& m_settings;
    std::unique_ptr<training::HallServer> m_server;
    std::unique_ptr<store::KeyVault> m_vault;
    OwnStore m_own;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<HallProgram> m_hall;
    std::unique_ptr<KeepAwake> m_awake;
};
