// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QImage>
#include <QPolygonF>

namespace documents {

// What is done to page images after capture. Pure; an A4 page at 300 dpi takes tens of milliseconds: off the UI thread.

/// Degrees by which lines of text rise to the right (up to ±7); 0 when it cannot be told.
double skewOf(const QImage& page);
/// Turned straight with white corners; the page itself when it is straight.
QImage deskewed(const QImage& page);
/// The part that holds content, with a margin of 2 mm; the whole page when it is blank.
QRect contentOf(const QImage& page);
/// Nothing but speckle. A few words by hand may be taken for it: only a person decides what is thrown away.
bool isBlank(const QImage& page);
/// By quarter turns clockwise.
QImage turned(const QImage& page, int quarters);
/// The paper inside the corners (top left, top right, bottom right, bottom left) as if seen from straight above.
QImage straightened(const QImage& photo, const QPolygonF& corners);
/// Shares of a photo that a sheet of paper, or a card beside which an A4 sheet would fit, covers at least.
inline constexpr double SheetShare = 0.08;
inline constexpr double CardShare = 0.015;
/// Corners of the sheet in a photo of a desk; empty when there is none of that size to be told from it.
QPolygonF sheetIn(const QImage& photo, double smallestShare = SheetShare);
/// Front and back of a card (85.6×54 mm, ISO 7810) at true size on one A4 page of 300 dpi.
QImage cardSheet(const QImage& front, const QImage& back);
/// JPEG of at most so many bytes: by quality first, then by size. Empty when even that does not do.
QByteArray jpegWithin(const QImage& page, qint64 bytes);

} // namespace documents
