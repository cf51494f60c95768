// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/worker/wiabackend.h"

#include "devices/worker/dib.h"

#include <windows.h>

#include <initguid.h>
#include <objbase.h>
#include <oleauto.h>
#include <sti.h>
#include <wia.h>

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

const QString Prefix = u"wia:"_s;
constexpr int MostPages = 500;
constexpr qsizetype LargestPage = 1LL << 30;
constexpr ULONG BandBytes = 256 * 1024;
constexpr double MillimetresPerInch = 25.4;

/// One reference to a COM object.
template<class Interface> class Ref
{
public:
    Ref() = default;
    ~Ref() { reset(); }
    Ref(const Ref&) = delete;
    Ref& operator=(const Ref&) = delete;

    void reset()
    {
        if (m_object)
            std::exchange(m_object, nullptr)->Release();
    }
    Interface** out()
    {
        reset();
        return &m_object;
    }
    void** outVoid() { return reinterpret_cast<void**>(out()); }
    Interface* operator->() const { return m_object; }
    [[nodiscard]] Interface* get() const { return m_object; }
    explicit operator bool() const { return m_object != nullptr; }

private:
    Interface* m_object = nullptr;
};

class Apartment
{
public:
    Apartment() : m_entered(SUCCEEDED(CoInitializeEx(nullptr, COINIT_MULTITHREADED))) {}
    ~Apartment()
    {
        if (m_entered)
            CoUninitialize();
    }
    Apartment(const Apartment&) = delete;
    Apartment& operator=(const Apartment&) = delete;

private:
    bool m_entered;
};

/// An item's or a device's properties by number.
class Properties
{
public:
    explicit Properties(IUnknown* owner) { owner->QueryInterface(IID_IWiaPropertyStorage, m_storage.outVoid()); }

    [[nodiscard]] QString text(PROPID id) const
    {
        PROPVARIANT value{};
        const QString text = read(id, value) && value.vt == VT_BSTR ? QString::fromWCharArray(value.bstrVal) : QString();
        PropVariantClear(&value);
        return text;
    }
    [[nodiscard]] long number(PROPID id) const
    {
        PROPVARIANT value{};
        const long number = read(id, value) && value.vt == VT_I4 ? value.lVal : 0;
        PropVariantClear(&value);
        return number;
    }
    bool set(PROPID id, long number)
    {
        PROPVARIANT value{};
        value.vt = VT_I4;
        value.lVal = number;
        return write(id, value);
    }
    bool set(PROPID id, GUID guid)
    {
        PROPVARIANT value{};
        value.vt = VT_CLSID;
        value.puuid = &guid;
        return write(id, value);
    }

private:
    bool read(PROPID id, PROPVARIANT& value) const
    {
        const PROPSPEC which{PRSPEC_PROPID, {id}};
        return m_storage && m_storage->ReadMultiple(1, &which, &value) == S_OK;
    }
    bool write(PROPID id, const PROPVARIANT& value)
    {
        const PROPSPEC which{PRSPEC_PROPID, {id}};
        return m_storage && SUCCEEDED(m_storage->WriteMultiple(1, &which, &value, WIA_IPA_FIRST));
    }

    Ref<IWiaPropertyStorage> m_storage;
};

ScanEnd endFor(HRESULT result)
{
    switch (result) {
    case S_OK: return ScanEnd::Done;
    case S_FALSE: return ScanEnd::Cancelled;
    case WIA_ERROR_PAPER_EMPTY: return ScanEnd::NoPaper;
    case WIA_ERROR_PAPER_JAM:
    case WIA_ERROR_PAPER_PROBLEM: return ScanEnd::Jam;
    case WIA_ERROR_USER_INTERVENTION: return ScanEnd::CoverOpen;
    case WIA_ERROR_BUSY:
    case WIA_ERROR_DEVICE_LOCKED:
    case WIA_ERROR_WARMING_UP: return ScanEnd::Busy;
    case WIA_ERROR_OFFLINE:
    case WIA_S_NO_DEVICE_AVAILABLE: return ScanEnd::NotFound;
    default: return ScanEnd::Fault;
    }
}

