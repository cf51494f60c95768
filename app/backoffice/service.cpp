// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/service.h"

#include "app/backoffice/forecasts.h"
#include "app/backoffice/handlers.h"
#include "app/backoffice/presence.h"
#include "app/backoffice/timekeeper.h"
#include "app/core/halltime.h"

#include <QDateTime>
#include <QDebug>
#include <QJsonDocument>

#include <chrono>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {
constexpr qint64 AbandonedMs = 7LL * 24 * 3600 * 1000;
constexpr qint64 DayMs = 24LL * 3600 * 1000;
constexpr qint64 AnswersKeptMs = 2LL * 24 * 3600 * 1000;
constexpr int EventsKept = 100'000;
constexpr quint64 LargestChunk = 256ULL * 1024 * 1024;
constexpr quint64 LargestCase = 4ULL * 1024 * 1024;

bool matches(const QStringList& pattern, const QStringList& path, QStringList& captures)
{
    if (pattern.size() != path.size())
        return false;
    captures.clear();
    for (qsizetype i = 0; i < pattern.size(); ++i) {
        if (pattern[i] == u"*")
            captures.append(path[i]);
        else if (pattern[i] != path[i])
            return false;
    }
    return true;
}

bool writes(const QByteArray& method)
{
    return method != "GET" && method != "HEAD" && method != "OPTIONS";
}
} // namespace

void Context::emitEvent(const QString& hall, const QString& kind, const QJsonObject& data) const
{
    if (hall != caller.hall) // its events come one after another
        database.takeTurn(hall);
    told->insert(hall);
    database.later(u"INSERT INTO event (hall, kind, data, at) VALUES (?, ?, ?, ?)"_s,
                   {hall, kind, QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact)), nowMs});
}

void Context::audit(const QString& act, const QString& subject) const
{
    const Teller who = teller.value_or(Teller{caller.number, nowMs});
    database.later(u"INSERT INTO audit (at, actor, hall, act, subject) VALUES (?, ?, ?, ?, ?)"_s,
                   {who.nowMs, who.number, caller.hall, act, subject});
}

Context Context::inHall(const QString& hall) const
{
    Context there = *this;
    there.caller.hall = hall;
    return there;
}

Answer Context::inTransaction(const std::function<Answer()>& work) const
{
    Answer answer;
    told->clear();
    database.inTransaction(caller.hall, [&] { answer = work(); });
    for (const QString& hall : std::as_const(*told))
        bell->ring(hall);
    return answer;
}

