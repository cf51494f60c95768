// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/serviceitem.h"
#include "app/core/stacksorter.h"

#include <QImage>

#include <optional>

namespace documents {

/// One A4 sheet a material, to be put in front of its pages: number, name, and a QR code that says both.
QByteArray separatorSheets(const core::ServiceItem& item, const QList<core::MaterialRequirement>& materials);
/// What the code on such a sheet says.
QString separatorText(const QString& itemCode, const QString& materialCode);
/// What a page tells about its place: separator, blank, or neither. Titles are read elsewhere. Off the UI thread.
core::PageClue clueOf(const QImage& page, const QString& itemCode);

} // namespace documents
