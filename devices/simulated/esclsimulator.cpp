// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/simulated/esclsimulator.h"

#include <QSslConfiguration>
#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

const QByteArray Xml = "text/xml";
const QByteArray Jpeg = "image/jpeg";
constexpr qsizetype SlowPiece = 400;

QByteArray document(const QByteArray& root, const QByteArray& content)
{
    return "<?xml version=\"1.0\" encoding=\"UTF-8\"?><scan:" + root +
           " xmlns:scan=\"http://schemas.hp.com/imaging/escl/2011/05/03\" xmlns:pwg=\"http://www.pwg.org/schemas/2010/12/sm\">"
           "<pwg:Version>2.63</pwg:Version>" +
           content + "</scan:" + root + ">";
}

QByteArray resolution(int dpi)
{
    const QByteArray number = QByteArray::number(dpi);
    return "<scan:DiscreteResolution><scan:XResolution>" + number + "</scan:XResolution><scan:YResolution>" + number +
           "</scan:YResolution></scan:DiscreteResolution>";
}

QByteArray capabilities()
{
    const QByteArray input = "<scan:MinWidth>16</scan:MinWidth><scan:MaxWidth>2550</scan:MaxWidth><scan:MinHeight>16</scan:MinHeight>"
                             "<scan:MaxHeight>4200</scan:MaxHeight><scan:MaxScanRegions>1</scan:MaxScanRegions><scan:SettingProfiles>"
                             "<scan:SettingProfile><scan:ColorModes><scan:ColorMode>BlackAndWhite1</scan:ColorMode>"
                             "<scan:ColorMode>Grayscale8</scan:ColorMode><scan:ColorMode>RGB24</scan:ColorMode></scan:ColorModes>"
                             "<scan:DocumentFormats><pwg:DocumentFormat>image/jpeg</pwg:DocumentFormat>"
                             "<scan:DocumentFormatExt>image/jpeg</scan:DocumentFormatExt></scan:DocumentFormats>"
                             "<scan:SupportedResolutions><scan:DiscreteResolutions>" +
                             resolution(75) + resolution(150) + resolution(200) + resolution(300) +
                             "</scan:DiscreteResolutions></scan:SupportedResolutions></scan:SettingProfile></scan:SettingProfiles>";
    return document("ScannerCapabilities",
                    "<pwg:MakeAndModel>Simulated scanner</pwg:MakeAndModel><pwg:SerialNumber>1</pwg:SerialNumber>"
                    "<scan:UUID>4509a320-00a0-008f-00b6-000000000001</scan:UUID><scan:Platen><scan:PlatenInputCaps>" +
                        input + "</scan:PlatenInputCaps></scan:Platen><scan:Adf><scan:AdfSimplexInputCaps>" + input +
                        "</scan:AdfSimplexInputCaps><scan:AdfDuplexInputCaps>" + input + "</scan:AdfDuplexInputCaps></scan:Adf>");
}

} // namespace

EsclSimulator::EsclSimulator() = default;

EsclSimulator::~EsclSimulator()
{
    for (auto it = m_buffers.keyBegin(); it != m_buffers.keyEnd(); ++it)
        (*it)->disconnect(this);
}

quint16 EsclSimulator::start()
{
    m_server = std::make_unique<QTcpServer>();
    return listen();
}

quint16 EsclSimulator::start(const QSslCertificate& certificate, const QSslKey& key)
{
    auto server = std::make_unique<QSslServer>();
    QSslConfiguration configuration = QSslConfiguration::defaultConfiguration();
    configuration.setLocalCertificate(certificate);
    configuration.setPrivateKey(key);
    server->setSslConfiguration(configuration);
    m_server = std::move(server);
    m_secure = true;
    return listen();
}

quint16 EsclSimulator::listen()
{
    m_server->setParent(this); // goes along to another thread
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &EsclSimulator::accepted);
    return m_server->listen(QHostAddress::LocalHost, 0) ? m_server->serverPort() : 0;
}

