// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/passwords.h"
#include "app/backoffice/presence.h"
#include "app/backoffice/ticketrows.h"

#include <QCryptographicHash>
#include <QJsonObject>
#include <QUuid>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qint64 RefreshMs = 14LL * 60 * 60 * 1000;
constexpr int FailuresAllowed = 5;
constexpr qint64 LockMs = 5LL * 60 * 1000;

QString randomToken()
{
    QByteArray bytes(32, Qt::Uninitialized);
    randombytes_buf(bytes.data(), std::size_t(bytes.size()));
    return QString::fromLatin1(bytes.toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

QString tokenHash(const QByteArray& token)
{
    return QString::fromLatin1(QCryptographicHash::hash(token, QCryptographicHash::Sha256).toHex());
}

struct Account
{
    QString number;
    QString name;
    QString role;
    QString hall;
    QString passwordHash;
    int failures = 0;
    qint64 lockedUntil = 0;
};

std::optional<Account> accountOf(const Context& context, const QString& number)
{
    Rows row = context.database.run(
        u"SELECT number, name, role, hall, password_hash, failures, locked_until FROM account WHERE number = ?"_s, {number});
    if (!row.next())
        return std::nullopt;
    return Account{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),  row.value(3).toString(),
                   row.value(4).toString(), row.value(5).toInt(),    row.value(6).toLongLong()};
}

QJsonObject named(const Context& context, const QString& table, const QString& code)
{
    Rows row = context.database.run(u"SELECT name FROM %1 WHERE code = ?"_s.arg(table), {code});
    return {{u"code"_s, code}, {u"name"_s, row.next() ? row.value(0).toString() : code}};
}

/// What a session keeps from its first tokens to its last.
struct Seat
{
    QString window;
    QString device; ///< the machine's own name for itself; empty: not said
    qint64 since = 0;
};

Answer grant(const Context& context, const Account& account, const Seat& seat)
{
    const QString access = randomToken();
    const QString refresh = randomToken();
    context.database.run(u"DELETE FROM session WHERE refresh_until < ?"_s, {context.nowMs});
    context.database.run(u"INSERT INTO session (access_hash, refresh_hash, account, service_window, access_until, refresh_until, device, "
                         "since) VALUES (?, ?, ?, ?, ?, ?, ?, ?)"_s,
                         {tokenHash(access.toLatin1()), tokenHash(refresh.toLatin1()), account.number, seat.window,
                          context.nowMs + AccessMs, context.nowMs + RefreshMs, seat.device, seat.since});
    return Answer::json(201,
                        {{u"accessToken"_s, access},
                         {u"refreshToken"_s, refresh},
                         {u"expiresIn"_s, AccessMs / 1000},
                         {u"clerk"_s, QJsonObject{{u"number"_s, account.number}, {u"name"_s, account.name}, {u"role"_s, account.role}}},
                         {u"window"_s, named(context, u"service_window"_s, seat.window)},
                         {u"hall"_s, named(context, u"hall"_s, account.hall)}});
}

Answer locked(const Context& context, const Account& account)
{
    Answer answer = problem(429, u"account-locked"_s);
    answer.headers["retry-after"] = QByteArray::number((account.lockedUntil - context.nowMs) / 1000 + 1);
    return answer;
}

void countFailure(const Context& context, const Account& account)
{
    const bool lock = account.failures + 1 >= FailuresAllowed;
    context.database.run(u"UPDATE account SET failures = ?, locked_until = ? WHERE number = ?"_s,
                         {lock ? 0 : account.failures + 1, lock ? context.nowMs + LockMs : 0, account.number});
}

Answer elsewhere(const Presence& presence)
{
    QJsonObject more{{u"window"_s, presence.window}, {u"since"_s, isoTime(presence.sinceMs)}, {u"self"_s, presence.clerk.isEmpty()}};
    if (!presence.clerk.isEmpty())
        more[u"clerk"_s] = presence.clerk;
    return problem(409, u"signed-in-elsewhere"_s, {}, more);
}

/// What somebody signs in with.
struct Entry
{
    QString window;
    QString device;
    bool matches = false; ///< the password
    bool takeOver = false;
};

/// The account is read once more: other tries may have locked it while the password was checked.
Answer enter(const Context& context, const QString& number, const Entry& entry)
{
    const auto account = accountOf(context, number);
    if (!account)
        return problem(401, u"wrong-credentials"_s);
    if (account->lockedUntil > context.nowMs)
        return locked(context, *account);
    if (!entry.matches) {
        countFailure(context, *account);
        return problem(401, u"wrong-credentials"_s);
    }
    Rows known = context.database.run(u"SELECT 1 FROM service_window WHERE code = ? AND hall = ?"_s, {entry.window, account->hall});
    if (!known.next())
        return problem(422, u"unknown-window"_s, {u"/window"_s});
    known.finish();
    context.database.run(u"UPDATE account SET failures = 0 WHERE number = ?"_s, {account->number});
    Context entered = context;
    entered.caller = {account->number, account->name, account->role, account->hall, entry.window};
    const auto presence = entry.takeOver ? std::nullopt : inTheWay(entered, entry.device);
    if (presence)
        return elsewhere(*presence);
    endOthers(entered, entry.device);
    return grant(entered, *account, {entry.window, entry.device, context.nowMs});
}

/// Why a token is good for nothing.
Answer refused(const Context& context, const QString& column, const QString& hash)
{
    Rows row =
        context.database.run(u"SELECT account, taken_by, taken_window FROM session WHERE %1 = ? AND taken_by <> ''"_s.arg(column), {hash});
    if (!row.next())
        return problem(401, u"sign-in-needed"_s);
    return problem(401, u"taken-over"_s, {},
                   {{u"window"_s, row.value(2).toString()}, {u"self"_s, row.value(0).toString() == row.value(1).toString()}});
}

QString accessHash(const Request& request)
{
    return tokenHash(request.header("authorization").sliced(7));
}

Answer refreshed(const Request& request, const Context& context, const QString& hash)
{
    Rows row = context.database.run(u"SELECT account, service_window, device, since FROM session WHERE refresh_hash = ? AND "
                                    "refresh_until > ? AND taken_by = ''"_s,
                                    {hash, context.nowMs});
    if (!row.next())
        return refused(context, u"refresh_hash"_s, hash);
    const auto account = accountOf(context, row.value(0).toString());
    const Seat seat{row.value(1).toString(), row.value(2).toString(), row.value(3).toLongLong()};
    row.finish();
    const QString said = request.json()[u"device"_s].toString();
    if (!said.isEmpty() && said != seat.device) // a token is of one machine; windows of earlier versions do not name theirs
        return problem(401, u"sign-in-needed"_s);
    context.database.run(u"UPDATE session SET refresh_until = ? WHERE refresh_hash = ? AND refresh_until > ?"_s,
                         {context.nowMs + RefreshGraceMs, hash, context.nowMs + RefreshGraceMs});
    return account ? grant(context, *account, seat) : problem(401, u"sign-in-needed"_s);
}

} // namespace

