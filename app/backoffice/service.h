// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/blobstore.h"
#include "app/backoffice/caller.h"
#include "app/backoffice/database.h"
#include "app/backoffice/message.h"

#include <functional>
#include <vector>

namespace backoffice {

/// What every handler works on. Time comes from outside so that tests can set it.
struct Context
{
    const Database& database;
    const BlobStore& blobs;
    Caller caller;
    qint64 nowMs = 0;

    void emitEvent(const QString& hall, const QString& kind, const QJsonObject& data) const;
    void audit(const QString& act, const QString& subject) const;
};

using Handler = std::function<Answer(const Request&, const Context&)>;

/// The contract's resources: finds the handler, checks the token, runs it in one transaction. Thread-safe, blocking.
class Service
{
public:
    Service(Database database, BlobStore blobs);

    /// Never throws. Events that the request caused are in the database when it returns.
    [[nodiscard]] Answer handle(Request request) const;
    /// Events of a hall after `after`, oldest first; nothing when `after` is older than what is kept (`reset`).
    struct Event
    {
        qint64 id;
        QString kind;
        QString data;
    };
    [[nodiscard]] std::optional<QList<Event>> eventsAfter(const QString& hall, qint64 after) const;
    [[nodiscard]] qint64 newestEvent() const;
    [[nodiscard]] const Database& database() const { return m_database; }

private:
    struct Route
    {
        QByteArray method;
        QStringList pattern;
        Handler handler;
        bool open = false; ///< needs no token
    };
    void add(const QByteArray& method, const QString& pattern, Handler handler, bool open = false);
    [[nodiscard]] Answer dispatch(Request& request) const;
    [[nodiscard]] Answer run(const Route& route, const Request& request) const;

    Database m_database;
    BlobStore m_blobs;
    std::vector<Route> m_routes;
};

} // namespace backoffice
