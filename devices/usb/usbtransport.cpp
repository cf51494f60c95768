// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/usb/usbtransport.h"

#include "devices/idcard/samframe.h"
#include "devices/idcard/wipe.h"

#include <libusb.h>

namespace devices {

namespace {
constexpr qsizetype HeadSize = 7;
constexpr int DrainReadSize = 4096;
constexpr int DrainQuietMs = 5;
constexpr int DrainDeadlineMs = 300;
constexpr qsizetype LongestAnswer = 8192;
} // namespace

UsbTransport::UsbTransport(std::optional<UsbId> only) : m_only(only) {}

UsbTransport::~UsbTransport()
{
    m_pipes.reset(); // before the events end that its closing waits for
}

std::optional<ReaderLink> UsbTransport::linkOf(const UsbId& id) const
{
    if (m_only)
        return id == *m_only ? std::optional(ReaderLink::BulkFrames) : std::nullopt;
    const KnownReader* known = knownReader(id);
    return known ? std::optional(known->link) : std::nullopt;
}

OpenResult UsbTransport::open()
{
    close();
    if (!m_context) { // here, not earlier: this is the reader's thread
        m_context = std::make_unique<UsbContext>();
        connect(m_context.get(), &UsbContext::arrived, this, &UsbTransport::plugged, Qt::QueuedConnection);
    }
    if (!m_context->get())
        return OpenResult::Absent;
    libusb_device** list = nullptr;
    const ssize_t count = libusb_get_device_list(m_context->get(), &list);
    OpenResult nearest = OpenResult::Absent;
    for (ssize_t i = 0; i < count && nearest != OpenResult::Opened; ++i) {
        libusb_device_descriptor about{};
        if (libusb_get_device_descriptor(list[i], &about) != LIBUSB_SUCCESS)
            continue;
        const auto link = linkOf({about.idVendor, about.idProduct});
        if (!link)
            continue;
        if (*link == ReaderLink::VendorLibrary) {
            nearest = nearest == OpenResult::Absent ? OpenResult::NeedsVendor : nearest;
            continue;
        }
        auto pipes = std::make_unique<UsbPipes>();
        switch (pipes->open(list[i])) {
        case UsbPipes::Claim::Claimed:
            nearest = OpenResult::Opened;
            connect(pipes.get(), &UsbPipes::completed, this, &UsbTransport::completed);
            m_pipes = std::move(pipes);
            break;
        case UsbPipes::Claim::NoPermission: nearest = OpenResult::NoPermission; break;
        case UsbPipes::Claim::Occupied: nearest = OpenResult::Occupied; break;
        case UsbPipes::Claim::NoPipes: nearest = OpenResult::NeedsVendor; break;
        case UsbPipes::Claim::Gone: break;
        }
    }
    if (list)
        libusb_free_device_list(list, 1);
    m_dirty = true; // whoever had the reader before may have left an answer in it
    return nearest;
}

void UsbTransport::close()
{
    m_pipes.reset();
    m_phase = Phase::Idle;
    wipe(m_answer);
}

void UsbTransport::drain()
{
    m_dirty = true;
    m_phase = Phase::Idle;
    if (m_pipes)
        m_pipes->cancelReads();
}

void UsbTransport::send(const QByteArray& bytes)
{
    m_request = bytes;
    wipe(m_answer);
    if (!m_pipes)
        return gone();
    m_phase = Phase::Quieting;
    m_pipes->cancelReads();
    if (m_pipes->isIdle())
        quietened();
}

void UsbTransport::completed(quint64 tag, UsbResult result, const QByteArray& bytes)
{
    if (m_phase == Phase::Quieting) { // of old transfers
        if (m_pipes->isIdle())
            quietened();
        return;
    }
    if (tag != m_tag || m_phase == Phase::Idle)
        return;
    if (result == UsbResult::Gone)
        return gone();
    switch (m_phase) {
    case Phase::Draining: m_drainPipe += bytes.isEmpty() ? 1 : 0; return drainNext();
    case Phase::Writing: return result == UsbResult::Done ? readMore() : trouble(result);
    case Phase::Reading: return result == UsbResult::Done ? taken(bytes) : trouble(result);
    case Phase::Idle:
    case Phase::Quieting: break;
    }
}

/// Nothing of an earlier request is pending any more.
void UsbTransport::quietened()
{
    if (!m_dirty)
        return write();
    m_phase = Phase::Draining;
    m_drainPipe = 0;
    m_draining.start();
    drainNext();
}

/// Reads both pipes until they stay silent for a moment.
void UsbTransport::drainNext()
{
    const int last = m_pipes->hasTwoPairs() ? 1 : 0;
    if (m_drainPipe > last || m_draining.hasExpired(DrainDeadlineMs)) {
        m_dirty = false;
        return write();
    }
    begin(m_pipes->read(m_drainPipe == 0 ? m_pipes->inHead() : m_pipes->inBody(), DrainReadSize, DrainQuietMs, ++m_tag));
}

void UsbTransport::write()
{
    m_phase = Phase::Writing;
    if (!m_pipes->hasTwoPairs())
        return begin(m_pipes->write(m_pipes->outHead(), m_request, ++m_tag));
    // Both at once: a head without its body would leave the module waiting.
    bool written = m_pipes->write(m_pipes->outHead(), m_request.first(HeadSize), ++m_tag);
    written = written && m_pipes->write(m_pipes->outBody(), m_request.sliced(HeadSize), ++m_tag);
    begin(written);
}

/// Up to a packet while the length is unknown, then exactly what is left.
void UsbTransport::readMore()
{
    m_phase = Phase::Reading;
    const int packet = m_pipes->packetSize();
    const qsizetype left = samFrameSize(m_answer) - m_answer.size();
    const int size = left > 0 ? (int(left) + packet - 1) / packet * packet : packet;
    const bool inHead = m_answer.size() < HeadSize - 1; // one AA may be lost
    begin(m_pipes->read(inHead ? m_pipes->inHead() : m_pipes->inBody(), size, 0, ++m_tag));
}

void UsbTransport::taken(const QByteArray& bytes)
{
    m_answer += bytes;
    const qsizetype size = samFrameSize(m_answer);
    const bool whole = size > 0 && m_answer.size() >= size;
    if (!whole && m_answer.size() < LongestAnswer)
        readMore();
    else
        m_phase = Phase::Idle;
    Q_EMIT received(bytes); // may send the next request
}

/// The session's deadline decides what becomes of the request; the pipes are made usable again.
void UsbTransport::trouble(UsbResult result)
{
    m_phase = Phase::Idle;
    m_dirty = true;
    if (result == UsbResult::Failed)
        m_pipes->clearHalts();
}

void UsbTransport::begin(bool submitted)
{
    if (!submitted)
        gone();
}

void UsbTransport::gone()
{
    m_phase = Phase::Idle;
    QMetaObject::invokeMethod(this, &UsbTransport::unplugged, Qt::QueuedConnection);
}

} // namespace devices
