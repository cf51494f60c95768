// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDate>

namespace core {

enum class Sex { Unknown, Male, Female };

/// A citizen number (GB 11643): 18 characters, stored with a capital X.
class CitizenId
{
public:
    /// Fails with `citizen-id.length`, `.characters`, `.birth-date`, `.future` or `.check-digit`.
    static Result<CitizenId> parse(const QString& text, const QDate& today);

    [[nodiscard]] QString text() const { return m_text; }
    [[nodiscard]] QDate birthDate() const;
    [[nodiscard]] Sex sex() const;
    /// Completed years on `today`.
    [[nodiscard]] int age(const QDate& today) const;
    /// True beyond 120 years: worth a second look, never a reason to reject.
    [[nodiscard]] bool isAgeImplausible(const QDate& today) const { return age(today) > 120; }

private:
    explicit CitizenId(QString text) : m_text(std::move(text)) {}
    QString m_text;
};

/// The check character for the first 17 digits; a null character when they are not 17 digits.
QChar citizenIdCheckCharacter(QStringView first17);

} // namespace core
