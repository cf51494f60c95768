// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFrame>
#include <QTimer>

class QLabel;

namespace desk {
class IntakeDesk;
class QueueDesk;
class StatusDesk;
class WorkDay;
} // namespace desk

namespace widgets {

class StatePill;

/// Where I am, who is here, what is connected.
class TopBar : public QFrame
{
    Q_OBJECT

public:
    struct Desks
    {
        desk::WorkDay& day;
        desk::QueueDesk& queue;
        desk::IntakeDesk& intake;
        desk::StatusDesk& status;
    };

    TopBar(const Desks& desks, QWidget* parent);

private:
    void follow();
    void followStatus();
    void tick();

    Desks m_desks;
    QLabel* m_window;
    QLabel* m_clerk;
    QLabel* m_ticket;
    QLabel* m_service;
    StatePill* m_online;
    StatePill* m_reader;
    StatePill* m_scanner;
    StatePill* m_printer;
    QLabel* m_clock;
    QTimer m_timer;
};

} // namespace widgets
