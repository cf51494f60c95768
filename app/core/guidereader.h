// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/cataloguereader.h"

namespace core {

/// Reads what an item says to applicants (办事指南): conditions, law, steps, answers to what is often asked, questions that lead to a
/// scenario, and where forms are to be had. All of it is optional; faults go to the reader.
class GuideReader
{
public:
    explicit GuideReader(CatalogueReader& reader) : m_reader(reader) {}

    /// The item's scenarios and materials are read already.
    void read(ServiceItem& item, const QJsonObject& json, const QString& pointer);

private:
    QStringList list(const QJsonObject& json, const QString& key, const QString& pointer);
    QJsonArray array(const QJsonObject& json, const QString& key, const QString& pointer);
    QString text(const QJsonObject& json, const QString& key, const QString& pointer, bool needed = true);
    ScenarioQuestion readQuestion(const QJsonObject& json, const QString& pointer, const ServiceItem& item);
    void checkWays(const QList<ScenarioQuestion>& questions, const QString& pointer);

    CatalogueReader& m_reader;
};

} // namespace core
