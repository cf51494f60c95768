// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/queuesettings.h"
#include "app/core/workcalendar.h"

#include <QDateTime>

namespace core {

/// One appointment's time (预约时段), in the hall's own time zone.
struct Slot
{
    QDateTime begin;
    QDateTime end;

    friend bool operator==(const Slot&, const Slot&) = default;
};

/// The slots of a class on a day: as many as fit whole into each of the hours of `rule`, counted from their beginning.
QList<Slot> slotsOf(const QDate& day, const TicketClass& kind, const SlotRule& rule);

/// Whether anything can be booked on `day`, asked on `today`. Fails with `slot.past`, `slot.too-far` (fact: the last day), `slot.rest-day`,
/// `calendar.not-covered`.
Result<void> mayBookOn(const QDate& day, const QDate& today, const SlotRule& rule, const WorkCalendar& calendar);

} // namespace core
