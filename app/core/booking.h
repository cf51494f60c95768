// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QDateTime>
#include <QString>

namespace core {

/// What one person has booked for today (预约), as it stands at the desk.
struct Booking
{
    enum class Standing {
        Open,    ///< a number of its class checks it in
        Early,   ///< as well, but until the slot begins it waits as an ordinary one; by its code not before `checkInFrom`
        Missed,  ///< a number now is an ordinary one
        Arrived, ///< has its number
    };

    QString ticketClass;
    QDateTime begin;
    QDateTime end;
    QDateTime checkInFrom;
    Standing standing = Standing::Open;

    friend bool operator==(const Booking&, const Booking&) = default;
};

} // namespace core
