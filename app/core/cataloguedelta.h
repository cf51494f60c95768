// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QString>

#include <optional>

namespace core {

/// The catalogue that a delta (`since`, changed `items`, `removed` codes, the whole head) makes of the one before it. Nothing
/// where the outcome is not the one whose content hash is `etag`: then the whole has to be fetched.
std::optional<QJsonObject> withDelta(const QJsonObject& before, const QJsonObject& delta, const QString& etag);

} // namespace core
