// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/bench/figures.h"

#include "app/core/uuid7.h"
#include "app/store/cases.h"
#include "app/store/numbers.h"
#include "app/training/traininghall.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace bench {

void print(const QString& name, double value, const QString& unit, double reference)
{
    QTextStream(stdout) << name << ' ' << QString::number(value, 'f', 3) << ' ' << unit << ' ' << QString::number(reference, 'f', 3) << ' '
                        << QString::number(value / reference, 'f', 2) << Qt::endl;
}

double percentile(QList<double> values, double share)
{
    std::sort(values.begin(), values.end());
    return values[std::min(values.size() - 1, qsizetype(double(values.size()) * share))];
}

QByteArray largeCatalogueJson(int items)
{
    QJsonObject json = QJsonDocument::fromJson(training::hallCatalogue()).object();
    const QJsonArray few = json[u"items"_s].toArray();
    QJsonArray many;
    for (int i = 0; i < items; ++i) {
        QJsonObject item = few[i % few.size()].toObject();
        item[u"code"_s] = u"%1-%2"_s.arg(item[u"code"_s].toString()).arg(i);
        item[u"name"_s] = u"%1（第%2类）"_s.arg(item[u"name"_s].toString()).arg(i / few.size());
        many.append(item);
    }
    json[u"items"_s] = many;
    json.remove(u"bundles"_s); // of the hall's own items
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

core::CaseRecord sampleCase(int number)
{
    core::CaseRecord record;
    record.id = core::idText(core::newId());
    record.item = {u"I"_s, u"食品经营许可证核发"_s};
    record.scenario = {u"new"_s, u"新办"_s};
    record.state = core::CaseState::Accepted;
    record.applicant.name = u"样例%1"_s.arg(number);
    record.applicant.certificate.number = u"11010519491231002X"_s;
    for (const QString& code : {u"a"_s, u"b"_s, u"c"_s})
        record.materials.append({code,
                                 u"材料"_s,
                                 core::MaterialForm::Original,
                                 1,
                                 core::MaterialStatus::Present,
                                 {{QString(62, u'a') + code + QString::number(number % 10), 200'000, u"image/jpeg"_s}},
                                 {}});
    record.hall = record.window = record.clerk = {u"9901"_s, u"样例"_s};
    record.department = u"局"_s;
    record.receivedAt = QDateTime::currentDateTime();
    record.queryCode = u"ABCD"_s;
    return record;
}

bool fillStore(store::Store& store, int cases)
{
    constexpr int Batch = 5'000;
    const auto numbers = store.write([cases](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 7, 1, cases}); });
    if (!numbers.result())
        return false;
    for (int first = 0; first < cases; first += Batch) {
        const auto written = store
                                 .write([first](store::Session& session) -> core::Result<void> {
                                     for (int i = first; i < first + Batch; ++i) {
                                         const core::CaseRecord record = sampleCase(i);
                                         if (auto done = store::commitCase(session, record, {record.receivedAt, false}); !done)
                                             return tl::unexpected(done.error());
                                     }
                                     return session.change(u"DELETE FROM outbox"_s).map([](int) {}); // sent long ago
                                 })
                                 .result();
        if (!written)
            return false;
    }
    return true;
}

} // namespace bench
