// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QHash>
#include <QString>

namespace desk {

/// What happened and what to do, in English, to be translated in the context "desk".
struct Words
{
    const char* what;
    const char* next;
};

/// Every cause that can reach a clerk. %1, %2, %3 are the facts.
const QHash<QString, Words>& adviceTable();

} // namespace desk
