// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/card.h"
#include "devices/idcard/samframe.h"

#include <optional>

namespace devices {

/// Why there is no card. Each has something that a clerk can do.
enum class ReaderFault {
    NoCard,      ///< nothing lies on the reader
    LayFlat,     ///< found but not readable: lay it flat, do not lift it
    UnknownCard, ///< a card this reader cannot read
    Module,      ///< the module reports a fault of its own
    NoAnswer,    ///< nothing came in time
    Garbled,     ///< bytes that are no frame, again and again
    Unplugged,
    NoPermission, ///< the reader is there, but this user may not use it
    Occupied,     ///< another program holds it
    NeedsVendor,  ///< only its maker's library can talk to it, and there is none
    Cancelled,
};

/// What happened with one attempt.
struct CardOutcome
{
    std::optional<Card> card;
    ReaderFault fault = ReaderFault::NoCard;
    bool stillThere = false; ///< the card that was read before still lies there
};

/// What to do next: send bytes and wait for an answer until the deadline, or stop with an outcome.
struct SamStep
{
    QByteArray send;
    int deadlineMs = 0;
    std::optional<CardOutcome> outcome;
    bool drainFirst = false; ///< what is still on its way belongs to the request before
};

/// How long an answer may take.
struct SamDeadlines
{
    int shortMs = 800;
    int readMs = 3000;
};

/// One attempt to read a card as a state machine: bytes and time come from outside. find → select → read, with the
/// fall-back to reading without fingerprints for old modules and a second try for what is worth it.
class SamSession
{
public:
    explicit SamSession(const SamDeadlines& deadlines = {}) : m_deadlines(deadlines) {}

    /// Reads whatever card lies there.
    SamStep begin();
    /// Asks only whether the card that was read last still lies there.
    SamStep beginPresence();

    SamStep answered(const SamAnswer& answer);
    SamStep garbled();
    SamStep timedOut();
    SamStep stopped(ReaderFault fault);

    [[nodiscard]] bool isActive() const { return m_state != State::Idle; }

private:
    enum class State { Idle, Finding, Selecting, Reading, ReadingBase, ReadingAddress, Asking };

    SamStep start(State state);
    SamStep enter(State state);
    SamStep finish(const CardOutcome& outcome);
    SamStep again(ReaderFault otherwise);
    SamStep found(const SamAnswer& answer);
    SamStep read(const SamAnswer& answer, bool withFingerprint);
    SamStep asked(const SamAnswer& answer);
    SamStep addressRead(const SamAnswer& answer);

    SamStep selected(const SamAnswer& answer);

    SamDeadlines m_deadlines;
    State m_state = State::Idle;
    int m_retries = 0;
    ReaderFault m_lastFault = ReaderFault::NoCard;
    bool m_oldModule = false;
    bool m_readUnanswered = true; ///< the module may have read the card and not find it again until it is lifted
    bool m_unsure = false;        ///< the last attempt went wrong: an answer of it may still come
    bool m_readingBlind = false;  ///< without having found a card in this attempt
    Card m_card;
};

} // namespace devices
