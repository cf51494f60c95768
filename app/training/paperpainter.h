// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QString>

namespace training {

/// A page that looks like the paper it stands for: title, form lines, a seal where originals have one. JPEG, A4 at
/// 150 dpi; the same title, holder and page number always give the same bytes.
QByteArray paintPaper(const QString& title, const QString& holder, int pageNumber);

} // namespace training
