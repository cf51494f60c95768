// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/httpserver.h"

#include "app/backoffice/bellwire.h"
#include "app/backoffice/httpconnection.h"

#include <QDebug>

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/strand.hpp>

#include <condition_variable>
#include <mutex>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
using tcp = asio::ip::tcp;

namespace backoffice {

namespace {
constexpr std::size_t SocketThreads = 2;
constexpr std::size_t HandlerThreads = 8; ///< each with a database connection of its own
constexpr auto EndDeadline = std::chrono::seconds(3);
constexpr auto PauseAfterFault = std::chrono::milliseconds(100);
} // namespace

class HttpServer::Running
{
public:
    explicit Running(std::shared_ptr<const Service> service)
        : m_handlers(HandlerThreads), m_acceptor(m_io), m_shared{std::move(service), m_handlers, {}, {}}, m_bell(m_shared.service->bell()),
          m_listening(m_bell->listen([this](const QString& hall, Bell::From) { heard(hall); })),
          m_wire(m_shared.service->database(), m_bell)
    {
    }

    ~Running()
    {
        m_bell->leave(m_listening);
        asio::post(m_io, [this] {
            boost::system::error_code ignored;
            m_acceptor.close(ignored);
            m_pause.cancel();
            m_shared.everyone.closeAll();
        });
        // Everything that is under way comes to its end, with the objects it needs still there.
        waitForTheEnd();
        m_handlers.join();
        waitForTheEnd(); // what the slowest handlers answered is on its way
        m_io.stop();
        m_threads.clear();
    }

    bool listen(const QString& address, quint16 port)
    {
        boost::system::error_code error;
        const auto ip = asio::ip::make_address(address.toStdString(), error);
        const tcp::endpoint endpoint(ip, port);
        if (!error)
            m_acceptor.open(endpoint.protocol(), error);
        if (!error)
            m_acceptor.set_option(asio::socket_base::reuse_address(true), error);
        if (!error)
            m_acceptor.bind(endpoint, error);
        if (!error)
            m_acceptor.listen(asio::socket_base::max_listen_connections, error);
        if (error)
            return false;
        accept();
        m_running = SocketThreads;
        for (std::size_t i = 0; i < SocketThreads; ++i)
            m_threads.emplace_back([this] { serve(); });
        return true;
    }

    [[nodiscard]] quint16 port() const { return m_acceptor.local_endpoint().port(); }

private:
    /// Reads a hall's new events once for everybody; what rings meanwhile is read with it.
    void heard(const QString& hall)
    {
        {
            const std::scoped_lock lock(m_rings);
            if (!m_rung.insert(hall).second)
                return;
        }
        asio::post(m_handlers, [this, hall] {
            {
                const std::scoped_lock lock(m_rings);
                m_rung.erase(hall);
            }
            EventLog& events = m_shared.service->eventLog();
            try {
                for (const QString& one : hall.isEmpty() ? events.halls() : QStringList(hall))
                    events.refresh(one);
            } catch (const std::exception& fault) { // the next ring reads them as well
                qWarning().noquote() << "events not read:" << fault.what();
            }
            m_shared.listeners.wake(hall);
        });
    }

    void waitForTheEnd()
    {
        std::unique_lock lock(m_ending);
        m_ended.wait_for(lock, EndDeadline, [this] { return m_running == 0; });
    }

    void serve()
    {
        m_io.run();
        const std::scoped_lock lock(m_ending);
        --m_running;
        m_ended.notify_all();
    }

    void accept()
    {
        m_acceptor.async_accept(asio::make_strand(m_io), [this](const boost::system::error_code& error, tcp::socket socket) {
            if (!error)
                HttpConnection::start(std::move(socket), m_shared);
            if (!m_acceptor.is_open())
                return;
            if (!error)
                return accept();
            m_pause.expires_after(PauseAfterFault); // out of handles: trying at once would only burn the thread
            m_pause.async_wait([this](const boost::system::error_code& cancelled) {
                if (!cancelled && m_acceptor.is_open())
                    accept();
            });
        });
    }

    asio::io_context m_io;
    asio::thread_pool m_handlers;
    tcp::acceptor m_acceptor;
    asio::steady_timer m_pause{m_io};
    HttpConnection::Shared m_shared;
    std::shared_ptr<Bell> m_bell;
    std::mutex m_rings;
    std::set<QString> m_rung;
    int m_listening;
    BellWire m_wire;
    std::mutex m_ending;
    std::condition_variable m_ended;
    std::size_t m_running = 0; ///< threads that still have something to do
    std::vector<std::jthread> m_threads;
};

HttpServer::HttpServer(std::shared_ptr<const Service> service) : m_service(std::move(service)) {}

HttpServer::~HttpServer() = default;

core::Result<quint16> HttpServer::start(const QString& address, quint16 port)
{
    auto running = std::make_unique<Running>(m_service);
    if (!running->listen(address, port))
        return core::fail(core::ErrorKind::Busy, u"server.listen"_s, {QString::number(port)});
    m_running = std::move(running);
    return m_running->port();
}

void HttpServer::stop()
{
    m_running.reset();
}

} // namespace backoffice
