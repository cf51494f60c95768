// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QObject>

#include <atomic>
#include <thread>

struct libusb_context;
struct libusb_device;

namespace devices {

/// libusb with a thread of its own for events: callbacks of transfers come on that thread. Says when something was plugged
/// in or out where the system tells (elsewhere those who wait look once a second).
class UsbContext : public QObject
{
    Q_OBJECT

public:
    UsbContext();
    ~UsbContext() override;

    /// Null where USB cannot be used at all.
    [[nodiscard]] libusb_context* get() const { return m_context; }

Q_SIGNALS:
    void arrived(); ///< from the event thread
    void left();    ///< from the event thread

private:
    void watch();
    void handleEvents();

    libusb_context* m_context = nullptr;
    std::thread m_thread;
    std::atomic_bool m_stop = false;
};

} // namespace devices
