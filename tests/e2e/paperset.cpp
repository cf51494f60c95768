// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// Sets every kind of paper for cases that are hard to set, into the folder named, and there papers.json: of each paper its
// kind, case, file, pages at most, the text of its QR and the words that must stand on it. A second folder: other templates.

#include "app/core/guidecode.h"
#include "app/documents/paperrenderer.h"

#include <QDir>
#include <QFile>
#include <QGuiApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QPainter>

using namespace Qt::StringLiterals;
using core::PaperKind;

namespace {

constexpr int FewPages = 1;
constexpr int ManyPages = 3;
constexpr int ManyMaterials = 12;

const QDateTime Received(QDate(2026, 11, 24), QTime(9, 5));

struct Sample
{
    QString name;
    core::Party applicant;
    core::Party agent = {}; ///< without a name: none
    int materials = 1;
    bool longWords = false; ///< names of the item, its materials, the hall and what else a catalogue fills in
    bool provisional = false;
    bool offline = false;
    bool reprint = false;
    bool instant = false;
    bool signedHere = false;
};

core::Party person(const QString& name)
{
    return {core::ApplicantKind::Person, name, {core::CertificateType::CitizenId, u"11010519491231002X"_s}, u"19900000001"_s, {}, {}};
}

core::Party organisation(const QString& name)
{
    return {core::ApplicantKind::Organisation,
            name,
            {core::CertificateType::CreditCode, u"91350100M000100Y43"_s},
            u"059100000000"_s,
            u"样例路1号"_s,
            u"欧阳样例"_s};
}

core::Party foreigner(const QString& name)
{
    core::Party party = person(name);
    party.certificate = {core::CertificateType::PermanentResidence, u"911124198108030024"_s};
    return party;
}

/// So many characters of a name that a person may bear.
QString longName(int size)
{
    return u"阿不都热依木江·买买提尼牙孜·古丽巴哈尔汗·吐尔逊那依·艾合买提江伊敏·玉素甫卡迪尔"_s.first(size);
}

QList<Sample> samples()
{
    const QString company = u"样例市新时代一二三四五六七八九十农业机械化技术综合服务专业合作社联社（普通合伙）"_s;
    const core::Party agent = person(u"欧阳经办"_s);
    QList<Sample> list;
    for (const int size : {2, 3, 10, 20, 40})
        list.append({u"name-%1"_s.arg(size), person(longName(size))});
    list += {{u"latin"_s, foreigner(u"MARIA-MAGDALENA ALEXANDRA VON HOHENLOHE"_s)},
             {u"latin-unbroken"_s, foreigner(u"WOLFESCHLEGELSTEINHAUSENBERGERDORFFWELCH"_s)},
             {u"rare"_s, person(u"\U00020BB7\U0002A6A5明"_s)}, // beyond U+FFFF: two UTF-16 units each
             {u"rare-only"_s, person(u"\U00020BB7\U0002A6A5"_s)},
             {u"radicals"_s, person(u"马长民户"_s)}, // drawn alike with characters of other code points
             {u"organisation"_s, organisation(company), agent},
             {.name = u"many"_s, .applicant = person(u"王样例"_s), .materials = ManyMaterials, .longWords = true},
             {.name = u"provisional"_s, .applicant = person(u"王样例"_s), .provisional = true},
             {.name = u"offline"_s, .applicant = person(u"王样例"_s), .offline = true},
             {.name = u"reprint"_s, .applicant = person(u"王样例"_s), .reprint = true},
             {.name = u"instant"_s, .applicant = person(u"王样例"_s), .instant = true},
             {.name = u"signed"_s, .applicant = person(u"王样例"_s), .agent = agent, .signedHere = true},
             {u"all"_s, organisation(company), foreigner(u"MARIA-MAGDALENA ALEXANDRA VON HOHENLOHE"_s), ManyMaterials, true, true, true,
              true, false, true}};
    return list;
}

core::HallInfo hallOf(const Sample& sample)
{
    core::HallInfo hall{u"9901"_s, u"样例大厅"_s, u"样例审批局"_s, u"0990-1"_s, u"0990-2"_s, u"样例路1号"_s, u"https://hall.example/q/"_s};
    if (sample.longWords) {
        hall.name = u"样例壮族自治州样例经济技术开发区政务服务和公共资源交易中心"_s;
        hall.organ = u"样例壮族自治州样例经济技术开发区管理委员会行政审批和政务服务管理局"_s;
        hall.phone = u"0990-12345000转8001"_s;
        hall.complaintPhone = u"0990-12345000转8002"_s;
        hall.address = u"样例壮族自治州样例经济技术开发区创新创业大道西延长线与滨河南路交叉口东北侧一千二百米3号楼B座二层"_s;
    }
    return hall;
}

core::ServiceItem itemOf(const Sample& sample)
{
    core::ServiceItem item;
    item.instant = sample.instant;
    item.silence = core::SilenceRule::LicenceFiveDays;
    if (sample.longWords) {
        item.deferral.onExpiry = core::ExpiryRule::SuspendThenReturn;
        item.deferral.suspendDays = 15;
        item.excludedProcedures = {u"听证"_s, u"检验、检测、检疫"_s, u"专家评审"_s, u"现场核查"_s};
    }
    return item;
}

QString materialName(const Sample& sample, int number)
{
    const QString name = u"材料%1"_s.arg(number);
    return sample.longWords ? name + u"：与申请事项有关的场所使用权证明、消防安全检查合格证明以及法定代表人签署的如实申报情况说明"_s : name;
}

QList<core::MaterialRecord> materialsOf(const Sample& sample, PaperKind kind)
{
    const bool lacks = kind == PaperKind::OneTimeNotice;
    QList<core::MaterialRecord> list;
    for (int i = 1; i <= sample.materials; ++i) {
        core::MaterialRecord material{u"m%1"_s.arg(i),
                                      materialName(sample, i),
                                      i % 2 ? core::MaterialForm::Original : core::MaterialForm::Electronic,
                                      i,
                                      lacks ? core::MaterialStatus::WrongCorrectable : core::MaterialStatus::Present,
                                      {{QString(64, u'a'), 1, {}}}};
        if (lacks)
            material.shortfall =
                sample.longWords ? u"复印件第二页模糊不清且没有加盖公章，请重新提供清晰的复印件并逐页加盖公章"_s : u"没有盖章"_s;
        if (kind == PaperKind::SupplementSlip)
            material.arrivedAt = Received.addDays(i);
        list.append(material);
    }
    if (kind == PaperKind::DeferredReceiptSlip)
        list.append(
            {u"late"_s, materialName(sample, sample.materials + 1), core::MaterialForm::Original, 1, core::MaterialStatus::Missing});
    return list;
}

bool defers(PaperKind kind)
{
    return kind == PaperKind::DeferredNotice || kind == PaperKind::CommitmentLetter || kind == PaperKind::ReceiptSlip ||
           kind == PaperKind::SupplementSlip;
}

core::CaseRecord recordOf(const Sample& sample, PaperKind kind)
{
    core::CaseRecord record;
    record.id = u"0190aaaa-0000-7000-8000-000000000001"_s;
    record.number = sample.provisional ? u"9901-03-20261124-L0007"_s : u"99012026000007"_s;
    record.numberProvisional = sample.provisional;
    record.item = {u"11990000000000000X2000123456001"_s, u"食品经营许可证核发"_s};
    record.scenario = {u"new"_s, u"新办"_s};
    if (sample.longWords) {
        record.item.name = u"在城市建筑物、设施上张挂、张贴宣传品以及利用公共场地设置大型户外广告设施的许可（含变更、延续、注销）"_s;
        record.scenario.name = u"经营场所面积在三百平方米以上且含冷藏冷冻食品的新办"_s;
    }
    record.applicant = sample.applicant;
    if (!sample.agent.name.isEmpty())
        record.agent = sample.agent;
    record.materials = materialsOf(sample, kind);
    if (defers(kind)) {
        record.deferred = {{u"d1"_s, u"健康证明"_s, core::MaterialForm::Original, QDate(2026, 12, 4)}};
        if (sample.longWords)
            record.deferred.append({u"d2"_s, materialName(sample, ManyMaterials + 1), core::MaterialForm::Electronic, QDate(2026, 12, 14)});
    }
    record.window = {u"03"_s, u"3号综合窗口"_s};
    record.clerk = {u"001"_s, u"演练员甲"_s};
    record.department = sample.longWords ? u"样例壮族自治州样例经济技术开发区城市管理和综合执法局"_s : u"市行政审批局"_s;
    record.ticketNumber = u"A017"_s;
    record.receivedAt = Received;
    record.notifiedAt = Received.addSecs(600);
    if (kind != PaperKind::OneTimeNotice && kind != PaperKind::RefusalNotice && kind != PaperKind::DeferredReceiptSlip)
        record.acceptedAt = record.notifiedAt;
    record.offline = sample.offline;
    record.statutoryDays = 20;
    record.promisedDays = 10;
    record.statutoryUntil = QDate(2026, 12, 22);
    record.promisedUntil = QDate(2026, 12, 8);
    record.queryCode = u"ABCD234567"_s;
    if (kind == PaperKind::RefusalNotice)
        record.refusal = core::Refusal{u"申请事项依法不属于本机关职权范围"_s, u"《中华人民共和国行政许可法》第三十二条第一款第二项"_s,
                                       u"样例市水利局"_s, QDate(2026, 11, 24)};
    if (kind == PaperKind::ProcedureNotice) {
        record.suspendedSince = QDate(2026, 11, 25);
        record.suspendedFor = u"专家评审"_s;
        record.waitsUntil = QDate(2026, 12, 9);
    }
    if (kind == PaperKind::DeliveryReceipt) {
        record.result = u"granted"_s;
        record.delivery = core::Delivery{record.applicant.name + u" 110105********002X"_s,
                                         sample.longWords,
                                         Received.addDays(9),
                                         {u"03"_s, u"3号综合窗口"_s},
                                         {u"001"_s, u"演练员甲"_s}};
    }
    if (sample.longWords)
        record.postTo = u"样例壮族自治州样例经济技术开发区滨河南路交叉口东北侧3号楼B座二层1号窗口 样例收"_s;
    if (kind == PaperKind::DeferredReceiptSlip)
        record.waitsUntil = QDate(2026, 12, 4);
    return record;
}

/// What this paper must say of this case.
QStringList wordsOf(const core::CaseRecord& record, PaperKind kind, const Sample& sample)
{
    QStringList words{record.applicant.name, u"编号："_s + record.number, record.item.name, record.queryCode, record.clerk.name};
    if (record.agent)
        words.append(record.agent->name);
    if (sample.provisional)
        words.append(u"临时编号"_s);
    if (sample.reprint)
        words.append(u"补打"_s);
    if (kind != PaperKind::CommitmentLetter && kind != PaperKind::RefusalNotice && kind != PaperKind::ProcedureNotice &&
        kind != PaperKind::DeliveryReceipt) {
        for (const core::MaterialRecord& material : record.materials)
            words.append(material.name);
    }
    for (const core::DeferredMaterial& material : record.deferred)
        words.append(material.name);
    if (kind == PaperKind::OneTimeNotice)
        words.append(record.materials.constFirst().shortfall);
    if (record.delivery && record.delivery->byPost)
        words.append(record.postTo);
    if (record.refusal)
        words += {record.refusal->reason, record.refusal->basis, record.refusal->competentOrgan};
    if (record.suspendedSince)
        words.append(record.suspendedFor);
    return words;
}

QImage drawnSignature()
{
    QImage ink(600, 200, QImage::Format_RGB32);
    ink.fill(Qt::white);
    QPainter painter(&ink);
    painter.setPen(QPen(Qt::black, 6));
    painter.drawLine(20, 180, 580, 20);
    painter.drawLine(20, 20, 580, 180);
    return ink;
}

/// Its line in the list of papers; it says what went wrong in "error".
QJsonObject setPaper(const documents::PaperRenderer& renderer, const Sample& sample, PaperKind kind, const QDir& folder)
{
    const QString wire = core::toWire(kind);
    const core::CaseRecord record = recordOf(sample, kind);
    const core::HallInfo hall = hallOf(sample);
    const core::ServiceItem item = itemOf(sample);
    QJsonObject line{{u"kind"_s, wire},
                     {u"case"_s, sample.name},
                     {u"file"_s, wire + u'.' + sample.name + u".pdf"_s},
                     {u"qr"_s, hall.queryUrl + record.queryCode},
                     {u"words"_s, QJsonArray::fromStringList(wordsOf(record, kind, sample))}};
    const auto paper = renderer.render({kind, record.number}, record, hall, &item, sample.reprint,
                                       sample.signedHere && kind == PaperKind::CommitmentLetter ? drawnSignature() : QImage());
    if (!paper) {
        line[u"error"_s] = paper.error().code + u' ' + paper.error().facts.join(u' ');
        return line;
    }
    line[u"slip"_s] = paper->slip;
    line[u"pages"_s] = sample.longWords && !paper->slip ? ManyPages : FewPages;
    QFile file(folder.filePath(line[u"file"_s].toString()));
    if (!file.open(QIODevice::WriteOnly) || file.write(paper->pdf) != paper->pdf.size())
        line[u"error"_s] = file.errorString();
    return line;
}

/// A paper that is not of a case, with what its code says and the words that stand beside it.
QJsonObject kept(const core::Result<documents::Paper>& paper, const QString& kind, const Sample& sample, const QString& code,
                 const QString& beside, const QStringList& words, const QDir& folder)
{
    QJsonObject line{{u"kind"_s, kind},
                     {u"case"_s, sample.name},
                     {u"file"_s, kind + u'.' + sample.name + u".pdf"_s},
                     {u"qr"_s, code},
                     {u"beside"_s, beside},
                     {u"slip"_s, paper && paper->slip},
                     {u"pages"_s, sample.longWords && !(paper && paper->slip) ? ManyPages : FewPages},
                     {u"words"_s, QJsonArray::fromStringList(words)}};
    if (!paper) {
        line[u"error"_s] = paper.error().code + u' ' + paper.error().facts.join(u' ');
        return line;
    }
    QFile file(folder.filePath(line[u"file"_s].toString()));
    if (!file.open(QIODevice::WriteOnly) || file.write(paper->pdf) != paper->pdf.size())
        line[u"error"_s] = file.errorString();
    return line;
}

core::ServiceItem guideOf(const Sample& sample)
{
    core::ServiceItem item = itemOf(sample);
    const core::CaseRecord record = recordOf(sample, PaperKind::ReceiptSlip);
    item.code = record.item.code;
    item.name = record.item.name;
    item.department = record.department;
    item.fee = sample.longWords ? u"按建筑面积计收，住宅每件80元，非住宅每件550元；小微企业和个体工商户免收"_s : u"不收费"_s;
    item.statutoryDays = 20;
    item.promisedDays = 10;
    item.deferral.maxMaterials = sample.instant ? 0 : 2;
    item.conditions = {u"已取得营业执照"_s, u"有固定的经营场所"_s};
    if (sample.longWords)
        item.conditions.append(
            u"经营场所与有毒、有害场所以及其他污染源保持规定的距离，布局和工艺流程合理，能防止待加工食品与直接入口食品交叉污染"_s);
    core::Scenario scenario{record.scenario.code, record.scenario.name, {}};
    for (int i = 1; i <= sample.materials; ++i) {
        core::MaterialRequirement material{u"m%1"_s.arg(i), materialName(sample, i), i % 3 != 0, i % 3 == 0};
        material.licence = i % 2 ? QString() : u"business-licence"_s;
        material.blankForm = sample.longWords ? u"政务服务网“表格下载”，或一楼填表区2号柜"_s : QString();
        material.sample = material.blankForm.isEmpty() ? QString() : u"填表区墙面02号样表"_s;
        item.materials.append(material);
        scenario.materialCodes.append(material.code);
    }
    item.scenarios = {scenario};
    return item;
}

QJsonObject setChecklist(const documents::PaperRenderer& renderer, const Sample& sample, const QDir& folder)
{
    const core::ServiceItem item = guideOf(sample);
    const core::HallInfo hall = hallOf(sample);
    QStringList words{item.name, item.scenarios[0].name, item.department, item.fee, hall.phone, hall.address};
    words += item.conditions;
    for (const core::MaterialRequirement& material : item.materials)
        words += {material.name, material.blankForm, material.sample};
    words.removeAll(QString());
    return kept(renderer.renderChecklist(item, item.scenarios[0], hall, Received.date()), u"checklist"_s, sample,
                core::guideCode(item, item.scenarios[0]), u"二维码"_s, words, folder);
}

QJsonObject setHandOverList(const documents::PaperRenderer& renderer, const Sample& sample, const QDir& folder)
{
    const core::CaseRecord record = recordOf(sample, PaperKind::AcceptanceNotice);
    core::Transfer transfer{u"0190aaaa-0000-7000-8000-00000000000a"_s,
                            u"JJ03-20261124173000-1"_s,
                            {u"9901"_s, hallOf(sample).name},
                            record.window,
                            record.clerk,
                            record.department,
                            Received.addSecs(8 * 3600),
                            sample.offline,
                            {}};
    QStringList words{transfer.number, transfer.department, record.clerk.name, sample.reprint ? u"补打"_s : QString()};
    words.removeAll(QString());
    for (int i = 1; i <= sample.materials; ++i) {
        transfer.entries.append({record.id,
                                 u"9901202600%1"_s.arg(i, 4, 10, QChar(u'0')),
                                 record.item.name,
                                 {core::originalsOf(record.materials).constFirst()}});
        words += {transfer.entries.constLast().number, transfer.entries.constLast().itemName};
    }
    return kept(renderer.renderTransfer(transfer, hallOf(sample), sample.reprint), u"hand-over-list"_s, sample, transfer.number,
                u"移交人"_s, words, folder);
}

QJsonObject setProgress(const documents::PaperRenderer& renderer, const Sample& sample, const QDir& folder)
{
    core::CaseRecord record = recordOf(sample, PaperKind::DeferredNotice);
    record.state = core::CaseState::AcceptedDeferred;
    const core::HallInfo hall = hallOf(sample);
    QStringList words{record.number, record.item.name, record.department, hall.phone, record.queryCode, u"已容缺受理，正在办理"_s};
    for (const core::DeferredMaterial& material : record.deferred)
        words.append(material.name);
    return kept(renderer.renderProgress(record, hall, Received.addDays(2)), u"progress-answer"_s, sample, hall.queryUrl + record.queryCode,
                u"办理结果为准"_s, words, folder);
}

QJsonObject setTicket(const documents::PaperRenderer& renderer, const Sample& sample, const QDir& folder)
{
    const core::HallInfo hall = hallOf(sample);
    core::GivenTicket given;
    given.ticket.number = u"B088"_s;
    given.ticket.takenAt = Received;
    given.ahead = 12;
    given.wait = core::WaitMinutes{10, 5, 15};
    given.slotBegin = Received;
    given.queryCode = u"ABCD234567"_s;
    const QStringList words{hall.name, given.ticket.number, u"不动产和住房"_s, u"前面还有12位"_s, u"约10分钟（5至15分钟）"_s};
    return kept(renderer.renderTicket(given, u"不动产和住房"_s, hall, sample.reprint), u"ticket-slip"_s, sample,
                hall.queryUrl + given.queryCode, u"扫码看前面还有几位"_s, words, folder);
}

} // namespace

int main(int argc, char* argv[])
{
    const QGuiApplication application(argc, argv);
    const QStringList arguments = QGuiApplication::arguments();
    if (arguments.size() < 2)
        return 2;
    const QDir folder(arguments[1]);
    const documents::PaperRenderer renderer(arguments.value(2, u":/papers"_s));
    QJsonArray lines;
    const auto kinds = core::allPaperKinds();
    for (const Sample& sample : samples()) {
        for (const PaperKind kind : kinds)
            lines.append(setPaper(renderer, sample, kind, folder));
        lines.append(setChecklist(renderer, sample, folder));
        lines.append(setHandOverList(renderer, sample, folder));
        lines.append(setProgress(renderer, sample, folder));
        lines.append(setTicket(renderer, sample, folder));
    }
    QFile list(folder.filePath(u"papers.json"_s));
    return list.open(QIODevice::WriteOnly) && list.write(QJsonDocument(lines).toJson()) > 0 ? 0 : 1;
}
