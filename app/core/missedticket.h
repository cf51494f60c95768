// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

namespace core {

/// A number that was called and nobody came (过号).
struct MissedTicket
{
    QString id;
    QString number;
    QDateTime calledAt; ///< last call

    friend bool operator==(const MissedTicket&, const MissedTicket&) = default;
};

} // namespace core
