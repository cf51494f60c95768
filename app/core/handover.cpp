// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/handover.h"

using namespace Qt::StringLiterals;

namespace core {

Result<Handover> Handover::fromJson(const QJsonObject& json)
{
    Handover handover{json[u"caseId"_s].toString(),   json[u"fromWindow"_s].toString(),
                      json[u"clerk"_s].toString(),    json[u"reason"_s].toString(),
                      json[u"itemName"_s].toString(), QDateTime::fromString(json[u"since"_s].toString(), Qt::ISODate)};
    if (handover.caseId.isEmpty())
        return fail(ErrorKind::BadAnswer, u"case.field"_s, {u"/caseId"_s});
    if (!handover.since.isValid())
        return fail(ErrorKind::BadAnswer, u"case.field"_s, {u"/since"_s});
    const QJsonObject draft = json[u"draft"_s].toObject();
    if (!draft.isEmpty()) {
        handover.draft = IntakeDraft::fromJson(draft);
        if (handover.draft->caseId != handover.caseId)
            return fail(ErrorKind::BadAnswer, u"case.field"_s, {u"/draft/caseId"_s});
    }
    return handover;
}

IntakeDraft travelling(const IntakeDraft& draft)
{
    IntakeDraft result = draft;
    result.edited.clear();
    result.ticketId.clear(); // the ticket is the queue's to transfer
    return result;
}

QList<PageRef> capturedOf(const IntakeDraft& draft)
{
    QList<PageRef> captured;
    const auto add = [&captured](const PageRef& page) {
        if (!captured.contains(page))
            captured.append(page);
    };
    for (const DraftMaterial& material : draft.materials)
        std::for_each(material.pages.begin(), material.pages.end(), add);
    if (draft.signature)
        add(draft.signature->image);
    return captured;
}

} // namespace core
