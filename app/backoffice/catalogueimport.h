// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/database.h"
#include "app/core/catalogue.h"
#include "app/core/textplace.h"

#include <QJsonObject>

namespace backoffice {

/// What an import says of one place of its file.
struct ImportRemark
{
    core::TextPlace place; ///< unset where there was no file
    core::CatalogueFault about;

    /// In words, for the person who wrote the file.
    [[nodiscard]] QString text() const;
};

struct ImportResult
{
    QList<ImportRemark> faults;   ///< any: nothing was changed
    QList<ImportRemark> warnings; ///< names that the reform forbids
    qsizetype items = 0;
    qsizetype changed = 0; ///< items that are new or not as before
    qsizetype removed = 0;
    QJsonObject catalogue; ///< as it now runs: pinyin added, items in the order of their codes
};

/// Checks a catalogue and makes it the running one; nothing changes when it has a fault.
core::Result<ImportResult> importCatalogue(const Database& database, const QJsonObject& json);

/// The same for a file, JSON or a table (see core::CatalogueTable). A table has items only: the hall and its settings stay as
/// they are, and `tableVersion` becomes the catalogue's version.
core::Result<ImportResult> importCatalogueFile(const Database& database, const QByteArray& file, const QString& tableVersion);

} // namespace backoffice
