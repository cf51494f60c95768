// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/scannerfinder.h"

#ifdef YICHUANG_AVAHI
#include <QDBusArgument>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#endif

using namespace Qt::StringLiterals;

namespace devices {

#ifdef YICHUANG_AVAHI

namespace {

const QString Avahi = u"org.freedesktop.Avahi"_s;
const QString Server = u"org.freedesktop.Avahi.Server"_s;
const QString Browser = u"org.freedesktop.Avahi.ServiceBrowser"_s;
constexpr int AnyInterface = -1;
constexpr int AnyProtocol = -1;
constexpr int IPv4 = 0;
constexpr uint NoFlags = 0;

/// The path under which the service says that it speaks eSCL; "eSCL" where it says nothing.
QString resourcePath(const QList<QByteArray>& txt)
{
    for (const QByteArray& entry : txt) {
        if (entry.startsWith("rs=")) {
            const QString path = QString::fromUtf8(entry.sliced(3));
            return path.startsWith(u'/') ? path : u'/' + path;
        }
    }
    return u"/eSCL"_s;
}

} // namespace

class ScannerFinder::Bus
{
public:
    QDBusConnection connection = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"yichuang-scanners"_s);
};

ScannerFinder::ScannerFinder() = default;

ScannerFinder::~ScannerFinder()
{
    m_bus.reset();
    QDBusConnection::disconnectFromBus(u"yichuang-scanners"_s);
}

void ScannerFinder::start()
{
    m_bus = std::make_unique<Bus>();
    if (!m_bus->connection.isConnected())
        return;
    // Before browsing: what is known already is told at once.
    m_bus->connection.connect(Avahi, {}, Browser, u"ItemNew"_s, this, SLOT(itemNew(QDBusMessage)));
    m_bus->connection.connect(Avahi, {}, Browser, u"ItemRemove"_s, this, SLOT(itemRemove(QDBusMessage)));
    browse(u"_uscan._tcp"_s);
    browse(u"_uscans._tcp"_s);
}

void ScannerFinder::browse(const QString& type)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Avahi, u"/"_s, Server, u"ServiceBrowserNew"_s);
    call << AnyInterface << AnyProtocol << type << u"local"_s << NoFlags;
    m_bus->connection.asyncCall(call);
}

void ScannerFinder::itemNew(const QDBusMessage& message)
{
    const QVariantList item = message.arguments(); // interface, protocol, name, type, domain, flags
    if (item.size() < 5)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(Avahi, u"/"_s, Server, u"ResolveService"_s);
    call << item[0] << item[1] << item[2] << item[3] << item[4] << IPv4 << NoFlags;
    auto* watcher = new QDBusPendingCallWatcher(m_bus->connection.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (!watcher->isError())
            resolved(watcher->reply());
    });
}

void ScannerFinder::resolved(const QDBusMessage& answer)
{
    const QVariantList about = answer.arguments(); // …, name 2, type 3, …, address 7, port 8, txt 9
    if (about.size() < 10)
        return;
    QUrl url;
    url.setScheme(about[3].toString().startsWith(u"_uscans") ? u"https"_s : u"http"_s);
    url.setHost(about[7].toString());
    url.setPort(int(about[8].toUInt()));
    url.setPath(resourcePath(qdbus_cast<QList<QByteArray>>(about[9])));
    if (url.isValid() && !url.host().isEmpty())
        Q_EMIT found({about[2].toString(), url});
}

void ScannerFinder::itemRemove(const QDBusMessage& message)
{
    if (message.arguments().size() > 2)
        Q_EMIT lost(message.arguments().at(2).toString());
}

#else

class ScannerFinder::Bus
{
};

ScannerFinder::ScannerFinder() = default;
ScannerFinder::~ScannerFinder() = default;
void ScannerFinder::start() {}
void ScannerFinder::browse(const QString&) {}
void ScannerFinder::itemNew(const QDBusMessage&) {}
void ScannerFinder::itemRemove(const QDBusMessage&) {}
void ScannerFinder::resolved(const QDBusMessage&) {}

#endif

} // namespace devices
