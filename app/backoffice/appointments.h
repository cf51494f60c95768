// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"
#include "app/core/queuesettings.h"

#include <optional>

namespace backoffice {

/// A booking for a slot (预约).
struct Appointment
{
    QString id;
    QString ticketClass;
    qint64 begin = 0;
    qint64 end = 0;
    QString state;
    QString holder;
    QString holderHash;

    /// One may not check in yet; too late.
    [[nodiscard]] bool isEarly(qint64 nowMs, const core::QueueSettings& settings) const
    {
        return nowMs < begin - 60'000LL * settings.slotEarlyMinutes;
    }
    [[nodiscard]] bool isLate(qint64 nowMs, const core::QueueSettings& settings) const
    {
        return nowMs > end + 60'000LL * settings.slotLateMinutes;
    }
};

std::optional<Appointment> appointmentById(const Context& context, const QString& id);
/// What a holder has booked for today, and neither used nor missed yet: the next slot.
std::optional<Appointment> bookedToday(const Context& context, const QString& holderHash, const QString& ticketClass);
/// Those of all halls whose time is over are missed.
void letAppointmentsPass(const Context& context);
void setAppointmentState(const Context& context, const QString& id, const QString& state, const QString& ticketId = {});

} // namespace backoffice
