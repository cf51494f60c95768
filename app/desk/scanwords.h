// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/desk/advicetable.h"

namespace desk {

/// The causes that come from scanning, and from what is done with the pages. Those of a whole stack end in "-stack".
const QHash<QString, Words>& scanAdvice();

} // namespace desk
