// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/httpconnection.h"

#include <QDebug>

#include <boost/asio/dispatch.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/write.hpp>

using namespace Qt::StringLiterals;
namespace asio = boost::asio;
namespace beast = boost::beast;
namespace http = beast::http;
using tcp = asio::ip::tcp;

namespace backoffice {

namespace {

constexpr quint64 LargestBody = 260ULL * 1024 * 1024;
constexpr quint64 SmallBody = 64ULL * 1024;
constexpr quint32 LargestHeader = 64 * 1024;
constexpr auto ReadTimeout = std::chrono::seconds(60);
constexpr auto WriteTimeout = std::chrono::seconds(60);
constexpr std::size_t SlowestLine = 64 * 1024; ///< bytes a second
constexpr auto DrainTimeout = std::chrono::seconds(5);
constexpr auto Heartbeat = std::chrono::seconds(15);

QByteArray bytes(beast::string_view view)
{
    return {view.data(), qsizetype(view.size())};
}

Request requestFrom(const http::request<http::string_body>& message)
{
    Request request;
    request.method = bytes(message.method_string());
    const QByteArray target = bytes(message.target());
    const qsizetype query = target.indexOf('?');
    request.path = QString::fromUtf8(QByteArray::fromPercentEncoding(query < 0 ? target : target.first(query)));
    if (query >= 0)
        request.query = QUrlQuery(QString::fromUtf8(target.sliced(query + 1)));
    for (const auto& field : message)
        request.headers.insert(bytes(field.name_string()).toLower(), bytes(field.value()));
    request.body = bytes(message.body());
    return request;
}

std::string httpDate()
{
    return QLocale::c().toString(QDateTime::currentDateTimeUtc(), u"ddd, dd MMM yyyy HH:mm:ss 'GMT'"_s).toStdString();
}

/// One deadline holds for a whole answer, and a page may be large.
std::chrono::seconds timeToWrite(std::size_t size)
{
    return WriteTimeout + std::chrono::seconds(size / SlowestLine);
}

std::string eventText(const Event& event)
{
    const QByteArray text =
        "id: " + QByteArray::number(event.id) + "\nevent: " + event.kind.toUtf8() + "\ndata: " + event.data.toUtf8() + "\n\n";
    return text.toStdString();
}

} // namespace

void Connections::add(const std::shared_ptr<HttpConnection>& connection)
{
    const std::scoped_lock lock(m_mutex);
    std::erase_if(m_connections, [](const auto& weak) { return weak.expired(); });
    m_connections.push_back(connection);
}

void Connections::wake(const QString& hall)
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& weak : m_connections) {
        if (const auto connection = weak.lock(); connection && (hall.isEmpty() || connection->hall() == hall))
            connection->wake();
    }
}

void Connections::closeAll()
{
    const std::scoped_lock lock(m_mutex);
    for (const auto& weak : m_connections) {
        if (const auto connection = weak.lock())
            connection->close();
    }
}

HttpConnection::HttpConnection(tcp::socket socket, Shared& shared)
    : m_stream(std::move(socket)), m_shared(shared), m_heartbeat(m_stream.get_executor())
{
}

HttpConnection::~HttpConnection()
{
    if (m_events)
        m_shared.service->metrics().streamClosed();
}

void HttpConnection::start(tcp::socket socket, Shared& shared)
{
    boost::system::error_code ignored;
    socket.set_option(tcp::no_delay(true), ignored);
    auto connection = std::make_shared<HttpConnection>(std::move(socket), shared);
    shared.everyone.add(connection);
    asio::dispatch(connection->m_stream.get_executor(), [connection] { connection->read(); });
}

void HttpConnection::read()
{
    m_parser.emplace();
    m_parser->body_limit(LargestBody);
    m_parser->header_limit(LargestHeader);
    m_stream.expires_after(ReadTimeout);
    http::async_read_header(m_stream, m_buffer, *m_parser,
                            [self = shared_from_this()](const beast::error_code& error, std::size_t) { self->headed(error); });
}

