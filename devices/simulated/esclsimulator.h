// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QList>
#include <QObject>
#include <QSslCertificate>
#include <QSslKey>

#include <functional>
#include <memory>

class QTcpServer;
class QTcpSocket;

namespace devices {

/// A network scanner made of software: eSCL over HTTP or HTTPS on a loopback port, with a feeder, a glass and scripted
/// faults. Lives on one thread; `start` before moving it.
class EsclSimulator : public QObject
{
    Q_OBJECT

public:
    enum class Fault {
        BusyOnce,      ///< NextDocument answers 503 before the page
        BusyPost,      ///< ScanJobs answers 503 once
        BusyForever,   ///< NextDocument answers 503 and nothing else
        Truncated,     ///< 200 with half the page
        Empty,         ///< 200 with no body
        Jam,           ///< 200 truncated, then AdfState says jam
        JamWithout200, ///< 409 and AdfState says jam
        DoorOpen,      ///< 409 and AdfState says that the hatch is open
        WrongLocation, ///< Location names another host
        RelativeLocation,
        LowerCaseHeader, ///< location: instead of Location:
        EndsWith410,
        EndsWith409,
        Aborted,      ///< 404 in the middle, the job says Aborted
        SlowBody,     ///< a few hundred bytes at a time
        Stalls,       ///< half a page, then nothing
        Mute,         ///< ScannerCapabilities is never answered
        DeleteFails,  ///< DELETE answers 500, and the job holds the device for one more POST
        NoBlackWhite, ///< 409 to a job in black and white
        NotXml,       ///< an HTML page where capabilities should be
    };

    EsclSimulator();
    ~EsclSimulator() override;

    /// Listens on loopback; returns the port, 0 when that fails.
    quint16 start();
    /// The same over TLS.
    quint16 start(const QSslCertificate& certificate, const QSslKey& key);
    /// Puts pages into the feeder, JPEG each. Thread-safe.
    void loadPaper(const QList<QByteArray>& pages);
    /// Lays a page on the glass; it stays there. Thread-safe.
    void layOnGlass(const QByteArray& page);
    void setFault(Fault fault); ///< thread-safe; for the next job
    void setPace(int msAPage);  ///< thread-safe; how long the mechanics take

    [[nodiscard]] int jobsLeft() const { return m_jobActive ? 1 : 0; } ///< created and neither ended nor deleted
    [[nodiscard]] int clashes() const { return m_clashes; }            ///< requests for a page while one was on its way

Q_SIGNALS:
    void pageServed();
    void jobPosted(const QByteArray& settings);

private:
    struct HttpRequest
    {
        QByteArray method;
        QByteArray path;
        QByteArray body;
    };

    quint16 listen();
    void accepted();
    void received(QTcpSocket* socket);
    void answer(QTcpSocket* socket, const HttpRequest& request);
    void createJob(QTcpSocket* socket, const HttpRequest& request);
    void deleteJob(QTcpSocket* socket);
    void nextDocument(QTcpSocket* socket);
    void endOfPaper(QTcpSocket* socket);
    void serve(QTcpSocket* socket, QByteArray page);
    void trickle(QTcpSocket* socket, const QByteArray& body, qsizetype at);
    void reply(QTcpSocket* socket, int status, const QByteArray& body = {}, const QByteArray& type = {}, const QByteArray& more = {});
    bool take(Fault fault) { return m_faults.removeOne(fault); }
    [[nodiscard]] QByteArray status() const;

    std::unique_ptr<QTcpServer> m_server;
    QHash<QTcpSocket*, QByteArray> m_buffers;
    QList<QByteArray> m_paper;
    QByteArray m_glass;
    QList<Fault> m_faults;
    QByteArray m_adf; ///< a state that lasts until paper is put in anew
    QByteArray m_jobState = "Processing";
    int m_job = 0;
    int m_heldPosts = 0;
    int m_clashes = 0;
    int m_pace = 0;
    QTcpSocket* m_transferring = nullptr;
    bool m_jobActive = false;
    bool m_glassDone = false;
    bool m_fromGlass = false;
    bool m_secure = false;
};

} // namespace devices
