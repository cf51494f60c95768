// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/hallalerts.h"
#include "app/desk/closerdesk.h"

#include <QTimer>

namespace desk {

/// The hall as its supervisor watches it: read every few seconds while somebody looks, at once when something happens. What was read
/// last stays when the back office is silent, with its age. Lives on the UI thread.
class BoardDesk : public QObject
{
    Q_OBJECT

public:
    BoardDesk(Services& services, WorkDay& day);

    void watch(bool watching);
    [[nodiscard]] const std::optional<core::HallBoard>& board() const { return m_board; }
    [[nodiscard]] const QList<core::HallAlert>& alerts() const { return m_alerts; }
    [[nodiscard]] core::AlertLimits limits() const;
    /// What people call a priority group, or a class of tickets; empty where the catalogue does not know it.
    [[nodiscard]] QString groupName(const QString& code) const;
    [[nodiscard]] QString className(const QString& code) const;
    /// How old what is shown is; nothing while nothing was read.
    [[nodiscard]] std::optional<qint64> ageSeconds() const;
    /// The last look failed.
    [[nodiscard]] bool isStale() const { return m_stale; }
    /// A window asked for a pause; `word`: for whoever sits there, may be empty.
    /// False when something else is being done: nothing was sent.
    bool answerPause(const core::PauseRequest& request, bool approved, const QString& word);
    [[nodiscard]] bool isBusy() const { return m_acting; }
    /// Does what an alert proposes.
    void act(const core::HallAlert& alert);
    void refresh();
    /// One window or class of it, read whenever the hall is.
    [[nodiscard]] CloserDesk& closer() { return m_closer; }

Q_SIGNALS:
    void changed();
    /// A window asks for a pause while nobody looks at the board.
    void pauseAsked(const QString& window);
    void told(const QString& window); ///< a window was told what to do
    void adviceGiven(const desk::Advice& advice);

private:
    void take(const syncing::ApiResult& reply);
    void tell(const QString& window, const QString& text);
    void openClass(const core::HallAlert& alert);

    Services& m_services;
    WorkDay& m_day;
    CloserDesk m_closer;
    std::optional<core::HallBoard> m_board;
    QList<core::HallAlert> m_alerts;
    QTimer m_poll;
    QTimer m_soon;
    bool m_asked = false;
    bool m_stale = false;
    bool m_acting = false;
};

} // namespace desk
