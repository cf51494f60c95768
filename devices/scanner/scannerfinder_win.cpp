// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/scannerfinder.h"

#include <QHostAddress>
#include <QLibrary>
#include <QMutex>

#include <winsock2.h>

#include <windns.h>

#include <array>
#include <memory>
#include <string>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr DNS_STATUS RequestPending = 9506; // DNS_REQUEST_PENDING, which mingw does not name

/// dnsapi.dll has these from Windows 10 1809 on: asked for by name, so that the program starts on anything older.
struct DnsCalls
{
    decltype(&DnsServiceBrowse) browse = nullptr;
    decltype(&DnsServiceBrowseCancel) cancel = nullptr;
    decltype(&DnsServiceResolve) resolve = nullptr;
    decltype(&DnsServiceFreeInstance) free = nullptr;

    DnsCalls()
    {
        QLibrary library(u"dnsapi"_s);
        const auto find = [&](const char* name, auto& call) {
            call = reinterpret_cast<std::remove_reference_t<decltype(call)>>(library.resolve(name));
        };
        find("DnsServiceBrowse", browse);
        find("DnsServiceBrowseCancel", cancel);
        find("DnsServiceResolve", resolve);
        find("DnsServiceFreeInstance", free);
    }
    [[nodiscard]] bool isThere() const { return browse != nullptr && cancel != nullptr && resolve != nullptr && free != nullptr; }
};

/// What the system's threads hold on to: they may call back after the finder is gone.
struct Ear
{
    QMutex guard;
    ScannerFinder* finder = nullptr;
    DnsCalls calls;

    template<class Say> void tell(Say say)
    {
        const QMutexLocker lock(&guard);
        if (finder != nullptr)
            QMetaObject::invokeMethod(finder, [to = finder, say] { say(*to); }, Qt::QueuedConnection);
    }
};
using SharedEar = std::shared_ptr<Ear>;

/// "Name of the scanner" of "Name of the scanner._uscan._tcp.local".
QString instanceName(const QString& full)
{
    return full.section(u"._uscan"_s, 0, 0);
}

QStringList textsOf(const DNS_SERVICE_INSTANCE& instance)
{
    QStringList texts;
    for (DWORD at = 0; at < instance.dwPropertyCount; ++at)
        texts.append(QString::fromWCharArray(instance.keys[at]) + u'=' +
                     (instance.values[at] != nullptr ? QString::fromWCharArray(instance.values[at]) : QString()));
    return texts;
}

void WINAPI resolved(DWORD status, PVOID context, PDNS_SERVICE_INSTANCE instance)
{
    const std::unique_ptr<SharedEar> ear(static_cast<SharedEar*>(context));
    if (status != ERROR_SUCCESS || instance == nullptr)
        return;
    const QString full = QString::fromWCharArray(instance->pszInstanceName);
    const QString type = full.sliced(instanceName(full).size()).section(u'.', 1, 1);
    const QString host = instance->ip4Address != nullptr ? QHostAddress(ntohl(*instance->ip4Address)).toString()
                                                         : QString::fromWCharArray(instance->pszHostName);
    const QUrl url = announcedUrl(type, host, instance->wPort, textsOf(*instance));
    (*ear)->calls.free(instance);
    if (url.isValid() && !url.host().isEmpty())
        (*ear)->tell([found = FoundScanner{instanceName(full), url}](ScannerFinder& finder) { Q_EMIT finder.found(found); });
}

void askAbout(const SharedEar& ear, const wchar_t* name)
{
    std::wstring query(name);
    DNS_SERVICE_RESOLVE_REQUEST request{};
    request.Version = DNS_QUERY_REQUEST_VERSION1;
    request.QueryName = query.data();
    request.pResolveCompletionCallback = &resolved;
    auto context = std::make_unique<SharedEar>(ear);
    request.pQueryContext = context.get();
    DNS_SERVICE_CANCEL cancel{};
    if (ear->calls.resolve(&request, &cancel) == RequestPending)
        static_cast<void>(context.release()); // `resolved` has it now
}

void WINAPI heard(DWORD status, PVOID context, PDNS_RECORD records)
{
    const SharedEar& ear = *static_cast<SharedEar*>(context);
    for (PDNS_RECORD record = status == ERROR_SUCCESS ? records : nullptr; record != nullptr; record = record->pNext) {
        if (record->wType != DNS_TYPE_PTR)
            continue;
        const auto* name = reinterpret_cast<const wchar_t*>(record->Data.PTR.pNameHost);
        if (record->dwTtl == 0)
            ear->tell([gone = instanceName(QString::fromWCharArray(name))](ScannerFinder& finder) { Q_EMIT finder.lost(gone); });
        else
            askAbout(ear, name);
    }
    if (records != nullptr)
        DnsRecordListFree(records, DnsFreeRecordList);
}

} // namespace

class ScannerFinder::Listener
{
public:
    explicit Listener(ScannerFinder& finder) { m_ear->finder = &finder; }
    ~Listener()
    {
        {
            const QMutexLocker lock(&m_ear->guard);
            m_ear->finder = nullptr;
        }
        for (DNS_SERVICE_CANCEL& cancel : m_cancels)
            m_ear->calls.cancel(&cancel);
    }
    Listener(const Listener&) = delete;
    Listener& operator=(const Listener&) = delete;

    void start()
    {
        if (!m_ear->calls.isThere())
            return;
        browse(0, L"_uscan._tcp.local");
        browse(1, L"_uscans._tcp.local");
    }

private:
    void browse(std::size_t which, const wchar_t* type)
    {
        DNS_SERVICE_BROWSE_REQUEST request{};
        request.Version = DNS_QUERY_REQUEST_VERSION1;
        request.QueryName = type;
        request.pBrowseCallback = &heard;
        request.pQueryContext = new SharedEar(m_ear); // the system may call once more after a cancel: it stays
        m_ear->calls.browse(&request, &m_cancels[which]);
    }

    SharedEar m_ear = std::make_shared<Ear>();
    std::array<DNS_SERVICE_CANCEL, 2> m_cancels{};
};

ScannerFinder::ScannerFinder() = default;
ScannerFinder::~ScannerFinder() = default;

void ScannerFinder::start()
{
    m_listener = std::make_unique<Listener>(*this);
    m_listener->start();
}

} // namespace devices
