// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDateTime>
#include <QJsonObject>

namespace core {

/// A pause that a window asks its supervisor for, where the hall wants that.
struct PauseRequest
{
    enum class State {
        Asked,
        Approved,
        Declined,
        Withdrawn, ///< by the window, or because it closed
        Taken      ///< the window paused
    };

    QString id;
    QString window;
    QString clerk; ///< name
    QString reason;
    QDateTime askedAt;
    State state = State::Asked;
    QString answeredBy; ///< name
    QString word;       ///< of the supervisor; may be empty

    /// It may still come to a pause.
    [[nodiscard]] bool isOpen() const { return state == State::Asked || state == State::Approved; }
    [[nodiscard]] QJsonObject toJson() const;
    /// Fails with `pause.field` and its pointer.
    static Result<PauseRequest> fromJson(const QJsonObject& json);
    friend bool operator==(const PauseRequest&, const PauseRequest&) = default;
};

/// Nobody asks before going to the restroom, a fault asks nobody, and a lock is no pause that somebody meant.
bool needsApproval(const QString& pauseReason);

QString toWire(PauseRequest::State state);
Result<PauseRequest::State> pauseStateFromWire(const QString& wire);

} // namespace core
