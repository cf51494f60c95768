// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/scannerfinder.h"
#include "devices/scanner/scansource.h"

#include <memory>
#include <optional>
#include <vector>

namespace devices {

class EsclSource;

/// A scanner by its address, and the certificate it showed.
struct ScannerAddress
{
    QUrl url;       ///< invalid: it hangs on this machine
    QByteArray pin; ///< SHA-256; empty: not seen yet
};

/// The scanner that is there. What was used last goes first; where it does not answer, another that was used before or one
/// that hangs on this machine, and where none was ever used, the first that announces itself on the network. One that is in
/// use stays in use while it answers; then only one on this machine stands in by itself.
class AutomaticSource final : public ScanSource
{
    Q_OBJECT

public:
    struct Plan
    {
        QString worker;                    ///< program for scanners on this machine; empty: none
        bool discover = true;              ///< listen for announcements
        QList<ScannerAddress> addresses{}; ///< used before, the last one first
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
    /// What a scanner is to this window.
    struct Standing
    {
        bool remembered = false; ///< used before
        bool home = false;       ///< chosen by hand, or the first that was used
    };

    struct Candidate
    {
        QString name;
        ScannerAddress address; ///< invalid for the worker
        std::unique_ptr<ScanSource> source;
        bool available = false;
        bool other = false; ///< it shows another certificate than before
        bool answered = false;
        Standing standing = {};
    };

    Candidate& add(const QString& name, std::unique_ptr<ScanSource> source);
    bool addEscl(const QString& name, const ScannerAddress& address);
    void forget(const QString& name);
    void availabilityOf(const ScanSource* source, bool available, bool paper);
    [[nodiscard]] std::optional<Standing> joining(const QString& name, const QUrl& url);
    [[nodiscard]] bool mayStandIn(const Candidate& candidate) const;
    [[nodiscard]] bool isSettled() const;
    void settleOn(int index);
    void choose();
    [[nodiscard]] int indexOf(const ScanSource* source) const;
    [[nodiscard]] ScanSource* currentSource() const;

    Plan m_plan;
    ScannerFinder m_finder;
    std::vector<Candidate> m_candidates;
    int m_current = -1;
    int m_wanted = -1; ///< chosen by hand, or used last
    bool m_begun = false;
    bool m_running = false;
};

} // namespace devices

Q_DECLARE_METATYPE(devices::ScannerAddress)
