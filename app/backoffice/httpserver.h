// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/service.h"

#include <memory>

namespace backoffice {

/// Serves the contract over HTTP/1.1, event streams included. Sockets run on two threads, handlers on a small pool.
class HttpServer
{
public:
    explicit HttpServer(std::shared_ptr<const Service> service);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    /// Listens on an address ("127.0.0.1") and port, 0 for any free one; returns the port. Fails with `server.listen`.
    core::Result<quint16> start(const QString& address, quint16 port);
    /// Ends every connection and waits for handlers under way.
    void stop();

private:
    class Running;
    std::shared_ptr<const Service> m_service;
    std::unique_ptr<Running> m_running;
};

} // namespace backoffice
