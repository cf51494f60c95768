// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "devices/scanner/automaticsource.h"

#include <functional>
#include <memory>

using KnownScanners = QList<devices::ScannerAddress>;

/// Makes a source that knows these from before; it is moved to the scanner's thread.
using ScannerMaker = std::function<std::unique_ptr<devices::ScanSource>(const KnownScanners& known)>;

/// A window without a scanner.
ScannerMaker noScanner();

/// As a store remembers them: the one used last first, one certificate each.
QString scannersText(const KnownScanners& known);
KnownScanners scannersFrom(const QString& text);
/// With this one in front.
KnownScanners remembering(KnownScanners known, const devices::ScannerAddress& used);

/// Where pages come from, from what an administrator wrote: `auto`, `none`, an http or https address (eSCL), or
/// `sane:DEVICE`. `worker` is the program that drives scanners on this machine. Fails with `settings.scanner`.
core::Result<ScannerMaker> scannerFrom(const QString& choice, const QString& worker);
