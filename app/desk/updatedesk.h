// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/release.h"
#include "app/desk/workday.h"
#include "app/sync/updatefeed.h"

#include <QTimer>

namespace desk {

/// A newer version of this program: looked for in the background, offered while nobody is signed in, installed when
/// somebody says so or the hall's policy does. Lives on the UI thread; `feed` on the network's.
class UpdateDesk : public QObject
{
    Q_OBJECT

public:
    struct Plan
    {
        core::UpdatePolicy policy = core::UpdatePolicy::Off;
        QString refused; ///< a version that was just tried and did not start
        QString language;
    };

    /// `feed` may be null: then there are no updates.
    UpdateDesk(Services& services, WorkDay& day, syncing::UpdateFeed* feed, const Plan& plan);

    /// Looks now and then from here on.
    void start();
    /// Asks for what is ready to be installed.
    void install();
    /// It is about to be tried: it is not offered a second time, whatever comes of it.
    void markTried();
    /// What came of it, where the program went on.
    void settle(const core::Error& outcome);

    /// The version that is ready to be installed now.
    [[nodiscard]] const std::optional<core::Release>& offered() const { return m_offered; }
    /// One line for the sign-in page: what is ready, or what went wrong; empty: nothing to say.
    [[nodiscard]] QString words() const;

Q_SIGNALS:
    void changed();
    void installRequested(const QString& path, const core::Release& release);

private:
    void offer(const core::Release& release, const QString& path);
    void look();

    Services& m_services;
    WorkDay& m_day;
    syncing::UpdateFeed* m_feed;
    Plan m_plan;
    std::optional<core::Release> m_offered;
    QString m_path;
    core::Error m_fault;
    QTimer m_checkAgain;
    QTimer m_lookAgain;
};

} // namespace desk
