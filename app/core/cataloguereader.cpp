// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/cataloguereader.h"

#include "app/core/grant.h"
#include "app/core/guidereader.h"
#include "app/core/wire.h"

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr WireNames<MaterialForm, 3> RequirementForms{
    {{MaterialForm::Original, u"original"}, {MaterialForm::Copy, u"copy"}, {MaterialForm::Electronic, u"electronic"}}};
constexpr WireNames<Binding, 3> Bindings{{{Binding::None, u"none"}, {Binding::Pdf, u"pdf"}, {Binding::Archive, u"pdf-a"}}};
constexpr WireNames<ClockStart, 2> ClockStarts{
    {{ClockStart::Acceptance, u"acceptance"}, {ClockStart::SupplementComplete, u"supplement-complete"}}};
constexpr WireNames<SilenceRule, 3> SilenceRules{
    {{SilenceRule::None, u"none"}, {SilenceRule::OnTheSpot, u"on-the-spot"}, {SilenceRule::LicenceFiveDays, u"licence-5-days"}}};
constexpr WireNames<ExpiryRule, 3> ExpiryRules{
    {{ExpiryRule::Return, u"return"}, {ExpiryRule::Terminate, u"terminate"}, {ExpiryRule::SuspendThenReturn, u"suspend-then-return"}}};
constexpr WireNames<ApplicantKind, 2> ApplicantKinds{{{ApplicantKind::Person, u"person"}, {ApplicantKind::Organisation, u"organisation"}}};
constexpr int LongestCode = 64;
constexpr int LongestTimeLimit = 1000;

QStringList texts(const QJsonValue& value)
{
    QStringList result;
    const QJsonArray array = value.toArray();
    for (const QJsonValue& entry : array)
        result.append(entry.toString());
    return result;
}

QString at(const QString& pointer, qsizetype index)
{
    return pointer + u'/' + QString::number(index);
}

} // namespace

void CatalogueReader::addFault(const QString& pointer, const QString& code, const QString& fact)
{
    m_faults.append({pointer, code, fact});
}

QString CatalogueReader::text(const QJsonObject& json, const QString& key, const QString& pointer)
{
    const QString value = json[key].toString();
    if (value.isEmpty())
        addFault(pointer + u'/' + key, u"catalogue.missing"_s);
    return *m_words.insert(value);
}

int CatalogueReader::days(const QJsonObject& json, const QString& key, const QString& pointer)
{
    const int value = json[key].toInt(-1);
    if (value < 0 || value > LongestTimeLimit)
        addFault(pointer + u'/' + key, u"catalogue.number"_s, json[key].toVariant().toString().left(20));
    return value;
}

template<class E, std::size_t N>
E CatalogueReader::named(const QJsonObject& json, const QString& key, const QString& pointer,
                         const std::array<std::pair<E, QStringView>, N>& names)
{
    const Result<E> value = fromWireName(names, json[key].toString(), u"catalogue.value"_s);
    if (!value) {
        addFault(pointer + u'/' + key, value.error().code, value.error().facts.value(0));
        return names[0].first;
    }
    return *value;
}

HallInfo CatalogueReader::readHall(const QJsonObject& json)
{
    const QString pointer = u"/hall"_s;
    return {text(json, u"code"_s, pointer),    text(json, u"name"_s, pointer),           text(json, u"organ"_s, pointer),
            text(json, u"phone"_s, pointer),   text(json, u"complaintPhone"_s, pointer), text(json, u"address"_s, pointer),
            text(json, u"queryUrl"_s, pointer)};
}

LocalSettings CatalogueReader::readSettings(const QJsonObject& json)
{
    const QString pointer = u"/settings"_s;
    LocalSettings settings{days(json, u"noShowMinimumSeconds"_s, pointer), days(json, u"noShowMinimumCalls"_s, pointer),
                           days(json, u"offlineSignInHours"_s, pointer), days(json, u"oneTimeNoticeDays"_s, pointer)};
    if (json.contains(u"correctionDays"_s))
        settings.correctionDays = days(json, u"correctionDays"_s, pointer);
    if (json.contains(u"deferredReceiptDays"_s))
        settings.deferredReceiptDays = days(json, u"deferredReceiptDays"_s, pointer);
    if (json.contains(u"longWaitMinutes"_s))
        settings.alerts.waitMinutes = days(json, u"longWaitMinutes"_s, pointer);
    if (json.contains(u"longPauseMinutes"_s))
        settings.alerts.pauseMinutes = days(json, u"longPauseMinutes"_s, pointer);
    settings.queue = QueueSettings::fromJson(json);
    m_faults.append(QueueSettings::check(json));
    return settings;
}

