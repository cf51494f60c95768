// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/catalogueimport.h"

#include "app/backoffice/document.h"
#include "app/backoffice/guidekeeping.h"
#include "app/backoffice/pinyin.h"
#include "app/core/canonicaljson.h"
#include "app/core/cataloguetable.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

const QHash<QString, QString>& words()
{
    static const QHash<QString, QString> table{
        {u"catalogue.missing"_s, u"is missing or empty"_s},
        {u"catalogue.number"_s, u"must be a whole number from 0 to 1000, not \"%1\""_s},
        {u"catalogue.value"_s, u"does not know \"%1\""_s},
        {u"catalogue.duplicate"_s, u"\"%1\" is there already"_s},
        {u"catalogue.code-length"_s, u"has more than 64 characters"_s},
        {u"catalogue.promised-beyond-statutory"_s, u"is longer than the statutory limit"_s},
        {u"catalogue.instant-deferral"_s, u"an item decided on the spot cannot be deferred"_s},
        {u"catalogue.key-deferrable"_s, u"\"%1\" is a key material and can never be deferred"_s},
        {u"catalogue.unknown-item"_s, u"\"%1\" is no item of this catalogue"_s},
        {u"catalogue.unknown-scenario"_s, u"\"%1\" is no scenario of that item"_s},
        {u"catalogue.unknown-material"_s, u"\"%1\" is no material of this item"_s},
        {u"catalogue.list"_s, u"must be a list"_s},
        {u"catalogue.unknown-question"_s, u"\"%1\" is no question of this item"_s},
        {u"catalogue.answer-leads"_s, u"an answer leads either to a scenario or to a next question"_s},
        {u"catalogue.question-loop"_s, u"the answers to \"%1\" lead back to it"_s},
        {u"catalogue.too-many-answers"_s, u"has more than 9 answers, one for each digit"_s},
        {u"catalogue.forbidden-name"_s, u"\"%1\" says nothing of what is wanted; the reform forbids such a name"_s},
        {u"catalogue.syntax"_s, u"this is not JSON: %1"_s},
        {u"catalogue.no-object"_s, u"the file must hold one JSON object"_s},
        {u"table.encoding"_s, u"this line is not UTF-8; save the table as \"CSV UTF-8\""_s},
        {u"table.quote"_s, u"a quotation that begins here never ends"_s},
        {u"table.unknown-column"_s, u"there is no column \"%1\""_s},
        {u"table.column-twice"_s, u"the column \"%1\" is there twice"_s},
        {u"table.no-column"_s, u"the column \"%1\" is missing"_s},
        {u"table.too-many-cells"_s, u"this row has more cells than the first"_s},
        {u"table.no-item"_s, u"this row belongs to no item"_s},
        {u"table.differs"_s, u"\"%1\" is not what the item's first row says"_s},
        {u"table.flag"_s, u"must be yes or no, not \"%1\""_s},
        {u"table.unknown-scenario"_s, u"\"%1\" is no scenario of this item"_s},
        {u"table.no-hall"_s, u"a table has no hall in it; import a JSON catalogue first"_s},
    };
    return table;
}

QString codeOf(const QJsonValue& item)
{
    return item[u"code"_s].toString();
}

QJsonObject withPinyin(QJsonObject named)
{
    if (named[u"pinyin"_s].toArray().isEmpty()) {
        named[u"pinyin"_s] = QJsonArray::fromStringList(pinyinReadings(named[u"name"_s].toString()));
        named[u"initials"_s] = QJsonArray::fromStringList(pinyinInitials(named[u"name"_s].toString()));
    }
    return named;
}

QJsonArray inOrderWithPinyin(const QJsonArray& items)
{
    QList<QJsonValue> sorted(items.begin(), items.end());
    std::sort(sorted.begin(), sorted.end(), [](const QJsonValue& a, const QJsonValue& b) { return codeOf(a) < codeOf(b); });
    QJsonArray result;
    for (const QJsonValue& value : std::as_const(sorted)) {
        result.append(withPinyin(value.toObject()));
    }
    return result;
}

