// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

class QJsonObject;

namespace core {

/// Fills a template in the subset of Mustache that papers and pages need: {{field}} (escaped for HTML), {{#list}}…{{/list}} for
/// every entry, {{#flag}}…{{/flag}} when set, {{^flag}}…{{/flag}} when not. A field inside a list falls back to the
/// outer one. Fails with `paper.template` (what is wrong) on an unknown field or an unclosed section.
Result<QString> fillTemplate(const QString& text, const QJsonObject& data);

} // namespace core
