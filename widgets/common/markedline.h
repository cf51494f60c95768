// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QWidget>

namespace widgets {

/// A small mark in a tone (ok, warn, danger, accent, plain), and words beside it that wrap.
QWidget* newMarkedLine(const QString& mark, const char* tone, const QString& text, QWidget* parent);

} // namespace widgets
