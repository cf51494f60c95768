// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"

#include "app/core/caserecord.h"
#include "app/core/certificate.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr int MostCases = 200;

/// Materials of these cases that came with pages, the newest of a name.
void addHeld(const core::CaseRecord& record, QJsonArray& held, QSet<QString>& names)
{
    for (const core::MaterialRecord& material : record.materials) {
        if (material.status != core::MaterialStatus::Present || material.pages.isEmpty() || names.contains(material.name))
            continue;
        names.insert(material.name);
        const QDateTime captured = material.arrivedAt.isValid() ? material.arrivedAt : record.receivedAt;
        held.append(QJsonObject{{u"name"_s, material.name},
                                {u"caseNumber"_s, record.number},
                                {u"capturedAt"_s, core::isoTime(captured)},
                                {u"pages"_s, core::pagesToJson(material.pages)}});
    }
}

QJsonArray licencesOf(const Context& context, const QString& holder)
{
    QJsonArray licences;
    Rows rows = context.database.run(
        u"SELECT kind, name, number, issued_on, valid_until, pages FROM e_licence WHERE hall = ? AND holder = ? ORDER BY issued_on DESC"_s,
        {context.caller.hall, holder});
    while (rows.next()) {
        QJsonObject licence{{u"kind"_s, rows.value(0).toString()},
                            {u"name"_s, rows.value(1).toString()},
                            {u"number"_s, rows.value(2).toString()},
                            {u"issuedOn"_s, rows.value(3).toString()},
                            {u"pages"_s, QJsonDocument::fromJson(rows.value(5).toString().toUtf8()).array()}};
        if (!rows.value(4).toString().isEmpty())
            licence[u"validUntil"_s] = rows.value(4).toString();
        licences.append(licence);
    }
    return licences;
}

} // namespace

QString holderKey(const core::Certificate& certificate)
{
    return core::toWire(certificate.type) + u':' + certificate.number.toUpper();
}

/// By POST: a certificate number stands in no address and no log.
Answer searchHolder(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const QJsonObject body = request.json();
    const auto type = core::certificateTypeFromWire(body[u"certificateType"_s].toString());
    const QString number = body[u"certificateNumber"_s].toString();
    if (!type || number.isEmpty())
        return problem(422, u"invalid-body"_s, {type ? u"/certificateNumber"_s : u"/certificateType"_s});
    const QString holder = holderKey({*type, number});
    QJsonArray open;
    QJsonArray held;
    QSet<QString> names;
    Rows rows = context.database.run(u"SELECT body FROM case_record WHERE hall = ? AND holder = ? ORDER BY received_at DESC LIMIT ?"_s,
                                     {context.caller.hall, holder, MostCases});
    while (rows.next()) {
        const auto record = core::CaseRecord::fromJson(QJsonDocument::fromJson(rows.value(0).toString().toUtf8()).object());
        if (!record)
            continue;
        if (core::isLive(record->state))
            open.append(QJsonObject{{u"id"_s, record->id},
                                    {u"number"_s, record->number},
                                    {u"item"_s, core::namedToJson(record->item)},
                                    {u"state"_s, core::toWire(record->state)},
                                    {u"receivedAt"_s, core::isoTime(record->receivedAt)}});
        if (record->state != core::CaseState::Voided) // whose papers may be somebody else's
            addHeld(*record, held, names);
    }
    rows.finish();
    const bool barred =
        context.database.run(u"SELECT 1 FROM credit_bar WHERE hall = ? AND holder = ?"_s, {context.caller.hall, holder}).next();
    return Answer::json(200, {{u"openCases"_s, open},
                              {u"held"_s, held},
                              {u"prefilings"_s, prefilingsOf(context, holder)},
                              {u"licences"_s, licencesOf(context, holder)},
                              {u"credit"_s, QJsonObject{{u"barred"_s, barred}}}});
}

} // namespace backoffice
