// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/store/session.h"

namespace store {

/// Case numbers leased from the back office, so that a paper printed offline bears the final number.
struct NumberBlock
{
    QString id;
    QString prefix;
    int digits = 6;
    qint64 first = 0;
    qint64 last = -1;
};

core::Result<void> addNumberBlock(Session& session, const NumberBlock& block);
/// The next leased number, or `number.none-left`.
core::Result<QString> takeNumber(Session& session);
core::Result<qint64> numbersLeft(Session& session);

} // namespace store
