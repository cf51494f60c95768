// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QObject>

#include <memory>

struct libusb_config_descriptor;
struct libusb_device;
struct libusb_device_handle;
struct libusb_transfer;

namespace devices {

/// How a bulk transfer ended.
enum class UsbResult { Done, TimedOut, Cancelled, Gone, Failed };

/// The bulk pipes of one opened interface. A reader has one pair, or two: heads on the first, bodies on the second.
/// Transfers end by `completed` on the thread this object belongs to.
class UsbPipes : public QObject
{
    Q_OBJECT

public:
    enum class Claim { Claimed, NoPermission, Occupied, Gone, NoPipes };

    UsbPipes();
    ~UsbPipes() override;

    Claim open(libusb_device* device);
    /// Cancels reads, waits for what is pending with a deadline and gives the interface back.
    void close();

    [[nodiscard]] bool isOpen() const { return m_handle != nullptr; }
    [[nodiscard]] bool hasTwoPairs() const { return m_outBody != m_outHead; }
    [[nodiscard]] quint8 outHead() const { return m_outHead; }
    [[nodiscard]] quint8 outBody() const { return m_outBody; }
    [[nodiscard]] quint8 inHead() const { return m_inHead; }
    [[nodiscard]] quint8 inBody() const { return m_inBody; }
    [[nodiscard]] int packetSize() const { return m_packet; }
    [[nodiscard]] bool isIdle() const;

    /// False when the device is gone; then nothing will be completed.
    bool write(quint8 endpoint, const QByteArray& bytes, quint64 tag);
    /// `size` is a multiple of the packet size; `timeoutMs` 0 waits until cancelled.
    bool read(quint8 endpoint, int size, int timeoutMs, quint64 tag);
    /// Requests on their way out are not cut in two: they end by themselves, at the latest by their deadline.
    void cancelReads();
    void clearHalts();

Q_SIGNALS:
    void completed(quint64 tag, devices::UsbResult result, const QByteArray& bytes);

private:
    struct Job;
    struct Pending;

    bool findPipes(const libusb_config_descriptor& configuration);
    bool submit(quint8 endpoint, QByteArray buffer, int timeoutMs, quint64 tag);
    static void finished(libusb_transfer* transfer);

    libusb_device_handle* m_handle = nullptr;
    int m_interface = 0;
    int m_packet = 64;
    quint8 m_outHead = 0;
    quint8 m_outBody = 0;
    quint8 m_inHead = 0;
    quint8 m_inBody = 0;
    std::shared_ptr<Pending> m_pending;
};

} // namespace devices
