// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/esclsource.h"

#include <QCoreApplication>
#include <QTcpServer>
#include <QTcpSocket>

#include <cstdint>

namespace {

/// A scanner that answers with the input: one piece a request, cut at 0xFF 0x00.
class Answers : public QTcpServer
{
public:
    void load(const QByteArray& bytes)
    {
        m_pieces.clear();
        qsizetype from = 0;
        for (qsizetype at = bytes.indexOf(QByteArrayLiteral("\xFF\0")); at >= 0; at = bytes.indexOf(QByteArrayLiteral("\xFF\0"), from)) {
            m_pieces.append(bytes.mid(from, at - from));
            from = at + 2;
        }
        m_pieces.append(bytes.mid(from));
    }

protected:
    void incomingConnection(qintptr descriptor) override
    {
        auto* socket = new QTcpSocket(this);
        socket->setSocketDescriptor(descriptor);
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
            if (!socket->readAll().contains("\r\n\r\n"))
                return;
            if (!m_pieces.isEmpty())
                socket->write(m_pieces.takeFirst());
            socket->disconnectFromHost();
        });
        connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
    }

private:
    QList<QByteArray> m_pieces;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t* data, std::size_t size)
{
    static int count = 1;
    static char name[] = "fuzz";
    static char* arguments[] = {name, nullptr};
    static QCoreApplication application(count, arguments);
    static Answers server;
    if (!server.isListening())
        server.listen(QHostAddress::LocalHost);
    server.load(QByteArray(reinterpret_cast<const char*>(data), qsizetype(size)));
    devices::EsclSource source(QUrl(QStringLiteral("http://127.0.0.1:%1").arg(server.serverPort())), {}, {50, 50, 50, 1, 2});
    bool ended = false;
    int pages = 0;
    QObject::connect(&source, &devices::ScanSource::pageArrived, [&](const QByteArray& bytes, const QString& mediaType) {
        ++pages;
        if (!devices::isWholePage(bytes, mediaType))
            __builtin_trap();
    });
    QObject::connect(&source, &devices::ScanSource::ended, [&](devices::ScanEnd, int told) {
        if (ended || told != pages)
            __builtin_trap();
        ended = true;
    });
    source.start({});
    while (!ended) // every scan ends, whatever the other side says
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
    return 0;
}
