// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/esclsource.h"

#include <QCryptographicHash>
#include <QNetworkReply>
#include <QSslCertificate>
#include <QSslConfiguration>

using namespace Qt::StringLiterals;

namespace devices {

namespace {

constexpr qint64 LargestControl = 1024LL * 1024;
constexpr qint64 LargestDocument = 256LL * 1024 * 1024;

ScanEnd endFor(AdfState state)
{
    switch (state) {
    case AdfState::Jam: return ScanEnd::Jam;
    case AdfState::DoorOpen: return ScanEnd::CoverOpen;
    case AdfState::Empty: return ScanEnd::NoPaper;
    default: return ScanEnd::Fault;
    }
}

bool isBroken(const EsclStatus& status)
{
    return status.jobState == u"Aborted" || status.jobState == u"Canceled";
}

} // namespace

EsclSource::EsclSource(QUrl base, QByteArray pin) : EsclSource(std::move(base), std::move(pin), Patience{}) {}

EsclSource::EsclSource(QUrl base, QByteArray pin, const Patience& patience)
    : m_base(std::move(base)), m_pin(std::move(pin)), m_patience(patience), m_network(this), m_wait(this)
{
    if (m_base.path().isEmpty() || m_base.path() == u"/")
        m_base.setPath(u"/eSCL"_s);
    m_network.setAutoDeleteReplies(true);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, [this] { std::exchange(m_again, {})(); });
}

QNetworkReply* EsclSource::request(const QByteArray& method, const QString& path, const QByteArray& body, int timeoutMs, const Then& then)
{
    QUrl url = m_base;
    url.setPath(path.startsWith(u'/') ? path : m_base.path() + u'/' + path);
    QNetworkRequest message(url);
    message.setTransferTimeout(std::min(timeoutMs, m_patience.read)); // between two pieces
    message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    message.setAttribute(QNetworkRequest::RedirectPolicyAttribute, QNetworkRequest::ManualRedirectPolicy); // nowhere else
    if (!body.isEmpty())
        message.setHeader(QNetworkRequest::ContentTypeHeader, u"text/xml"_s);
    QNetworkReply* reply = m_network.sendCustomRequest(message, method, body);
    QTimer::singleShot(timeoutMs, reply, &QNetworkReply::abort);
    watchSize(reply, path.endsWith(u"/NextDocument") ? LargestDocument : LargestControl);
    connect(reply, &QNetworkReply::sslErrors, this, [this, reply] {
        if (isPinned(reply))
            reply->ignoreSslErrors();
    });
    connect(reply, &QNetworkReply::encrypted, this, [this, reply] {
        if (!isPinned(reply))
            reply->abort();
    });
    connect(reply, &QNetworkReply::finished, this, [reply, then] {
        // A body that broke off is handed on as it is: whether it is a whole page is judged where pages are.
        const QByteArray received = reply->isOpen() ? reply->readAll() : QByteArray(); // closed when it was aborted
        then({reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), received, reply->rawHeader("Location"),
              reply->header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed()});
    });
    return reply;
}

/// An answer to this job and no other.
QNetworkReply* EsclSource::get(const QString& path, int timeoutMs, const Then& then)
{
    return request("GET", path, {}, timeoutMs, [this, then, generation = m_generation](const Reply& reply) {
        if (generation == m_generation)
            then(reply);
    });
}

/// Every scanner signs its own certificate: what counts is that it is the one seen first, whoever vouches for it.
bool EsclSource::isPinned(QNetworkReply* reply)
{
    const QByteArray seen = reply->sslConfiguration().peerCertificate().digest(QCryptographicHash::Sha256);
    if (seen.isEmpty())
        return false;
    if (m_pin.isEmpty()) {
        m_pin = seen;
        Q_EMIT certificateSeen(seen);
    }
    if (m_pin != seen && !std::exchange(m_otherDevice, true))
        Q_EMIT otherDeviceMet();
    return m_pin == seen;
}

void EsclSource::setPin(const QByteArray& pin)
{
    m_pin = pin;
    m_otherDevice = false;
    m_network.clearConnectionCache(); // no old handshake counts
}

