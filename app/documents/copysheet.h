// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/caserecord.h"

#include <QImage>

namespace documents {

/// What stands under a copy: who saw the scan beside its original, where and when, or that it is printed from a scan.
QString copyMark(const std::optional<core::Verification>& verified);
/// One A4 sheet a page with the mark below it. Takes tens of milliseconds a page: off the UI thread.
QByteArray copySheets(const QList<QImage>& pages, const QString& mark, const QString& title);

} // namespace documents
