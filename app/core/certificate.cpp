// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/certificate.h"

#include "app/core/citizenid.h"
#include "app/core/creditcode.h"
#include "app/core/wire.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace core {

namespace {
constexpr WireNames<CertificateType, 7> CertificateNames{{
    {CertificateType::CitizenId, u"citizen-id"},
    {CertificateType::ResidencePermit, u"residence-permit"},
    {CertificateType::PermanentResidence, u"permanent-residence"},
    {CertificateType::Passport, u"passport"},
    {CertificateType::Military, u"military"},
    {CertificateType::CreditCode, u"credit-code"},
    {CertificateType::Other, u"other"},
}};

Result<QString> checkedNumber(CertificateType type, const QString& number, const QDate& today)
{
    const auto text = [](const auto& parsed) { return parsed.text(); };
    switch (type) {
    case CertificateType::CitizenId:
    case CertificateType::ResidencePermit: return CitizenId::parse(number, today).map(text);
    case CertificateType::CreditCode: return CreditCode::parse(number).map(text);
    case CertificateType::PermanentResidence: {
        const QString upper = number.trimmed().toUpper();
        if (upper.size() == 18 && upper.startsWith(u'9'))
            return CitizenId::parse(upper, today).map(text);
        static const QRegularExpression of2017(u"^[A-Z]{3}[0-9]{12}$"_s);
        if (of2017.match(upper).hasMatch())
            return upper;
        return fail(ErrorKind::InvalidInput, u"certificate.permanent-residence"_s);
    }
    case CertificateType::Passport:
    case CertificateType::Military:
    case CertificateType::Other: break;
    }
    const QString upper = number.trimmed().toUpper(); // one person, however it is typed
    if (upper.isEmpty() || upper.toUcs4().size() > 40)
        return fail(ErrorKind::InvalidInput, u"certificate.number"_s);
    return upper;
}
} // namespace

Result<Certificate> checkedCertificate(const Certificate& certificate, const QDate& today)
{
    return checkedNumber(certificate.type, certificate.number, today).map([&](const QString& number) {
        return Certificate{certificate.type, number};
    });
}

bool isChecked(CertificateType type)
{
    return type != CertificateType::Passport && type != CertificateType::Military && type != CertificateType::Other;
}

QString toWire(CertificateType type)
{
    return wireName(CertificateNames, type);
}

Result<CertificateType> certificateTypeFromWire(const QString& wire)
{
    return fromWireName(CertificateNames, wire, u"certificate.type"_s);
}

QList<CertificateType> allCertificateTypes()
{
    QList<CertificateType> types;
    for (const auto& [type, name] : CertificateNames)
        types.append(type);
    return types;
}

} // namespace core
