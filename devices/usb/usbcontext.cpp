// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/usb/usbcontext.h"

#include <libusb.h>

namespace devices {

namespace {

constexpr timeval EventPause{0, 200'000};

int hotplugged(libusb_context*, libusb_device*, libusb_hotplug_event event, void* self)
{
    auto* context = static_cast<UsbContext*>(self);
    if (event == LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED)
        Q_EMIT context->arrived();
    else
        Q_EMIT context->left();
    return 0;
}

} // namespace

UsbContext::UsbContext()
{
    if (libusb_init(&m_context) != LIBUSB_SUCCESS) {
        m_context = nullptr;
        return;
    }
    watch();
    m_thread = std::thread([this] { handleEvents(); });
}

UsbContext::~UsbContext()
{
    if (!m_context)
        return;
    m_stop = true;
    libusb_interrupt_event_handler(m_context);
    m_thread.join();
    libusb_exit(m_context);
}

void UsbContext::watch()
{
    if (libusb_has_capability(LIBUSB_CAP_HAS_HOTPLUG) == 0)
        return;
    libusb_hotplug_register_callback(m_context, LIBUSB_HOTPLUG_EVENT_DEVICE_ARRIVED | LIBUSB_HOTPLUG_EVENT_DEVICE_LEFT,
                                     LIBUSB_HOTPLUG_NO_FLAGS, LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY, LIBUSB_HOTPLUG_MATCH_ANY,
                                     hotplugged, this, nullptr);
}

void UsbContext::handleEvents()
{
    while (!m_stop) {
        timeval pause = EventPause;
        libusb_handle_events_timeout_completed(m_context, &pause, nullptr);
    }
}

} // namespace devices