/// Nobody without a token makes the server hold a large body.
void HttpConnection::headed(const beast::error_code& error)
{
    if (error)
        return received(error);
    const quint64 size = m_parser->content_length() ? *m_parser->content_length() : m_parser->chunked() ? LargestBody : 0;
    if (size <= SmallBody)
        return readBody();
    asio::post(m_shared.handlers, [self = shared_from_this(), head = requestFrom(m_parser->get()), size] {
        auto refusal = self->m_shared.service->refusal(head, size);
        asio::post(self->m_stream.get_executor(), [self, refusal = std::move(refusal)] {
            if (refusal)
                self->send(*refusal, false, false);
            else
                self->readBody();
        });
    });
}

void HttpConnection::readBody()
{
    m_stream.expires_after(ReadTimeout);
    http::async_read(m_stream, m_buffer, *m_parser,
                     [self = shared_from_this()](const beast::error_code& error, std::size_t) { self->received(error); });
}

/// What a refused client is still sending is read and dropped for a while, or it would never see the answer.
void HttpConnection::drain()
{
    m_buffer.clear();
    m_stream.async_read_some(m_buffer.prepare(SmallBody), [self = shared_from_this()](const beast::error_code& error, std::size_t) {
        if (!error)
            self->drain();
    });
}

void HttpConnection::received(const beast::error_code& error)
{
    if (error == http::error::body_limit)
        return send(problem(413, u"too-large"_s), false, false);
    if (!error)
        return handle(requestFrom(m_parser->get()), m_parser->get().keep_alive());
    // An upload that was cut off keeps what has come, so that it can be resumed there.
    if (m_parser->is_header_done() && m_parser->get().method() == http::verb::patch) {
        Request request = requestFrom(m_parser->get());
        request.truncated = true;
        return handle(std::move(request), false);
    }
    beast::error_code ignored;
    m_stream.socket().shutdown(tcp::socket::shutdown_both, ignored);
}

void HttpConnection::handle(Request request, bool keepAlive)
{
    if (m_closing) // it came just before we closed: nobody could be told
        return;
    m_stream.expires_never();
    m_answering = true;
    // The server does not end before the answer is on its way.
    asio::post(m_shared.handlers, [self = shared_from_this(), request = std::move(request), keepAlive,
                                   work = asio::make_work_guard(m_stream.get_executor())]() mutable {
        const bool head = request.method == "HEAD";
        Answer answer = self->m_shared.service->handle(std::move(request));
        asio::post(self->m_stream.get_executor(), [self, answer = std::move(answer), keepAlive, head] {
            if (answer.events)
                self->startEvents(answer);
            else
                self->send(answer, keepAlive, head);
        });
    });
}

void HttpConnection::send(const Answer& answer, bool keepAlive, bool head)
{
    m_response = std::make_shared<Response>(http::int_to_status(unsigned(answer.status)), 11);
    m_response->result(unsigned(answer.status));
    for (auto it = answer.headers.begin(); it != answer.headers.end(); ++it)
        m_response->set(it.key().toStdString(), it.value().toStdString());
    m_response->set(http::field::date, httpDate());
    m_response->keep_alive(keepAlive);
    const bool hasBody = answer.status != 204 && answer.status != 304 && !head;
    if (hasBody) {
        m_response->body() = answer.body.toStdString();
        m_response->prepare_payload();
    } else if (head && !answer.headers.contains("content-length")) {
        m_response->content_length(std::size_t(answer.body.size()));
    }
    auto serializer = std::make_shared<http::response_serializer<http::string_body>>(*m_response);
    auto written = [self = shared_from_this(), serializer, keepAlive](const beast::error_code& error, std::size_t) {
        self->m_answering = false;
        if (!error && keepAlive && !self->m_closing)
            return self->read();
        beast::error_code ignored;
        self->m_stream.socket().shutdown(tcp::socket::shutdown_send, ignored);
        if (self->m_closing)
            return self->m_stream.close();
        self->m_stream.expires_after(DrainTimeout);
        self->drain();
    };
    m_stream.expires_after(timeToWrite(m_response->body().size()));
    if (hasBody)
        http::async_write(m_stream, *serializer, written);
    else
        http::async_write_header(m_stream, *serializer, written);
}

