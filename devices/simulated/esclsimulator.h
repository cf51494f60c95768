// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QTcpServer>

namespace devices {

/// A network scanner made of software: eSCL over HTTP on a loopback port, with a feeder and scripted faults. Lives on
/// one thread; `start` before moving it.
class EsclSimulator : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        BusyOnce,      ///< NextDocument answers 503 before the page
        Truncated,     ///< 200 with half the page
        Empty,         ///< 200 with no body
        Jam,           ///< 200 truncated, then AdfState says jam
        WrongLocation, ///< Location names another host
        RelativeLocation,
        EndsWith410,
        EndsWith409,
    };

    EsclSimulator();
    ~EsclSimulator() override;

    /// Listens on loopback; returns the port, 0 when that fails.
    quint16 start();
    /// Puts pages into the feeder, JPEG each. Thread-safe.
    void loadPaper(const QList<QByteArray>& pages);
    void setFault(Fault fault); ///< thread-safe; for the next job

Q_SIGNALS:
    void pageServed();

private:
    struct HttpRequest
    {
        QByteArray method;
        QByteArray path;
    };

    void accepted();
    void received(class QTcpSocket* socket);
    void answer(QTcpSocket* socket, const HttpRequest& request);
    void nextDocument(QTcpSocket* socket);
    void createJob(QTcpSocket* socket);
    void reply(QTcpSocket* socket, int status, const QByteArray& body = {}, const QByteArray& type = {}, const QByteArray& more = {});
    [[nodiscard]] QByteArray capabilities() const;
    [[nodiscard]] QByteArray status() const;

    QTcpServer m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<QByteArray> m_paper;
    QList<Fault> m_faults;
    int m_job = 0;
    bool m_jobActive = false;
    bool m_jammed = false;
};

} // namespace devices
