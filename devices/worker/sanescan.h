// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/worker/sanedevice.h"
#include "devices/worker/saneframe.h"
#include "devices/worker/scanbackend.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace devices {

/// One scan from a SANE device, page after page. Blocks; everything comes by the functions given.
class SaneScan
{
public:
    SaneScan(SaneDevice& device, ScanOrder order, ScanListener listener);

    ScanEnd run();

private:
    SANE_Status prepare();
    bool chooseInput(bool feeder);
    void chooseColour();
    void chooseArea();
    SANE_Status scanPage(bool& gotPage);
    SANE_Status readFrame(SaneFrame& frame);

    SaneDevice& m_device;
    ScanOrder m_order;
    ScanListener m_listener;
    bool m_feeder = false;
    int m_pages = 0;
};

} // namespace devices