/// Puts bands together to pages. On the stack of the transfer that it listens to.
class Bands final : public IWiaDataCallback
{
public:
    Bands(const ScanListener& listener, int dpi, const std::atomic_bool& cancelled)
        : m_listener(listener), m_dpi(dpi), m_cancelled(cancelled)
    {
    }

    HRESULT WINAPI QueryInterface(REFIID id, void** object) override
    {
        const bool mine = id == IID_IUnknown || id == IID_IWiaDataCallback;
        *object = mine ? this : nullptr;
        return mine ? S_OK : E_NOINTERFACE;
    }
    ULONG WINAPI AddRef() override { return 1; }
    ULONG WINAPI Release() override { return 1; }

    HRESULT WINAPI BandedDataCallback(LONG message, LONG, LONG percent, LONG offset, LONG length, LONG, LONG, BYTE* bytes) override
    {
        if (m_cancelled)
            return S_FALSE;
        if (message == IT_MSG_DATA && bytes && offset >= 0 && length > 0) {
            const qsizetype end = qsizetype(offset) + length;
            if (end > LargestPage)
                return E_FAIL;
            m_dib.resize(std::max(m_dib.size(), end));
            std::copy_n(reinterpret_cast<const char*>(bytes), length, m_dib.data() + offset);
            m_listener.progress(int(percent));
        } else if (message == IT_MSG_NEW_PAGE || message == IT_MSG_TERMINATION) {
            return finishPage() ? S_OK : E_FAIL;
        }
        return S_OK;
    }
    [[nodiscard]] int pages() const { return m_pages; }

private:
    bool finishPage()
    {
        if (m_dib.isEmpty())
            return true;
        const QImage page = dibImage(std::exchange(m_dib, {}), m_dpi);
        if (page.isNull())
            return false;
        ++m_pages;
        m_listener.page(page);
        return true;
    }

    const ScanListener& m_listener;
    int m_dpi;
    const std::atomic_bool& m_cancelled;
    QByteArray m_dib;
    int m_pages = 0;
};

/// A device, and the item of it that scans.
class Device
{
public:
    HRESULT open(const QString& id)
    {
        Ref<IWiaDevMgr> manager;
        HRESULT result = CoCreateInstance(CLSID_WiaDevMgr, nullptr, CLSCTX_LOCAL_SERVER, IID_IWiaDevMgr, manager.outVoid());
        if (FAILED(result))
            return WIA_ERROR_OFFLINE;
        BSTR name = SysAllocString(reinterpret_cast<const wchar_t*>(id.utf16()));
        result = manager->CreateDevice(name, m_root.out());
        SysFreeString(name);
        if (FAILED(result))
            return result;
        Ref<IEnumWiaItem> items;
        result = m_root->EnumChildItems(items.out());
        if (FAILED(result))
            return result;
        return items->Next(1, m_item.out(), nullptr) == S_OK ? S_OK : WIA_ERROR_OFFLINE;
    }

    bool chooseInput(bool feeder, bool duplex)
    {
        Properties root(m_root.get());
        const long wanted = feeder ? FEEDER | (duplex ? DUPLEX : 0) : FLATBED;
        const bool set =
            root.set(WIA_DPS_DOCUMENT_HANDLING_SELECT, wanted) || (duplex && root.set(WIA_DPS_DOCUMENT_HANDLING_SELECT, FEEDER));
        if (feeder && set)
            root.set(WIA_DPS_PAGES, 1);
        return set;
    }
    [[nodiscard]] bool hasFeeder() const { return (Properties(m_root.get()).number(WIA_DPS_DOCUMENT_HANDLING_CAPABILITIES) & FEED) != 0; }
    [[nodiscard]] bool paperLies() const { return (Properties(m_root.get()).number(WIA_DPS_DOCUMENT_HANDLING_STATUS) & FEED_READY) != 0; }

