// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// The one function of Abseil that is not in a header.

#include <cstdlib>

namespace absl::optional_internal {
[[noreturn]] void throw_bad_optional_access()
{
    std::abort();
}
} // namespace absl::optional_internal
