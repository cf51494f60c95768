// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/softreader.h"

#include <linux/usbdevice_fs.h>
#include <sys/ioctl.h>

#include <QtEndian>

#include <algorithm>
#include <cerrno>
#include <cstddef>

using namespace devices;

namespace {

constexpr int Packet = 64;
constexpr int InHead = 0x81;
constexpr int InBody = 0x85;
constexpr qsizetype HeadSize = 7;
const std::string Path = "/devices/pci0000:00/0000:00:14.0/usb1/1-1";

std::string hex(const QByteArray& bytes)
{
    return bytes.toHex().toStdString();
}

/// Device and configuration descriptors with these bulk endpoints.
std::string descriptors(const std::string& ids, const QByteArray& endpoints)
{
    const QByteArray id = QByteArray::fromHex(QByteArray::fromStdString(ids));
    const QByteArray little{QByteArray(1, id[1]) + id[0] + id[3] + id[2]};
    QByteArray all = QByteArray::fromHex("1201000200000040") + little + QByteArray::fromHex("630000000001");
    const auto total = char(18 + 7 * endpoints.size());
    all += QByteArray::fromHex("0902") + total + QByteArray::fromHex("000101008032") + QByteArray::fromHex("090400 00") +
           char(endpoints.size()) + QByteArray::fromHex("ff00 0000");
    for (const char endpoint : endpoints)
        all += QByteArray::fromHex("0705") + endpoint + QByteArray::fromHex("02400000");
    return hex(all);
}

} // namespace

SoftReader::SoftReader(UMockdevTestbed* bed, Pipes pipes, const char* ids)
    : m_bed(bed), m_ioctls(umockdev_ioctl_base_new()), m_pipes(pipes), m_ids(ids)
{
    g_signal_connect(m_ioctls, "handle-ioctl", G_CALLBACK(&SoftReader::handled), this);
}

SoftReader::~SoftReader()
{
    unplug();
    g_object_unref(m_ioctls);
}

void SoftReader::plug()
{
    if (m_plugged)
        return;
    const std::string number = QByteArray::number(++m_number).rightJustified(3, '0').toStdString();
    m_node = std::string("/dev/bus/usb/001/") + number;
    QByteArray endpoints;
    if (m_pipes != Pipes::None)
        endpoints += QByteArray::fromHex("0281");
    if (m_pipes == Pipes::TwoPairs)
        endpoints += QByteArray::fromHex("0685");
    const std::string device =
        "P: " + Path + "\nN: bus/usb/001/" + number + "\nE: DEVNAME=" + m_node +
        "\nE: DEVTYPE=usb_device\nE: SUBSYSTEM=usb\nE: BUSNUM=001\nE: DEVNUM=" + number +
        "\nE: MAJOR=189\nE: MINOR=1\nA: busnum=1\\n\nA: devnum=" + std::to_string(m_number) +
        "\\n\nA: speed=12\\n\nA: bConfigurationValue=1\\n\nA: bNumConfigurations=1\\n\nA: idVendor=" + m_ids.substr(0, 4) +
        "\\n\nA: idProduct=" + m_ids.substr(4) + "\\n\nH: descriptors=" + descriptors(m_ids, endpoints) + "\n";
    {
        const std::lock_guard lock(m_mutex);
        forget();
        m_gone = false;
    }
    GError* error = nullptr;
    if (!umockdev_testbed_add_from_string(m_bed, device.c_str(), &error))
        qFatal("%s", error->message);
    if (!umockdev_testbed_attach_ioctl(m_bed, m_node.c_str(), m_ioctls, &error))
        qFatal("%s", error->message);
    m_plugged = true;
    umockdev_testbed_uevent(m_bed, ("/sys" + Path).c_str(), "add");
}

void SoftReader::unplug()
{
    if (!m_plugged)
        return;
    {
        const std::lock_guard lock(m_mutex);
        m_gone = true;
    }
    umockdev_testbed_uevent(m_bed, ("/sys" + Path).c_str(), "remove");
    GError* error = nullptr;
    umockdev_testbed_detach_ioctl(m_bed, m_node.c_str(), &error);
    g_clear_error(&error);
    umockdev_testbed_remove_device(m_bed, ("/sys" + Path).c_str());
    m_plugged = false;
}

