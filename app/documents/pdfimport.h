// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/documents/pageimport.h"

namespace documents {

/// Limits of a PDF that somebody brought.
struct PdfLimits
{
    int pages = 200;
    qint64 pixels = 120'000'000;        ///< of one picture
    qint64 bytes = 256LL * 1024 * 1024; ///< of all pages together
};

/// Each page as a PDF of its own, with nothing encoded anew, nothing that acts by itself and nothing of other pages. Fails
/// as `importPages` does. Nesting that would exhaust the stack is refused before anything walks it.
core::Result<QList<ImportedPage>> importPdf(const QByteArray& file, const PdfLimits& limits = {});

} // namespace documents
