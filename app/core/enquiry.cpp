// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/enquiry.h"

using namespace Qt::StringLiterals;

namespace core {

bool namesSomebody(const QString& remark)
{
    constexpr int DigitsOfAMobile = 11; // certificates have more
    int run = 0;
    for (const QChar c : remark) {
        if (c.isDigit()) {
            if (++run == DigitsOfAMobile)
                return true;
        } else if (!c.isSpace() && c != u'-') { // as numbers are written in groups
            run = 0;
        }
    }
    return false;
}

QJsonObject Enquiry::toJson() const
{
    QJsonObject json{
        {u"id"_s, id}, {u"item"_s, namedToJson(item)}, {u"guidePrinted"_s, guidePrinted}, {u"at"_s, isoTime(at)}, {u"offline"_s, offline}};
    if (!scenario.code.isEmpty())
        json[u"scenario"_s] = namedToJson(scenario);
    if (!remark.isEmpty())
        json[u"remark"_s] = remark;
    if (!window.isEmpty())
        json[u"window"_s] = window;
    if (!clerk.isEmpty())
        json[u"clerk"_s] = clerk;
    return json;
}

Result<Enquiry> Enquiry::fromJson(const QJsonObject& json)
{
    const Enquiry enquiry{
        json[u"id"_s].toString(),         namedFromJson(json[u"item"_s]), namedFromJson(json[u"scenario"_s]),
        json[u"guidePrinted"_s].toBool(), json[u"remark"_s].toString(),   QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate),
        json[u"offline"_s].toBool(),      json[u"window"_s].toString(),   json[u"clerk"_s].toString()};
    for (const auto& [field, good] : {std::pair(u"id"_s, !enquiry.id.isEmpty()), std::pair(u"item"_s, !enquiry.item.code.isEmpty()),
                                      std::pair(u"at"_s, enquiry.at.isValid()),
                                      std::pair(u"remark"_s, enquiry.remark.size() <= LongestRemark && !namesSomebody(enquiry.remark))}) {
        if (!good)
            return fail(ErrorKind::BadAnswer, u"case.field"_s, {QString(u'/' + field)});
    }
    return enquiry;
}

} // namespace core
