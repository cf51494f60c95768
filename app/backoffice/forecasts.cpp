// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/forecasts.h"

#include "app/core/halltime.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qint64 PictureMs = 5'000;
constexpr qint64 HistoryMs = 60'000;
constexpr int HistoryDays = 7;
constexpr int MostServices = 2'000;
constexpr int MostHeldAgainst = 400;
constexpr qsizetype FewestServices = 15; ///< a hall with fewer does not know itself
constexpr int Levels = 20;
constexpr qsizetype Work = 40'000; ///< tickets that one forecast may play through
constexpr int FewestRuns = 40;
constexpr int MostRuns = 200;
constexpr double Second = 1000;

QString earliestDay(const Context& context)
{
    return core::hallTime(context.nowMs).date().addDays(-HistoryDays).toString(Qt::ISODate);
}

core::HallHistory historyOf(const Context& context, qsizetype& services)
{
    core::HallHistory history;
    services = 0;
    Rows done = context.database.run(u"SELECT queue_class, ended_at - called_at - held_ms FROM ticket WHERE hall = ? AND ticket_day >= ? "
                                     u"AND state = 'done' AND called_at > 0 AND "
                                     "ended_at - held_ms > called_at ORDER BY ticket_day DESC, taken_at DESC LIMIT %1"_s.arg(MostServices),
                                     {context.caller.hall, earliestDay(context)});
    for (; done.next(); ++services)
        history.services[done.value(0).toString()].append(done.value(1).toDouble() / Second);
    Rows pauses = context.database.run(
        u"SELECT until - since FROM window_time WHERE hall = ? AND state = 'paused' AND since >= ? ORDER BY since DESC LIMIT %1"_s.arg(
            MostServices),
        {context.caller.hall, context.nowMs - HistoryDays * 24 * 3'600'000LL});
    while (pauses.next())
        history.pauses.append(pauses.value(0).toDouble() / Second);
    if (services > 0)
        history.pauseChance = std::min(0.5, double(history.pauses.size()) / double(services));
    return history;
}

core::Calibration calibrationOf(const Context& context)
{
    Rows rows = context.database.run(
        u"SELECT foretold, first_called_at - taken_at FROM ticket WHERE hall = ? AND ticket_day >= ? AND foretold <> '' AND "
        "first_called_at > 0 ORDER BY ticket_day DESC, taken_at DESC LIMIT %1"_s.arg(MostHeldAgainst),
        {context.caller.hall, earliestDay(context)});
    core::Calibration calibration;
    while (rows.next()) {
        core::WaitForecast foretold;
        const QStringList levels = rows.value(0).toString().split(u',');
        for (const QString& level : levels)
            foretold.waits.append(level.toDouble());
        calibration.note(foretold.probabilityOf(rows.value(1).toDouble() / Second));
    }
    return calibration;
}

QList<core::SimulatedWindow> simulatedWindows(const Context& context)
{
    Rows rows = context.database.run(
        u"SELECT w.classes, w.state, w.since, coalesce(t.called_at, 0), coalesce(t.queue_class, '') FROM service_window w LEFT JOIN ticket "
        "t ON t.service_window = w.code AND t.hall = w.hall AND t.ticket_day = ? AND t.state IN ('called', 'serving') WHERE w.hall = ? AND "
        "w.state <> 'closed'"_s,
        {queueDay(context), context.caller.hall});
    QList<core::SimulatedWindow> windows;
    while (rows.next()) {
        core::SimulatedWindow window{rows.value(0).toString().split(u',', Qt::SkipEmptyParts)};
        const qint64 calledAt = rows.value(3).toLongLong();
        if (rows.value(1).toString() == u"paused")
            window.pausedFor = double(context.nowMs - rows.value(2).toLongLong()) / Second;
        else if (calledAt > 0) {
            window.busyFor = double(context.nowMs - calledAt) / Second;
            window.serving = rows.value(4).toString();
        }
        windows.append(window);
    }
    return windows;
}

bool serves(const core::HallState& state, const QString& ticketClass)
{
    return std::any_of(state.windows.begin(), state.windows.end(),
                       [&](const core::SimulatedWindow& window) { return window.classes.contains(ticketClass); });
}

} // namespace

struct Forecasts::Picture
{
    qint64 atMs = 0;
    qint64 historyAtMs = 0;
    qsizetype services = 0;
    QStringList waiting; ///< ids, in about the order in which they are called
    core::HallState state;
    core::HallHistory history;
    core::Calibration calibration;
    std::mutex guard;
    std::map<std::pair<QString, bool>, core::WaitForecast> reckoned; ///< for a newcomer of a class; with one window more
    std::map<qsizetype, core::WaitForecast> placed;                  ///< for those who wait

    core::WaitForecast forecast(const core::HallState& hall, const QString& ticketClass) const
    {
        const int runs = int(std::clamp<qsizetype>(Work / (hall.waiting.size() + 1), FewestRuns, MostRuns));
        return core::forecastWait(hall, history, ticketClass, unsigned(atMs / PictureMs), runs);
    }

