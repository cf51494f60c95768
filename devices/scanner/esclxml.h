// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/scansource.h"

#include <QList>

namespace devices {

// eSCL (Mopria): the documents a scanner and its client exchange. Lengths in 1/300 inch.

struct EsclCapabilities
{
    QString model;
    bool flatbed = false;
    bool feeder = false;
    bool duplex = false;
    QList<int> resolutions;
    int maxWidth = 0;
    int maxHeight = 0;
    bool valid = false;
};

enum class AdfState { Unknown, Empty, Loaded, Processing, Jam, DoorOpen };

struct EsclStatus
{
    QString state; ///< Idle, Processing, Stopped …
    AdfState adf = AdfState::Unknown;
    QString jobState; ///< of the job asked about, when it is listed
    bool valid = false;
};

EsclCapabilities parseEsclCapabilities(const QByteArray& xml);
EsclStatus parseEsclStatus(const QByteArray& xml, const QString& jobPath);
QByteArray esclScanSettings(const ScanOptions& options, const EsclCapabilities& capabilities, bool fromFeeder);

} // namespace devices
