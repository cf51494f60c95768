// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/document.h"
#include "app/backoffice/evaluations.h"
#include "app/backoffice/handlers.h"
#include "app/backoffice/ticketpage.h"
#include "app/backoffice/webpage.h"
#include "app/core/caserecord.h"
#include "app/core/evaluation.h"
#include "app/core/halltime.h"
#include "app/core/progress.h"
#include "app/core/wording.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace backoffice {

// What the QR of a paper opens on an applicant's phone. Its code is the only key to it; nothing of the person stands on it.

namespace {

constexpr qint64 ShownAfterEndMs = 180LL * 24 * 3600 * 1000;

QString codeOf(const Request& request)
{
    return request.captures.value(0).toUpper();
}

/// A case that ended long ago is not shown to whoever finds its slip.
bool isShown(const Context& context, const core::CaseRecord& record)
{
    if (!core::progressOf(record).ended)
        return true;
    Rows row = context.database.run(u"SELECT coalesce(max(at), 0) FROM case_act WHERE case_id = ?"_s, {record.id});
    const qint64 last = row.next() ? std::max(row.value(0).toLongLong(), record.receivedAt.toMSecsSinceEpoch()) : 0;
    return context.nowMs - last <= ShownAfterEndMs;
}

std::optional<core::CaseRecord> caseBehind(const Context& context, const QString& code)
{
    Rows row = context.database.run(u"SELECT body FROM case_record WHERE query_code = ?"_s, {code});
    if (code.isEmpty() || !row.next())
        return std::nullopt;
    const auto record = core::CaseRecord::fromJson(QJsonDocument::fromJson(row.value(0).toString().toUtf8()).object());
    return record && isShown(context, *record) ? std::optional(*record) : std::nullopt;
}

QJsonObject pageData(const Context& context, const core::CaseRecord& record)
{
    const core::Progress progress = core::progressOf(record);
    const QJsonObject hall = documentNamed(context.database, u"catalogue-head"_s)[u"hall"_s].toObject();
    QJsonArray owed;
    for (const core::Progress::Owed& one : progress.owed)
        owed.append(QJsonObject{{u"materialName"_s, one.name},
                                {u"until"_s, one.until ? core::chineseDate(*one.until) : QString()},
                                {u"shortfall"_s, one.shortfall}});
    const bool rated = isEvaluated(context, {SubjectKind::Case, record.id});
    return {{u"hallName"_s, record.hall.name},
            {u"phone"_s, hall[u"phone"_s].toString()},
            {u"progressState"_s, progress.state},
            {u"progressNext"_s, progress.next},
            {u"owing"_s, !owed.isEmpty()},
            {u"owed"_s, owed},
            {u"itemName"_s, record.item.name},
            {u"number"_s, record.number},
            {u"department"_s, record.department},
            {u"receivedAt"_s, core::chineseTime(record.receivedAt)},
            {u"mayRate"_s, !rated},
            {u"rated"_s, rated},
            {u"code"_s, record.queryCode},
            {u"asOf"_s, core::chineseTime(core::hallTime(context.nowMs))}};
}

Evaluation evaluationOf(const core::CaseRecord& record)
{
    Evaluation evaluation;
    evaluation.of = {SubjectKind::Case, record.id};
    evaluation.number = record.number;
    evaluation.window = record.window.code;
    evaluation.clerk = record.clerk.code;
    evaluation.item = record.item.name;
    return evaluation;
}

Answer evaluated(const Request& request, const Context& context, const QString& code)
{
    const auto record = caseBehind(context, code);
    const auto ticket = record ? std::nullopt : ticketBehind(context, code);
    if (!record && !ticket)
        return unknownCode();
    if (ticket && !ticket->progress.mayRate)
        return webMessage(409, u"还不能评价"_s, u"办理结束后请再扫码评价。"_s, code);
    QString form = QString::fromUtf8(request.body);
    const QUrlQuery fields(form.replace(u'+', u' '));
    const int level = fields.queryItemValue(u"level"_s).toInt();
    if (level < core::WorstLevel || level > core::BestLevel)
        return webMessage(422, u"请选择满意程度"_s, u"请返回选择一项后再提交。"_s, code);
    Evaluation evaluation = record ? evaluationOf(*record) : evaluationOf(context, *ticket);
    evaluation.level = level;
    evaluation.reason = core::trimmedReason(fields.queryItemValue(u"reason"_s, QUrl::FullyDecoded));
    evaluation.channel = u"page"_s;
    if (!addEvaluation(context, record ? record->hall.code : ticket->hall, evaluation))
        return webMessage(409, u"您已评价过"_s, u"每次办理评价一次。谢谢您。"_s, code);
    return webMessage(200, u"谢谢您的评价"_s, u"您的评价由大厅主管部门查看，不影响办理。"_s, code);
}

} // namespace

Answer applicantPage(const Request& request, const Context& context)
{
    const QString code = codeOf(request);
    if (const auto record = caseBehind(context, code))
        return webPage(200, u"progress.html"_s, pageData(context, *record));
    if (const auto ticket = ticketBehind(context, code))
        return ticketPage(context, *ticket);
    return unknownCode();
}

Answer applicantStyle(const Request&, const Context&)
{
    return {200, {{"content-type", "text/css; charset=utf-8"}, {"cache-control", "max-age=3600"}}, pagePart(u"style.css"_s)};
}

/// In the turn of the hall it is about, and of no other.
Answer applicantEvaluates(const Request& request, const Context& context)
{
    const QString code = codeOf(request);
    const auto record = caseBehind(context, code);
    const auto ticket = record ? std::nullopt : ticketBehind(context, code);
    if (!record && !ticket)
        return unknownCode();
    const Context there = context.inHall(record ? record->hall.code : ticket->hall);
    return there.inTransaction([&] { return evaluated(request, there, code); });
}

} // namespace backoffice
