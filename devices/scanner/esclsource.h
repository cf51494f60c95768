// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/esclxml.h"

#include <QNetworkAccessManager>
#include <QTimer>
#include <QUrl>

#include <functional>

namespace devices {

/// A network scanner by eSCL over HTTP. `base` is the scanner's address, with or without the path /eSCL.
class EsclSource final : public ScanSource
{
    Q_OBJECT

public:
    explicit EsclSource(QUrl base);

    void start(const ScanOptions& options) override;
    void cancel() override;
    void probe() override;

private:
    struct Reply
    {
        int status = 0;
        QByteArray body;
        QByteArray location;
        QString mediaType;
    };
    using Then = std::function<void(const Reply&)>;

    void get(const QString& path, int timeoutMs, const Then& then);
    void request(const QByteArray& method, const QString& path, const QByteArray& body, int timeoutMs, const Then& then);
    void capabilitiesKnown(const Reply& reply);
    void statusKnown(const Reply& reply);
    void postJob(bool fromFeeder);
    void jobCreated(const Reply& reply, bool fromFeeder);
    void nextPage();
    void pageAnswered(const Reply& reply);
    void endByStatus(int httpStatus);
    void waitAndRetry();
    void finish(ScanEnd end, bool deleteJob);

    QUrl m_base;
    QNetworkAccessManager m_network;
    QTimer m_wait;
    ScanOptions m_options;
    EsclCapabilities m_capabilities;
    QString m_job; ///< absolute path of the job under way
    int m_pages = 0;
    int m_busyTries = 0;
    int m_generation = 0; ///< replies of a job that has ended are not listened to
    bool m_running = false;
    bool m_fromFeeder = false;
};

} // namespace devices
