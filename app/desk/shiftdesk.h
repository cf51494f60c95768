// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/workday.h"
#include "app/store/transfers.h"

namespace desk {

/// The end of a shift: what this window did today, held against what the back office has, and the originals that go to their
/// departments under a list that both sides sign. Lives on the UI thread.
class ShiftDesk : public QObject
{
    Q_OBJECT

public:
    /// What the back office counted for this window today.
    struct Counted
    {
        int cases = 0;
        int enquiries = 0;
        QMap<QString, int> tickets; ///< by state
    };

    ShiftDesk(Services& services, WorkDay& day);

    [[nodiscard]] const store::ShiftFigures& figures() const { return m_figures; }
    /// Empty while the back office has not answered.
    [[nodiscard]] const std::optional<Counted>& counted() const { return m_counted; }
    /// What waits here, one list a department.
    [[nodiscard]] const QList<core::Transfer>& waiting() const { return m_waiting; }
    /// Lists made today, the newest first.
    [[nodiscard]] const QList<core::Transfer>& made() const { return m_made; }
    [[nodiscard]] bool isBusy() const { return m_busy; }

    void refresh();
    /// Nobody looks at it any more.
    void close() { m_counted.reset(); }
    /// Prints the list of a department in two copies and notes that its originals have left; a negative index: all of them.
    void handOver(int index);
    /// The newest list once more, marked as a copy.
    void printAgain();

Q_SIGNALS:
    void changed();
    void handedOver(int lists, int originals);
    void adviceGiven(const desk::Advice& advice);

private:
    [[nodiscard]] qint64 dayBegan() const;
    void read();
    void askBackOffice();
    void setBusy(bool busy);

    Services& m_services;
    WorkDay& m_day;
    store::ShiftFigures m_figures;
    std::optional<Counted> m_counted;
    QList<core::Transfer> m_waiting;
    QList<core::Transfer> m_made;
    int m_looks = 0;
    bool m_left = false; ///< lists are out, and what waits is not read anew yet
    bool m_busy = false;
};

} // namespace desk
