// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/composition.h"
#include "app/training/hands.h"
#include "app/training/traininghall.h"
#include "devices/simulated/esclsimulator.h"
#include "devices/simulated/simulatedcamera.h"

#include <QTemporaryDir>
#include <QTest>

#include <memory>

/// A window of the training hall on a real store and a real back office, worked by keys; begun anew for every test.
class Counter : public QObject
{
    Q_OBJECT

protected:
    /// Starts the window on its store and signs in.
    void startClient();
    /// Where the window finds its back office.
    [[nodiscard]] virtual QUrl backOffice() { return m_server->url(); }
    /// Somebody else takes the seat.
    void signInAgain(const QString& clerk) const;
    void chooseItem() const;
    void chooseFoodLicence() const;
    void fillIn() const;
    /// A food licence of an organisation with its key materials there and the secondary ones missing.
    void bringADeferrableCase() const;
    void seeAllPapers() const;
    /// In the back office's own database; the first column of the first row, if any.
    QVariant inTheHall(const QString& sql, const QVariantList& values = {}) const;
    /// Kept where somebody wants to look at it: in the folder YICHUANG_PICTURES.
    void picture(const QString& name) const;
    [[nodiscard]] desk::IntakeDesk& intake() const { return m_client->desks().intake; }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<training::HallServer> m_server;
    std::unique_ptr<widgets::Theme> m_theme;
    std::unique_ptr<devices::EsclSimulator> m_scanner;
    quint16 m_scannerPort = 0;
    devices::SimulatedCamera* m_camera = nullptr; ///< lives with the client
    std::unique_ptr<Client> m_client;
    std::unique_ptr<training::Hands> m_hands;

protected Q_SLOTS:
    void init();
    void cleanup();
};