/// A device that never stops sending is not waited for.
void EsclSource::watchSize(QNetworkReply* reply, qint64 most)
{
    connect(reply, &QNetworkReply::downloadProgress, reply, [reply, most](qint64 received, qint64 total) {
        if (received > most || total > most)
            reply->abort();
    });
}

void EsclSource::probe()
{
    if (m_running)
        return;
    get(u"ScannerStatus"_s, m_patience.control, [this](const Reply& reply) {
        const EsclStatus status = parseEsclStatus(reply.body, {});
        m_otherDevice = m_otherDevice && reply.status == 0;
        if (!m_running)
            Q_EMIT availability(reply.status == 200 && status.valid, status.adf == AdfState::Loaded);
    });
}

void EsclSource::start(const ScanOptions& options)
{
    if (m_running)
        return;
    m_running = true;
    m_pages = 0;
    if (m_deleting > 0)
        m_next = options; // a device has one job at a time
    else {
        m_options = options;
        begin();
    }
}

void EsclSource::begin()
{
    ++m_generation;
    m_busyTries = 0;
    m_job.clear();
    get(u"ScannerCapabilities"_s, m_patience.control, [this](const Reply& reply) { capabilitiesKnown(reply); });
}

void EsclSource::capabilitiesKnown(const Reply& reply)
{
    m_capabilities = parseEsclCapabilities(reply.body);
    if (reply.status == 0)
        return finish(m_otherDevice ? ScanEnd::OtherDevice : ScanEnd::NotFound, false);
    if (!m_capabilities.valid)
        return finish(ScanEnd::Fault, false);
    get(u"ScannerStatus"_s, m_patience.control, [this](const Reply& status) { statusKnown(status); });
}

void EsclSource::statusKnown(const Reply& reply)
{
    const EsclStatus status = parseEsclStatus(reply.body, {});
    if (!status.valid)
        return finish(ScanEnd::Fault, false);
    if (m_options.input != ScanInput::Flatbed && (status.adf == AdfState::Jam || status.adf == AdfState::DoorOpen))
        return finish(endFor(status.adf), false);
    const bool loaded = m_capabilities.feeder && status.adf == AdfState::Loaded;
    if (!loaded && (m_options.input == ScanInput::Feeder || !m_capabilities.flatbed))
        return finish(ScanEnd::NoPaper, false);
    m_fromFeeder = loaded && m_options.input != ScanInput::Flatbed;
    postJob();
}

void EsclSource::postJob()
{
    m_posting = true;
    request("POST", u"ScanJobs"_s, esclScanSettings(m_options, m_capabilities, m_fromFeeder), m_patience.control,
            [this, generation = m_generation](const Reply& reply) {
                if (generation == m_generation)
                    return jobCreated(reply);
                --m_deleting; // cancelled meanwhile: the device must not be left with a job nobody fetches
                deleteJob(jobPath(reply.location));
            });
}

void EsclSource::jobCreated(const Reply& reply)
{
    m_posting = false;
    if (reply.status == 409 && m_options.colour == ScanColour::BlackWhite) { // a mode that it names but cannot do
        m_options.colour = ScanColour::Grey;
        return postJob();
    }
    if (reply.status == 503)
        return waitAndRetry([this] { postJob(); });
    m_job = jobPath(reply.location);
    if (reply.status != 201 || m_job.isEmpty())
        return finish(reply.status == 0 ? ScanEnd::NotFound : ScanEnd::Fault, false);
    m_busyTries = 0;
    nextPage();
}

/// Hosts in Location are often wrong: only the path counts, and that may be relative.
QString EsclSource::jobPath(const QByteArray& location) const
{
    const QString path = QUrl(QString::fromUtf8(location)).path();
    if (path.isEmpty() || path.startsWith(u'/'))
        return path;
    return m_base.path() + u'/' + path;
}

void EsclSource::nextPage()
{
    m_document = get(m_job + u"/NextDocument"_s, m_patience.document, [this](const Reply& reply) { pageAnswered(reply); });
}

