// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QStringList>

namespace backoffice {

/// Readings of a Chinese text, without tones and spaces: {"shipin…"}; several where it holds polyphones.
/// Empty in a build without ICU.
QStringList pinyinReadings(const QString& text);
/// The first letters of the same readings, in the same order.
QStringList pinyinInitials(const QString& text);

} // namespace backoffice
