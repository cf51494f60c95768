// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/worker/sanedevice.h"
#include "devices/worker/saneframe.h"

#include <QByteArray>
#include <QString>

#include <functional>
#include <optional>

namespace devices {

/// What to scan and how, as the client said it.
struct SaneOrder
{
    QString device; ///< name?option=value&…
    ScanInput input = ScanInput::Automatic;
    ScanColour colour = ScanColour::Colour;
    int dpi = 300;
    QSizeF paper; ///< millimetres; empty: as far as it reaches
    bool duplex = false;
};

/// One scan from a SANE device, page after page. Blocks; everything comes by the functions given.
class SaneScan
{
public:
    struct Listener
    {
        std::function<void(const QImage& page)> page;
        std::function<void(int percent)> progress;
    };

    SaneScan(SaneDevice& device, const SaneOrder& order, Listener listener);

    ScanEnd run();

private:
    SANE_Status prepare();
    bool chooseInput(bool feeder);
    void chooseColour();
    void chooseArea();
    SANE_Status scanPage(bool& gotPage);
    SANE_Status readFrame(SaneFrame& frame);

    SaneDevice& m_device;
    SaneOrder m_order;
    Listener m_listener;
    bool m_feeder = false;
    int m_pages = 0;
};

} // namespace devices