QList<ServiceItem> CatalogueReader::readItems(const QJsonValue& json)
{
    QList<ServiceItem> items;
    if (!json.isArray())
        addFault(u"/items"_s, u"catalogue.missing"_s);
    const QJsonArray array = json.toArray();
    items.reserve(array.size());
    for (qsizetype i = 0; i < array.size(); ++i) {
        const QString pointer = at(u"/items"_s, i);
        items.append(readItem(array[i].toObject(), pointer));
        if (m_itemCodes.contains(items.constLast().code))
            addFault(pointer + u"/code"_s, u"catalogue.duplicate"_s, items.constLast().code);
        m_itemCodes.insert(items.constLast().code);
    }
    return items;
}

QList<Bundle> CatalogueReader::readBundles(const QJsonArray& json, const QList<ServiceItem>& items)
{
    QHash<QString, const ServiceItem*> known;
    if (!json.isEmpty()) {
        for (const ServiceItem& item : items)
            known.insert(item.code, &item);
    }
    QList<Bundle> bundles;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QString pointer = at(u"/bundles"_s, i);
        const QJsonObject object = json[i].toObject();
        Bundle bundle{text(object, u"code"_s, pointer), text(object, u"name"_s, pointer), texts(object[u"pinyin"_s]),
                      texts(object[u"initials"_s]),     texts(object[u"aliases"_s]),      {}};
        const QJsonArray steps = object[u"items"_s].toArray();
        if (steps.isEmpty())
            addFault(pointer + u"/items"_s, u"catalogue.missing"_s);
        for (qsizetype k = 0; k < steps.size(); ++k) {
            const QString place = at(pointer + u"/items"_s, k);
            const Bundle::Step step{text(steps[k].toObject(), u"item"_s, place), text(steps[k].toObject(), u"scenario"_s, place)};
            const ServiceItem* item = known.value(step.item);
            if (!item)
                addFault(place + u"/item"_s, u"catalogue.unknown-item"_s, step.item);
            else if (!item->scenario(step.scenario))
                addFault(place + u"/scenario"_s, u"catalogue.unknown-scenario"_s, step.scenario);
            bundle.steps.append(step);
        }
        bundles.append(bundle);
    }
    return bundles;
}

ServiceItem CatalogueReader::readItem(const QJsonObject& json, const QString& pointer)
{
    ServiceItem item;
    item.code = text(json, u"code"_s, pointer);
    if (item.code.toUcs4().size() > LongestCode)
        addFault(pointer + u"/code"_s, u"catalogue.code-length"_s);
    item.name = text(json, u"name"_s, pointer);
    item.pinyin = texts(json[u"pinyin"_s]);
    item.initials = texts(json[u"initials"_s]);
    item.aliases = texts(json[u"aliases"_s]);
    item.department = text(json, u"department"_s, pointer);
    item.fee = text(json, u"fee"_s, pointer);
    item.ticketClass = text(json, u"ticketClass"_s, pointer);
    item.instant = json[u"instant"_s].toBool();
    item.statutoryDays = days(json, u"statutoryDays"_s, pointer);
    item.promisedDays = days(json, u"promisedDays"_s, pointer);
    if (item.promisedDays > item.statutoryDays)
        addFault(pointer + u"/promisedDays"_s, u"catalogue.promised-beyond-statutory"_s);
    item.clockStart = named(json, u"clockStart"_s, pointer, ClockStarts);
    item.silence = named(json, u"silence"_s, pointer, SilenceRules);
    item.excludedProcedures = texts(json[u"excludedProcedures"_s]);
    const QJsonArray grantable = json[u"grantable"_s].toArray();
    for (const QJsonValue& kind : grantable) {
        const auto known = grantKindFromWire(kind.toString());
        if (known)
            item.grantable.append(*known);
        else
            addFault(pointer + u"/grantable"_s, u"catalogue.unknown-value"_s, kind.toString());
    }
    const QJsonArray kinds = json[u"applicantKinds"_s].toArray();
    for (const QJsonValue& kind : kinds)
        item.applicantKinds.append(named(QJsonObject{{u"kind"_s, kind}}, u"kind"_s, pointer + u"/applicantKinds"_s, ApplicantKinds));
    if (item.applicantKinds.isEmpty())
        addFault(pointer + u"/applicantKinds"_s, u"catalogue.missing"_s);
    const QJsonArray materials = json[u"materials"_s].toArray();
    for (qsizetype i = 0; i < materials.size(); ++i) {
        const MaterialRequirement requirement = readMaterial(materials[i].toObject(), at(pointer + u"/materials"_s, i));
        if (item.material(requirement.code))
            addFault(at(pointer + u"/materials"_s, i) + u"/code"_s, u"catalogue.duplicate"_s, requirement.code);
        item.materials.append(requirement);
    }
    item.deferral = readDeferral(json[u"deferral"_s].toObject(), pointer + u"/deferral"_s);
    if (item.instant && item.deferral.maxMaterials > 0)
        addFault(pointer + u"/deferral"_s, u"catalogue.instant-deferral"_s);
    readScenarios(item, json[u"scenarios"_s].toArray(), pointer + u"/scenarios"_s);
    GuideReader(*this).read(item, json, pointer);
    return item;
}

