// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/itemindex.h"
#include "app/desk/advice.h"
#include "app/desk/services.h"

namespace desk {

/// One window's day: who works here, and what is decided by. Lives on the UI thread.
class WorkDay : public QObject
{
    Q_OBJECT

public:
    explicit WorkDay(Services& services);

    /// Catalogue and calendars as they are kept here, for the year that the clock says: once that is known.
    void loadReference();
    /// Finishes by `signedIn`, `signInFailed` or, unless it may take over, `takeOverNeeded`.
    void signIn(const QString& clerk, const QString& password, const QString& window, bool takeOver = false);
    /// Nobody is at the window for a while: it is paused, and what waits to be sent goes on being sent.
    void lock();
    /// The day ends: the window closes. Finishes when the back office knows, or cannot be told.
    QFuture<void> signOut();

    [[nodiscard]] bool isSignedIn() const { return m_workplace.has_value(); }
    [[nodiscard]] bool supervises() const { return m_workplace && m_workplace->role == QStringLiteral("supervisor"); }
    [[nodiscard]] const syncing::Workplace& workplace() const { return *m_workplace; }
    [[nodiscard]] std::shared_ptr<const core::Catalogue> catalogue() const { return m_catalogue; }
    [[nodiscard]] std::shared_ptr<const core::ItemIndex> index() const { return m_index; }
    [[nodiscard]] const core::WorkCalendar& calendar() const { return m_calendar; }
    [[nodiscard]] core::HallInfo hall() const;
    [[nodiscard]] QDateTime now() const { return m_services.clock->now().time; }
    [[nodiscard]] QDate today() const;

Q_SIGNALS:
    void signedIn();
    void signInFailed(const desk::Advice& advice);
    /// The clerk is at another window, or somebody else at this one.
    void takeOverNeeded(const desk::Advice& advice);
    void signedOut();
    /// Behind `signedOut`: it was not the clerk here who wanted that.
    void takenOver(const desk::Advice& advice);
    void referenceChanged();
    void adviceGiven(const desk::Advice& advice);

private:
    void begin(const syncing::Workplace& workplace);
    void leave(const core::Error& why);

    Services& m_services;
    std::optional<syncing::Workplace> m_workplace;
    std::shared_ptr<const core::Catalogue> m_catalogue;
    std::shared_ptr<const core::ItemIndex> m_index;
    core::WorkCalendar m_calendar;
};

} // namespace desk
