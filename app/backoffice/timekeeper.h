// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

#include <condition_variable>
#include <memory>
#include <thread>

namespace backoffice {

/// Does with every case what time alone does by `context.nowMs` (silence, deadlines, suspensions), each in a transaction of its own;
/// reminds of deadlines, and
/// returns with how many cases it did something. What cannot be reckoned (no calendar, no item) is left and looked at again.
int letTimePass(const Context& context);

/// Lets time pass once a minute on a thread of its own.
class Timekeeper
{
public:
    explicit Timekeeper(std::shared_ptr<const Service> service);
    ~Timekeeper();
    Timekeeper(const Timekeeper&) = delete;
    Timekeeper& operator=(const Timekeeper&) = delete;

private:
    void run(const std::stop_token& stop);

    std::shared_ptr<const Service> m_service;
    std::mutex m_guard;
    std::condition_variable_any m_wake;
    std::jthread m_thread;
};

} // namespace backoffice
