// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

#include <array>

namespace core {

// How long somebody who takes a ticket now will wait, from a simulation of the hall on its own recent data. Times in seconds.

/// A window as it stands now.
struct SimulatedWindow
{
    QStringList classes;
    double busyFor = -1;   ///< since the present ticket was called; negative: idle
    QString serving = {};  ///< its class
    double pausedFor = -1; ///< negative: not paused
};

/// What the hall was like lately.
struct HallHistory
{
    QHash<QString, QList<double>> services = {}; ///< by class: from a call to the window being free again
    QList<double> pauses = {};
    double pauseChance = 0; ///< that a window pauses after a service
};

/// Who waits, in the order in which they are called, by class; and the windows.
struct HallState
{
    QStringList waiting;
    QList<SimulatedWindow> windows;
};

/// Equally likely waits, in ascending order. Empty: no window serves the class.
struct WaitForecast
{
    QList<double> waits;

    /// The wait that is not exceeded with this probability.
    [[nodiscard]] double quantile(double level) const;
    /// How probable it was not to wait longer than this.
    [[nodiscard]] double probabilityOf(double wait) const;
    /// An idle window waits, or the like: there is nothing to foretell.
    [[nodiscard]] bool isCertain() const { return waits.isEmpty() || waits.constFirst() == waits.constLast(); }
};

/// Simulates the hall so often; the same seed gives the same forecast.
WaitForecast forecastWait(const HallState& state, const HallHistory& history, const QString& ticketClass, unsigned seed, int runs = 200);

/// What was foretold against what then happened: levels that came true, so that intervals hold what they promise.
class Calibration
{
public:
    /// `probability`: what the forecast gave to the wait that then happened, or a shorter one.
    void note(double probability);
    /// The level to ask a forecast for in order to get the wanted one.
    [[nodiscard]] double levelFor(double wanted) const;

private:
    QList<double> m_noted; ///< the latest, oldest first
};

struct ExpectedWait
{
    double seconds = 0;
    double low = 0; ///< four of five waits lie between low and high
    double high = 0;
};

ExpectedWait expectedFrom(const WaitForecast& forecast, const Calibration& calibration);

} // namespace core