MaterialRequirement CatalogueReader::readMaterial(const QJsonObject& json, const QString& pointer)
{
    MaterialRequirement requirement;
    requirement.code = text(json, u"code"_s, pointer);
    requirement.name = text(json, u"name"_s, pointer);
    requirement.key = json[u"key"_s].toBool();
    requirement.deferrable = json[u"deferrable"_s].toBool();
    if (json.contains(u"binding"_s))
        requirement.binding = named(json, u"binding"_s, pointer, Bindings);
    requirement.form = named(json, u"form"_s, pointer, RequirementForms);
    requirement.count = days(json, u"count"_s, pointer);
    requirement.licence = json[u"licence"_s].toString();
    if (json.contains(u"validDays"_s))
        requirement.validDays = days(json, u"validDays"_s, pointer);
    if (requirement.key && requirement.deferrable)
        addFault(pointer + u"/deferrable"_s, u"catalogue.key-deferrable"_s, requirement.code);
    return requirement;
}

DeferralRule CatalogueReader::readDeferral(const QJsonObject& json, const QString& pointer)
{
    DeferralRule rule;
    rule.maxMaterials = days(json, u"maxMaterials"_s, pointer);
    if (rule.maxMaterials <= 0)
        return rule;
    rule.limitDays = days(json, u"limitDays"_s, pointer);
    rule.shorterThanPromisedBy = days(json, u"shorterThanPromisedBy"_s, pointer);
    rule.capDays = days(json, u"capDays"_s, pointer);
    rule.onExpiry = named(json, u"onExpiry"_s, pointer, ExpiryRules);
    if (rule.onExpiry == ExpiryRule::SuspendThenReturn)
        rule.suspendDays = days(json, u"suspendDays"_s, pointer);
    return rule;
}

void CatalogueReader::readScenarios(ServiceItem& item, const QJsonArray& json, const QString& pointer)
{
    if (json.isEmpty())
        addFault(pointer, u"catalogue.missing"_s);
    for (qsizetype i = 0; i < json.size(); ++i) {
        const QJsonObject object = json[i].toObject();
        const Scenario scenario{text(object, u"code"_s, at(pointer, i)), text(object, u"name"_s, at(pointer, i)),
                                texts(object[u"materials"_s])};
        if (item.scenario(scenario.code))
            addFault(at(pointer, i) + u"/code"_s, u"catalogue.duplicate"_s, scenario.code);
        for (qsizetype k = 0; k < scenario.materialCodes.size(); ++k) {
            if (!item.material(scenario.materialCodes[k]))
                addFault(at(at(pointer, i) + u"/materials"_s, k), u"catalogue.unknown-material"_s, scenario.materialCodes[k]);
        }
        item.scenarios.append(scenario);
    }
}

} // namespace core
