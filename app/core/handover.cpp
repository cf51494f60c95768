// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/handover.h"

#include "app/core/actbuilder.h"
#include "app/core/stacksorter.h"

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

IntakeDraft joined(const IntakeDraft& here, const IntakeDraft& other)
{
    if (other.base && !here.base)
        return joined(other, here); // it is a case by now
    IntakeDraft result = other.base ? renewed(here, *other.base) : here;
    QList<PageRef> known = capturedOf(result);
    for (const EditedPage& edited : std::as_const(result.edited)) // there in another form
        known.append(edited.original);
    for (auto it = other.edited.cbegin(); it != other.edited.cend(); ++it) {
        if (!result.edited.contains(it.key()))
            result.edited.insert(it.key(), *it);
    }
    for (auto it = other.materials.cbegin(); it != other.materials.cend(); ++it) {
        if (it->status == MaterialStatus::Missing && it->pages.isEmpty())
            continue;
        const DraftMaterial held = result.materials.value(it.key());
        if (held.status == MaterialStatus::Missing && held.pages.isEmpty()) {
            DraftMaterial theirs = *it;
            theirs.pages.removeIf([&](const PageRef& page) { return known.contains(page); }); // sorted elsewhere here
            if (!theirs.pages.isEmpty() || it->pages.isEmpty())
                result.materials[it.key()] = theirs;
            continue;
        }
        for (const PageRef& page : it->pages) {
            if (known.contains(page))
                continue;
            DraftMaterial& place = result.materials[held.source.isEmpty() ? it.key() : UnsortedMaterial];
            place.pages.append(page);
            place.verified.reset(); // nobody has looked at it beside the others
        }
    }
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
