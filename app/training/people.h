// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "devices/idcard/card.h"

#include <QList>

namespace training {

/// A made-up person with a card.
struct Person
{
    devices::Card card;
    QString phone;
};

struct Organisation
{
    QString name;
    QString creditCode;
    QString legalRepresentative;
    QString phone;
};

/// Twenty people with cards of all four layouts, and some organisations. Nobody of them exists.
QList<Person> people();
QList<Organisation> organisations();

} // namespace training
