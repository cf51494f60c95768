// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/steady_timer.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/beast/core.hpp>
#include <boost/beast/http.hpp>

#include <mutex>
#include <set>

namespace backoffice {

class HttpConnection;

/// Connections that something is said to: those that listen to a hall's events are woken by them, all are closed at the end.
class Connections
{
public:
    void add(const std::shared_ptr<HttpConnection>& connection);
    /// Empty: of every hall.
    void wake(const QString& hall);
    void closeAll();

private:
    std::mutex m_mutex;
    std::vector<std::weak_ptr<HttpConnection>> m_connections;
};

/// One client's connection: requests one after another, or an event stream to its end.
class HttpConnection : public std::enable_shared_from_this<HttpConnection>
{
public:
    struct Shared
    {
        std::shared_ptr<const Service> service;
        boost::asio::thread_pool& handlers;
        Connections listeners;
        Connections everyone;
    };

    static void start(boost::asio::ip::tcp::socket socket, Shared& shared);
    void wake();
    /// A request under way is answered first.
    void close();
    /// Whose events it listens to.
    [[nodiscard]] QString hall() const { return m_events ? m_events->hall : QString(); }

    HttpConnection(boost::asio::ip::tcp::socket socket, Shared& shared);
    ~HttpConnection();
    HttpConnection(const HttpConnection&) = delete;
    HttpConnection& operator=(const HttpConnection&) = delete;

private:
    using Parser = boost::beast::http::request_parser<boost::beast::http::string_body>;
    using Response = boost::beast::http::response<boost::beast::http::string_body>;

    void read();
    void headed(const boost::beast::error_code& error);
    void readBody();
    void drain();
    void received(const boost::beast::error_code& error);
    void handle(Request request, bool keepAlive);
    void send(const Answer& answer, bool keepAlive, bool head);
    void startEvents(const Answer& answer);
    void pump();
    void readEvents();
    void pass(const QList<Event>& events);
    void sendEvents(const std::string& text);
    void beat();
    void lookAtSession();

    boost::beast::tcp_stream m_stream;
    Shared& m_shared;
    boost::beast::flat_buffer m_buffer;
    std::optional<Parser> m_parser;
    std::shared_ptr<Response> m_response;
    std::optional<EventStream> m_events;
    boost::asio::steady_timer m_heartbeat;
    bool m_answering = false;
    bool m_closing = false;
    bool m_pumping = false;
    bool m_again = false;
};

} // namespace backoffice
