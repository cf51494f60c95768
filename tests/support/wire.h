// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <algorithm>
#include <functional>
#include <memory>
#include <utility>

/// The way to the back office. Holds requests or answers back as long as a test wants, and breaks in the middle of an answer.
class Wire : public QTcpServer
{
public:
    /// Those of requests whose first line holds `part`; empty: none.
    struct Held
    {
        QByteArray part = {};
        QList<std::function<void()>> waiting = {};

        [[nodiscard]] bool holds(const QByteArray& line) const { return !part.isEmpty() && line.contains(part); }
        void release()
        {
            part.clear();
            for (const auto& goOn : std::exchange(waiting, {}))
                goOn();
        }
    };

    explicit Wire(const QUrl& office) : m_office(office)
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, &Wire::take);
    }

    [[nodiscard]] QUrl url() const
    {
        QUrl url = m_office;
        url.setPort(serverPort());
        return url;
    }
    /// How many such requests there were.
    [[nodiscard]] qsizetype asked(const QByteArray& part) const
    {
        return std::count_if(m_lines.begin(), m_lines.end(), [&](const QByteArray& line) { return line.contains(part); });
    }

    Held requests;
    Held answers;
    QByteArray breaks; ///< in the next answer to such a request

private:
    struct Exchange
    {
        bool stalls = false;
        bool waits = false;
        bool lost = false;
    };

    void take()
    {
        QTcpSocket* client = nextPendingConnection();
        auto* office = new QTcpSocket(client);
        auto now = std::make_shared<Exchange>();
        office->connectToHost(QHostAddress::LocalHost, quint16(m_office.port()));
        connect(client, &QTcpSocket::readyRead, office, [=, this] {
            const QByteArray bytes = client->readAll();
            const QByteArray line = bytes.left(bytes.indexOf('\r'));
            if (line.endsWith(" HTTP/1.1"))
                *now = begin(line);
            pass(bytes, office, requests, now->stalls);
        });
        connect(office, &QTcpSocket::readyRead, client, [=, this] {
            const QByteArray bytes = office->readAll();
            pass(now->lost ? bytes.left(bytes.indexOf("\r\n\r\n") + 5) : bytes, client, answers, now->waits);
            if (now->lost)
                client->disconnectFromHost();
        });
        connect(office, &QTcpSocket::disconnected, client, &QTcpSocket::disconnectFromHost);
        connect(office, &QTcpSocket::errorOccurred, client, &QTcpSocket::abort);
        connect(client, &QTcpSocket::disconnected, client, &QObject::deleteLater);
    }

    Exchange begin(const QByteArray& line)
    {
        m_lines.append(line);
        const Exchange one{requests.holds(line), answers.holds(line), !breaks.isEmpty() && line.contains(breaks)};
        if (one.lost)
            breaks.clear();
        return one;
    }

    static void pass(const QByteArray& bytes, QTcpSocket* to, Held& held, bool waits)
    {
        if (waits && !held.part.isEmpty())
            held.waiting.append([=, end = QPointer(to)] {
                if (end)
                    end->write(bytes);
            });
        else
            to->write(bytes);
    }

    QUrl m_office;
    QList<QByteArray> m_lines; ///< the first of every request
};
