// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/timekeeper.h"

#include "app/backoffice/appointments.h"
#include "app/backoffice/audittrail.h"
#include "app/backoffice/casenews.h"
#include "app/backoffice/caserows.h"
#include "app/backoffice/windowstate.h"
#include "app/core/caseclock.h"
#include "app/core/halltime.h"
#include "app/core/uuid7.h"

#include <QDateTime>
#include <QDebug>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr auto Interval = std::chrono::minutes(1);

bool goOn(const Context& context, const QString& caseId, const core::WorkCalendar& calendar)
{
    const auto stored = storedCase(context, caseId);
    const QJsonObject json = stored ? QJsonDocument::fromJson(stored->body.toUtf8()).object() : QJsonObject();
    const auto record = core::CaseRecord::fromJson(json);
    if (!record)
        return false;
    const auto item = itemOf(context.database, record->item.code);
    auto act = core::actOfTime(*record, item ? &*item : nullptr, core::hallTime(context.nowMs), calendar);
    if (!act)
        qWarning().noquote() << "time cannot go on with case" << caseId << act.error().code;
    if (!act || !*act)
        return false;
    (*act)->id = core::idText(core::newId());
    const auto after = core::applyAct(*record, **act);
    if (!after)
        return false;
    writeAct(context, *after, **act, ByTime, json);
    return true;
}

/// With how many cases it did something.
int goOnWithAll(const Context& context)
{
    QList<std::pair<QString, QString>> due; // case and hall
    Rows rows = context.database.run(u"SELECT id, hall FROM case_record WHERE last_day <> '' AND last_day < ? ORDER BY last_day, id"_s,
                                     {core::hallTime(context.nowMs).date().toString(Qt::ISODate)});
    while (rows.next())
        due.append({rows.value(0).toString(), rows.value(1).toString()});
    rows.finish();
    if (due.isEmpty())
        return 0;
    const core::WorkCalendar calendar = calendarOf(context.database);
    int done = 0;
    for (const auto& [caseId, hall] : due) {
        try { // one that fails does not hold up the others
            const Context there = context.inHall(hall);
            (void)there.inTransaction([&, &id = caseId] { // somebody else may have gone on with it: it is read inside
                done += goOn(there, id, calendar) ? 1 : 0;
                return Answer{};
            });
        } catch (const DatabaseFault& fault) {
            qWarning().noquote() << "time cannot go on with case" << caseId << fault.what();
        }
    }
    return done;
}

} // namespace

int letTimePass(const Context& context)
{
    const int done = goOnWithAll(context);
    remindOfDeadlines(context);
    letAppointmentsPass(context);
    closeDeserted(context);
    sealAudit(context);
    return done;
}

Timekeeper::Timekeeper(std::shared_ptr<const Service> service)
    : m_service(std::move(service)), m_thread([this](const std::stop_token& stop) { run(stop); })
{
}

Timekeeper::~Timekeeper() = default; // the thread is asked to stop and waited for

void Timekeeper::run(const std::stop_token& stop)
{
    while (!stop.stop_requested()) {
        m_service->letTimePass(QDateTime::currentMSecsSinceEpoch());
        std::unique_lock lock(m_guard);
        m_wake.wait_for(lock, stop, Interval, [] { return false; });
    }
}

} // namespace backoffice
