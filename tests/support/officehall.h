// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#pragma once

// A back office without a socket, with the training hall's items and calendars and two departments' accounts.

#include "app/backoffice/administration.h"
#include "app/backoffice/catalogueimport.h"
#include "app/backoffice/service.h"
#include "app/core/caseact.h"
#include "app/core/halltime.h"
#include "app/core/uuid7.h"
#include "tests/support/halldatabase.h"

#include <QCryptographicHash>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>

namespace officehall {

using namespace Qt::StringLiterals;
using backoffice::Answer;

inline constexpr qint64 DayMs = 24LL * 3600 * 1000;

inline QJsonObject training(const QString& name)
{
    QFile file(QStringLiteral(TRAINING "/") + name);
    return file.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(file.readAll()).object() : QJsonObject();
}

inline QJsonObject account(const QString& number, const QString& role, const QString& department = {})
{
    return {{u"number"_s, number}, {u"name"_s, number}, {u"role"_s, role}, {u"password"_s, u"training"_s}, {u"department"_s, department}};
}

inline QJsonObject seedOf()
{
    QJsonObject hall = training(u"hall.json"_s);
    const QByteArray key = backoffice::newSigningKey().secretKey;
    QJsonArray calendars;
    const QJsonArray plain = hall[u"calendars"_s].toArray();
    for (const QJsonValue& calendar : plain)
        calendars.append(backoffice::signedCalendar(calendar.toObject(), key));
    hall[u"calendars"_s] = calendars;
    hall[u"accounts"_s] = QJsonArray{account(u"001"_s, u"clerk"_s),
                                     account(u"900"_s, u"supervisor"_s),
                                     account(u"800"_s, u"kiosk"_s),
                                     account(u"810"_s, u"gateway"_s),
                                     account(u"700"_s, u"department"_s, u"甲局"_s),
                                     account(u"701"_s, u"department"_s, u"乙局"_s)};
    hall.remove(u"prefilings"_s);
    hall.remove(u"tickets"_s);
    return hall;
}

class Office
{
public:
    Office() : m_database(halldatabase::newPlace(m_folder.path())), service(m_database, backoffice::BlobStore(m_folder.path()))
    {
        const bool ready = m_database.prepare() && backoffice::seed(m_database, backoffice::BlobStore(m_folder.path()), seedOf(), now()) &&
                           backoffice::importCatalogue(m_database, training(u"catalogue.json"_s));
        Q_ASSERT(ready);
        Q_UNUSED(ready);
        clerk = tokenFor(u"001"_s);
        supervisor = tokenFor(u"900"_s);
        kiosk = tokenFor(u"800"_s);
        gateway = tokenFor(u"810"_s);
        department = tokenFor(u"700"_s);
        otherDepartment = tokenFor(u"701"_s);
    }

    /// No case has been taken in yet.
    void clear() const
    {
        for (const QString& table : {u"feed_entry"_s, u"feed_cursor"_s, u"reminder"_s, u"case_page"_s, u"case_act"_s, u"credit_bar"_s,
                                     u"e_licence"_s, u"transfer"_s, u"evaluation"_s, u"case_record"_s})
            m_database.run(u"DELETE FROM "_s + table);
    }
    /// As if it had always stood so.
    void rewrite(const QString& statement) const { m_database.run(statement); }
    static qint64 now() { return QDateTime::currentMSecsSinceEpoch(); }
    static QJsonObject bodyOf(const Answer& answer) { return QJsonDocument::fromJson(answer.body).object(); }