    void prepare(const ScanOrder& order)
    {
        Properties item(m_item.get());
        item.set(WIA_IPA_DATATYPE, order.colour == ScanColour::Colour ? WIA_DATA_COLOR
                                   : order.colour == ScanColour::Grey ? WIA_DATA_GRAYSCALE
                                                                      : WIA_DATA_THRESHOLD);
        item.set(WIA_IPS_XRES, order.dpi);
        item.set(WIA_IPS_YRES, order.dpi);
        item.set(WIA_IPS_XPOS, 0L);
        item.set(WIA_IPS_YPOS, 0L);
        if (!order.paper.isEmpty()) {
            item.set(WIA_IPS_XEXTENT, long(order.paper.width() / MillimetresPerInch * order.dpi));
            item.set(WIA_IPS_YEXTENT, long(order.paper.height() / MillimetresPerInch * order.dpi));
        }
        item.set(WIA_IPA_FORMAT, WiaImgFmt_MEMORYBMP);
        item.set(WIA_IPA_TYMED, long(TYMED_CALLBACK));
    }
    /// What the device really took.
    [[nodiscard]] int dpi() const { return int(Properties(m_item.get()).number(WIA_IPS_XRES)); }

    HRESULT transfer(Bands& bands)
    {
        Ref<IWiaDataTransfer> transfer;
        const HRESULT asked = m_item->QueryInterface(IID_IWiaDataTransfer, transfer.outVoid());
        if (FAILED(asked))
            return asked;
        WIA_DATA_TRANSFER_INFO info{};
        info.ulSize = sizeof info;
        info.ulBufferSize = BandBytes;
        info.bDoubleBuffer = TRUE;
        return transfer->idtGetBandedData(&info, &bands);
    }

private:
    Ref<IWiaItem> m_root;
    Ref<IWiaItem> m_item;
};

} // namespace

QList<QPair<QString, QString>> WiaBackend::list()
{
    const Apartment apartment;
    QList<QPair<QString, QString>> found;
    Ref<IWiaDevMgr> manager;
    Ref<IEnumWIA_DEV_INFO> devices;
    if (FAILED(CoCreateInstance(CLSID_WiaDevMgr, nullptr, CLSCTX_LOCAL_SERVER, IID_IWiaDevMgr, manager.outVoid())) ||
        FAILED(manager->EnumDeviceInfo(WIA_DEVINFO_ENUM_LOCAL, devices.out())))
        return found;
    Ref<IWiaPropertyStorage> device;
    while (devices->Next(1, device.out(), nullptr) == S_OK) {
        const Properties about(device.get());
        if (GET_STIDEVICE_TYPE(DWORD(about.number(WIA_DIP_DEV_TYPE))) == StiDeviceTypeScanner)
            found.append({Prefix + about.text(WIA_DIP_DEV_ID), about.text(WIA_DIP_DEV_NAME)});
    }
    return found;
}

ScanEnd WiaBackend::scan(const ScanOrder& order, const ScanListener& listener)
{
    QString name = order.device.section(u'?', 0, 0);
    if (name.isEmpty()) {
        const auto found = list();
        if (found.isEmpty())
            return ScanEnd::NotFound;
        name = found.constFirst().first;
    }
    const Apartment apartment;
    Device device;
    if (const HRESULT opened = device.open(name.sliced(name.startsWith(Prefix) ? Prefix.size() : 0)); FAILED(opened))
        return endFor(opened);
    const bool feeder =
        order.input == ScanInput::Feeder || (order.input == ScanInput::Automatic && device.hasFeeder() && device.paperLies());
    if (!device.chooseInput(feeder, order.duplex) && order.input == ScanInput::Feeder)
        return ScanEnd::NoPaper;
    device.prepare(order);
    Bands bands(listener, device.dpi() > 0 ? device.dpi() : order.dpi, m_cancelled);
    HRESULT result = S_OK;
    do {
        const int before = bands.pages();
        result = device.transfer(bands);
        if (bands.pages() == before && result == S_OK)
            break; // a driver that has nothing more, and does not say so
    } while (feeder && result == S_OK && bands.pages() < MostPages && !m_cancelled);
    if (m_cancelled)
        return ScanEnd::Cancelled;
    return result == WIA_ERROR_PAPER_EMPTY && bands.pages() > 0 ? ScanEnd::Done : endFor(result);
}

std::unique_ptr<ScanBackend> scanBackend()
{
    return std::make_unique<WiaBackend>();
}

} // namespace devices