void HttpConnection::startEvents(const Answer& answer)
{
    m_answering = false;
    if (m_closing)
        return m_stream.close();
    m_events = answer.events;
    m_shared.service->metrics().streamOpened();
    std::string head = "HTTP/1.1 200 OK\r\nDate: " + httpDate() + "\r\nConnection: close\r\n";
    for (auto it = answer.headers.begin(); it != answer.headers.end(); ++it)
        head += (it.key() + ": " + it.value() + "\r\n").toStdString();
    m_shared.listeners.add(shared_from_this());
    const std::string id = "id: " + std::to_string(m_events->after) + '\n';
    sendEvents(head + "\r\n" + id + (m_events->reset ? "event: reset\ndata: {}\n\n" : ": hello\n\n"));
    beat();
}

void HttpConnection::wake()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] { self->pump(); });
}

void HttpConnection::close()
{
    asio::post(m_stream.get_executor(), [self = shared_from_this()] {
        self->m_closing = true;
        self->m_heartbeat.cancel();
        if (!self->m_answering)
            self->m_stream.close();
    });
}

void HttpConnection::pump()
{
    if (m_pumping) {
        m_again = true;
        return;
    }
    m_again = false;
    if (const auto events = m_shared.service->eventLog().recent(m_events->hall, m_events->after))
        pass(*events);
    else
        readEvents();
}

void HttpConnection::pass(const QList<Event>& events)
{
    if (events.isEmpty())
        return;
    std::string text;
    for (const Event& event : events) {
        if (m_events->hears(event.kind))
            text += eventText(event);
    }
    m_events->after = events.constLast().id;
    if (!text.empty())
        sendEvents(text);
    else if (m_again || std::size_t(events.size()) >= EventLog::MostAtOnce)
        pump();
}

/// Somebody who was away for longer than what is in memory.
void HttpConnection::readEvents()
{
    m_pumping = true;
    asio::post(m_shared.handlers, [self = shared_from_this(), from = *m_events] {
        std::optional<QList<Event>> events = QList<Event>();
        qint64 newest = from.after;
        try {
            events = self->m_shared.service->eventLog().after(from.hall, from.after);
            if (!events)
                newest = self->m_shared.service->eventLog().newest(from.hall);
        } catch (const std::exception& fault) { // the next event or heartbeat asks again from the same place
            qWarning().noquote() << "events not read:" << fault.what();
        }
        asio::post(self->m_stream.get_executor(), [self, events, newest] {
            self->m_pumping = false;
            if (!events) {
                self->m_events->after = newest;
                self->sendEvents("id: " + std::to_string(newest) + "\nevent: reset\ndata: {}\n\n");
            } else if (!events->isEmpty()) {
                self->pass(*events);
            } else if (self->m_again) {
                self->pump();
            }
        });
    });
}

void HttpConnection::sendEvents(const std::string& text)
{
    m_pumping = true;
    auto kept = std::make_shared<std::string>(text);
    asio::async_write(m_stream.socket(), asio::buffer(*kept),
                      [self = shared_from_this(), kept](const boost::system::error_code& error, std::size_t) {
                          self->m_pumping = false;
                          if (error)
                              self->m_heartbeat.cancel();
                          else
                              self->pump(); // what came meanwhile
                      });
}

void HttpConnection::beat()
{
    m_heartbeat.expires_after(Heartbeat);
    m_heartbeat.async_wait([self = shared_from_this()](const boost::system::error_code& error) {
        if (error)
            return;
        if (!self->m_pumping)
            self->sendEvents(": heartbeat\n\n");
        self->lookAtSession();
        self->beat();
    });
}

/// Who signed out, or was taken over, hears no more.
void HttpConnection::lookAtSession()
{
    asio::post(m_shared.handlers, [self = shared_from_this(), from = *m_events] {
        if (!self->m_shared.service->isSignedIn(from.account, from.window))
            self->close();
    });
}

} // namespace backoffice
