// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/endsignal.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/signal_set.hpp>

#include <csignal>
#include <thread>

namespace backoffice {

class EndSignal::Waiting
{
public:
    explicit Waiting(std::function<void()> end)
    {
        m_signals.async_wait([end = std::move(end)](const boost::system::error_code& error, int) {
            if (!error)
                end();
        });
        m_thread = std::jthread([this] { m_io.run(); });
    }
    ~Waiting() { m_io.stop(); }

private:
    boost::asio::io_context m_io;
    boost::asio::signal_set m_signals{m_io, SIGTERM, SIGINT};
    std::jthread m_thread;
};

EndSignal::EndSignal(std::function<void()> end) : m_waiting(std::make_unique<Waiting>(std::move(end))) {}

EndSignal::~EndSignal() = default;

} // namespace backoffice
