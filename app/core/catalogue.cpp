// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/catalogue.h"

#include "app/core/cataloguereader.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace core {

Result<Catalogue> Catalogue::fromJson(const QJsonObject& json)
{
    CatalogueReader reader;
    Catalogue catalogue;
    catalogue.m_version = json[u"version"_s].toString();
    catalogue.m_hall = reader.readHall(json[u"hall"_s].toObject());
    catalogue.m_settings = reader.readSettings(json[u"settings"_s].toObject());
    catalogue.m_items = reader.readItems(json[u"items"_s]);
    catalogue.m_bundles = reader.readBundles(json[u"bundles"_s].toArray(), catalogue.m_items);
    if (catalogue.m_version.isEmpty())
        reader.addFault(u"/version"_s, u"catalogue.missing"_s);
    if (!reader.faults().isEmpty()) {
        const CatalogueFault& first = reader.faults().constFirst();
        return fail(ErrorKind::BadAnswer, u"catalogue.faults"_s,
                    {QString::number(reader.faults().size()), first.pointer, first.code, first.fact});
    }
    for (qsizetype i = 0; i < catalogue.m_items.size(); ++i)
        catalogue.m_byCode.insert(catalogue.m_items[i].code, i);
    return catalogue;
}

QList<CatalogueFault> Catalogue::check(const QJsonObject& json)
{
    CatalogueReader reader;
    if (json[u"version"_s].toString().isEmpty())
        reader.addFault(u"/version"_s, u"catalogue.missing"_s);
    reader.readHall(json[u"hall"_s].toObject());
    reader.readSettings(json[u"settings"_s].toObject());
    reader.readBundles(json[u"bundles"_s].toArray(), reader.readItems(json[u"items"_s]));
    return reader.faults();
}

QList<CatalogueFault> Catalogue::warnings(const QJsonObject& json)
{
    QList<CatalogueFault> found;
    const QJsonArray items = json[u"items"_s].toArray();
    for (qsizetype i = 0; i < items.size(); ++i) {
        const QJsonArray materials = items[i][u"materials"_s].toArray();
        for (qsizetype k = 0; k < materials.size(); ++k) {
            const QString name = materials[k][u"name"_s].toString();
            for (const QStringView forbidden : {u"复印件", u"其他材料", u"其它材料", u"有关材料", u"相关材料"}) {
                if (name.contains(forbidden)) {
                    found.append({u"/items/%1/materials/%2/name"_s.arg(i).arg(k), u"catalogue.forbidden-name"_s, name});
                    break;
                }
            }
        }
    }
    return found;
}

const Bundle* Catalogue::bundle(const QString& code) const
{
    const auto found = std::find_if(m_bundles.begin(), m_bundles.end(), [&](const Bundle& one) { return one.code == code; });
    return found == m_bundles.end() ? nullptr : &*found;
}

const ServiceItem* Catalogue::item(const QString& code) const
{
    const auto found = m_byCode.constFind(code);
    return found == m_byCode.constEnd() ? nullptr : &m_items[*found];
}

} // namespace core
