// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/scannerchoice.h"

#include "devices/scanner/workersource.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype MostKnown = 8;

} // namespace

QString scannersText(const KnownScanners& known)
{
    QJsonArray array;
    for (const devices::ScannerAddress& address : known)
        array.append(QJsonArray{address.url.toString(), QString::fromLatin1(address.pin.toBase64())});
    return QString::fromUtf8(QJsonDocument(array).toJson(QJsonDocument::Compact));
}

KnownScanners scannersFrom(const QString& text)
{
    KnownScanners known;
    for (const auto& entry : QJsonDocument::fromJson(text.toUtf8()).array()) {
        const QUrl url(entry.toArray().at(0).toString());
        const bool onThisMachine = entry.toArray().at(0).isString() && url.isEmpty();
        if (onThisMachine || (url.isValid() && !url.host().isEmpty()))
            known.append({url, QByteArray::fromBase64(entry.toArray().at(1).toString().toLatin1())});
    }
    return known;
}

KnownScanners remembering(KnownScanners known, const devices::ScannerAddress& used)
{
    known.removeIf([&](const devices::ScannerAddress& address) { return address.url == used.url; });
    known.prepend(used);
    return known.first(std::min(known.size(), MostKnown));
}

ScannerMaker noScanner()
{
    return [](const KnownScanners&) { return std::make_unique<devices::AutomaticSource>(devices::AutomaticSource::Plan{{}, false, {}}); };
}

core::Result<ScannerMaker> scannerFrom(const QString& choice, const QString& worker)
{
    using devices::AutomaticSource;
    const QUrl url(choice, QUrl::StrictMode);
    if (choice.isEmpty() || choice == u"auto")
        return ScannerMaker(
            [worker](const KnownScanners& known) { return std::make_unique<AutomaticSource>(AutomaticSource::Plan{worker, true, known}); });
    if (choice == u"none")
        return noScanner();
    if ((choice.startsWith(u"sane:") || choice.startsWith(u"wia:")) && !worker.isEmpty())
        return ScannerMaker([worker, device = choice.section(u':', 1)](const KnownScanners&) {
            return std::make_unique<devices::WorkerSource>(worker, device);
        });
    if ((url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty()) {
        return ScannerMaker([url](const KnownScanners& known) { // this one and no other, with the certificate it showed before
            devices::ScannerAddress address{url, {}};
            for (const devices::ScannerAddress& before : known)
                address.pin = before.url == url ? before.pin : address.pin;
            return std::make_unique<AutomaticSource>(AutomaticSource::Plan{{}, false, {address}});
        });
    }
    return core::fail(core::ErrorKind::InvalidInput, u"settings.scanner"_s, {choice});
}
