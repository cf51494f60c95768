// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/intakedesk.h"
#include "devices/scanner/scansource.h"

#include <QThreadPool>

namespace desk {

/// Brings pages from the scanner into the intake: checked, sealed on disk, then shown. Lives on the UI thread; pages are
/// worked on in the pool.
class CaptureDesk : public QObject
{
    Q_OBJECT

public:
    /// `source` lives on a device thread.
    CaptureDesk(Services& services, IntakeDesk& intake, devices::ScanSource& source);

    /// Scans to a material.
    void scanTo(const QString& materialCode);
    /// Scans one page in the place of another; further pages of a feeder come after the material's last.
    void scanAgain(const QString& materialCode, const QString& replaced);
    [[nodiscard]] bool isReplacing(const QString& sha256) const { return m_scanning && m_replaced == sha256; }
    void cancel();
    [[nodiscard]] bool isScanning() const { return m_scanning; }
    [[nodiscard]] bool isAvailable() const { return m_available; }
    /// What the next scan asks of the scanner; remembered.
    [[nodiscard]] const devices::ScanOptions& options() const { return m_options; }
    void setOptions(const devices::ScanOptions& options);
    /// Scanners to choose from; one without a name hangs on this machine.
    [[nodiscard]] QStringList scanners() const { return m_scanners; }
    [[nodiscard]] int currentScanner() const { return m_currentScanner; }
    void useScanner(int index);
    /// The scanner was replaced: its new certificate is the right one.
    void trustScanner(int index);

Q_SIGNALS:
    void scanningChanged(bool scanning);
    void availabilityChanged(bool available);
    void scannersChanged();
    void optionsChanged();
    /// A page is on disk and in the draft.
    void pageTaken(const QString& materialCode, const store::Page& page);
    /// `whole`: nothing was left in the feeder.
    void ended(int pages, bool whole);
    void adviceGiven(const desk::Advice& advice);

private:
    void take(const QByteArray& bytes, const QString& mediaType);
    void attach(const SealedPage& taken);
    void scanEnded(devices::ScanEnd end, int pages);
    void settleEnd();

    Services& m_services;
    IntakeDesk& m_intake;
    devices::ScanSource& m_source;
    devices::ScanOptions m_options;
    QString m_caseId;
    QString m_material;
    QString m_replaced; ///< the page that is being scanned again
    QThreadPool m_pool; ///< one thread: pages keep their order
    bool m_scanning = false;
    bool m_available = false;
    QStringList m_scanners;
    int m_currentScanner = -1;
    int m_inHand = 0; ///< pages that arrived and are not stored yet
    int m_stored = 0;
    std::optional<devices::ScanEnd> m_end;
};

} // namespace desk
