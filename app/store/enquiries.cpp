// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/enquiries.h"

#include "app/store/audit.h"
#include "app/store/outbox.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

core::Result<void> commitEnquiry(Session& session, const core::Enquiry& enquiry, const QString& clerk, const core::Moment& now)
{
    const qint64 nowMs = now.time.toMSecsSinceEpoch();
    const QByteArray body = QJsonDocument(enquiry.toJson()).toJson(QJsonDocument::Compact);
    const auto added =
        session.change(u"INSERT INTO enquiry (id, item_code, guide_printed, at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING"_s,
                       {enquiry.id, enquiry.item.code, enquiry.guidePrinted ? 1 : 0, enquiry.at.toMSecsSinceEpoch()});
    if (!added || *added == 0)
        return added.map([](int) {});
    return enqueue(session, {enquiry.id, OutboxKind::Enquiry, u"enquiries/"_s + enquiry.id}, body, nowMs).and_then([&] {
        return addAudit(session, {now, clerk, u"enquiry.answered"_s, enquiry.id, u"item="_s + enquiry.item.code});
    });
}

} // namespace store