    std::optional<core::WaitForecast> newcomer(const QString& ticketClass, bool oneMore)
    {
        if (services < FewestServices || (!oneMore && !serves(state, ticketClass)))
            return std::nullopt;
        const std::scoped_lock lock(guard);
        const std::pair key(ticketClass, oneMore);
        auto known = reckoned.find(key);
        if (known == reckoned.end()) {
            core::HallState hall = state;
            if (oneMore)
                hall.windows.append(core::SimulatedWindow{{ticketClass}});
            known = reckoned.emplace(key, forecast(hall, ticketClass)).first;
        }
        return known->second;
    }

    core::WaitForecast waiter(qsizetype place, const QString& ticketClass)
    {
        const std::scoped_lock lock(guard);
        auto known = placed.find(place);
        if (known == placed.end()) {
            core::HallState before = state;
            before.waiting = state.waiting.first(place);
            known = placed.emplace(place, forecast(before, ticketClass)).first;
        }
        return known->second;
    }

    void readQueue(const Context& context)
    {
        const core::QueueSettings& settings = queueSettings(context);
        Rows rows = context.database.run(
            u"SELECT id, queue_class, since, priority_group, misses FROM ticket WHERE hall = ? AND ticket_day = ? AND state IN ('waiting', "
            "'transferred') AND target_window = ''"_s,
            {context.caller.hall, queueDay(context)});
        std::vector<std::tuple<qint64, QString, QString>> order;
        while (rows.next()) {
            const core::PriorityGroup* group = settings.group(rows.value(3).toString());
            const qint64 headStart = group && rows.value(4).toInt() == 0 ? 60'000LL * group->headStartMinutes : 0;
            order.emplace_back(rows.value(2).toLongLong() - headStart, rows.value(0).toString(), rows.value(1).toString());
        }
        std::sort(order.begin(), order.end());
        for (const auto& [since, id, ticketClass] : order) {
            waiting.append(id);
            state.waiting.append(ticketClass);
        }
        state.windows = simulatedWindows(context);
    }
};

std::shared_ptr<Forecasts::Picture> Forecasts::picture(const Context& context)
{
    const std::scoped_lock lock(m_guard);
    std::shared_ptr<Picture>& known = m_halls[context.caller.hall];
    if (known && std::abs(context.nowMs - known->atMs) < PictureMs)
        return known;
    auto fresh = std::make_shared<Picture>();
    fresh->atMs = context.nowMs;
    if (known && std::abs(context.nowMs - known->historyAtMs) < HistoryMs) {
        fresh->historyAtMs = known->historyAtMs;
        fresh->services = known->services;
        fresh->history = known->history;
        fresh->calibration = known->calibration;
    } else {
        fresh->historyAtMs = context.nowMs;
        fresh->history = historyOf(context, fresh->services);
        fresh->calibration = calibrationOf(context);
    }
    fresh->readQueue(context);
    return known = fresh;
}

std::optional<core::WaitForecast> Forecasts::now(const Context& context, const QString& ticketClass)
{
    return picture(context)->newcomer(ticketClass, false);
}

std::optional<core::WaitForecast> Forecasts::withOneMore(const Context& context, const QString& ticketClass)
{
    return picture(context)->newcomer(ticketClass, true);
}

std::optional<core::WaitForecast> Forecasts::of(const Context& context, const QString& ticketId, const QString& ticketClass)
{
    const auto hall = picture(context);
    const qsizetype place = hall->waiting.indexOf(ticketId);
    if (place < 0) // it came only now
        return hall->newcomer(ticketClass, false);
    if (hall->services < FewestServices || !serves(hall->state, ticketClass))
        return std::nullopt;
    return hall->waiter(place, ticketClass);
}

core::ExpectedWait Forecasts::expected(const Context& context, const core::WaitForecast& forecast)
{
    return core::expectedFrom(forecast, picture(context)->calibration);
}

std::optional<core::WaitMinutes> waitOf(const Context& context, const TicketRow& row)
{
    const auto forecast = context.forecasts->of(context, row.ticket.id, row.ticket.ticketClass);
    if (!forecast)
        return std::nullopt;
    const core::ExpectedWait wait = context.forecasts->expected(context, *forecast);
    const auto minutes = [](double seconds) { return int(std::lround(seconds / 60)); };
    return core::WaitMinutes{minutes(wait.seconds), minutes(wait.low), minutes(wait.high)};
}

QString foretoldText(const std::optional<core::WaitForecast>& forecast)
{
    if (!forecast || forecast->isCertain())
        return {};
    QStringList levels;
    for (int level = 0; level <= Levels; ++level)
        levels.append(QString::number(qRound64(forecast->quantile(double(level) / Levels))));
    return levels.join(u',');
}

} // namespace backoffice
