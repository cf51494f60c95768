// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/ticketrows.h"
#include "app/core/foresight.h"
#include "app/core/ticketprogress.h"

#include <map>
#include <mutex>

namespace backoffice {

/// Foretells a hall's waits from its own recent data. What is read and reckoned serves for a few seconds. Thread-safe; throws
/// DatabaseFault.
class Forecasts
{
public:
    /// For somebody who takes a ticket of the class now; nothing while the hall knows too little of itself, or no window serves it.
    std::optional<core::WaitForecast> now(const Context& context, const QString& ticketClass);
    /// The same if one more window opened for the class now.
    std::optional<core::WaitForecast> withOneMore(const Context& context, const QString& ticketClass);
    /// For somebody who waits already.
    std::optional<core::WaitForecast> of(const Context& context, const QString& ticketId, const QString& ticketClass);
    core::ExpectedWait expected(const Context& context, const core::WaitForecast& forecast);

private:
    struct Picture;
    std::shared_ptr<Picture> picture(const Context& context);

    std::mutex m_guard;
    std::map<QString, std::shared_ptr<Picture>> m_halls;
};

/// Until a ticket is called; nothing where that is not known.
std::optional<core::WaitMinutes> waitOf(const Context& context, const TicketRow& row);
/// What a ticket's `foretold` keeps; empty where nothing was foretold.
QString foretoldText(const std::optional<core::WaitForecast>& forecast);

} // namespace backoffice