qint64 newVersion(const Database& database, const QString& etag)
{
    Rows highest = database.run(u"SELECT coalesce(max(seq), 0) FROM catalogue_version"_s);
    highest.next();
    const qint64 seq = highest.value(0).toLongLong() + 1;
    highest.finish();
    database.run(u"INSERT INTO catalogue_version (etag, seq) VALUES (?, ?) ON CONFLICT (etag) DO UPDATE SET seq = excluded.seq"_s,
                 {etag, seq});
    return seq;
}

/// Notes which items are not what they were, so that windows are told of those only.
void noteChanges(const Database& database, qint64 seq, ImportResult& result)
{
    QHash<QString, QString> before;
    Rows rows = database.run(u"SELECT code, hash FROM catalogue_item WHERE removed = 0"_s);
    while (rows.next())
        before.insert(rows.value(0).toString(), rows.value(1).toString());
    rows.finish();
    const QJsonArray items = result.catalogue[u"items"_s].toArray();
    for (const QJsonValue& item : items) {
        const QString hash = core::contentHash(item);
        if (before.take(codeOf(item)) == hash)
            continue;
        ++result.changed;
        database.run(u"INSERT INTO catalogue_item (code, hash, body, changed_in) VALUES (?, ?, ?, ?) ON CONFLICT (code) DO UPDATE SET "
                     "hash = excluded.hash, body = excluded.body, changed_in = excluded.changed_in, removed = 0"_s,
                     {codeOf(item), hash, QString::fromUtf8(QJsonDocument(item.toObject()).toJson(QJsonDocument::Compact)), seq});
    }
    result.removed = before.size();
    for (auto gone = before.cbegin(); gone != before.cend(); ++gone)
        database.run(u"UPDATE catalogue_item SET removed = 1, changed_in = ? WHERE code = ?"_s, {seq, gone.key()});
}

core::Result<ImportResult> adopt(const Database& database, ImportResult result)
{
    const QString etag = core::contentHash(result.catalogue);
    QJsonObject head = result.catalogue;
    head.remove(u"items"_s);
    try {
        database.inTransaction(u"catalogue"_s, [&] {
            const bool same = database
                                  .run(u"SELECT 1 FROM document d JOIN catalogue_version v ON v.etag = d.etag WHERE d.name = 'catalogue' "
                                       "AND d.etag = ?"_s,
                                       {etag})
                                  .next();
            if (same)
                return;
            setDocument(database, u"catalogue"_s, result.catalogue);
            setDocument(database, u"settings"_s, result.catalogue[u"settings"_s].toObject()); // asked at every call, and small
            setDocument(database, u"catalogue-head"_s, head);
            noteChanges(database, newVersion(database, etag), result);
        });
        return result;
    } catch (const DatabaseFault& fault) {
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {QString::fromStdString(fault.what())});
    }
}

ImportResult refused(const core::TextPlace& place, const QString& code, const QString& fact = {})
{
    ImportResult result;
    result.faults.append({place, {{}, code, fact}});
    return result;
}

/// Checks; what is wrong has the places that `placesOf` finds for its pointers.
template<class PlacesOf>
core::Result<ImportResult> checkAndAdopt(const Database& database, const QJsonObject& json, const PlacesOf& placesOf)
{
    const QList<core::CatalogueFault> faults = core::Catalogue::check(json);
    const QList<core::CatalogueFault> warnings = core::Catalogue::warnings(json);
    QSet<QString> pointers;
    for (const auto& list : {faults, warnings}) {
        for (const core::CatalogueFault& fault : list)
            pointers.insert(fault.pointer);
    }
    const QHash<QString, core::TextPlace> places = placesOf(pointers);
    ImportResult result;
    for (const core::CatalogueFault& fault : faults)
        result.faults.append({places.value(fault.pointer), fault});
    for (const core::CatalogueFault& fault : warnings)
        result.warnings.append({places.value(fault.pointer), fault});
    result.catalogue = json;
    result.items = json[u"items"_s].toArray().size();
    if (!result.faults.isEmpty())
        return result;
    result.catalogue[u"items"_s] = inOrderWithPinyin(json[u"items"_s].toArray());
    if (json.contains(u"bundles"_s)) {
        QJsonArray bundles;
        const QJsonArray plain = json[u"bundles"_s].toArray();
        for (const QJsonValue& bundle : plain)
            bundles.append(withPinyin(bundle.toObject()));
        result.catalogue[u"bundles"_s] = bundles;
    }
    return adopt(database, std::move(result));
}

