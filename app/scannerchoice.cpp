// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/scannerchoice.h"

#include "devices/scanner/workersource.h"

using namespace Qt::StringLiterals;

namespace {

ScannerMaker planned(const devices::AutomaticSource::Plan& plan)
{
    return [plan] { return std::make_unique<devices::AutomaticSource>(plan); };
}

} // namespace

ScannerMaker noScanner()
{
    return planned({{}, false, {}});
}

core::Result<ScannerMaker> scannerFrom(const QString& choice, const QString& worker)
{
    const QUrl url(choice, QUrl::StrictMode);
    if (choice.isEmpty() || choice == u"auto")
        return planned({worker, true, {}});
    if (choice == u"none")
        return noScanner();
    if (choice.startsWith(u"sane:") && !worker.isEmpty())
        return ScannerMaker([worker, device = choice.sliced(5)] { return std::make_unique<devices::WorkerSource>(worker, device); });
    if ((url.scheme() == u"http" || url.scheme() == u"https") && !url.host().isEmpty())
        return planned({{}, false, {{url, {}}}});
    return core::fail(core::ErrorKind::InvalidInput, u"settings.scanner"_s, {choice});
}
