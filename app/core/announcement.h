// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QString>

namespace core {

/// What the window's display says when a number is called.
QString calledText(const QString& ticketNumber, const QString& windowName);
/// The same for a voice: letters and digits one by one, as a hall announces them.
QString spokenText(const QString& ticketNumber, const QString& windowName);

} // namespace core
