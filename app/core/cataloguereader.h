// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/catalogue.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

namespace core {

/// Turns catalogue JSON into values and gathers every fault on the way instead of stopping at the first.
class CatalogueReader
{
public:
    HallInfo readHall(const QJsonObject& json);
    LocalSettings readSettings(const QJsonObject& json);
    QList<ServiceItem> readItems(const QJsonValue& json);
    QList<Bundle> readBundles(const QJsonArray& json, const QList<ServiceItem>& items);

    void addFault(const QString& pointer, const QString& code, const QString& fact = {});
    [[nodiscard]] const QList<CatalogueFault>& faults() const { return m_faults; }

private:
    ServiceItem readItem(const QJsonObject& json, const QString& pointer);
    MaterialRequirement readMaterial(const QJsonObject& json, const QString& pointer);
    DeferralRule readDeferral(const QJsonObject& json, const QString& pointer);
    void readScenarios(ServiceItem& item, const QJsonArray& json, const QString& pointer);
    QString text(const QJsonObject& json, const QString& key, const QString& pointer);
    int days(const QJsonObject& json, const QString& key, const QString& pointer);
    template<class E, std::size_t N>
    E named(const QJsonObject& json, const QString& key, const QString& pointer, const std::array<std::pair<E, QStringView>, N>& names);

    QList<CatalogueFault> m_faults;
    QSet<QString> m_itemCodes;
    QSet<QString> m_words; ///< ten thousand items share most of theirs
};

} // namespace core
