// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/workday.h"

#include <QTimer>

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr auto ReferenceInterval = std::chrono::minutes(10); // an unchanged catalogue answers 304
}

WorkDay::WorkDay(Services& services) : m_services(services)
{
    connect(&services.reference, &syncing::Reference::catalogueChanged, this,
            [this](const std::shared_ptr<const core::Catalogue>& catalogue, const std::shared_ptr<const core::ItemIndex>& index) {
                m_catalogue = catalogue;
                m_index = index;
                Q_EMIT referenceChanged();
            });
    connect(&services.reference, &syncing::Reference::calendarChanged, this, [this](const core::CalendarYear& year) {
        m_calendar.setYear(year);
        Q_EMIT referenceChanged();
    });
    connect(&services.reference, &syncing::Reference::refused, this,
            [this](const core::Error& error) { Q_EMIT adviceGiven(adviceFor(error)); });
    connect(&services.api, &syncing::ApiClient::sessionExpired, this, [this] {
        if (m_workplace) // whoever unlocks the window signs in anew, and need not know of the sign-in before
            Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Unauthorized, u"server.sign-in-needed"_s, {}}));
    });
    connect(&services.api, &syncing::ApiClient::takenOver, this, &WorkDay::leave);
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject& data) {
        if (kind == u"taken-over" && m_workplace && data[u"window"_s].toString() == m_workplace->window.code)
            m_services.api.call({"GET", u"messages"_s}); // whether it was this machine says the answer to any question
    });
    connect(&services.api, &syncing::ApiClient::onlineChanged, this, [this](bool online) {
        if (!online || !m_workplace)
            return;
        m_services.courier.networkIsBack();
        m_services.numbers.topUp();
        m_services.reference.refresh(today().year());
    });
    auto* renewal = new QTimer(this);
    connect(renewal, &QTimer::timeout, this, [this] {
        if (m_workplace)
            m_services.reference.refresh(today().year());
    });
    renewal->start(ReferenceInterval);
}

void WorkDay::loadReference()
{
    m_services.reference.load(today().year());
}

void WorkDay::signIn(const QString& clerk, const QString& password, const QString& window, bool takeOver)
{
    const int hours = m_catalogue ? m_catalogue->settings().offlineSignInHours : core::LocalSettings{}.offlineSignInHours;
    m_services.signIn.signIn({clerk.trimmed(), password, window.trimmed(), takeOver}, hours)
        .then(this, [this](const core::Result<syncing::Workplace>& place) {
            if (place)
                return begin(*place);
            const Advice advice = adviceFor(place.error());
            if (place.error().code == u"sign-in.elsewhere" || place.error().code == u"sign-in.occupied")
                Q_EMIT takeOverNeeded(advice);
            else
                Q_EMIT signInFailed(advice);
        });
}

void WorkDay::begin(const syncing::Workplace& workplace)
{
    m_workplace = workplace;
    m_services.reference.refresh(today().year());
    m_services.numbers.topUp();
    m_services.courier.resume();
    if (supervises())
        m_services.courier.supervisorIsHere();
    m_services.events.start();
    Q_EMIT signedIn();
}

/// The window is somebody else's, and nothing can be told to the back office: what waits to be sent goes after the next sign-in.
void WorkDay::leave(const core::Error& why)
{
    m_services.events.stop();
    m_services.courier.pause();
    if (!m_workplace) // locked
        return;
    m_workplace.reset();
    Q_EMIT signedOut();
    Q_EMIT takenOver(adviceFor(why));
}

void WorkDay::lock()
{
    m_services.queue.setWindowState(m_workplace->window.code, u"paused"_s, u"locked"_s);
    m_workplace.reset();
    Q_EMIT signedOut();
}

QFuture<void> WorkDay::signOut()
{
    if (!m_workplace)
        return QtFuture::makeReadyFuture();
    auto closed = m_services.queue.setWindowState(m_workplace->window.code, u"closed"_s, {});
    m_services.events.stop();
    m_services.courier.pause();
    m_workplace.reset();
    Q_EMIT signedOut();
    return closed.then(this, [this](const core::Result<void>&) { return m_services.signIn.signOut(); })
        .unwrap()
        .then(this, [](const syncing::ApiResult&) {});
}

core::HallInfo WorkDay::hall() const
{
    return m_catalogue ? m_catalogue->hall() : core::HallInfo{};
}

QDate WorkDay::today() const
{
    return m_services.clock->now().time.date();
}

} // namespace desk
