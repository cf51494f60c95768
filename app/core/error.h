// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>
#include <QStringList>
#include <tl/expected.hpp>

namespace core {

/// What went wrong, as far as a clerk's next step depends on it.
enum class ErrorKind {
    InvalidInput, ///< what was typed or delivered breaks a rule
    NotCovered,   ///< data needed for a decision is missing (calendar, number block)
    NotFound,
    Conflict,     ///< someone else changed it meanwhile
    Unauthorized, ///< sign-in is needed or failed
    Forbidden,
    Refused, ///< the back office declined for good
    Busy,    ///< try again later
    Offline, ///< nothing answered
    Timeout,
    BadAnswer, ///< an answer that cannot be understood
    DiskFull,
    Storage, ///< the local store failed
    Corrupt, ///< stored bytes fail their check
    Device,  ///< a device reported a fault
    Cancelled,
};

/// A cause that can be acted on. `code` is stable and unique to the cause; `facts` fill the sentence shown for it
/// and never hold personal data.
struct Error
{
    ErrorKind kind = ErrorKind::InvalidInput;
    QString code;
    QStringList facts = {};

    friend bool operator==(const Error& a, const Error& b) { return a.kind == b.kind && a.code == b.code && a.facts == b.facts; }
};

template<class T> using Result = tl::expected<T, Error>;

inline tl::unexpected<Error> fail(ErrorKind kind, const QString& code, const QStringList& facts = {})
{
    return tl::unexpected<Error>(Error{kind, code, facts});
}

} // namespace core
