// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/shiftdesk.h"

#include "app/core/halltime.h"
#include "app/core/uuid7.h"

#include <QtConcurrent>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

struct Shift
{
    store::ShiftFigures figures;
    QList<core::Transfer> waiting;
    QList<core::Transfer> made;
};

core::Result<Shift> readShift(store::Session& session, qint64 fromMs)
{
    const auto figures = store::shiftFigures(session, fromMs);
    const auto waiting = store::waitingTransfers(session);
    const auto made = store::transfersSince(session, fromMs);
    if (!figures || !waiting || !made)
        return tl::unexpected(!figures ? figures.error() : !waiting ? waiting.error() : made.error());
    return Shift{*figures, *waiting, *made};
}

/// Each list is noted the moment it is out, as papers of cases are: what failed to print has not left.
core::Result<int> putOut(Services& services, const QList<core::Transfer>& lists, const core::HallInfo& hall, const core::Moment& now)
{
    int originals = 0;
    for (const core::Transfer& list : lists) {
        const auto done =
            services.renderer->renderTransfer(list, hall, false)
                .and_then([&](const documents::Paper& paper) { return services.output->put(paper); })
                .and_then([&] {
                    return services.store->write([&](store::Session& session) { return store::commitTransfer(session, list, now); })
                        .result();
                });
        if (!done)
            return tl::unexpected(done.error());
        originals += list.originalCount();
    }
    return originals;
}

} // namespace

ShiftDesk::ShiftDesk(Services& services, WorkDay& day) : m_services(services), m_day(day)
{
    connect(&services.courier, &syncing::Courier::outboxChanged, this, [this] {
        if (m_counted) // it is on screen
            refresh();
    });
}

qint64 ShiftDesk::dayBegan() const
{
    return core::hallMidnight(m_day.today()).toMSecsSinceEpoch();
}

void ShiftDesk::refresh()
{
    if (!m_day.isSignedIn())
        return;
    read();
    askBackOffice();
}

/// The last read counts: an earlier one may still know what has left meanwhile.
void ShiftDesk::read()
{
    m_services.store->read([from = dayBegan()](store::Session& session) { return readShift(session, from); })
        .then(this, [this, look = ++m_looks](const core::Result<Shift>& shift) {
            if (look != m_looks)
                return;
            if (std::exchange(m_left, false)) {
                m_busy = false;
                m_waiting.clear();
            }
            if (shift) {
                m_figures = shift->figures;
                m_waiting = shift->waiting;
                m_made = shift->made;
            } else {
                Q_EMIT adviceGiven(adviceFor(shift.error()));
            }
            Q_EMIT changed();
        });
}

void ShiftDesk::askBackOffice()
{
    m_services.api.call({"GET", u"windows/%1/shift"_s.arg(m_day.workplace().window.code)})
        .then(this, [this](const syncing::ApiResult& reply) {
            m_counted.reset();
            if (reply) {
                Counted counted{reply->json()[u"cases"_s].toInt(), reply->json()[u"enquiries"_s].toInt(), {}};
                const QJsonObject tickets = reply->json()[u"tickets"_s].toObject();
                for (auto it = tickets.begin(); it != tickets.end(); ++it)
                    counted.tickets[it.key()] = it.value().toInt();
                m_counted = counted;
            }
            Q_EMIT changed();
        });
}

void ShiftDesk::handOver(int index)
{
    if (m_busy || !m_day.isSignedIn() || m_waiting.isEmpty() || index >= m_waiting.size())
        return;
    const core::Moment now = m_services.clock->now();
    QList<core::Transfer> lists = index < 0 ? m_waiting : QList{m_waiting[index]};
    const syncing::Workplace& place = m_day.workplace();
    for (qsizetype i = 0; i < lists.size(); ++i) {
        core::Transfer& list = lists[i];
        list.id = core::idText(core::newId());
        list.number = u"JJ%1-%2-%3"_s.arg(place.window.code, core::hallTime(now.time).toString(u"yyyyMMddHHmmss"_s)).arg(i + 1);
        list.hall = place.hall;
        list.window = place.window;
        list.clerk = place.clerk;
        list.at = now.time;
        list.offline = now.offline;
    }
    setBusy(true);
    QtConcurrent::run([this, lists, hall = m_day.hall(), now] {
        return putOut(m_services, lists, hall, now);
    }).then(this, [this, count = int(lists.size())](const core::Result<int>& originals) {
        m_left = true; // busy until it is known what waits now: nothing leaves twice
        read();
        m_services.courier.wake();
        if (originals)
            Q_EMIT handedOver(count, *originals);
        else
            Q_EMIT adviceGiven(adviceFor(originals.error()));
        if (m_day.isSignedIn())
            askBackOffice();
    });
}

void ShiftDesk::printAgain()
{
    if (m_busy)
        return;
    if (m_made.isEmpty())
        return Q_EMIT adviceGiven(adviceFor({core::ErrorKind::InvalidInput, u"print.nothing"_s, {}}));
    setBusy(true);
    QtConcurrent::run([renderer = m_services.renderer, output = m_services.output, list = m_made.constFirst(), hall = m_day.hall()] {
        return renderer->renderTransfer(list, hall, true).and_then([&](const documents::Paper& paper) { return output->put(paper); });
    }).then(this, [this](const core::Result<void>& done) {
        setBusy(false);
        if (!done)
            Q_EMIT adviceGiven(adviceFor(done.error()));
    });
}

void ShiftDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT changed();
}

} // namespace desk
