// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "devices/scanner/automaticsource.h"

#include <functional>
#include <memory>

/// Makes a source; it is moved to the scanner's thread.
using ScannerMaker = std::function<std::unique_ptr<devices::ScanSource>()>;

/// A window without a scanner.
ScannerMaker noScanner();

/// Where pages come from, from what an administrator wrote: `auto`, `none`, an http or https address (eSCL), or
/// `sane:DEVICE`. `worker` is the program that drives scanners on this machine. Fails with `settings.scanner`.
core::Result<ScannerMaker> scannerFrom(const QString& choice, const QString& worker);
