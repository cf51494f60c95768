// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// find and accept against their references in the same run. One line a measure: name value unit reference ratio.

#include "app/core/itemindex.h"
#include "app/store/cases.h"
#include "app/store/numbers.h"
#include "app/store/store.h"
#include "app/training/traininghall.h"

#include <QElapsedTimer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace {

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

template<class Act> double milliseconds(Act act)
{
    QElapsedTimer timer;
    timer.start();
    act();
    return double(timer.nsecsElapsed()) / 1e6;
}

/// Ten thousand items: the training hall's, again and again under other names.
std::shared_ptr<const core::Catalogue> largeCatalogue()
{
    QJsonObject json = QJsonDocument::fromJson(training::hallCatalogue()).object();
    const QJsonArray few = json[u"items"_s].toArray();
    QJsonArray many;
    for (int i = 0; i < 10'000; ++i) {
        QJsonObject item = few[i % few.size()].toObject();
        item[u"code"_s] = u"%1-%2"_s.arg(item[u"code"_s].toString()).arg(i);
        item[u"name"_s] = u"%1（第%2类）"_s.arg(item[u"name"_s].toString()).arg(i / few.size());
        many.append(item);
    }
    json[u"items"_s] = many;
    return std::make_shared<const core::Catalogue>(*core::Catalogue::fromJson(json));
}

/// Every beginning of every query, as it is typed.
QStringList keystrokes(const core::Catalogue& catalogue)
{
    QStringList typed;
    for (int i = 0; i < 200; ++i) {
        const core::ServiceItem& item = catalogue.items()[(i * 37) % catalogue.items().size()];
        QString whole;
        switch (i % 5) {
        case 0: whole = item.name.left(6); break;
        case 1: whole = item.pinyin.constFirst().left(10); break;
        case 2: whole = item.initials.constFirst().left(6); break;
        case 3: whole = item.code.left(14); break;
        default: whole = item.name.mid(2, 2) + item.name.left(2); break;
        }
        for (qsizetype length = 1; length <= whole.size(); ++length)
            typed.append(whole.left(length));
    }
    return typed;
}

void benchFind()
{
    const auto catalogue = largeCatalogue();
    const core::ItemIndex index(catalogue);
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"find"_s);
    database.setDatabaseName(u":memory:"_s);
    database.open();
    QSqlQuery query(database);
    query.exec(u"CREATE TABLE item (name TEXT, pinyin TEXT, code TEXT)"_s);
    query.prepare(u"INSERT INTO item VALUES (?, ?, ?)"_s);
    for (const core::ServiceItem& item : catalogue->items()) {
        query.bindValue(0, item.name);
        query.bindValue(1, item.pinyin.join(u' ') + u' ' + item.initials.join(u' '));
        query.bindValue(2, item.code);
        query.exec();
    }
    query.prepare(u"SELECT rowid FROM item WHERE name LIKE ? OR pinyin LIKE ? OR code LIKE ?"_s);
    QList<double> ours;
    QList<double> reference;
    const QStringList typed = keystrokes(*catalogue);
    for (const QString& text : typed) {
        ours.append(milliseconds([&] { (void)index.find(text, 50); }));
        reference.append(milliseconds([&] {
            for (int column = 0; column < 3; ++column)
                query.bindValue(column, QString(u'%' + text + u'%'));
            query.exec();
            while (query.next()) {
            }
        }));
    }
    print(u"find-p99"_s, percentile(ours, 0.99), u"ms"_s, percentile(reference, 0.99));
}

core::CaseRecord sampleCase(int number)
{
    core::CaseRecord record;
    record.id = QUuid::createUuid().toString(QUuid::WithoutBraces);
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

void benchAccept()
{
    constexpr int Cases = 300;
    const QTemporaryDir folder;
    const auto store = *store::Store::open(folder.path(), store::SecretKey::random());
    store->write([](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, Cases * 2}); }).result();
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"accept"_s);
    database.setDatabaseName(folder.filePath(u"raw.sqlite"_s));
    database.open();
    QSqlQuery query(database);
    for (const QString& pragma : {u"PRAGMA journal_mode=WAL"_s, u"PRAGMA synchronous=FULL"_s, u"CREATE TABLE raw (body BLOB)"_s})
        query.exec(pragma);
    query.finish();
    QList<double> ours;
    QList<double> reference;
    for (int i = 0; i < Cases; ++i) {
        const core::CaseRecord record = sampleCase(i);
        ours.append(milliseconds(
            [&] { store->write([&](store::Session& s) { return store::commitCase(s, record, {record.receivedAt, false}); }).result(); }));
        const QByteArray body = QJsonDocument(record.toJson()).toJson(QJsonDocument::Compact);
        const QByteArray twice = body + body; // the case and its outbox entry
        reference.append(milliseconds([&] {
            database.transaction();
            query.prepare(u"INSERT INTO raw VALUES (?)"_s);
            query.addBindValue(twice);
            query.exec();
            query.finish();
            database.commit();
        }));
    }
    print(u"accept-median"_s, percentile(ours, 0.5), u"ms"_s, percentile(reference, 0.5));
}

} // namespace

int main(int argc, char* argv[])
{
    QCoreApplication application(argc, argv);
    const QStringList wanted = application.arguments().mid(1);
    if (wanted.isEmpty() || wanted.contains(u"find"_s))
        benchFind();
    if (wanted.isEmpty() || wanted.contains(u"accept"_s))
        benchAccept();
    return 0;
}
