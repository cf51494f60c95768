// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "devices/scanner/esclsource.h"

#include <QNetworkReply>

using namespace Qt::StringLiterals;

namespace devices {

namespace {
constexpr int ControlTimeoutMs = 10'000;
constexpr int DocumentTimeoutMs = 120'000;
constexpr int BusyTries = 30;
constexpr auto BusyWait = std::chrono::seconds(1);

ScanEnd endFor(AdfState state)
{
    switch (state) {
    case AdfState::Jam: return ScanEnd::Jam;
    case AdfState::DoorOpen: return ScanEnd::CoverOpen;
    case AdfState::Empty: return ScanEnd::NoPaper;
    default: return ScanEnd::Fault;
    }
}
} // namespace

EsclSource::EsclSource(QUrl base) : m_base(std::move(base)), m_network(this), m_wait(this)
{
    if (m_base.path().isEmpty() || m_base.path() == u"/")
        m_base.setPath(u"/eSCL"_s);
    m_network.setAutoDeleteReplies(true);
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &EsclSource::nextPage);
}

void EsclSource::request(const QByteArray& method, const QString& path, const QByteArray& body, int timeoutMs, const Then& then)
{
    QUrl url = m_base;
    url.setPath(path.startsWith(u'/') ? path : m_base.path() + u'/' + path);
    QNetworkRequest message(url);
    message.setTransferTimeout(timeoutMs);
    message.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
    if (!body.isEmpty())
        message.setHeader(QNetworkRequest::ContentTypeHeader, u"text/xml"_s);
    QNetworkReply* reply = m_network.sendCustomRequest(message, method, body);
    connect(reply, &QNetworkReply::finished, this, [reply, then, generation = m_generation, this] {
        if (generation != m_generation)
            return;
        // A body that broke off is handed on as it is: whether it is a whole page is judged where pages are.
        then({reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), reply->readAll(), reply->rawHeader("Location"),
              reply->header(QNetworkRequest::ContentTypeHeader).toString().section(u';', 0, 0).trimmed()});
    });
}

void EsclSource::get(const QString& path, int timeoutMs, const Then& then)
{
    request("GET", path, {}, timeoutMs, then);
}

void EsclSource::probe()
{
    if (m_running)
        return;
    get(u"ScannerStatus"_s, ControlTimeoutMs, [this](const Reply& reply) {
        const EsclStatus status = parseEsclStatus(reply.body, {});
        if (!m_running)
            Q_EMIT availability(reply.status == 200 && status.valid, status.adf == AdfState::Loaded);
    });
}

void EsclSource::start(const ScanOptions& options)
{
    if (m_running)
        return;
    ++m_generation;
    m_running = true;
    m_options = options;
    m_pages = 0;
    m_busyTries = 0;
    m_job.clear();
    get(u"ScannerCapabilities"_s, ControlTimeoutMs, [this](const Reply& reply) { capabilitiesKnown(reply); });
}

void EsclSource::capabilitiesKnown(const Reply& reply)
{
    m_capabilities = parseEsclCapabilities(reply.body);
    if (reply.status == 0)
        return finish(ScanEnd::NotFound, false);
    if (!m_capabilities.valid)
        return finish(ScanEnd::Fault, false);
    get(u"ScannerStatus"_s, ControlTimeoutMs, [this](const Reply& status) { statusKnown(status); });
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
    postJob(loaded && m_options.input != ScanInput::Flatbed);
}

void EsclSource::postJob(bool fromFeeder)
{
    request("POST", u"ScanJobs"_s, esclScanSettings(m_options, m_capabilities, fromFeeder), ControlTimeoutMs,
            [this, fromFeeder](const Reply& reply) { jobCreated(reply, fromFeeder); });
}

void EsclSource::jobCreated(const Reply& reply, bool fromFeeder)
{
    if (reply.status == 503)
        return finish(ScanEnd::Busy, false);
    m_fromFeeder = fromFeeder;
    m_job = QUrl(QString::fromUtf8(reply.location)).path(); // hosts in Location are often wrong
    if (reply.status != 201 || m_job.isEmpty())
        return finish(ScanEnd::Fault, false);
    if (!m_job.startsWith(u'/'))
        m_job.prepend(m_base.path() + u'/');
    nextPage();
}

void EsclSource::nextPage()
{
    get(m_job + u"/NextDocument"_s, DocumentTimeoutMs, [this](const Reply& reply) { pageAnswered(reply); });
}

void EsclSource::pageAnswered(const Reply& reply)
{
    if (reply.status == 503)
        return waitAndRetry();
    if (reply.status == 404 || reply.status == 409 || reply.status == 410)
        return endByStatus(reply.status);
    if (reply.status != 200)
        return finish(reply.status == 0 ? ScanEnd::NotFound : ScanEnd::Fault, true);
    const QString mediaType = reply.mediaType.isEmpty() ? u"image/jpeg"_s : reply.mediaType;
    if (!isWholePage(reply.body, mediaType)) // 200 with half a page: a jam, a cancel, a broken connection
        return endByStatus(200);
    m_busyTries = 0;
    ++m_pages;
    Q_EMIT pageArrived(reply.body, mediaType);
    if (m_running) // a listener may have cancelled
        nextPage();
}

void EsclSource::endByStatus(int httpStatus)
{
    get(u"ScannerStatus"_s, ControlTimeoutMs, [this, httpStatus](const Reply& reply) {
        const EsclStatus status = parseEsclStatus(reply.body, m_job);
        if (status.adf == AdfState::Jam || status.adf == AdfState::DoorOpen)
            return finish(endFor(status.adf), true);
        if (httpStatus == 200)
            return finish(ScanEnd::PageDamaged, true);
        const bool aborted = status.jobState == u"Aborted" || status.jobState == u"Canceled";
        if (aborted || m_pages == 0)
            return finish(m_pages == 0 && !aborted ? ScanEnd::NoPaper : ScanEnd::Fault, true);
        // The end of the feeder is only the end when the feeder says so as well.
        if (m_fromFeeder && (!status.valid || status.adf == AdfState::Loaded))
            return finish(ScanEnd::Fault, true);
        finish(ScanEnd::Done, false);
    });
}

void EsclSource::waitAndRetry()
{
    if (++m_busyTries > BusyTries)
        return finish(ScanEnd::Busy, true);
    get(u"ScannerStatus"_s, ControlTimeoutMs, [this](const Reply& reply) {
        const EsclStatus status = parseEsclStatus(reply.body, m_job);
        if (status.adf == AdfState::Jam || status.adf == AdfState::DoorOpen)
            return finish(endFor(status.adf), true);
        m_wait.start(BusyWait);
    });
}

void EsclSource::cancel()
{
    if (m_running)
        finish(ScanEnd::Cancelled, true);
}

void EsclSource::finish(ScanEnd end, bool deleteJob)
{
    m_running = false;
    m_wait.stop();
    ++m_generation;
    if (deleteJob && !m_job.isEmpty())
        request("DELETE", m_job, {}, ControlTimeoutMs, [](const Reply&) {});
    m_job.clear();
    Q_EMIT ended(end, m_pages);
}

} // namespace devices
