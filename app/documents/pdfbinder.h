// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/documents/pageimport.h"

namespace documents {

enum class PdfKind {
    Plain,
    Archive, ///< PDF/A-1b (ISO 19005-1)
};

/// Pages bound to one PDF. JPEGs go in as they are, without being encoded anew (in an archive only those that its colours
/// allow), PDF pages as they are; PNGs lose nothing. Sizes follow the resolution the picture states, 300 dpi where it
/// states none; turned as the camera noted. Of PDFs an archive takes only those that were bound here. Fails with
/// `bind.unreadable` or `bind.foreign` and the number of the page, from 1. Off the UI thread.
core::Result<QByteArray> bindPdf(const QList<ImportedPage>& pages, PdfKind kind);

} // namespace documents