std::optional<Caller> callerOf(const Request& request, const Context& context)
{
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return std::nullopt;
    Rows row = context.database.run(u"SELECT a.number, a.name, a.role, a.hall, s.service_window, a.department, "
                                    "coalesce((SELECT etag FROM document WHERE name = 'settings'), ''), w.state, w.classes FROM session s "
                                    "JOIN account a ON a.number = s.account LEFT JOIN service_window w ON w.code = s.service_window "
                                    "WHERE s.access_hash = ? AND s.access_until > ? AND s.taken_by = ''"_s,
                                    {accessHash(request), context.nowMs});
    if (!row.next())
        return std::nullopt;
    context.settingsEtag = row.value(6).toString();
    if (!row.value(7).isNull())
        context.ownWindow = OwnWindow{row.value(7).toString(), row.value(8).toString().split(u',')};
    return Caller{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                  row.value(3).toString(), row.value(4).toString(), row.value(5).toString()};
}

Answer noCaller(const Request& request, const Context& context)
{
    if (!request.header("authorization").startsWith("Bearer "))
        return problem(401, u"sign-in-needed"_s);
    return refused(context, u"access_hash"_s, accessHash(request));
}

Answer signIn(const Request& request, const Context& context)
{
    const QJsonObject body = request.json();
    QStringList missing;
    for (const QString& field : {u"clerk"_s, u"password"_s, u"window"_s}) {
        if (!body[field].isString())
            missing.append(u'/' + field);
    }
    const QString device = body[u"device"_s].toString();
    if (!device.isEmpty() && QUuid(device).isNull())
        missing.append(u"/device"_s);
    if (!missing.isEmpty())
        return problem(422, u"invalid-body"_s, missing);
    const auto account = accountOf(context, body[u"clerk"_s].toString());
    if (!account)
        return problem(401, u"wrong-credentials"_s);
    if (account->lockedUntil > context.nowMs)
        return locked(context, *account);
    const Entry entry{body[u"window"_s].toString(), device, passwordMatches(account->passwordHash, body[u"password"_s].toString()),
                      body[u"takeOver"_s].toBool()};
    const Context there = context.inHall(account->hall);
    return there.inTransaction([&] { return enter(there, account->number, entry); });
}

/// In the turn of the hall, and of no other: a session that is being taken over is not refreshed beside that.
Answer refreshSession(const Request& request, const Context& context)
{
    const QString hash = tokenHash(request.json()[u"refreshToken"_s].toString().toLatin1());
    Rows whose = context.database.run(
        u"SELECT a.hall FROM session s JOIN account a ON a.number = s.account WHERE s.refresh_hash = ? AND s.refresh_until > ?"_s,
        {hash, context.nowMs});
    if (!whose.next())
        return problem(401, u"sign-in-needed"_s);
    const Context there = context.inHall(whose.value(0).toString());
    whose.finish();
    return there.inTransaction([&] { return refreshed(request, there, hash); });
}

Answer signOut(const Request& request, const Context& context)
{
    const QString hash = accessHash(request);
    Rows row = context.database.run(u"SELECT account, service_window, device FROM session WHERE access_hash = ?"_s, {hash});
    if (row.next() && !row.value(2).toString().isEmpty()) { // also one whose tokens never arrived
        const QVariantList seat{row.value(0), row.value(1), row.value(2)};
        row.finish();
        context.database.run(u"DELETE FROM session WHERE account = ? AND service_window = ? AND device = ?"_s, seat);
    }
    context.database.run(u"DELETE FROM session WHERE access_hash = ?"_s, {hash});
    return {204};
}

} // namespace backoffice
