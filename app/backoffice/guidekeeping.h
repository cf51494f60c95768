// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonArray>

namespace backoffice {

/// Items of a table, which has no guides, with those that the running catalogue has for them: all they say, where forms of the same
/// materials are to be had, and questions as far as every scenario they lead to is still there.
QJsonArray withGuides(const QJsonArray& items, const QJsonArray& running);

} // namespace backoffice
