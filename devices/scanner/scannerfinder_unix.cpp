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

QStringList textsOf(const QVariant& txt)
{
    QStringList texts;
    for (const QByteArray& entry : qdbus_cast<QList<QByteArray>>(txt))
        texts.append(QString::fromUtf8(entry));
    return texts;
}

} // namespace

class ScannerFinder::Listener : public QObject
{
    Q_OBJECT

public:
    explicit Listener(ScannerFinder& finder) : m_finder(finder) {}
    ~Listener() override { QDBusConnection::disconnectFromBus(u"yichuang-scanners"_s); }

    void start();

private Q_SLOTS:
    void itemNew(const QDBusMessage& message);
    void itemRemove(const QDBusMessage& message);

private:
    void browse(const QString& type);
    void resolved(const QDBusMessage& answer);

    ScannerFinder& m_finder;
    QDBusConnection m_bus = QDBusConnection::connectToBus(QDBusConnection::SystemBus, u"yichuang-scanners"_s);
};

void ScannerFinder::Listener::start()
{
    if (!m_bus.isConnected())
        return;
    // Before browsing: what is known already is told at once.
    m_bus.connect(Avahi, {}, Browser, u"ItemNew"_s, this, SLOT(itemNew(QDBusMessage)));
    m_bus.connect(Avahi, {}, Browser, u"ItemRemove"_s, this, SLOT(itemRemove(QDBusMessage)));
    browse(u"_uscan._tcp"_s);
    browse(u"_uscans._tcp"_s);
}

void ScannerFinder::Listener::browse(const QString& type)
{
    QDBusMessage call = QDBusMessage::createMethodCall(Avahi, u"/"_s, Server, u"ServiceBrowserNew"_s);
    call << AnyInterface << AnyProtocol << type << u"local"_s << NoFlags;
    m_bus.asyncCall(call);
}

void ScannerFinder::Listener::itemNew(const QDBusMessage& message)
{
    const QVariantList item = message.arguments(); // interface, protocol, name, type, domain, flags
    if (item.size() < 5)
        return;
    QDBusMessage call = QDBusMessage::createMethodCall(Avahi, u"/"_s, Server, u"ResolveService"_s);
    call << item[0] << item[1] << item[2] << item[3] << item[4] << IPv4 << NoFlags;
    auto* watcher = new QDBusPendingCallWatcher(m_bus.asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        watcher->deleteLater();
        if (!watcher->isError())
            resolved(watcher->reply());
    });
}

void ScannerFinder::Listener::resolved(const QDBusMessage& answer)
{
    const QVariantList about = answer.arguments(); // …, name 2, type 3, …, address 7, port 8, txt 9
    if (about.size() < 10)
        return;
    const QUrl url = announcedUrl(about[3].toString(), about[7].toString(), int(about[8].toUInt()), textsOf(about[9]));
    if (url.isValid() && !url.host().isEmpty())
        Q_EMIT m_finder.found({about[2].toString(), url});
}

void ScannerFinder::Listener::itemRemove(const QDBusMessage& message)
{
    if (message.arguments().size() > 2)
        Q_EMIT m_finder.lost(message.arguments().at(2).toString());
}

#else

class ScannerFinder::Listener
{
public:
    explicit Listener(ScannerFinder&) {}
    void start() {}
};

#endif

ScannerFinder::ScannerFinder() = default;
ScannerFinder::~ScannerFinder() = default;

void ScannerFinder::start()
{
    m_listener = std::make_unique<Listener>(*this);
    m_listener->start();
}

} // namespace devices

#ifdef YICHUANG_AVAHI
#include "scannerfinder_unix.moc"
#endif