void EsclSimulator::loadPaper(const QList<QByteArray>& pages)
{
    QMetaObject::invokeMethod(this, [this, pages] {
        m_paper = pages;
        m_adf.clear();
    });
}

void EsclSimulator::layOnGlass(const QByteArray& page)
{
    QMetaObject::invokeMethod(this, [this, page] { m_glass = page; });
}

void EsclSimulator::setFault(Fault fault)
{
    QMetaObject::invokeMethod(this, [this, fault] { m_faults.append(fault); });
}

void EsclSimulator::setPace(int msAPage)
{
    QMetaObject::invokeMethod(this, [this, msAPage] { m_pace = msAPage; });
}

void EsclSimulator::accepted()
{
    while (QTcpSocket* socket = m_server->nextPendingConnection()) {
        m_buffers.insert(socket, {});
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { received(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            if (m_transferring == socket)
                m_transferring = nullptr;
            m_buffers.remove(socket);
            socket->deleteLater();
        });
        if (socket->bytesAvailable() > 0)
            received(socket);
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
    const QByteArray body = buffer.mid(end + 4, length);
    buffer.remove(0, end + 4 + length);
    const QList<QByteArray> words = lines[0].trimmed().split(' ');
    answer(socket, {words.value(0), words.value(1), body});
}

void EsclSimulator::answer(QTcpSocket* socket, const HttpRequest& request)
{
    if (request.path == "/eSCL/ScannerCapabilities") {
        if (take(Fault::Mute))
            return;
        return take(Fault::NotXml) ? reply(socket, 200, "<html><body>Welcome</body></html>", "text/html")
                                   : reply(socket, 200, capabilities(), Xml);
    }
    if (request.path == "/eSCL/ScannerStatus")
        return reply(socket, 200, status(), Xml);
    if (request.method == "POST" && request.path == "/eSCL/ScanJobs")
        return createJob(socket, request);
    if (request.method == "GET" && request.path.endsWith("/NextDocument")) {
        if (m_pace <= 0)
            return nextDocument(socket);
        QTimer::singleShot(m_pace, socket, [this, socket] { nextDocument(socket); });
        return;
    }
    if (request.method == "DELETE")
        return deleteJob(socket);
    reply(socket, 404);
}

void EsclSimulator::createJob(QTcpSocket* socket, const HttpRequest& request)
{
    if (m_heldPosts > 0) { // of a job that could not be deleted
        m_jobActive = --m_heldPosts > 0;
        return reply(socket, 503);
    }
    if (m_jobActive || take(Fault::BusyPost))
        return reply(socket, 503);
    if (request.body.contains("BlackAndWhite1") && take(Fault::NoBlackWhite))
        return reply(socket, 409);
    m_jobActive = true;
    m_jobState = "Processing";
    m_fromGlass = request.body.contains("<pwg:InputSource>Platen");
    m_glassDone = false;
    const QByteArray path = "/eSCL/ScanJobs/" + QByteArray::number(++m_job);
    QByteArray location = QByteArray(m_secure ? "https" : "http") + "://127.0.0.1:" + QByteArray::number(m_server->serverPort()) + path;
    if (take(Fault::WrongLocation))
        location = "http://192.0.2.7:1" + path;
    else if (take(Fault::RelativeLocation))
        location = path;
    reply(socket, 201, {}, {}, (take(Fault::LowerCaseHeader) ? "location: " : "Location: ") + location + "\r\n");
    Q_EMIT jobPosted(request.body);
}

void EsclSimulator::deleteJob(QTcpSocket* socket)
{
    if (take(Fault::DeleteFails)) {
        m_heldPosts = 1;
        return reply(socket, 500);
    }
    const bool there = std::exchange(m_jobActive, false);
    m_jobState = "Canceled";
    reply(socket, there ? 200 : 404);
}

void EsclSimulator::nextDocument(QTcpSocket* socket)
{
    m_clashes += m_transferring && m_transferring != socket ? 1 : 0;
    if (!m_jobActive)
        return reply(socket, 404);
    if (m_faults.contains(Fault::BusyForever) || take(Fault::BusyOnce))
        return reply(socket, 503);
    if (take(Fault::JamWithout200)) {
        m_adf = "ScannerAdfJam";
        return reply(socket, 409);
    }
    if (take(Fault::DoorOpen)) {
        m_adf = "ScannerAdfHatchOpen";
        return reply(socket, 409);
    }
    if (take(Fault::Aborted)) {
        m_jobState = "Aborted";
        m_jobActive = false;
        return reply(socket, 404);
    }
    if (m_fromGlass) {
        if (m_glassDone || m_glass.isEmpty())
            return endOfPaper(socket);
        m_glassDone = true;
        return serve(socket, m_glass);
    }
    if (m_paper.isEmpty() || !m_adf.isEmpty())
        return endOfPaper(socket);
    serve(socket, m_paper.takeFirst());
}

void EsclSimulator::endOfPaper(QTcpSocket* socket)
{
    m_jobActive = false;
    m_jobState = "Completed";
    reply(socket, take(Fault::EndsWith410) ? 410 : take(Fault::EndsWith409) ? 409 : 404);
}

void EsclSimulator::serve(QTcpSocket* socket, QByteArray page)
{
    if (take(Fault::Truncated)) {
        page.chop(page.size() / 2);
    } else if (take(Fault::Empty)) {
        page.clear();
    } else if (take(Fault::Jam)) {
        page.chop(page.size() / 3);
        m_adf = "ScannerAdfJam";
    }
    const bool stalls = take(Fault::Stalls);
    if (stalls || take(Fault::SlowBody)) {
        m_transferring = socket;
        socket->write("HTTP/1.1 200 -\r\nContent-Type: " + Jpeg + "\r\nContent-Length: " + QByteArray::number(page.size()) + "\r\n\r\n");
        stalls ? void(socket->write(page.first(page.size() / 2))) : trickle(socket, page, 0);
    } else {
        reply(socket, 200, page, Jpeg);
    }
    Q_EMIT pageServed();
}

void EsclSimulator::trickle(QTcpSocket* socket, const QByteArray& body, qsizetype at)
{
    if (at >= body.size()) {
        m_transferring = nullptr;
        return;
    }
    socket->write(body.mid(at, SlowPiece));
    QTimer::singleShot(1, socket, [this, socket, body, at] { trickle(socket, body, at + SlowPiece); });
}

void EsclSimulator::reply(QTcpSocket* socket, int status, const QByteArray& body, const QByteArray& type, const QByteArray& more)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(status) + " -\r\nContent-Length: " + QByteArray::number(body.size()) + "\r\n";
    if (!type.isEmpty())
        head += "Content-Type: " + type + "\r\n";
    socket->write(head + more + "\r\n" + body);
}

QByteArray EsclSimulator::status() const
{
    const QByteArray adf = m_adf.isEmpty() ? QByteArray(m_paper.isEmpty() ? "ScannerAdfEmpty" : "ScannerAdfLoaded") : m_adf;
    QByteArray jobs;
    if (m_job > 0) {
        jobs = "<scan:Jobs><scan:JobInfo><pwg:JobUri>/eSCL/ScanJobs/" + QByteArray::number(m_job) + "</pwg:JobUri><pwg:JobState>" +
               m_jobState + "</pwg:JobState></scan:JobInfo></scan:Jobs>";
    }
    return document("ScannerStatus", "<pwg:State>" + QByteArray(m_jobActive ? "Processing" : "Idle") + "</pwg:State><scan:AdfState>" + adf +
                                         "</scan:AdfState>" + jobs);
}

} // namespace devices
