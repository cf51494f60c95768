// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/scannerfinder.h"
#include "devices/scanner/scansource.h"

#include <memory>
#include <vector>

namespace devices {

class EsclSource;

/// A scanner by its address, and the certificate it showed.
struct ScannerAddress
{
    QUrl url;
    QByteArray pin; ///< SHA-256; empty: not seen yet
};

/// The scanner that is there: addresses that were used before race with what announces itself on the network and with what
/// hangs on this machine; the first that answers is used, and stays in use while it answers.
class AutomaticSource final : public ScanSource
{
    Q_OBJECT

public:
    struct Plan
    {
        QString worker;       ///< program for scanners on this machine; empty: none
        bool discover = true; ///< listen for announcements
        QList<ScannerAddress> addresses{};
    };

    explicit AutomaticSource(Plan plan);
    ~AutomaticSource() override;

    void start(const devices::ScanOptions& options) override;
    void cancel() override;
    void probe() override;
    void use(int index) override;
    void trust(int index) override;

    [[nodiscard]] QStringList names() const;

Q_SIGNALS:
    /// Worth remembering: it is used, and this is its certificate.
    void used(const devices::ScannerAddress& address);

private:
    struct Candidate
    {
        QString name;
        ScannerAddress address; ///< invalid for the worker
        std::unique_ptr<ScanSource> source;
        bool available = false;
        bool other = false; ///< it shows another certificate than before
    };

    Candidate& add(const QString& name, std::unique_ptr<ScanSource> source);
    bool addEscl(const QString& name, const ScannerAddress& address);
    void forget(const QString& name);
    void availabilityOf(const ScanSource* source, bool available, bool paper);
    [[nodiscard]] bool mayJoin(const QString& name, const QUrl& url);
    void choose();
    [[nodiscard]] int indexOf(const ScanSource* source) const;
    [[nodiscard]] ScanSource* currentSource() const;

    Plan m_plan;
    ScannerFinder m_finder;
    std::vector<Candidate> m_candidates;
    int m_current = -1;
    int m_wanted = -1; ///< chosen by hand
    bool m_begun = false;
    bool m_running = false;
};

} // namespace devices

Q_DECLARE_METATYPE(devices::ScannerAddress)
