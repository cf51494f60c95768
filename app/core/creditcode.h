// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

namespace core {

/// A unified social credit code (GB 32100): 18 characters of 0-9 A-Z without I O S V Z.
class CreditCode
{
public:
    /// Fails with `credit-code.length`, `.characters` or `.check-digit`.
    static Result<CreditCode> parse(const QString& text);

    [[nodiscard]] QString text() const { return m_text; }

private:
    explicit CreditCode(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// The check character for the first 17 characters; a null character when they are not of the alphabet.
QChar creditCodeCheckCharacter(QStringView first17);

} // namespace core
