// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/foresight.h"

#include <algorithm>
#include <cmath>
#include <deque>
#include <queue>
#include <random>

namespace core {

namespace {

constexpr double UsualService = 600; ///< where nothing is known yet
constexpr double UsualPause = 600;
constexpr qsizetype FewestOfClass = 15; ///< fewer say too little of a class: the whole hall speaks for it
constexpr qsizetype FewestNoted = 60;
constexpr qsizetype MostNoted = 400;
constexpr double Low = 0.1;
constexpr double Middle = 0.5;
constexpr double High = 0.9;

using Random = std::mt19937;

/// Draws from what happened; a service that has lasted a while is one of those that last longer.
class Durations
{
public:
    Durations(QList<double> seen, double usual) : m_seen(std::move(seen)), m_usual(usual) { std::sort(m_seen.begin(), m_seen.end()); }

    double draw(Random& random) const
    {
        if (m_seen.isEmpty())
            return std::exponential_distribution<double>(1 / m_usual)(random);
        return m_seen[std::uniform_int_distribution<qsizetype>(0, m_seen.size() - 1)(random)];
    }
    double rest(double elapsed, Random& random) const
    {
        const auto longer = std::upper_bound(m_seen.begin(), m_seen.end(), elapsed);
        const qsizetype left = m_seen.end() - longer;
        if (left == 0) // longer than any: about as long again
            return std::exponential_distribution<double>(1 / std::max(m_usual, elapsed / 2))(random);
        return longer[std::uniform_int_distribution<qsizetype>(0, left - 1)(random)] - elapsed;
    }

private:
    QList<double> m_seen;
    double m_usual;
};

class Simulation
{
public:
    Simulation(const HallState& state, const HallHistory& history, const QString& ticketClass)
        : m_state(state), m_pauses(history.pauses, UsualPause), m_pauseChance(history.pauseChance)
    {
        QList<double> all;
        for (const QList<double>& services : history.services)
            all += services;
        m_order = state.waiting;
        m_order.append(ticketClass);
        for (const QString& name : std::as_const(m_order))
            addClass(name, history, all);
        for (const SimulatedWindow& window : state.windows)
            addClass(window.serving, history, all);
    }

    /// When the last in the order is called; negative: never.
    double run(Random& random) const
    {
        QHash<QString, std::deque<qsizetype>> queues;
        for (qsizetype i = 0; i < m_order.size(); ++i)
            queues[m_order[i]].push_back(i);
        using Free = std::pair<double, qsizetype>; // when, and which window
        std::priority_queue<Free, std::vector<Free>, std::greater<>> free;
        for (qsizetype i = 0; i < m_state.windows.size(); ++i)
            free.push({freeAt(m_state.windows[i], random), i});
        while (!free.empty()) {
            const auto [at, index] = free.top();
            free.pop();
            const qsizetype ticket = take(queues, m_state.windows[index].classes);
            if (ticket < 0)
                continue; // nobody is left for this window
            if (ticket == m_order.size() - 1)
                return at;
            double done = at + m_services.value(m_order[ticket]).front().draw(random);
            if (std::bernoulli_distribution(m_pauseChance)(random))
                done += m_pauses.draw(random);
            free.push({done, index});
        }
        return -1;
    }

private:
    void addClass(const QString& name, const HallHistory& history, const QList<double>& all)
    {
        if (m_services.contains(name))
            return;
        const QList<double> own = history.services.value(name);
        m_services.insert(name, {Durations(own.size() >= FewestOfClass ? own : all, UsualService)});
    }
    double freeAt(const SimulatedWindow& window, Random& random) const
    {
        if (window.pausedFor >= 0)
            return m_pauses.rest(window.pausedFor, random);
        if (window.busyFor < 0)
            return 0;
        return m_services.value(window.serving).front().rest(window.busyFor, random);
    }
    /// The first in the order that the window serves.
    static qsizetype take(QHash<QString, std::deque<qsizetype>>& queues, const QStringList& classes)
    {
        std::deque<qsizetype>* first = nullptr;
        for (const QString& name : classes) {
            const auto queue = queues.find(name);
            if (queue != queues.end() && !queue->empty() && (!first || queue->front() < first->front()))
                first = &*queue;
        }
        if (!first)
            return -1;
        const qsizetype ticket = first->front();
        first->pop_front();
        return ticket;
    }

    const HallState& m_state;
    Durations m_pauses;
    double m_pauseChance;
    QStringList m_order;
    QHash<QString, QList<Durations>> m_services; ///< one each: a hash wants what can be made from nothing
};

double interpolated(const QList<double>& sorted, double level)
{
    const double place = std::clamp(level, 0.0, 1.0) * double(sorted.size() - 1);
    const auto below = qsizetype(place);
    const qsizetype above = std::min(below + 1, sorted.size() - 1);
    return sorted[below] + (sorted[above] - sorted[below]) * (place - double(below));
}

} // namespace

double WaitForecast::quantile(double level) const
{
    return waits.isEmpty() ? 0 : interpolated(waits, level);
}

double WaitForecast::probabilityOf(double wait) const
{
    if (waits.isEmpty())
        return 1;
    const auto notLonger = std::upper_bound(waits.begin(), waits.end(), wait);
    const auto shorter = std::lower_bound(waits.begin(), waits.end(), wait);
    return (double(notLonger - waits.begin()) + double(shorter - waits.begin())) / 2 / double(waits.size());
}

WaitForecast forecastWait(const HallState& state, const HallHistory& history, const QString& ticketClass, unsigned seed, int runs)
{
    Random random(seed);
    const Simulation simulation(state, history, ticketClass);
    WaitForecast forecast;
    for (int i = 0; i < runs; ++i) {
        const double wait = simulation.run(random);
        if (wait < 0)
            return {};
        forecast.waits.append(wait);
    }
    std::sort(forecast.waits.begin(), forecast.waits.end());
    return forecast;
}

void Calibration::note(double probability)
{
    m_noted.append(std::clamp(probability, 0.0, 1.0));
    if (m_noted.size() > MostNoted)
        m_noted.removeFirst();
}

double Calibration::levelFor(double wanted) const
{
    if (m_noted.size() < FewestNoted)
        return wanted;
    QList<double> sorted = m_noted;
    std::sort(sorted.begin(), sorted.end());
    return interpolated(sorted, wanted);
}

ExpectedWait expectedFrom(const WaitForecast& forecast, const Calibration& calibration)
{
    return {forecast.quantile(calibration.levelFor(Middle)), forecast.quantile(calibration.levelFor(Low)),
            forecast.quantile(calibration.levelFor(High))};
}

} // namespace core
