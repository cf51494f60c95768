// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/database.h"

#include <QJsonObject>

namespace backoffice {

/// Makes a JSON document the running one of its name (catalogue, calendar-2026 …). Within a transaction.
void setDocument(const Database& database, const QString& name, const QJsonObject& json);
QJsonObject documentNamed(const Database& database, const QString& name);

} // namespace backoffice
