// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include <QByteArray>

// As the programs' mains do: pattern matching without its compiler, whose stacks are thread_local, which mingw destroys after
// their memory is gone. Not from outside, since Wine keeps variables of this name to itself.
[[maybe_unused]] static const bool WithoutRegexpJit = qputenv("QT_ENABLE_REGEXP_JIT", "0");