/// What the device held; URBs stay until they are reaped.
void SoftReader::forget()
{
    m_packets.clear();
    m_request.clear();
    m_ready = {};
}

void SoftReader::unplugAtTransfer(int transfer, std::function<void()> told)
{
    const std::lock_guard lock(m_mutex);
    m_unplugIn = transfer;
    m_unplugTold = std::move(told);
}

void SoftReader::setDelay(int ms, int answers)
{
    const std::lock_guard lock(m_mutex);
    m_delayMs = ms;
    m_delayed = answers;
}

void SoftReader::corrupt(const QList<qsizetype>& positions)
{
    const std::lock_guard lock(m_mutex);
    m_corrupt = positions;
}

void SoftReader::setClaim(bool busy, bool driverLetsGo)
{
    const std::lock_guard lock(m_mutex);
    m_busy = busy;
    m_driverLetsGo = driverLetsGo;
}

int SoftReader::transfers() const
{
    const std::lock_guard lock(m_mutex);
    return m_transfers;
}

int SoftReader::detachments() const
{
    const std::lock_guard lock(m_mutex);
    return m_detachments;
}

void SoftReader::taken(const unsigned char* bytes, std::size_t count)
{
    m_request.append(reinterpret_cast<const char*>(bytes), qsizetype(count));
    while (m_request.size() >= HeadSize) {
        const qsizetype size = HeadSize + qFromBigEndian<quint16>(m_request.constData() + HeadSize - 2);
        if (m_request.size() < size)
            return;
        const QByteArray request = m_request.first(size);
        m_request.remove(0, size);
        QByteArray frame = sam.exchange(request);
        if (frame.size() > 1000 && !m_corrupt.isEmpty()) {
            const qsizetype at = std::min(m_corrupt.takeFirst(), frame.size() - 1);
            frame[at] = char(frame[at] ^ 0x10);
        }
        m_ready = Clock::now() + std::chrono::milliseconds(m_delayed > 0 ? m_delayMs : 0);
        m_delayed -= m_delayed > 0 ? 1 : 0;
        const qsizetype head = m_pipes == Pipes::TwoPairs ? std::min(HeadSize, frame.size()) : 0;
        push(InHead, frame.first(head));
        push(m_pipes == Pipes::TwoPairs ? InBody : InHead, frame.sliced(head));
    }
}

void SoftReader::push(int endpoint, const QByteArray& bytes)
{
    for (qsizetype at = 0; at < bytes.size(); at += Packet)
        m_packets[endpoint].push_back(bytes.mid(at, Packet));
}

gboolean SoftReader::handled(UMockdevIoctlBase*, UMockdevIoctlClient* client, gpointer self)
{
    return static_cast<SoftReader*>(self)->answer(client);
}

gboolean SoftReader::answer(UMockdevIoctlClient* client)
{
    const std::lock_guard lock(m_mutex);
    const gulong request = umockdev_ioctl_client_get_request(client);
    UMockdevIoctlData* argument = umockdev_ioctl_client_get_arg(client);
    const auto size = _IOC_SIZE(request);
    UMockdevIoctlData* data = size > 0 ? umockdev_ioctl_data_resolve(argument, 0, size, nullptr) : nullptr;
    const auto finish = [&](int error) {
        umockdev_ioctl_client_complete(client, error == 0 ? 0 : -1, error);
        return TRUE;
    };
    switch (request) {
    case USBDEVFS_GET_CAPABILITIES:
        *reinterpret_cast<quint32*>(data->data) =
            USBDEVFS_CAP_BULK_CONTINUATION | USBDEVFS_CAP_NO_PACKET_SIZE_LIM | USBDEVFS_CAP_REAP_AFTER_DISCONNECT;
        return finish(0);
    case USBDEVFS_CLAIMINTERFACE: return finish(m_gone ? ENODEV : m_busy ? EBUSY : 0);
    case USBDEVFS_GETDRIVER:
        strncpy(reinterpret_cast<usbdevfs_getdriver*>(data->data)->driver, "usbhid", USBDEVFS_MAXDRIVERNAME);
        return finish(m_busy ? 0 : ENODATA);
    case USBDEVFS_IOCTL: return finish(detach(data));
    case USBDEVFS_RELEASEINTERFACE:
    case USBDEVFS_CLEAR_HALT:
    case USBDEVFS_RESET: return finish(m_gone ? ENODEV : 0);
    case USBDEVFS_SUBMITURB: return finish(submit(data));
    case USBDEVFS_DISCARDURB:
        for (Urb& urb : m_urbs) {
            if (urb.data->client_addr == *reinterpret_cast<gulong*>(argument->data)) {
                urb.discarded = true;
                return finish(0);
            }
        }
        return finish(EINVAL);
    case USBDEVFS_REAPURB:
    case USBDEVFS_REAPURBNDELAY: return reap(client) ? TRUE : finish(m_gone ? ENODEV : EAGAIN);
    default: return finish(ENOTTY);
    }
}

