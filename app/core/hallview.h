// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallboard.h"

namespace core {

// One window of the hall, or one class of tickets, as its supervisor looks at it closely. Clerks by name, applicants by number only.

/// A class of the hall, seen from one window.
struct ClassChoice
{
    QString code;
    QString name;
    bool served = false; ///< by this window
    int waiting = 0;
    int elsewhere = 0; ///< other open windows that serve it

    friend bool operator==(const ClassChoice&, const ClassChoice&) = default;
};

/// What a window did with a ticket it called.
struct WindowService
{
    QString number;
    QString ticketClass;
    QDateTime calledAt;
    QDateTime startedAt; ///< invalid: nobody came to the window
    QDateTime endedAt;   ///< invalid: still here
    QString end;         ///< the act that ended it: finish, no-show, hold, transfer, return; empty: still here

    friend bool operator==(const WindowService&, const WindowService&) = default;
};

struct PauseSpan
{
    QString reason;
    QDateTime since;
    QDateTime until; ///< invalid: not over

    friend bool operator==(const PauseSpan&, const PauseSpan&) = default;
};

/// A waiting ticket that the window alone may call until then.
struct KeptTicket
{
    QString number;
    QDateTime until;

    friend bool operator==(const KeptTicket&, const KeptTicket&) = default;
};

struct WindowView
{
    QDateTime at;
    WindowFigures window;
    QString ticketId; ///< of the ticket that is there; empty: none
    QString ticketClass;
    QString ticketState;           ///< called, serving
    QList<ClassChoice> classes;    ///< all of the hall
    QList<WindowService> services; ///< of today, the latest first
    int served = 0;                ///< today
    int averageServiceSeconds = 0; ///< 0: none yet
    QList<PauseSpan> pauses;       ///< of today, the earliest first
    QList<KeptTicket> kept;

    [[nodiscard]] QStringList servedClasses() const;
    /// The window was closed in spite of the ticket that is there.
    [[nodiscard]] bool isTicketLeft() const { return window.state == u"closed" && !ticketId.isEmpty(); }
    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `board.field` and what is missing.
    static Result<WindowView> fromJson(const QJsonObject& json);
    friend bool operator==(const WindowView&, const WindowView&) = default;
};

/// Classes with people waiting that nobody would serve any more if the window served `wanted`.
QStringList abandonedClasses(const WindowView& view, const QStringList& wanted);

/// One who waits, or is held at a window.
struct WaitingTicket
{
    QString id;
    QString number;
    QString state; ///< waiting, transferred, held
    QString group; ///< code of the priority group; empty: none
    QDateTime takenAt;
    int position = 0; ///< 1 is called next when nobody else comes; 0: not by turn
    std::optional<int> expectedSeconds = {};
    bool returned = false; ///< was called already and went back
    int misses = 0;
    QString takenAs;  ///< class it was taken for, where that is another one
    QString window;   ///< that alone may call it, or holds it
    QString keptFor;  ///< window that may call it without the back office
    QDateTime slotAt; ///< of an appointment

    friend bool operator==(const WaitingTicket&, const WaitingTicket&) = default;
};

struct ClassView
{
    QDateTime at;
    QString code;
    QString name;
    QStringList windows;          ///< open ones that serve it
    QList<WaitingTicket> tickets; ///< in the order of the calls; those held last

    [[nodiscard]] int waiting() const;
    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `board.field` and what is missing.
    static Result<ClassView> fromJson(const QJsonObject& json);
    friend bool operator==(const ClassView&, const ClassView&) = default;
};

} // namespace core
