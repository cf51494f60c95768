// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/core/canonicaljson.h"
#include "app/core/enquiry.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

// Visits that ended with an answer and no application.

namespace {

struct Answerer
{
    QString window;
    QString clerk;
};

/// Who answered it and where; somebody else may be signed in by now.
Answerer answererOf(const core::Enquiry& enquiry, const Context& context)
{
    Rows known = context.database.run(u"SELECT 1 FROM account a JOIN service_window w ON w.hall = a.hall WHERE a.number = ? AND w.code = ? "
                                      "AND a.hall = ? AND a.role IN ('clerk', 'supervisor')"_s,
                                      {enquiry.clerk, enquiry.window, context.caller.hall});
    return known.next() ? Answerer{enquiry.window, enquiry.clerk} : Answerer{context.caller.window, context.caller.number};
}

} // namespace

Answer putEnquiry(const Request& request, const Context& context)
{
    if (!context.caller.serves())
        return problem(403, u"forbidden"_s);
    const auto enquiry = core::Enquiry::fromJson(request.json());
    if (!enquiry)
        return problem(422, u"invalid-body"_s, {enquiry.error().facts.value(0)});
    if (enquiry->id != request.captures.value(0))
        return problem(422, u"invalid-body"_s, {u"/id"_s});
    const QJsonObject body = enquiry->toJson();
    const QString hash = core::contentHash(body);
    Rows held = context.database.run(u"SELECT hash, hall FROM enquiry WHERE id = ?"_s, {enquiry->id});
    if (held.next()) {
        const bool same = held.value(0).toString() == hash && held.value(1).toString() == context.caller.hall;
        return same ? Answer::json(200, body) : problem(409, u"id-taken"_s);
    }
    held.finish();
    const Answerer answerer = answererOf(*enquiry, context);
    context.database.run(u"INSERT INTO enquiry (id, hall, service_window, clerk, item_code, guide_printed, at, hash, body) "
                         "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {enquiry->id, context.caller.hall, answerer.window, answerer.clerk, enquiry->item.code,
                          enquiry->guidePrinted ? 1 : 0, enquiry->at.toMSecsSinceEpoch(), hash,
                          QString::fromUtf8(QJsonDocument(body).toJson(QJsonDocument::Compact))});
    context.audit(u"enquiry.answered"_s, enquiry->id);
    return Answer::json(201, body);
}

} // namespace backoffice