int SoftReader::detach(UMockdevIoctlData* data)
{
    const auto* command = reinterpret_cast<usbdevfs_ioctl*>(data->data);
    if (command->ioctl_code != int(USBDEVFS_DISCONNECT))
        return ENOTTY;
    ++m_detachments;
    if (!m_driverLetsGo)
        return EBUSY;
    m_busy = false;
    return 0;
}

int SoftReader::submit(UMockdevIoctlData* data)
{
    ++m_transfers;
    const bool unplugged = m_unplugIn == 0;
    m_unplugIn = std::max(-1, m_unplugIn - 1);
    if (unplugged) {
        m_gone = true;
        m_unplugTold();
    }
    auto* urb = reinterpret_cast<usbdevfs_urb*>(data->data);
    UMockdevIoctlData* buffer = umockdev_ioctl_data_resolve(data, offsetof(usbdevfs_urb, buffer), std::size_t(urb->buffer_length), nullptr);
    if (m_gone && m_transfers % 2 == 0)
        return ENODEV; // noticed at once, or only when the transfer ends
    if (!(urb->endpoint & 0x80)) {
        if (!m_gone)
            taken(buffer->data, std::size_t(buffer->data_len));
        urb->actual_length = urb->buffer_length;
    }
    m_urbs.push_back({static_cast<UMockdevIoctlData*>(g_object_ref(data)), buffer});
    return 0;
}

bool SoftReader::reap(UMockdevIoctlClient* client)
{
    for (auto it = m_urbs.begin(); it != m_urbs.end(); ++it) {
        if (!complete(*it))
            continue;
        UMockdevIoctlData* argument = umockdev_ioctl_client_get_arg(client);
        UMockdevIoctlData* place = umockdev_ioctl_data_resolve(argument, 0, sizeof(void*), nullptr);
        umockdev_ioctl_data_set_ptr(place, 0, it->data);
        umockdev_ioctl_client_complete(client, 0, 0);
        g_object_unref(it->data);
        m_urbs.erase(it);
        return true;
    }
    return false;
}

/// Whether this URB has ended, and how: full packets until a short one or until its buffer is full.
bool SoftReader::complete(Urb& waiting)
{
    auto* urb = reinterpret_cast<usbdevfs_urb*>(waiting.data->data);
    urb->status = 0;
    if (waiting.discarded || m_gone) {
        urb->status = waiting.discarded ? -ENOENT : -ESHUTDOWN;
        urb->actual_length = waiting.filled;
        return true;
    }
    if (!(urb->endpoint & 0x80))
        return true;
    auto& packets = m_packets[urb->endpoint];
    if (Clock::now() < m_ready)
        return false;
    bool ended = false;
    while (!ended && !packets.empty()) {
        const QByteArray packet = packets.front();
        packets.pop_front();
        memcpy(waiting.buffer->data + waiting.filled, packet.constData(), std::size_t(packet.size()));
        waiting.filled += int(packet.size());
        ended = packet.size() < Packet || waiting.filled + Packet > urb->buffer_length;
    }
    urb->actual_length = waiting.filled;
    return ended; // an answer of full packets does not end a larger read
}
