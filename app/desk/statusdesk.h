// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/workday.h"

namespace desk {

class CaptureDesk;
class PaperDesk;
class ReaderDesk;

/// What must always be in sight: connection, what waits to be sent, devices. Lives on the UI thread.
class StatusDesk : public QObject
{
    Q_OBJECT

public:
    struct Devices
    {
        ReaderDesk& reader;
        CaptureDesk& capture;
        PaperDesk& papers;
    };

    StatusDesk(Services& services, const Devices& devices);

    [[nodiscard]] bool isOnline() const { return m_online; }
    [[nodiscard]] int waiting() const { return m_waiting; }
    [[nodiscard]] bool isReaderReady() const;
    [[nodiscard]] bool hasReaderTrouble() const; ///< it is there but does not work
    [[nodiscard]] bool isScannerReady() const;
    [[nodiscard]] bool isPrinterReady() const;

Q_SIGNALS:
    void changed();

private:
    Devices m_devices;
    bool m_online = false;
    int m_waiting = 0;
};

} // namespace desk
