// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/guidekeeping.h"

#include <QHash>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

QHash<QString, QJsonObject> byCode(const QJsonArray& list)
{
    QHash<QString, QJsonObject> entries;
    for (const QJsonValue& entry : list)
        entries.insert(entry[u"code"_s].toString(), entry.toObject());
    return entries;
}

void keep(QJsonObject& entry, const QJsonObject& before, const QStringList& fields)
{
    for (const QString& field : fields) {
        if (before.contains(field) && !entry.contains(field))
            entry[field] = before[field];
    }
}

bool leadsToKnown(const QJsonArray& questions, const QHash<QString, QJsonObject>& scenarios)
{
    return std::all_of(questions.begin(), questions.end(), [&](const QJsonValue& question) {
        const QJsonArray answers = question[u"answers"_s].toArray();
        return std::all_of(answers.begin(), answers.end(), [&](const QJsonValue& answer) {
            return answer[u"scenario"_s].isUndefined() || scenarios.contains(answer[u"scenario"_s].toString());
        });
    });
}

} // namespace

QJsonArray withGuides(const QJsonArray& items, const QJsonArray& running)
{
    const QHash<QString, QJsonObject> before = byCode(running);
    QJsonArray kept;
    for (const QJsonValue& value : items) {
        QJsonObject item = value.toObject();
        const QJsonObject old = before.value(item[u"code"_s].toString());
        keep(item, old, {u"conditions"_s, u"legalBasis"_s, u"flow"_s, u"faq"_s, u"grantable"_s});
        if (leadsToKnown(old[u"questions"_s].toArray(), byCode(item[u"scenarios"_s].toArray())))
            keep(item, old, {u"questions"_s});
        const QHash<QString, QJsonObject> forms = byCode(old[u"materials"_s].toArray());
        QJsonArray materials;
        const QJsonArray plain = item[u"materials"_s].toArray();
        for (const QJsonValue& entry : plain) {
            QJsonObject material = entry.toObject();
            keep(material, forms.value(material[u"code"_s].toString()), {u"sample"_s, u"blankForm"_s});
            materials.append(material);
        }
        item[u"materials"_s] = materials;
        kept.append(item);
    }
    return kept;
}

} // namespace backoffice
