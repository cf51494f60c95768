// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/message.h"

namespace backoffice {

// Pages for an applicant's phone: plain HTML that runs nothing and is kept nowhere.

/// A file of resources/pages.
QByteArray pagePart(const QString& name);
/// A template of resources/pages, filled.
Answer webPage(int status, const QString& name, const QJsonObject& data);
/// `code`: where a way back leads; empty: none.
Answer webMessage(int status, const QString& title, const QString& words, const QString& code = {});
Answer unknownCode();

} // namespace backoffice
