// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include <QByteArray>
#include <QDate>
#include <QImage>
#include <QString>

namespace devices {

enum class CardLayout { Resident, Foreigner2017, Foreigner2023, ResidencePermit };
enum class CardSex { Unknown, Male, Female };

/// What a card says. Personal data: never logged, wiped when no longer needed.
struct Card
{
    CardLayout layout = CardLayout::Resident;
    QString name; ///< Chinese name; the English one where there is no Chinese
    QString englishName;
    CardSex sex = CardSex::Unknown;
    QString ethnicCode; ///< GB/T 3304, residents only
    QDate birth;
    QString address;
    QString number;
    QString issuer;
    QString nationality;  ///< ISO 3166 code, foreigners only
    QString permitNumber; ///< Hong Kong, Macao and Taiwan residents
    QDate validFrom;
    QDate validTo;         ///< invalid with `longTerm`
    bool longTerm = false; ///< 长期
    QByteArray photo;      ///< 1024 bytes WLT as read; gone once the portrait was made
    QImage portrait;       ///< null without a decoder
    QString extraAddress;

    friend bool operator==(const Card&, const Card&) = default;
};

} // namespace devices
