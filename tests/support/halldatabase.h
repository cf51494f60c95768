// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

#include "app/backoffice/database.h"
#include "app/core/uuid7.h"

#include <QFile>
#include <QUrl>

/// Where a test's back office keeps its rows: a file in its folder, or a database of its own on the server that
/// YICHUANG_POSTGRESQL names.
namespace halldatabase {

using namespace Qt::StringLiterals;

inline QString server()
{
    return qEnvironmentVariable("YICHUANG_POSTGRESQL");
}

inline QString made(const QString& more)
{
    const QString name = u"hall_"_s + core::idText(core::newId()).remove(u'-');
    backoffice::Database(server()).run(u"CREATE DATABASE "_s + name + more);
    QUrl place(server());
    place.setPath(u'/' + name);
    return place.toString();
}

inline QString newPlace(const QString& folder)
{
    return server().isEmpty() ? folder + u"/b.sqlite"_s : made({});
}

/// Nobody may be connected to `whole`.
inline QString copyOf(const QString& whole, const QString& folder)
{
    if (!server().isEmpty())
        return made(u" TEMPLATE "_s + QUrl(whole).path().mid(1));
    backoffice::Database(whole).run(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    const QString place = newPlace(folder);
    return QFile::copy(whole, place) ? place : QString();
}

} // namespace halldatabase
