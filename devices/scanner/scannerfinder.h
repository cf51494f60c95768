// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>
#include <QStringList>
#include <QUrl>

#include <memory>

namespace devices {

/// A scanner that announces itself on the network.
struct FoundScanner
{
    QString name;
    QUrl url;

    friend bool operator==(const FoundScanner&, const FoundScanner&) = default;
};

/// Listens for scanners that announce eSCL by mDNS (_uscan._tcp, _uscans._tcp): on Linux through Avahi's D-Bus interface, on
/// Windows 10 and later through the system's own; silent where there is none. Lives on one thread; call `start` there.
class ScannerFinder : public QObject
{
    Q_OBJECT

public:
    ScannerFinder();
    ~ScannerFinder() override;

    void start();

Q_SIGNALS:
    void found(const devices::FoundScanner& scanner);
    void lost(const QString& name);

private:
    class Listener;
    std::unique_ptr<Listener> m_listener;
};

/// The address in what a scanner announces: its service type, host, port and TXT entries (`rs=` is the path, eSCL where it
/// says none).
QUrl announcedUrl(const QString& type, const QString& host, int port, const QStringList& txt);

} // namespace devices
