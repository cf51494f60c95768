// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/updatedesk.h"

#include "app/core/halltime.h"
#include "app/store/cache.h"

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace desk {

namespace {
constexpr auto CheckAgain = 2h;
constexpr auto LookAgain = 1min;
const QString TriedName = u"tried-release"_s;
} // namespace

UpdateDesk::UpdateDesk(Services& services, WorkDay& day, syncing::UpdateFeed* feed, const Plan& plan)
    : m_services(services), m_day(day), m_feed(feed), m_plan(plan)
{
    if (!m_plan.refused.isEmpty())
        m_fault = {core::ErrorKind::Corrupt, u"release.did-not-start"_s, {m_plan.refused}};
    if (!m_feed || m_plan.policy == core::UpdatePolicy::Off)
        return;
    connect(m_feed, &syncing::UpdateFeed::failed, this, [this](const core::Error& error) {
        // That the back office is away is told elsewhere; a version that is not what it should be is told here.
        if (!error.code.startsWith(u"release."))
            return;
        m_fault = error;
        Q_EMIT changed();
    });
    connect(m_feed, &syncing::UpdateFeed::ready, this, [this](const core::Release& release, const QString& path) {
        m_services.store->read([](store::Session& session) { return store::setting(session, TriedName, {}); })
            .then(this, [this, release, path](const core::Result<QString>& tried) {
                if (!tried || *tried != release.sha256)
                    offer(release, path);
            });
    });
    connect(&m_checkAgain, &QTimer::timeout, m_feed, &syncing::UpdateFeed::check);
    connect(&m_lookAgain, &QTimer::timeout, this, &UpdateDesk::look);
    connect(&m_day, &WorkDay::signedOut, this, &UpdateDesk::look);
}

void UpdateDesk::start()
{
    if (!m_feed || m_plan.policy == core::UpdatePolicy::Off)
        return;
    QMetaObject::invokeMethod(m_feed, &syncing::UpdateFeed::check);
    m_checkAgain.start(CheckAgain);
    m_lookAgain.start(LookAgain);
}

void UpdateDesk::offer(const core::Release& release, const QString& path)
{
    m_offered = release;
    m_path = path;
    m_fault = {};
    Q_EMIT changed();
    look();
}

void UpdateDesk::look()
{
    if (m_offered && core::installsByItself(m_plan.policy, core::hallTime(m_day.now()).time(), m_day.isSignedIn()))
        install();
}

void UpdateDesk::install()
{
    if (!m_offered || m_day.isSignedIn()) // a visit under way is not interrupted
        return;
    m_lookAgain.stop();
    Q_EMIT installRequested(m_path, *m_offered);
}

void UpdateDesk::markTried()
{
    if (m_offered)
        m_services.store->write(
            [sha256 = m_offered->sha256](store::Session& session) { return store::setSetting(session, TriedName, sha256); });
}

void UpdateDesk::settle(const core::Error& outcome)
{
    m_offered.reset();
    m_fault = outcome;
    Q_EMIT changed();
}

QString UpdateDesk::words() const
{
    if (m_offered) {
        const QString notes = m_offered->notes.value(m_plan.language);
        return tr("Version %1 is ready. It takes about half a minute; nothing is lost.").arg(m_offered->version) +
               (notes.isEmpty() ? QString() : u'\n' + notes);
    }
    return m_fault.code.isEmpty() ? QString() : adviceFor(m_fault).text();
}

} // namespace desk
