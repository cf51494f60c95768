// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QJsonObject>
#include <QStringList>

namespace training {

/// What a printed paper says that the case at the back office does not bear out: the names of the fields that differ.
/// `caseJson` is what GET /cases/{id} answered; `queryUrl` the hall's query address.
QStringList paperMismatches(const QByteArray& pdf, const QString& paperKind, const QJsonObject& caseJson, const QString& queryUrl);

} // namespace training
