// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/catalogue.h"

#include <QList>

#include <memory>

namespace core {

/// Finds items as a clerk types: Chinese, full pinyin, initials, code, or the right characters in the wrong order.
/// Immutable; safe to use from any thread. Keeps the catalogue alive.
class ItemIndex
{
public:
    explicit ItemIndex(std::shared_ptr<const Catalogue> catalogue);

    /// Best first: exact, then beginnings, then contained, then all characters present in any order.
    [[nodiscard]] QList<const ServiceItem*> find(const QString& query, qsizetype limit) const;

    [[nodiscard]] const Catalogue& catalogue() const { return *m_catalogue; }

    /// Bundles that the same words name, in the catalogue's order.
    [[nodiscard]] QList<const Bundle*> findBundles(const QString& query) const;

private:
    struct Entry
    {
        quint64 letters = 0; ///< which characters occur, folded to 64 bits: most entries are ruled out by it
        qsizetype begin = 0; ///< where its text lies in m_text
        qsizetype end = 0;
    };

    std::shared_ptr<const Catalogue> m_catalogue;
    QString m_text;
    QList<Entry> m_entries;
};

} // namespace core
