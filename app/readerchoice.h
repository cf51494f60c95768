// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"
#include "devices/idcard/bytetransport.h"

#include <QString>

#include <functional>
#include <memory>

/// Makes a transport on the reader's thread.
using TransportMaker = std::function<std::unique_ptr<devices::ByteTransport>()>;

/// A window without a reader: it is shown as absent.
TransportMaker noReader();
/// Which reader to use, from what an administrator wrote: `auto`, `none`, `usb:VVVV:PPPP`, `serial:PORT[@BAUD]` or
/// `vendor:LIBRARY[@PORT]`. `library` is the maker's library that `auto` falls back to; it may be empty. Fails with
/// `settings.reader`.
core::Result<TransportMaker> readerFrom(const QString& choice, const QString& library);