Service::Service(Database database, BlobStore blobs)
    : m_database(std::move(database)), m_blobs(std::move(blobs)), m_events(std::make_shared<EventLog>(m_database)),
      m_forecasts(std::make_shared<Forecasts>())
{
    add("GET", u"v1/health"_s, health, true);
    const auto metrics = [known = m_metrics](const Request&, const Context&) {
        return Answer{200, {{"content-type", "text/plain; version=0.0.4; charset=utf-8"}, {"cache-control", "no-store"}}, known->text()};
    };
    add("GET", u"metrics"_s, metrics, true);
    add("POST", u"v1/sessions"_s, signIn, true).ownTransaction = true;
    add("POST", u"v1/sessions/refresh"_s, refreshSession, true).ownTransaction = true;
    add("DELETE", u"v1/sessions/current"_s, signOut).forDisplays = true;
    add("GET", u"v1/catalogue"_s, catalogue);
    add("GET", u"v1/calendar/*"_s, calendar);
    add("GET", u"v1/releases/*"_s, release, true);
    add("GET", u"v1/releases/*/file"_s, releaseFile, true);
    add("POST", u"v1/number-blocks"_s, leaseNumbers);
    add("OPTIONS", u"v1/uploads"_s, uploadOptions, true);
    add("POST", u"v1/uploads"_s, createUpload);
    add("HEAD", u"v1/uploads/*"_s, uploadOffset);
    Route& append = add("PATCH", u"v1/uploads/*"_s, appendUpload);
    append.ownTransaction = true;
    append.largestBody = LargestChunk;
    add("DELETE", u"v1/uploads/*"_s, endUpload);
    add("HEAD", u"v1/blobs/*"_s, blobHead);
    add("GET", u"v1/blobs/*"_s, blob);
    add("PUT", u"v1/cases/*"_s, putCase).largestBody = LargestCase;
    add("GET", u"v1/cases/*"_s, getCase);
    add("GET", u"v1/cases"_s, listCases);
    add("POST", u"v1/cases/search"_s, searchCases);
    add("PUT", u"v1/cases/*/acts/*"_s, putCaseAct).largestBody = LargestCase;
    add("GET", u"v1/cases/*/acts"_s, listCaseActs);
    add("PUT", u"v1/cases/*/holder"_s, putHolder).largestBody = LargestCase;
    add("GET", u"v1/cases/*/holder"_s, getHolder);
    add("GET", u"v1/windows/*/handovers"_s, listHandovers);
    add("GET", u"v1/windows/*/shift"_s, shift);
    add("PUT", u"v1/grants/*"_s, putGrant);
    add("PUT", u"v1/grants/*/answer"_s, answerGrant);
    add("GET", u"v1/grants/*"_s, getGrant);
    add("GET", u"v1/grants"_s, listGrants);
    add("PUT", u"v1/transfers/*"_s, putTransfer).largestBody = LargestCase;
    add("GET", u"v1/transfers"_s, listTransfers);
    add("PUT", u"v1/transfers/*/receipt"_s, receiveTransfer);
    add("GET", u"v1/departments/*/feed"_s, departmentFeed);
    add("PUT", u"v1/departments/*/feed/cursor"_s, acknowledgeFeed);
    add("GET", u"v1/reminders"_s, listReminders);
    add("PUT", u"v1/reminders/*"_s, putReminder);
    add("PUT", u"v1/enquiries/*"_s, putEnquiry);
    add("POST", u"v1/holders/search"_s, searchHolder);
    add("POST", u"v1/prefilings/*/takeover"_s, takePrefilingOver);
    add("POST", u"v1/halls/*/tickets"_s, takeTicket).ownTransaction = true;
    add("GET", u"v1/halls/*/tickets/*"_s, ticketOfNumber);
    add("GET", u"v1/halls/*/board"_s, board).forDisplays = true;
    add("GET", u"v1/halls/*/overview"_s, overview);
    add("GET", u"v1/halls/*/windows/*"_s, windowView);
    add("GET", u"v1/halls/*/classes/*"_s, classView);
    add("GET", u"v1/halls/*/statistics"_s, statistics);
    add("PUT", u"v1/messages/*"_s, putMessage);
    add("GET", u"v1/messages"_s, listMessages);
    add("PUT", u"v1/messages/*/receipt"_s, readMessage);
    add("PUT", u"v1/windows/*/calls/*"_s, callNext).ownTransaction = true;
    add("PUT", u"v1/windows/*/leases/*"_s, leaseTickets).ownTransaction = true;
    add("PUT", u"v1/windows/*/state"_s, setWindowState);
    add("PUT", u"v1/windows/*/classes"_s, setWindowClasses);
    add("PUT", u"v1/pauses/*"_s, putPause);
    add("GET", u"v1/pauses/*"_s, getPause);
    add("PUT", u"v1/tickets/*/acts/*"_s, ticketAct).ownTransaction = true;
    add("PUT", u"v1/appointments/*"_s, putAppointment);
    add("GET", u"v1/appointments"_s, listAppointments);
    add("POST", u"v1/appointments/search"_s, searchAppointments);
    add("GET", u"v1/appointments/slots"_s, listSlots);
    add("GET", u"v1/audit"_s, listAudit);
    add("GET", u"v1/events"_s, events).forDisplays = true;
    add("PUT", u"v1/evaluations/*"_s, putEvaluation);
    add("GET", u"v1/evaluations"_s, listEvaluations);
    add("PUT", u"v1/evaluations/*/follow-up"_s, followUpEvaluation);
    add("GET", u"q/style.css"_s, applicantStyle, true);
    add("GET", u"q/*"_s, applicantPage, true);
    add("POST", u"q/*/evaluation"_s, applicantEvaluates, true).ownTransaction = true;
}

Service::Route& Service::add(const QByteArray& method, const QString& pattern, Handler handler, bool open)
{
    return m_routes.emplace_back(Route{method, pattern.split(u'/'), std::move(handler), open});
}

Answer Service::handle(Request request) const
{
    const auto begun = std::chrono::steady_clock::now();
    QString resource;
    Answer answer = problem(503, u"busy"_s);
    try {
        answer = dispatch(request, resource);
    } catch (const std::exception& fault) {
        qWarning().noquote() << "request failed:" << request.method << resource << fault.what();
    }
    const auto took = std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun);
    const RequestSeen seen{request.method, resource, answer.status, took};
    m_metrics->note(seen);
    if (m_watcher)
        m_watcher(seen);
    return answer;
}

const Service::Route* Service::routeFor(Request& request, bool& knownPath) const
{
    const QStringList path = request.path.split(u'/', Qt::SkipEmptyParts);
    for (const Route& route : m_routes) {
        if (!matches(route.pattern, path, request.captures))
            continue;
        knownPath = true;
        if (route.method == request.method)
            return &route;
    }
    return nullptr;
}

