// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/readiness.h"
#include "app/desk/statusdesk.h"

#include <QSet>
#include <QTimer>

namespace desk {

/// How everything of this window is, and since when. Lives on the UI thread; disk and network are looked at elsewhere.
class ReadinessDesk : public QObject
{
    Q_OBJECT

public:
    struct Line
    {
        core::ReadinessLine is;
        QDateTime since;
    };
    struct Watched
    {
        ReaderDesk& reader;
        CaptureDesk& capture;
        PaperDesk& papers;
        StatusDesk& status;
    };

    ReadinessDesk(Services& services, WorkDay& day, const Watched& watched);

    /// Looks at everything now; answered by `changed`, and by `checked` once all has been looked at.
    void check();
    [[nodiscard]] const QList<Line>& lines() const { return m_lines; }
    /// This window is meant to have a camera, a display or a voice: how it is follows by `tell`.
    void expect(core::ReadinessSubject subject);
    void tell(core::ReadinessSubject subject, bool good);
    /// Everything that is expected is known.
    [[nodiscard]] bool isComplete() const;

Q_SIGNALS:
    void changed();
    void checked();

private:
    void gather();
    void lookAtStore();
    void askBackOffice();
    void answered();

    Services& m_services;
    WorkDay& m_day;
    Watched m_watched;
    core::ReadinessFacts m_facts;
    QList<Line> m_lines;
    QSet<core::ReadinessSubject> m_expected; ///< besides what every window has
    QTimer m_again;
    int m_open = 0; ///< questions under way
};

/// What a line says to a clerk: the subject, the state, and what to do.
QString subjectWords(core::ReadinessSubject subject);
QString healthWords(core::Health health);

} // namespace desk
