// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/scanner/esclxml.h"

#include <QNetworkAccessManager>
#include <QPointer>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <optional>

class QNetworkReply;

namespace devices {

/// A network scanner by eSCL over HTTP or HTTPS. Scanners sign their own certificates: the first one seen is trusted and
/// remembered (`certificateSeen`), another one later is not.
class EsclSource final : public ScanSource
{
    Q_OBJECT

public:
    /// How long to be patient, in milliseconds.
    struct Patience
    {
        int control = 10'000;
        int document = 120'000;
        int read = 60'000; ///< between two pieces of a document
        int busyWait = 1000;
        int busyTries = 30;
    };

    /// `base` is the scanner's address, with or without the path /eSCL; `pin` the SHA-256 of its certificate, when it was
    /// seen before.
    explicit EsclSource(QUrl base, QByteArray pin = {});
    EsclSource(QUrl base, QByteArray pin, const Patience& patience);

    void start(const devices::ScanOptions& options) override;
    void cancel() override;
    void probe() override;
    void trust(int) override { setPin({}); }
    void setPin(const QByteArray& pin);

Q_SIGNALS:
    void certificateSeen(const QByteArray& sha256);
    /// What answers shows another certificate than the one that was seen first.
    void otherDeviceMet();

private:
    struct Reply
    {
        int status = 0;
        QByteArray body;
        QByteArray location;
        QString mediaType;
    };
    using Then = std::function<void(const Reply&)>;

    QNetworkReply* get(const QString& path, int timeoutMs, const Then& then);
    QNetworkReply* request(const QByteArray& method, const QString& path, const QByteArray& body, int timeoutMs, const Then& then);
    [[nodiscard]] bool isPinned(QNetworkReply* reply);
    void watchSize(QNetworkReply* reply, qint64 most);
    void begin();
    void capabilitiesKnown(const Reply& reply);
    void statusKnown(const Reply& reply);
    void postJob();
    void jobCreated(const Reply& reply);
    void nextPage();
    void pageAnswered(const Reply& reply);
    void pageCame(const Reply& page);
    void endByStatus(int httpStatus);
    void waitAndRetry(const std::function<void()>& again);
    void finish(ScanEnd end, bool deleteJob);
    void deleteJob(const QString& job);
    [[nodiscard]] QString jobPath(const QByteArray& location) const;

    QUrl m_base;
    QByteArray m_pin;
    Patience m_patience;
    QNetworkAccessManager m_network;
    QTimer m_wait;
    std::function<void()> m_again; ///< after waiting
    ScanOptions m_options;
    EsclCapabilities m_capabilities;
    QString m_job; ///< absolute path of the job under way
    QPointer<QNetworkReply> m_document;
    std::optional<ScanOptions> m_next; ///< asked for while the last job is still being deleted
    int m_pages = 0;
    int m_busyTries = 0;
    int m_deleting = 0;
    int m_generation = 0; ///< replies of a job that has ended are not listened to
    bool m_running = false;
    bool m_posting = false;
    bool m_fromFeeder = false;
    bool m_otherDevice = false;
};

} // namespace devices