/// A table has no bundles: those of the running catalogue stay as far as their items do.
QJsonArray bundlesOf(const QJsonArray& running, const QJsonArray& items)
{
    QHash<QString, QSet<QString>> scenarios;
    for (const QJsonValue& item : items) {
        const QJsonArray list = item[u"scenarios"_s].toArray();
        for (const QJsonValue& scenario : list)
            scenarios[codeOf(item)].insert(codeOf(scenario));
    }
    QJsonArray kept;
    for (const QJsonValue& bundle : running) {
        const QJsonArray steps = bundle[u"items"_s].toArray();
        const bool whole = std::all_of(steps.begin(), steps.end(), [&](const QJsonValue& step) {
            return scenarios.value(step[u"item"_s].toString()).contains(step[u"scenario"_s].toString());
        });
        if (whole)
            kept.append(bundle);
    }
    return kept;
}

core::Result<ImportResult> importTable(const Database& database, const QByteArray& file, const QString& version)
{
    core::CatalogueTable table = core::CatalogueTable::read(file);
    ImportResult result;
    for (const core::CatalogueFault& fault : std::as_const(table.faults))
        result.faults.append({table.places.value(fault.pointer), {{}, fault.code, fault.fact}});
    if (!result.faults.isEmpty())
        return result;
    QJsonObject json;
    try {
        json = documentNamed(database, u"catalogue"_s);
    } catch (const DatabaseFault& fault) {
        return core::fail(core::ErrorKind::Storage, u"store.failed"_s, {QString::fromStdString(fault.what())});
    }
    if (json.isEmpty())
        return refused({1, 1}, u"table.no-hall"_s);
    json[u"version"_s] = version;
    json[u"items"_s] = withGuides(table.items, json[u"items"_s].toArray());
    json[u"bundles"_s] = bundlesOf(json[u"bundles"_s].toArray(), table.items);
    return checkAndAdopt(database, json, [&](const QSet<QString>& pointers) {
        QHash<QString, core::TextPlace> places;
        for (const QString& pointer : pointers) {
            QString there = pointer; // a fault inside of a cell is the cell's
            while (!there.isEmpty() && !table.places.contains(there))
                there.truncate(there.lastIndexOf(u'/'));
            places.insert(pointer, table.places.value(there, {1, 1}));
        }
        return places;
    });
}

core::Result<ImportResult> importJson(const Database& database, const QByteArray& file)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(file, &error);
    if (error.error != QJsonParseError::NoError)
        return refused(core::placeAt(file, error.offset), u"catalogue.syntax"_s, error.errorString());
    if (!document.isObject())
        return refused({1, 1}, u"catalogue.no-object"_s);
    return checkAndAdopt(database, document.object(), [&](const QSet<QString>& pointers) { return core::placesIn(file, pointers); });
}

} // namespace

QString ImportRemark::text() const
{
    const QString said = words().value(about.code, about.code);
    const QString text = said.contains(u"%1") ? said.arg(about.fact) : said;
    return about.pointer.isEmpty() ? text : about.pointer + u' ' + text;
}

core::Result<ImportResult> importCatalogue(const Database& database, const QJsonObject& json)
{
    return checkAndAdopt(database, json, [](const QSet<QString>&) { return QHash<QString, core::TextPlace>(); });
}

core::Result<ImportResult> importCatalogueFile(const Database& database, const QByteArray& file, const QString& tableVersion)
{
    const QByteArray start = file.trimmed().first(std::min<qsizetype>(1, file.trimmed().size()));
    return start == "{" || start == "[" ? importJson(database, file) : importTable(database, file, tableVersion);
}

} // namespace backoffice
