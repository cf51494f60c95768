// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/error.h"

#include <QDate>

namespace core {

enum class CertificateType {
    CitizenId,
    ResidencePermit,    ///< of Hong Kong, Macao and Taiwan residents; numbered like a citizen
    PermanentResidence, ///< of foreigners; 15 characters (2017) or 18 starting with 9 (2023)
    Passport,
    Military,
    CreditCode, ///< of an organisation
    Other,
};

/// Which paper proves an identity, and its number. Personal data.
struct Certificate
{
    CertificateType type = CertificateType::CitizenId;
    QString number;

    friend bool operator==(const Certificate&, const Certificate&) = default;
};

/// The number as it is stored (trimmed, upper case), or why it cannot be one of its type.
Result<Certificate> checkedCertificate(const Certificate& certificate, const QDate& today);

/// Wire names: citizen-id, residence-permit, permanent-residence, passport, military, credit-code, other.
/// A number of this type proves itself by its check digit or form; any text is one of the others.
bool isChecked(CertificateType type);

QString toWire(CertificateType type);
Result<CertificateType> certificateTypeFromWire(const QString& wire);
QList<CertificateType> allCertificateTypes();

} // namespace core
