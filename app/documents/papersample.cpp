// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/documents/papersample.h"

using namespace Qt::StringLiterals;

namespace documents {

namespace {

const QDateTime Received(QDate(2026, 9, 14), QTime(9, 30), Qt::OffsetFromUTC, 8 * 3600);

core::HallInfo sampleHall()
{
    core::HallInfo hall;
    hall.name = u"样例政务服务大厅"_s;
    hall.organ = u"样例审批局"_s;
    hall.phone = u"0000-0000000"_s;
    hall.complaintPhone = u"0000-12345"_s;
    hall.address = u"样例路1号"_s;
    hall.queryUrl = u"https://hall.example/q/"_s;
    return hall;
}

core::Party sampleParty(const QString& name)
{
    core::Party party;
    party.name = name;
    party.certificate = {core::CertificateType::CitizenId, u"11010519491231002X"_s};
    party.phone = u"19900000000"_s;
    return party;
}

core::Transfer sampleTransfer()
{
    core::Transfer transfer;
    transfer.number = u"JJ00-样张"_s;
    transfer.window = {u"00"_s, u"0号综合窗口"_s};
    transfer.clerk = {u"000"_s, u"样例"_s};
    transfer.department = u"样例局"_s;
    transfer.at = Received;
    transfer.entries = {{u"sample"_s, u"样张"_s, u"样例事项"_s, {{u"a"_s, u"样例材料甲"_s, 1}, {u"b"_s, u"样例材料乙"_s, 2}}}};
    return transfer;
}

core::GivenTicket sampleTicket()
{
    core::GivenTicket given;
    given.ticket.number = u"A000"_s;
    given.ticket.takenAt = Received;
    given.ahead = 3;
    given.wait = core::WaitMinutes{10, 5, 15};
    given.slotBegin = Received;
    given.queryCode = u"ABCD234567"_s;
    return given;
}

} // namespace

core::CaseRecord sampleOf(core::PaperKind kind)
{
    using core::PaperKind;
    core::CaseRecord record;
    record.id = u"sample"_s;
    record.number = u"样张"_s;
    record.item = {u"000000"_s, u"样例事项"_s};
    record.scenario = {u"new"_s, u"新办"_s};
    record.applicant = sampleParty(u"张样例"_s);
    record.agent = sampleParty(u"李样例"_s);
    record.materials = {{u"a"_s, u"样例材料甲"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present},
                        {u"b"_s, u"样例材料乙"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Missing, {}, u"没有盖章"_s}};
    record.materials.first().arrivedAt = Received.addDays(3);
    record.deferred = {{u"b"_s, u"样例材料乙"_s, core::MaterialForm::Original, Received.date().addDays(10)}};
    record.papers = {{kind, record.number, 1}};
    record.window = {u"00"_s, u"0号综合窗口"_s};
    record.clerk = {u"000"_s, u"样例"_s};
    record.department = u"样例局"_s;
    record.ticketNumber = u"A000"_s;
    record.receivedAt = Received;
    record.notifiedAt = Received;
    if (kind != PaperKind::OneTimeNotice && kind != PaperKind::RefusalNotice && kind != PaperKind::DeferredReceiptSlip)
        record.acceptedAt = Received;
    record.statutoryDays = 20;
    record.promisedDays = 10;
    record.statutoryUntil = Received.date().addDays(28);
    record.promisedUntil = Received.date().addDays(14);
    record.waitsUntil = Received.date().addDays(14);
    record.queryCode = u"ABCD234567"_s;
    record.postTo = u"样例路1号 张样例"_s;
    record.suspendedSince = Received.date();
    record.suspendedFor = u"专家评审"_s;
    record.refusal =
        core::Refusal{u"申请事项不属于本机关职权范围"_s, u"《中华人民共和国行政许可法》第三十二条"_s, u"样例水利局"_s, Received.date()};
    record.delivery = core::Delivery{u"李样例 110105********002X"_s, false, Received.addDays(9), record.window, record.clerk};
    return record;
}

core::Result<QList<Paper>> samplePapers(const PaperRenderer& renderer, const core::HallInfo& hall)
{
    QList<Paper> papers;
    const auto kinds = core::allPaperKinds();
    for (const core::PaperKind kind : kinds) {
        const core::CaseRecord record = sampleOf(kind);
        const auto paper = renderer.render(record.papers.constFirst(), record, hall, nullptr, false);
        if (!paper)
            return tl::unexpected(paper.error());
        papers.append(*paper);
    }
    const auto list = renderer.renderTransfer(sampleTransfer(), hall, false);
    const auto progress = renderer.renderProgress(sampleOf(core::PaperKind::DeferredNotice), hall, Received.addDays(1));
    const auto ticket = renderer.renderTicket(sampleTicket(), u"样例业务"_s, hall, false);
    for (const core::Result<Paper>& paper : {list, progress, ticket}) {
        if (!paper)
            return tl::unexpected(paper.error());
        papers.append(*paper);
    }
    return papers;
}

core::Result<void> checkTemplates(const PaperRenderer& renderer)
{
    return samplePapers(renderer, sampleHall()).map([](const QList<Paper>&) {});
}

} // namespace documents
