// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/bytetransport.h"
#include "devices/idcard/knownreaders.h"
#include "devices/usb/usbcontext.h"
#include "devices/usb/usbpipes.h"

#include <QElapsedTimer>

#include <memory>
#include <optional>

namespace devices {

/// A reader on USB by libusb. Whole frames on one pair of bulk pipes, or heads and bodies on two: told by the number of
/// pipes. An answer is asked for in two reads, since a read larger than an answer of n full packets would not end.
class UsbTransport final : public ByteTransport
{
    Q_OBJECT

public:
    /// `only`: this reader and no other, even one that is not in the table.
    explicit UsbTransport(std::optional<UsbId> only = {});
    ~UsbTransport() override;

    OpenResult open() override;
    void close() override;
    void send(const QByteArray& bytes) override;
    void drain() override;

private:
    enum class Phase { Idle, Quieting, Draining, Writing, Reading };

    [[nodiscard]] std::optional<ReaderLink> linkOf(const UsbId& id) const;
    void completed(quint64 tag, UsbResult result, const QByteArray& bytes);
    void quietened();
    void drainNext();
    void write();
    void readMore();
    void taken(const QByteArray& bytes);
    void trouble(UsbResult result);
    void begin(bool submitted);
    void gone();

    std::optional<UsbId> m_only;
    std::unique_ptr<UsbContext> m_context;
    std::unique_ptr<UsbPipes> m_pipes;
    Phase m_phase = Phase::Idle;
    quint64 m_tag = 0; ///< of the transfer that is waited for; what ends with another is old
    QByteArray m_request;
    QByteArray m_answer;  ///< as far as it has come
    bool m_dirty = false; ///< something may still be on its way
    int m_drainPipe = 0;
    QElapsedTimer m_draining;
};

} // namespace devices
