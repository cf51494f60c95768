// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/usb/usbpipes.h"

#include "devices/idcard/wipe.h"

#include <libusb.h>

#include <algorithm>
#include <condition_variable>
#include <mutex>
#include <set>

namespace devices {

namespace {

constexpr int WriteTimeoutMs = 500;
constexpr auto CloseDeadline = std::chrono::milliseconds(1000);

UsbResult resultOf(libusb_transfer_status status)
{
    switch (status) {
    case LIBUSB_TRANSFER_COMPLETED: return UsbResult::Done;
    case LIBUSB_TRANSFER_TIMED_OUT: return UsbResult::TimedOut;
    case LIBUSB_TRANSFER_CANCELLED: return UsbResult::Cancelled;
    case LIBUSB_TRANSFER_NO_DEVICE: return UsbResult::Gone;
    default: return UsbResult::Failed;
    }
}

} // namespace

/// Transfers under way; outlives the pipes where a driver never ends one.
struct UsbPipes::Pending
{
    std::mutex mutex;
    std::condition_variable quiet;
    std::set<libusb_transfer*> transfers;
    UsbPipes* pipes; ///< null once they are gone
};

/// One transfer under way.
struct UsbPipes::Job
{
    std::shared_ptr<Pending> pending;
    QByteArray buffer;
    quint64 tag;
};

UsbPipes::UsbPipes() : m_pending(std::make_shared<Pending>())
{
    m_pending->pipes = this;
}

UsbPipes::~UsbPipes()
{
    close();
    const std::lock_guard lock(m_pending->mutex);
    m_pending->pipes = nullptr;
}

UsbPipes::Claim UsbPipes::open(libusb_device* device)
{
    close();
    libusb_config_descriptor* configuration = nullptr;
    if (libusb_get_active_config_descriptor(device, &configuration) != LIBUSB_SUCCESS)
        return Claim::Gone;
    const bool found = findPipes(*configuration);
    libusb_free_config_descriptor(configuration);
    if (!found)
        return Claim::NoPipes;
    const int opened = libusb_open(device, &m_handle);
    if (opened != LIBUSB_SUCCESS) {
        m_handle = nullptr;
        return opened == LIBUSB_ERROR_ACCESS ? Claim::NoPermission : Claim::Gone;
    }
    int claimed = libusb_claim_interface(m_handle, m_interface);
    if (claimed == LIBUSB_ERROR_BUSY && libusb_detach_kernel_driver(m_handle, m_interface) == LIBUSB_SUCCESS)
        claimed = libusb_claim_interface(m_handle, m_interface);
    if (claimed == LIBUSB_SUCCESS)
        return Claim::Claimed;
    libusb_close(m_handle);
    m_handle = nullptr;
    return claimed == LIBUSB_ERROR_BUSY ? Claim::Occupied : Claim::Gone;
}

/// The first interface with bulk pipes both ways; of two pairs the lower addresses carry heads.
bool UsbPipes::findPipes(const libusb_config_descriptor& configuration)
{
    for (int i = 0; i < configuration.bNumInterfaces; ++i) {
        if (configuration.interface[i].num_altsetting < 1)
            continue;
        const libusb_interface_descriptor& interface = configuration.interface[i].altsetting[0];
        QList<quint8> in;
        QList<quint8> out;
        for (int e = 0; e < interface.bNumEndpoints; ++e) {
            const libusb_endpoint_descriptor& endpoint = interface.endpoint[e];
            if ((endpoint.bmAttributes & LIBUSB_TRANSFER_TYPE_MASK) != LIBUSB_TRANSFER_TYPE_BULK)
                continue;
            (endpoint.bEndpointAddress & LIBUSB_ENDPOINT_IN ? in : out).append(endpoint.bEndpointAddress);
            m_packet = std::max<int>(endpoint.wMaxPacketSize, 8);
        }
        if (in.isEmpty() || out.isEmpty())
            continue;
        std::sort(in.begin(), in.end());
        std::sort(out.begin(), out.end());
        const bool two = in.size() > 1 && out.size() > 1;
        m_interface = interface.bInterfaceNumber;
        m_inHead = in[0];
        m_outHead = out[0];
        m_inBody = in[two ? 1 : 0];
        m_outBody = out[two ? 1 : 0];
        return true;
    }
    return false;
}

void UsbPipes::close()
{
    if (!m_handle)
        return;
    cancelReads();
    std::unique_lock lock(m_pending->mutex);
    const bool quiet = m_pending->quiet.wait_for(lock, CloseDeadline, [this] { return m_pending->transfers.empty(); });
    lock.unlock();
    if (quiet) { // otherwise a driver hangs: the handle is left to it
        libusb_release_interface(m_handle, m_interface);
        libusb_close(m_handle);
    }
    m_handle = nullptr;
}

bool UsbPipes::isIdle() const
{
    const std::lock_guard lock(m_pending->mutex);
    return m_pending->transfers.empty();
}

bool UsbPipes::write(quint8 endpoint, const QByteArray& bytes, quint64 tag)
{
    return submit(endpoint, QByteArray(bytes.constData(), bytes.size()), WriteTimeoutMs, tag);
}

bool UsbPipes::read(quint8 endpoint, int size, int timeoutMs, quint64 tag)
{
    return submit(endpoint, QByteArray(size, '\0'), timeoutMs, tag);
}

bool UsbPipes::submit(quint8 endpoint, QByteArray buffer, int timeoutMs, quint64 tag)
{
    if (!m_handle)
        return false;
    auto job = std::make_unique<Job>(Job{m_pending, std::move(buffer), tag});
    libusb_transfer* transfer = libusb_alloc_transfer(0);
    libusb_fill_bulk_transfer(transfer, m_handle, endpoint, reinterpret_cast<unsigned char*>(job->buffer.data()), int(job->buffer.size()),
                              &UsbPipes::finished, job.get(), unsigned(timeoutMs));
    {
        const std::lock_guard lock(m_pending->mutex);
        m_pending->transfers.insert(transfer);
    }
    if (libusb_submit_transfer(transfer) == LIBUSB_SUCCESS) {
        [[maybe_unused]] const auto* held = job.release(); // until finished
        return true;
    }
    const std::lock_guard lock(m_pending->mutex);
    m_pending->transfers.erase(transfer);
    libusb_free_transfer(transfer);
    return false;
}

/// On the event thread.
void UsbPipes::finished(libusb_transfer* transfer)
{
    const std::unique_ptr<Job> job(static_cast<Job*>(transfer->user_data));
    const bool in = (transfer->endpoint & LIBUSB_ENDPOINT_IN) != 0;
    const QByteArray bytes = in ? QByteArray(job->buffer.constData(), transfer->actual_length) : QByteArray();
    const UsbResult result = resultOf(transfer->status);
    wipe(job->buffer);
    const std::lock_guard lock(job->pending->mutex);
    job->pending->transfers.erase(transfer); // before it is freed: nobody may cancel it any more
    libusb_free_transfer(transfer);
    if (UsbPipes* pipes = job->pending->pipes) {
        QMetaObject::invokeMethod(
            pipes, [pipes, tag = job->tag, result, bytes] { Q_EMIT pipes->completed(tag, result, bytes); }, Qt::QueuedConnection);
    }
    job->pending->quiet.notify_all();
}

void UsbPipes::cancelReads()
{
    const std::lock_guard lock(m_pending->mutex);
    for (libusb_transfer* transfer : m_pending->transfers) {
        if (transfer->endpoint & LIBUSB_ENDPOINT_IN)
            libusb_cancel_transfer(transfer);
    }
}

void UsbPipes::clearHalts()
{
    for (const quint8 endpoint : {m_inHead, m_outHead})
        libusb_clear_halt(m_handle, endpoint);
    if (hasTwoPairs()) {
        for (const quint8 endpoint : {m_inBody, m_outBody})
            libusb_clear_halt(m_handle, endpoint);
    }
}

} // namespace devices
