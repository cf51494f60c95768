// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace documents {

/// Mends the character map of the embedded fonts: where a CJK font has one glyph for a radical (U+2E80 … U+2FD5) and for
/// the ideograph of the same shape, the map names the radical, and the text could not be searched or read aloud.
/// `drawn`, the text in the order it is drawn, names characters beyond U+FFFF, of which the map says nothing.
/// Returns the input unchanged when it is not a PDF.
QByteArray withSearchableText(const QByteArray& pdf, const QString& drawn = {});

/// The ideograph a radical stands for, or the character itself.
char16_t unifiedIdeograph(char16_t radical);

} // namespace documents
