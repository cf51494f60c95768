// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/statusdesk.h"

#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/readerdesk.h"

namespace desk {

StatusDesk::StatusDesk(Services& services, const Devices& devices) : m_devices(devices)
{
    connect(&services.api, &syncing::ApiClient::onlineChanged, this, [this](bool online) {
        m_online = online;
        Q_EMIT changed();
    });
    connect(&services.courier, &syncing::Courier::outboxChanged, this, [this](int waiting) {
        m_waiting = waiting;
        Q_EMIT changed();
    });
    connect(&devices.reader, &ReaderDesk::stateChanged, this, &StatusDesk::changed);
    connect(&devices.capture, &CaptureDesk::availabilityChanged, this, &StatusDesk::changed);
    connect(&devices.papers, &PaperDesk::printerChanged, this, &StatusDesk::changed);
}

bool StatusDesk::hasReaderTrouble() const
{
    return m_devices.reader.state() == devices::ReaderState::Trouble;
}

bool StatusDesk::isReaderReady() const
{
    const devices::ReaderState state = m_devices.reader.state();
    return state != devices::ReaderState::Absent && state != devices::ReaderState::Trouble;
}

bool StatusDesk::isScannerReady() const
{
    return m_devices.capture.isAvailable();
}

bool StatusDesk::isPrinterReady() const
{
    return m_devices.papers.isPrinterReady();
}

} // namespace desk
