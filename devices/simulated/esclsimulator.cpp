// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/simulated/esclsimulator.h"

#include <QTcpSocket>

using namespace Qt::StringLiterals;

namespace devices {

namespace {
const QByteArray Xml = "text/xml";
}

EsclSimulator::EsclSimulator() : m_server(this)
{
    connect(&m_server, &QTcpServer::newConnection, this, &EsclSimulator::accepted);
}

EsclSimulator::~EsclSimulator()
{
    for (auto it = m_buffers.keyBegin(); it != m_buffers.keyEnd(); ++it)
        (*it)->disconnect(this);
}

quint16 EsclSimulator::start()
{
    return m_server.listen(QHostAddress::LocalHost, 0) ? m_server.serverPort() : 0;
}

void EsclSimulator::loadPaper(const QList<QByteArray>& pages)
{
    QMetaObject::invokeMethod(this, [this, pages] {
        m_paper = pages;
        m_jammed = false;
    });
}

void EsclSimulator::setFault(Fault fault)
{
    QMetaObject::invokeMethod(this, [this, fault] { m_faults.append(fault); });
}

void EsclSimulator::accepted()
{
    while (QTcpSocket* socket = m_server.nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { received(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_buffers.remove(socket);
            socket->deleteLater();
        });
    }
}

void EsclSimulator::received(QTcpSocket* socket)
{
    QByteArray& buffer = m_buffers[socket];
    buffer += socket->readAll();
    const qsizetype end = buffer.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = buffer.first(end);
    qsizetype length = 0;
    const QList<QByteArray> lines = head.split('\n');
    for (const QByteArray& line : lines) {
        if (line.toLower().startsWith("content-length:"))
            length = line.sliced(15).trimmed().toLongLong();
    }
    if (buffer.size() < end + 4 + length)
        return;
    buffer.remove(0, end + 4 + length);
    const QList<QByteArray> words = lines[0].trimmed().split(' ');
    answer(socket, {words.value(0), words.value(1)});
}

void EsclSimulator::answer(QTcpSocket* socket, const HttpRequest& request)
{
    if (request.path == "/eSCL/ScannerCapabilities")
        return reply(socket, 200, capabilities(), Xml);
    if (request.path == "/eSCL/ScannerStatus")
        return reply(socket, 200, status(), Xml);
    if (request.method == "POST" && request.path == "/eSCL/ScanJobs")
        return createJob(socket);
    if (request.method == "GET" && request.path.endsWith("/NextDocument"))
        return nextDocument(socket);
    if (request.method == "DELETE") {
        m_jobActive = false;
        return reply(socket, 200);
    }
    reply(socket, 404);
}

void EsclSimulator::createJob(QTcpSocket* socket)
{
    if (m_jobActive)
        return reply(socket, 503);
    m_jobActive = true;
    const QByteArray path = "/eSCL/ScanJobs/" + QByteArray::number(++m_job);
    QByteArray location = "http://127.0.0.1:" + QByteArray::number(m_server.serverPort()) + path;
    if (m_faults.removeOne(Fault::WrongLocation))
        location = "http://192.0.2.7:1" + path;
    else if (m_faults.removeOne(Fault::RelativeLocation))
        location = path;
    reply(socket, 201, {}, {}, "Location: " + location + "\r\n");
}

void EsclSimulator::nextDocument(QTcpSocket* socket)
{
    if (m_faults.removeOne(Fault::BusyOnce))
        return reply(socket, 503);
    if (m_paper.isEmpty() || m_jammed) {
        m_jobActive = false;
        const int status = m_faults.removeOne(Fault::EndsWith410) ? 410 : m_faults.removeOne(Fault::EndsWith409) ? 409 : 404;
        return reply(socket, status);
    }
    QByteArray page = m_paper.takeFirst();
    if (m_faults.removeOne(Fault::Truncated))
        page.chop(page.size() / 2);
    else if (m_faults.removeOne(Fault::Empty))
        page.clear();
    else if (m_faults.removeOne(Fault::Jam)) {
        page.chop(page.size() / 3);
        m_jammed = true;
    }
    reply(socket, 200, page, "image/jpeg");
    Q_EMIT pageServed();
}

void EsclSimulator::reply(QTcpSocket* socket, int status, const QByteArray& body, const QByteArray& type, const QByteArray& more)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " -\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    socket->write(head + more + "\r\n" + body);
}

QByteArray EsclSimulator::capabilities() const
{
    const QByteArray input = "<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight>"
                             "<scan:MaxHeight>4200</scan:MaxHeight><scan:SettingProfiles><scan:SettingProfile><scan:ColorModes>"
                             "<scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
                             "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
                             "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>"
                             "<scan:SupportedResolutions><scan:DiscreteResolutions>"
                             "<scan:DiscreteResolution><scan:XResolution>150</scan:XResolution><scan:YResolution>150</scan:YResolution></"
                             "scan:DiscreteResolution>"
                             "<scan:DiscreteResolution><scan:XResolution>300</scan:XResolution><scan:YResolution>300</scan:YResolution></"
                             "scan:DiscreteResolution>"
                             "</scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerCapabilities "
           "xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\">"
           "<pwg:Version>2.63</pwg:Version><pwg:MakeAndModel>Simulated scanner</pwg:MakeAndModel>"
           "<scan:Platen><scan:PlatenInputCaps>" +
           input +
           "</scan:PlatenInputCaps></scan:Platen>"
           "<scan:Adf><scan:AdfSimplexInputCaps>" +
           input + "</scan:AdfSimplexInputCaps></scan:Adf></scan:ScannerCapabilities>";
}

QByteArray EsclSimulator::status() const
{
    const QByteArray adf = m_jammed ? "ScannerAdfJam" : m_paper.isEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded";
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:ScannerStatus "
           "xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\">"
           "<pwg:Version>2.63</pwg:Version><pwg:State>" +
           QByteArray(m_jobActive ? "Processing" : "Idle") + "</pwg:State><scan:AdfState>" + adf + "</scan:AdfState></scan:ScannerStatus>";
}

} // namespace devices
