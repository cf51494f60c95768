// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/intakedraft.h"

namespace core {

/// Where one page of a stack goes.
struct PagePlace
{
    QString sha256;
    QString materialCode; ///< empty: nowhere
};

// Where the pages of a draft lie. Those that answer say whether anything changed; a material that loses its last page is
// missing again, one that gets its first is there.

/// One more page. Brought after all: what was held is not used, and nobody has seen the page beside its original yet.
void addPage(DraftMaterial& material, const PageRef& page);
/// Takes pages out.
bool removePages(IntakeDraft& draft, const QString& materialCode, const QStringList& sha256);
/// To a place among the pages of its material, from 0.
bool movePage(IntakeDraft& draft, const QString& materialCode, const QString& sha256, qsizetype place);
/// To the end of another material's pages.
bool handOver(IntakeDraft& draft, const QString& fromMaterial, const QString& sha256, const QString& toMaterial);
/// Another page in the place of one. Where the other is in the material already, it comes to this place.
bool replacePage(IntakeDraft& draft, const QString& materialCode, const QString& sha256, const PageRef& page);
/// Pages that wait to be sorted go to their materials, or out where there is none.
bool placePages(IntakeDraft& draft, const QList<PagePlace>& places);
/// A stack scanned on its fronts, turned over and scanned on its backs (first back last): sheet by sheet. Nothing changes
/// where the number of pages is odd.
bool interleave(IntakeDraft& draft, const QString& materialCode);
/// Where a page lies, `expected` first: the same page may lie in two materials. Empty: nowhere.
QString materialOf(const IntakeDraft& draft, const QString& sha256, const QString& expected);
/// The page that was captured and what has been done to it since; no steps where it was left as it is.
EditedPage editsOf(const IntakeDraft& draft, const PageRef& page);

} // namespace core