std::optional<Answer> Service::refusal(Request head, quint64 bodySize) const
{
    bool knownPath = false;
    const Route* route = routeFor(head, knownPath);
    if (!route)
        return knownPath ? problem(405, u"method-not-allowed"_s) : problem(404, u"not-found"_s);
    if (bodySize > route->largestBody)
        return problem(413, u"too-large"_s);
    try {
        const Context context = newContext();
        if (!route->open && !callerOf(head, context))
            return noCaller(head, context);
    } catch (const std::exception&) {
        return problem(503, u"busy"_s);
    }
    return std::nullopt;
}

Context Service::newContext() const
{
    return {m_database,
            m_blobs,
            {},
            QDateTime::currentMSecsSinceEpoch(),
            m_bell.get(),
            m_forecasts.get(),
            std::make_shared<QSet<QString>>(),
            m_settings.get()};
}

Answer Service::dispatch(Request& request, QString& resource) const
{
    bool knownPath = false;
    const Route* route = routeFor(request, knownPath);
    if (!route)
        return knownPath ? problem(405, u"method-not-allowed"_s) : problem(404, u"not-found"_s);
    resource = route->pattern.join(u'/');
    if (request.namesNul())
        return problem(404, u"not-found"_s);
    if (quint64(request.body.size()) > route->largestBody)
        return problem(413, u"too-large"_s);
    const QString nul = request.nulText();
    if (!nul.isEmpty())
        return problem(422, u"invalid-body"_s, {nul});
    return run(*route, request);
}

Answer Service::run(const Route& route, const Request& request) const
{
    Context context = newContext();
    if (!route.open) {
        const auto caller = callerOf(request, context);
        if (!caller)
            return noCaller(request, context);
        context.caller = *caller;
        if (caller->isDisplay() && !route.forDisplays)
            return problem(403, u"forbidden"_s);
    }
    if (!writes(request.method) || route.ownTransaction)
        return route.handler(request, context);
    return context.inTransaction([&] { return route.handler(request, context); });
}

void Service::letTimePass(qint64 nowMs) const
{
    try {
        Context context = newContext();
        context.caller.number = u"time"_s;
        context.nowMs = nowMs;
        backoffice::letTimePass(context);
        forget(nowMs);
        if (nowMs - m_tidiedMs > DayMs)
            tidyUploads(nowMs);
    } catch (const std::exception& fault) {
        qWarning().noquote() << "time stands still:" << fault.what();
    }
}

bool Service::isSignedIn(const QString& account, const QString& window) const
{
    try {
        return m_database
            .run(u"SELECT 1 FROM session WHERE account = ? AND service_window = ? AND taken_by = '' AND access_until > ?"_s,
                 {account, window, QDateTime::currentMSecsSinceEpoch() - AccessMs})
            .next();
    } catch (const std::exception&) {
        return true;
    }
}

void Service::forget(qint64 nowMs) const
{
    m_database.run(u"DELETE FROM replay WHERE at < ?"_s, {nowMs - AnswersKeptMs});
    // Whose a ticket was is nobody's business once the day is over.
    const QString yesterday = core::hallTime(nowMs).date().addDays(-1).toString(Qt::ISODate);
    m_database.run(u"UPDATE ticket SET holder = '' WHERE ticket_day < ? AND holder <> ''"_s, {yesterday});
    m_database.run(u"UPDATE appointment SET holder = '' WHERE slot_day < ? AND holder <> ''"_s, {yesterday});
    m_database.run(u"DELETE FROM event WHERE id <= (SELECT max(id) FROM event) - ?"_s, {EventsKept});
    forgetVisits(m_database, nowMs);
}

void Service::tidyUploads(qint64 nowMs) const
{
    m_tidiedMs = nowMs;
    m_database.run(u"DELETE FROM upload WHERE created_at < ?"_s, {nowMs - AbandonedMs});
    const QStringList begun = m_blobs.uploads(); // before we ask who is known: another instance goes on beginning some
    Rows rows = m_database.run(u"SELECT id FROM upload"_s);
    QSet<QString> known;
    while (rows.next())
        known.insert(rows.value(0).toString());
    for (const QString& upload : begun) {
        const bool ofACommand = upload.startsWith(u"adopted-"_s) || upload.startsWith(u"seed-"_s); // may be writing it now
        if (!known.contains(upload) && !ofACommand)
            m_blobs.discard(upload);
    }
}

} // namespace backoffice
