// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/pauserequest.h"

#include <QDateTime>
#include <QJsonObject>
#include <QStringList>

#include <optional>

namespace core {

// The hall as its supervisor sees it, at one moment. Clerks by name, applicants by nothing.

/// What somebody who takes a ticket now will wait.
struct ExpectedFigures
{
    int seconds = 0;
    int lowSeconds = 0; ///< four of five waits lie between low and high
    int highSeconds = 0;

    friend bool operator==(const ExpectedFigures&, const ExpectedFigures&) = default;
};

struct ClassFigures
{
    QString code;
    int waiting = 0;
    int longestSeconds = 0;                       ///< of those who wait now
    int averageSeconds = 0;                       ///< of those who were called today
    std::optional<ExpectedFigures> expected = {}; ///< nothing while the hall knows too little of itself
    std::optional<int> oneMoreSeconds = {};       ///< the expected wait if one more window opened for the class

    friend bool operator==(const ClassFigures&, const ClassFigures&) = default;
};

struct WindowFigures
{
    QString code;
    QString name;
    QString state; ///< open, paused, closed
    QString reason;
    QString clerk; ///< name; empty: nobody sits there
    QStringList classes;
    QDateTime since;
    QString ticketNumber; ///< empty: idle
    QDateTime ticketSince;

    [[nodiscard]] bool isIdle() const { return state == u"open" && ticketNumber.isEmpty(); }
    [[nodiscard]] QJsonObject toJson() const;
    static WindowFigures fromJson(const QJsonValue& json);
    friend bool operator==(const WindowFigures&, const WindowFigures&) = default;
};

struct HourFigures
{
    int hour = 0;
    int taken = 0;   ///< tickets taken in it
    int waiting = 0; ///< at its end, or now

    friend bool operator==(const HourFigures&, const HourFigures&) = default;
};

struct HallBoard
{
    QDateTime at;
    QList<ClassFigures> classes;
    QList<WindowFigures> windows;
    QList<HourFigures> hours;   ///< of today, up to now
    QList<PauseRequest> pauses; ///< that wait for an answer, the oldest first
    int averageWaitSeconds = 0;
    int averageServiceSeconds = 0;
    int evaluations = 0;
    int satisfied = 0;  ///< of them
    int noticesDue = 0; ///< received and unanswered, where silence accepts by tomorrow
    std::optional<QDate> firstNotice = {};
    int supplementsToday = 0; ///< deadlines of deferrals
    int supplementsSoon = 0;  ///< in three working days
    int supplementsPassed = 0;
    int takenIn = 0;     ///< cases today
    int oneTrip = 0;     ///< of them, complete at once
    int papersSaved = 0; ///< that applicants did not have to bring today

    [[nodiscard]] int waiting() const;
    [[nodiscard]] int longestSeconds() const;
    [[nodiscard]] int openWindows() const;

    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `board.field` and what is missing.
    static Result<HallBoard> fromJson(const QJsonObject& json);
    friend bool operator==(const HallBoard&, const HallBoard&) = default;
};

} // namespace core
