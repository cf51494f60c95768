// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QObject>
#include <QUrl>

#include <memory>

class QDBusMessage;

namespace devices {

/// A scanner that announces itself on the network.
struct FoundScanner
{
    QString name;
    QUrl url;

    friend bool operator==(const FoundScanner&, const FoundScanner&) = default;
};

/// Listens for scanners that announce eSCL by mDNS (_uscan._tcp, _uscans._tcp). On Linux through Avahi's D-Bus interface;
/// silent where there is none. Lives on one thread; call `start` there.
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

private Q_SLOTS:
    void itemNew(const QDBusMessage& message);
    void itemRemove(const QDBusMessage& message);

private:
    void browse(const QString& type);
    void resolved(const QDBusMessage& answer);

    class Bus;
    std::unique_ptr<Bus> m_bus;
};

} // namespace devices
