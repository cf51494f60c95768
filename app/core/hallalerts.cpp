// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/hallalerts.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr int Minute = 60;

int waitingFor(const HallBoard& board, const QStringList& classes)
{
    int waiting = 0;
    for (const ClassFigures& one : board.classes)
        waiting += classes.contains(one.code) ? one.waiting : 0;
    return waiting;
}

/// The window that can take a class on with the least harm: an idle one before a busy one, the one with fewest people of its own.
QString helperFor(const HallBoard& board, const QString& ticketClass)
{
    const WindowFigures* best = nullptr;
    const auto worse = [&](const WindowFigures& a, const WindowFigures& b) {
        if (a.isIdle() != b.isIdle())
            return b.isIdle();
        return waitingFor(board, a.classes) > waitingFor(board, b.classes);
    };
    for (const WindowFigures& window : board.windows) {
        if (window.state != u"open" || window.classes.contains(ticketClass))
            continue;
        if (!best || worse(*best, window))
            best = &window;
    }
    return best ? best->code : QString();
}

std::optional<HallAlert> alertOf(const HallBoard& board, const ClassFigures& figures, const AlertLimits& limits)
{
    if (figures.waiting == 0)
        return std::nullopt;
    const bool served = std::any_of(board.windows.begin(), board.windows.end(), [&](const WindowFigures& window) {
        return window.state == u"open" && window.classes.contains(figures.code);
    });
    const int minutes = figures.longestSeconds / Minute;
    if (served && minutes < limits.waitMinutes)
        return std::nullopt;
    HallAlert alert{served ? AlertKind::LongWait : AlertKind::NobodyServes,
                    figures.code,
                    helperFor(board, figures.code),
                    figures.waiting,
                    minutes,
                    {},
                    AlertAct::None,
                    {}};
    alert.act = alert.window.isEmpty() ? AlertAct::None : AlertAct::OpenClass;
    if (figures.oneMoreSeconds)
        alert.minutesThen = (*figures.oneMoreSeconds + Minute / 2) / Minute;
    return alert;
}

std::optional<HallAlert> alertOf(const HallBoard& board, const WindowFigures& window, const AlertLimits& limits)
{
    const int minutes = int(window.since.secsTo(board.at) / Minute);
    if (window.state != u"paused" || minutes < limits.pauseMinutes)
        return std::nullopt;
    return HallAlert{AlertKind::LongPause, {}, window.code, 0, minutes, window.reason, AlertAct::Remind};
}

} // namespace

AlertLimits AlertLimits::fromJson(const QJsonObject& settings)
{
    const AlertLimits usual;
    return {settings[u"longWaitMinutes"_s].toInt(usual.waitMinutes), settings[u"longPauseMinutes"_s].toInt(usual.pauseMinutes)};
}

QList<HallAlert> alertsOf(const HallBoard& board, const AlertLimits& limits)
{
    QList<HallAlert> alerts;
    for (const ClassFigures& figures : board.classes) {
        if (const auto alert = alertOf(board, figures, limits))
            alerts.append(*alert);
    }
    for (const PauseRequest& request : board.pauses)
        alerts.append({AlertKind::PauseAsked, {}, request.window, 0, 0, request.reason, AlertAct::AnswerPause, {}, request});
    for (const WindowFigures& window : board.windows) {
        if (const auto alert = alertOf(board, window, limits))
            alerts.append(*alert);
    }
    if (board.noticesDue > 0)
        alerts.append({AlertKind::NoticeDue, {}, {}, board.noticesDue, 0, {}, AlertAct::None});
    std::stable_sort(alerts.begin(), alerts.end(),
                     [](const HallAlert& a, const HallAlert& b) { return a.kind != b.kind ? a.kind < b.kind : a.minutes > b.minutes; });
    return alerts;
}

} // namespace core