    [[nodiscard]] Answer ask(const QByteArray& method, const QString& path, const QByteArray& token, const QJsonObject& body = {},
                             const QHash<QByteArray, QByteArray>& headers = {}) const
    {
        backoffice::Request request;
        request.method = method;
        request.path = path.section(u'?', 0, 0);
        request.query = QUrlQuery(path.section(u'?', 1));
        request.headers = headers;
        request.headers.insert("authorization", "Bearer " + token);
        if (!body.isEmpty())
            request.body = QJsonDocument(body).toJson();
        return service.handle(request);
    }
    [[nodiscard]] QByteArray tokenFor(const QString& number) const
    {
        const QJsonObject who{{u"clerk"_s, number}, {u"password"_s, u"training"_s}, {u"window"_s, number == u"900" ? u"12"_s : u"03"_s}};
        return bodyOf(ask("POST", u"/v1/sessions"_s, {}, who))[u"accessToken"_s].toString().toLatin1();
    }
    /// A page that the clerk has uploaded.
    [[nodiscard]] core::PageRef page(const QByteArray& bytes) const
    {
        const QString sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
        const QString location = QString::fromLatin1(
            ask("POST", u"/v1/uploads"_s, clerk, {},
                {{"tus-resumable", "1.0.0"},
                 {"upload-length", QByteArray::number(bytes.size())},
                 {"upload-metadata", "sha256 " + sha256.toLatin1().toBase64() + ",mediaType " + QByteArray("image/jpeg").toBase64()}})
                .headers.value("location"));
        backoffice::Request patch;
        patch.method = "PATCH";
        patch.path = location;
        patch.headers = {{"authorization", "Bearer " + clerk}, {"content-type", "application/offset+octet-stream"}, {"upload-offset", "0"}};
        patch.body = bytes;
        (void)service.handle(patch);
        return {sha256, bytes.size(), u"image/jpeg"_s, 1};
    }
    /// A case of 甲局 as a window makes it; an accepted one if nothing else is said.
    [[nodiscard]] static core::CaseRecord record(const QString& id, core::CaseState state = core::CaseState::Accepted)
    {
        const QDateTime at = core::hallTime(now());
        core::CaseRecord made;
        made.id = id;
        made.number = u"N-"_s + id;
        made.item = {u"99000000002W00014"_s, u"样例事项"_s};
        made.scenario = {u"1"_s, u"样例"_s};
        made.state = state;
        made.applicant.name = u"王样例"_s;
        made.applicant.certificate = {core::CertificateType::CitizenId, u"990101195304091321"_s};
        made.applicant.phone = u"19900000001"_s;
        made.materials = {{u"s"_s, u"证明"_s}};
        made.papers = {{core::PaperKind::AcceptanceNotice, made.number, 2}};
        made.hall = {u"9901"_s, u"样例大厅"_s};
        made.window = {u"03"_s, u"3号窗口"_s};
        made.clerk = {u"001"_s, u"甲"_s};
        made.department = u"甲局"_s;
        made.receivedAt = at;
        if (state == core::CaseState::Accepted || state == core::CaseState::AcceptedDeferred || state == core::CaseState::Decided)
            made.acceptedAt = at;
        if (state == core::CaseState::AcceptedDeferred)
            made.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, at.date().addDays(30)}};
        made.queryCode = u"Q"_s + id.toUpper();
        return made;
    }
    [[nodiscard]] Answer put(const core::CaseRecord& record) const
    {
        return ask("PUT", u"/v1/cases/"_s + record.id, clerk, record.toJson());
    }
    [[nodiscard]] int act(const QString& caseId, core::CaseAct kind, const QByteArray& token,
                          const std::function<void(core::ActRecord&)>& more = {}) const
    {
        core::ActRecord act;
        act.id = core::idText(core::newId());
        act.caseId = caseId;
        act.act = kind;
        act.window = {u"03"_s, u"3号窗口"_s};
        act.clerk = {u"001"_s, u"甲"_s};
        act.at = core::hallTime(now());
        act.reason = u"样例"_s;
        if (more)
            more(act);
        return ask("PUT", u"/v1/cases/%1/acts/%2"_s.arg(caseId, act.id), token, act.toJson()).status;
    }

    QByteArray clerk, supervisor, kiosk, gateway, department, otherDepartment;

private:
    QTemporaryDir m_folder;
    backoffice::Database m_database;

public:
    backoffice::Service service;
};

/// What arrived of what was deferred.
inline void bringsIt(core::ActRecord& act)
{
    act.materials = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present}};
}

} // namespace officehall
