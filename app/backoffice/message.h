// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QMap>
#include <QString>
#include <QUrlQuery>

#include <optional>

namespace backoffice {

/// A request without any HTTP library in it. Header names are lower case.
struct Request
{
    QByteArray method;
    QString path; ///< decoded, without the query
    QUrlQuery query;
    QHash<QByteArray, QByteArray> headers;
    QByteArray body;
    bool truncated = false; ///< the connection ended before the whole body came
    QStringList captures;   ///< what the route's placeholders matched

    [[nodiscard]] QByteArray header(const QByteArray& name) const { return headers.value(name); }
    [[nodiscard]] QJsonObject json() const;
    /// A U+0000, which PostgreSQL cannot keep, stands in the path or the query.
    [[nodiscard]] bool namesNul() const;
    /// The pointer (RFC 6901) of a text or name in `json` that has a U+0000; empty: there is none.
    [[nodiscard]] QString nulText() const;
    /// Where a page of a queue begins (`after`): 0 without it, negative where it is no number.
    [[nodiscard]] qint64 after() const;
    /// How many entries a page has at most (`limit`).
    [[nodiscard]] int limit(int usual, int most) const;
};

/// Asks the server to go on with an event stream after the answer's head.
struct EventStream
{
    QString hall;
    qint64 after = 0;         ///< only events with a larger id
    bool reset = false;       ///< the listener has missed what is not known any more
    bool queueOnly = false;   ///< a screen, kiosk or gateway: of tickets and windows, and of nothing else
    bool evaluations = false; ///< a supervisor: clerks do not hear what applicants say of them
    QString account = {};     ///< whose session it lives by
    QString window = {};

    [[nodiscard]] bool hears(const QString& kind) const;
};

struct Answer
{
    int status = 200;
    QMap<QByteArray, QByteArray> headers = {};
    QByteArray body = {};
    std::optional<EventStream> events = {};

    static Answer json(int status, const QJsonObject& body);
};

/// RFC 9457. `type` is the stable last part of urn:yichuang:problem:…; `pointers` name the fields at fault.
Answer problem(int status, const QString& type, const QStringList& pointers = {}, const QJsonObject& more = {});

} // namespace backoffice
