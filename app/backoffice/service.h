// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/bell.h"
#include "app/backoffice/blobstore.h"
#include "app/backoffice/caller.h"
#include "app/backoffice/database.h"
#include "app/backoffice/eventlog.h"
#include "app/backoffice/message.h"
#include "app/backoffice/metrics.h"
#include "app/backoffice/settingscache.h"

#include <atomic>
#include <functional>
#include <vector>

namespace backoffice {

class Forecasts;

/// Who tells of what somebody else did a while ago.
struct Teller
{
    QString number;
    qint64 nowMs = 0;
};

/// What every handler works on. Time comes from outside so that tests can set it.
struct Context
{
    const Database& database;
    const BlobStore& blobs;
    Caller caller;
    qint64 nowMs = 0;
    Bell* bell = nullptr;
    Forecasts* forecasts = nullptr;
    std::shared_ptr<QSet<QString>> told = std::make_shared<QSet<QString>>(); ///< halls with events of the transaction under way
    SettingsCache* settings = nullptr;
    mutable QString settingsEtag = {};                             ///< as the caller was found; empty: not known
    mutable std::optional<OwnWindow> ownWindow = {};               ///< the caller's, as they were found
    mutable std::shared_ptr<const core::QueueSettings> queue = {}; ///< found once a request

    std::optional<Teller> teller = {}; ///< where that is not the caller, now

    void emitEvent(const QString& hall, const QString& kind, const QJsonObject& data) const;
    /// In the name of whoever is signed in, whomever they name.
    void audit(const QString& act, const QString& subject) const;
    /// The same for somebody of that hall.
    [[nodiscard]] Context inHall(const QString& hall) const;
    /// In the turn of the caller's hall; the bell is rung behind it.
    Answer inTransaction(const std::function<Answer()>& work) const;
};

using Handler = std::function<Answer(const Request&, const Context&)>;

/// The contract's resources: finds the handler, checks the token, runs it in one transaction. Thread-safe, blocking.
class Service
{
public:
    Service(Database database, BlobStore blobs);

    /// Never throws. Events that the request caused are in the database when it returns.
    [[nodiscard]] Answer handle(Request request) const;
    /// Looks at a request's head before its large body is read: the answer that refuses it, or nothing.
    [[nodiscard]] std::optional<Answer> refusal(Request head, quint64 bodySize) const;
    [[nodiscard]] EventLog& eventLog() const { return *m_events; }
    [[nodiscard]] Metrics& metrics() const { return *m_metrics; }
    /// Hears of every request that was answered, on the thread that did.
    void watch(std::function<void(const RequestSeen&)> watcher) { m_watcher = std::move(watcher); }
    [[nodiscard]] std::shared_ptr<Bell> bell() const { return m_bell; }
    /// Events but the newest are forgotten (who missed them reads everything anew), and answers that nobody asks for again.
    void forget(qint64 nowMs) const;
    /// Drops uploads that nobody has gone on with for a week. Called once before serving.
    void tidyUploads(qint64 nowMs) const;
    /// Does what time alone does to cases by now. Never throws.
    void letTimePass(qint64 nowMs) const;
    /// A session of that account at that window is alive. Where the database does not answer, it is taken to be.
    [[nodiscard]] bool isSignedIn(const QString& account, const QString& window) const;
    [[nodiscard]] const Database& database() const { return m_database; }

private:
    struct Route
    {
        QByteArray method;
        QStringList pattern;
        Handler handler;
        bool open = false;           ///< needs no token
        bool forDisplays = false;    ///< a screen in the hall may ask
        bool ownTransaction = false; ///< slow work (hashing, files) stays outside the write lock
        quint64 largestBody = SmallBody;
    };
    static constexpr quint64 SmallBody = 64ULL * 1024;

    Route& add(const QByteArray& method, const QString& pattern, Handler handler, bool open = false);
    [[nodiscard]] const Route* routeFor(Request& request, bool& knownPath) const;
    [[nodiscard]] Context newContext() const;
    [[nodiscard]] Answer dispatch(Request& request, QString& resource) const;
    [[nodiscard]] Answer run(const Route& route, const Request& request) const;

    Database m_database;
    BlobStore m_blobs;
    std::shared_ptr<EventLog> m_events;
    std::shared_ptr<Bell> m_bell = std::make_shared<Bell>();
    std::shared_ptr<Forecasts> m_forecasts;
    std::unique_ptr<SettingsCache> m_settings = std::make_unique<SettingsCache>();
    mutable std::atomic<qint64> m_tidiedMs = 0; ///< when the uploads were, last
    std::shared_ptr<Metrics> m_metrics = std::make_shared<Metrics>();
    std::function<void(const RequestSeen&)> m_watcher;
    std::vector<Route> m_routes;
};

} // namespace backoffice
