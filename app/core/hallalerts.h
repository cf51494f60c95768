// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallboard.h"

namespace core {

// What a supervisor has to do now, and how: alerts name the act, not only the figure.

enum class AlertKind {
    NobodyServes, ///< people wait for a class that no open window serves
    LongWait,
    PauseAsked, ///< a window waits for leave to pause
    LongPause,
    NoticeDue, ///< silence is about to accept
};

/// What one key can do about it.
enum class AlertAct { None, OpenClass, Remind, AnswerPause };

struct HallAlert
{
    AlertKind kind = AlertKind::LongWait;
    QString ticketClass;
    QString window; ///< which it is about, or which is to act
    int count = 0;  ///< people, or cases
    int minutes = 0;
    QString reason;
    AlertAct act = AlertAct::None;
    std::optional<int> minutesThen = {}; ///< the expected wait if that is done
    PauseRequest pause = {};             ///< that is asked for

    [[nodiscard]] bool isUrgent() const { return kind == AlertKind::NobodyServes || kind == AlertKind::LongWait; }
    friend bool operator==(const HallAlert&, const HallAlert&) = default;
};

/// Local.
struct AlertLimits
{
    int waitMinutes = 30;
    int pauseMinutes = 20;

    /// `settings` of a catalogue; what is not there keeps its default.
    static AlertLimits fromJson(const QJsonObject& settings);
};

/// The most urgent first. Reckoned for the board's own moment.
QList<HallAlert> alertsOf(const HallBoard& board, const AlertLimits& limits);

} // namespace core
