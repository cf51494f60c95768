// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/core/catalogue.h"
#include "app/core/textplace.h"

#include <QJsonArray>

namespace core {

/// A catalogue's items out of a table (CSV), one row a material. The cells of an item stand in its first row; the rows that
/// follow may repeat or leave them empty. README names the columns.
struct CatalogueTable
{
    QJsonArray items;                 ///< as in the JSON form
    QHash<QString, TextPlace> places; ///< of every cell, by its JSON pointer
    QList<CatalogueFault> faults;     ///< what is wrong with the table itself, by a pointer that `places` knows

    static CatalogueTable read(const QByteArray& csv);
};

} // namespace core
