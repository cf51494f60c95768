// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/workday.h"

namespace desk {

/// What a supervisor tells this window: shown once. Lives on the UI thread.
class MessageDesk : public QObject
{
    Q_OBJECT

public:
    MessageDesk(Services& services, WorkDay& day);

Q_SIGNALS:
    /// Everything unread, a line each.
    void arrived(const QStringList& messages);

private:
    void fetch();

    Services& m_services;
    WorkDay& m_day;
    bool m_asked = false;
    bool m_again = false;
};

} // namespace desk