void EsclSource::pageAnswered(const Reply& reply)
{
    if (reply.status == 503)
        return waitAndRetry([this] { nextPage(); });
    if (reply.status == 404 || reply.status == 409 || reply.status == 410)
        return endByStatus(reply.status);
    if (reply.status != 200)
        return finish(reply.status == 0 ? ScanEnd::NotFound : ScanEnd::Fault, true);
    const QString mediaType = reply.mediaType.isEmpty() ? u"image/jpeg"_s : reply.mediaType;
    if (!isWholePage(reply.body, mediaType)) // 200 with half a page: a jam, a cancel, a broken connection
        return endByStatus(200);
    // Some devices close a page properly that they did not scan to its end: the job has to be sound as well.
    get(u"ScannerStatus"_s, m_patience.control, [this, page = Reply{200, reply.body, {}, mediaType}](const Reply& about) {
        const EsclStatus status = parseEsclStatus(about.body, m_job);
        if (status.adf == AdfState::Jam || status.adf == AdfState::DoorOpen)
            return finish(endFor(status.adf), true);
        if (isBroken(status))
            return finish(ScanEnd::PageDamaged, true);
        pageCame(page);
    });
}

void EsclSource::pageCame(const Reply& page)
{
    m_busyTries = 0;
    ++m_pages;
    Q_EMIT pageArrived(page.body, page.mediaType);
    if (m_running) // a listener may have cancelled
        nextPage();
}

void EsclSource::endByStatus(int httpStatus)
{
    get(u"ScannerStatus"_s, m_patience.control, [this, httpStatus](const Reply& reply) {
        const EsclStatus status = parseEsclStatus(reply.body, m_job);
        if (status.adf == AdfState::Jam || status.adf == AdfState::DoorOpen)
            return finish(endFor(status.adf), true);
        if (httpStatus == 200)
            return finish(ScanEnd::PageDamaged, true);
        const bool aborted = isBroken(status);
        if (aborted || m_pages == 0)
            return finish(m_pages == 0 && !aborted ? ScanEnd::NoPaper : ScanEnd::Fault, true);
        // The end of the feeder is only the end when the feeder says so as well.
        if (m_fromFeeder && (!status.valid || status.adf == AdfState::Loaded))
            return finish(ScanEnd::Fault, true);
        finish(ScanEnd::Done, false);
    });
}

void EsclSource::waitAndRetry(const std::function<void()>& again)
{
    if (++m_busyTries > m_patience.busyTries)
        return finish(ScanEnd::Busy, true);
    get(u"ScannerStatus"_s, m_patience.control, [this, again](const Reply& reply) {
        const EsclStatus status = parseEsclStatus(reply.body, m_job);
        if (status.adf == AdfState::Jam || status.adf == AdfState::DoorOpen)
            return finish(endFor(status.adf), true);
        m_again = again;
        m_wait.start(m_patience.busyWait);
    });
}

void EsclSource::cancel()
{
    if (m_running)
        finish(ScanEnd::Cancelled, true);
}

void EsclSource::finish(ScanEnd end, bool deletes)
{
    m_running = false;
    m_next.reset();
    m_wait.stop();
    ++m_generation;
    if (std::exchange(m_posting, false))
        ++m_deleting; // until the answer says which job that was
    if (m_document && m_document->isRunning())
        m_document->abort(); // a device breaks when it is asked for something during a transfer
    if (deletes && !m_job.isEmpty())
        deleteJob(m_job);
    m_job.clear();
    Q_EMIT ended(end, m_pages);
}

void EsclSource::deleteJob(const QString& job)
{
    const auto deleted = [this] {
        if (m_deleting == 0 && m_next) {
            m_options = *std::exchange(m_next, std::nullopt);
            begin();
        }
    };
    if (job.isEmpty())
        return deleted();
    ++m_deleting;
    request("DELETE", job, {}, m_patience.control, [this, deleted](const Reply&) { // gone, or never there: both will do
        --m_deleting;
        deleted();
    });
}

} // namespace devices
