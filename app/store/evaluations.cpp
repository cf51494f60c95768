// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/evaluations.h"

#include "app/store/audit.h"
#include "app/store/outbox.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace store {

core::Result<void> commitEvaluation(Session& session, const core::GivenEvaluation& given, const QString& clerk, const core::Moment& now)
{
    const QByteArray body = QJsonDocument(given.toJson()).toJson(QJsonDocument::Compact);
    return enqueue(session, {given.subject, OutboxKind::Evaluation, u"evaluations/"_s + given.subject}, body, now.time.toMSecsSinceEpoch())
        .and_then([&] { return addAudit(session, {now, clerk, u"evaluation.given"_s, given.subject, {}}); }); // how, is theirs to know
}

} // namespace store
