// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"
#include "app/core/clock.h"
#include "app/core/voicequeue.h"
#include "app/sync/eventstream.h"

#include <QTimer>

namespace desk {

/// The hall as everybody sees and hears it: its board is read again when something happens, and now and then. What was read last
/// stays when the back office is silent. Lives on the UI thread.
class HallDisplayDesk : public QObject
{
    Q_OBJECT

public:
    /// They outlive it.
    struct Sources
    {
        syncing::ApiClient& api;
        syncing::EventStream& events;
        std::shared_ptr<const core::Clock> clock;
    };

    explicit HallDisplayDesk(const Sources& sources);

    /// From a sign-in on; another one goes on where it was.
    void follow(const core::NamedCode& hall);
    void refresh();
    /// The voice has said what it was given last and is free for the next.
    void said();

    [[nodiscard]] const QString& hallName() const { return m_hall.name; }
    /// Nothing while nothing was read.
    [[nodiscard]] const std::optional<core::HallScreen>& screen() const { return m_screen; }
    /// What is shown may be out of date.
    [[nodiscard]] bool isStale() const;
    /// Legal time.
    [[nodiscard]] QDateTime now() const { return m_sources.clock->now().time; }

Q_SIGNALS:
    void changed();
    /// To be said aloud; the next comes after `said`, or when that does not come for long.
    void called(const QString& words);

private:
    void take(const syncing::ApiResult& reply);
    void sayNext();

    Sources m_sources;
    core::NamedCode m_hall;
    std::optional<core::HallScreen> m_screen;
    core::VoiceQueue m_voice;
    QTimer m_poll;
    QTimer m_soon;
    QTimer m_saying; ///< runs while the voice is busy
    bool m_asked = false;
    bool m_failed = false;
};

} // namespace desk
