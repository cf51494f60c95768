// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/card.h"

#include <tl/expected.hpp>

namespace devices {

enum class CardTextFault { Length, NoNumber };

/// A card from its 256-byte text block (UTF-16LE, GA/T 490), in any of the four layouts. Unpaired surrogates and control
/// characters become U+FFFD; rare and private-use characters are kept.
tl::expected<Card, CardTextFault> parseCardText(const QByteArray& block);
/// Up to four times 70 bytes.
QString parseExtraAddress(const QByteArray& bytes);
/// The name of an ethnic group by its GB/T 3304 code; the code itself when unknown.
QString ethnicName(const QString& code);

} // namespace devices
