// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/halldisplaydesk.h"

#include "app/core/announcement.h"

using namespace Qt::StringLiterals;

namespace desk {

namespace {
constexpr auto DisplayInterval = std::chrono::seconds(15);
constexpr auto AfterCall = std::chrono::milliseconds(400); // two hundred windows have an event all the time
constexpr auto LongestSentence = std::chrono::seconds(20);
constexpr int ReadTimeoutMs = 10'000;
constexpr qint64 OldSeconds = 45; // three times nobody answered
} // namespace

HallDisplayDesk::HallDisplayDesk(const Sources& sources) : m_sources(sources)
{
    m_poll.setInterval(DisplayInterval);
    m_soon.setSingleShot(true);
    m_soon.setInterval(AfterCall);
    m_saying.setSingleShot(true);
    m_saying.setInterval(LongestSentence);
    connect(&m_poll, &QTimer::timeout, this, &HallDisplayDesk::refresh);
    connect(&m_soon, &QTimer::timeout, this, &HallDisplayDesk::refresh);
    connect(&m_saying, &QTimer::timeout, this, &HallDisplayDesk::said);
    connect(&sources.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject&) {
        if ((kind == u"ticket" || kind == u"window") && m_poll.isActive() && !m_soon.isActive())
            m_soon.start();
    });
    connect(&sources.events, &syncing::EventStream::connected, this, [this] {
        if (m_poll.isActive())
            refresh();
    });
}

void HallDisplayDesk::follow(const core::NamedCode& hall)
{
    m_hall = hall;
    m_poll.start();
    m_sources.events.start();
    refresh();
}

void HallDisplayDesk::refresh()
{
    if (m_asked)
        return m_soon.start(); // what is on its way may be older than what happened
    m_asked = true;
    syncing::ApiCall call{"GET", u"halls/%1/board"_s.arg(m_hall.code)};
    call.timeoutMs = ReadTimeoutMs;
    m_sources.api.call(call).then(this, [this](const syncing::ApiResult& reply) { take(reply); });
}

void HallDisplayDesk::take(const syncing::ApiResult& reply)
{
    m_asked = false;
    const auto screen = reply ? core::HallScreen::fromJson(reply->json()) : core::Result<core::HallScreen>(tl::unexpected(reply.error()));
    m_failed = !screen;
    if (screen) {
        m_screen = *screen;
        m_voice.hear(screen->calls);
        if (!m_saying.isActive())
            sayNext();
    }
    Q_EMIT changed();
}

bool HallDisplayDesk::isStale() const
{
    return m_screen && (m_failed || m_screen->at.secsTo(now()) > OldSeconds);
}

void HallDisplayDesk::said()
{
    m_saying.stop();
    sayNext();
}

void HallDisplayDesk::sayNext()
{
    const auto call = m_voice.next(now());
    if (!call)
        return;
    m_saying.start();
    Q_EMIT called(core::spokenText(call->number, call->windowName));
}

} // namespace desk
