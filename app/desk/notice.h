// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QFuture>
#include <QString>

namespace desk {

/// The NOTICE that came with this program: every component in it and its licence. Empty where it was built from source and
/// none was made. Read on a pool thread.
QFuture<QString> readNotice();

} // namespace desk
