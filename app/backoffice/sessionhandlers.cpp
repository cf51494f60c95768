// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/backoffice/handlers.h"
#include "app/backoffice/passwords.h"

#include <QCryptographicHash>
#include <QJsonObject>

#include <sodium.h>

using namespace Qt::StringLiterals;

namespace backoffice {

namespace {

constexpr qint64 AccessMs = 30LL * 60 * 1000;
constexpr qint64 RefreshMs = 14LL * 60 * 60 * 1000;
constexpr qint64 RefreshGraceMs = 60LL * 1000;
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

Answer grant(const Context& context, const Account& account, const QString& window)
{
    const QString access = randomToken();
    const QString refresh = randomToken();
    context.database.run(u"DELETE FROM session WHERE refresh_until < ?"_s, {context.nowMs});
    context.database.run(u"INSERT INTO session (access_hash, refresh_hash, account, service_window, access_until, refresh_until) "
                         "VALUES (?, ?, ?, ?, ?, ?)"_s,
                         {tokenHash(access.toLatin1()), tokenHash(refresh.toLatin1()), account.number, window, context.nowMs + AccessMs,
                          context.nowMs + RefreshMs});
    return Answer::json(201,
                        {{u"accessToken"_s, access},
                         {u"refreshToken"_s, refresh},
                         {u"expiresIn"_s, AccessMs / 1000},
                         {u"clerk"_s, QJsonObject{{u"number"_s, account.number}, {u"name"_s, account.name}, {u"role"_s, account.role}}},
                         {u"window"_s, named(context, u"service_window"_s, window)},
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

/// The account is read once more: other tries may have locked it while the password was checked.
Answer enter(const Context& context, const QString& number, bool matches, const QString& window)
{
    const auto account = accountOf(context, number);
    if (!account)
        return problem(401, u"wrong-credentials"_s);
    if (account->lockedUntil > context.nowMs)
        return locked(context, *account);
    if (!matches) {
        countFailure(context, *account);
        return problem(401, u"wrong-credentials"_s);
    }
    Rows known = context.database.run(u"SELECT 1 FROM service_window WHERE code = ? AND hall = ?"_s, {window, account->hall});
    if (!known.next())
        return problem(422, u"unknown-window"_s, {u"/window"_s});
    context.database.run(u"UPDATE account SET failures = 0 WHERE number = ?"_s, {account->number});
    return grant(context, *account, window);
}

} // namespace

std::optional<Caller> callerOf(const Request& request, const Context& context)
{
    const QByteArray authorization = request.header("authorization");
    if (!authorization.startsWith("Bearer "))
        return std::nullopt;
    Rows row = context.database.run(
        u"SELECT a.number, a.name, a.role, a.hall, s.service_window, a.department FROM session s JOIN account a ON a.number = s.account "
        "WHERE s.access_hash = ? AND s.access_until > ?"_s,
        {tokenHash(authorization.sliced(7)), context.nowMs});
    if (!row.next())
        return std::nullopt;
    return Caller{row.value(0).toString(), row.value(1).toString(), row.value(2).toString(),
                  row.value(3).toString(), row.value(4).toString(), row.value(5).toString()};
}

Answer signIn(const Request& request, const Context& context)
{
    const QJsonObject body = request.json();
    QStringList missing;
    for (const QString& field : {u"clerk"_s, u"password"_s, u"window"_s}) {
        if (!body[field].isString())
            missing.append(u'/' + field);
    }
    if (!missing.isEmpty())
        return problem(422, u"invalid-body"_s, missing);
    const auto account = accountOf(context, body[u"clerk"_s].toString());
    if (!account)
        return problem(401, u"wrong-credentials"_s);
    if (account->lockedUntil > context.nowMs)
        return locked(context, *account);
    const bool matches = passwordMatches(account->passwordHash, body[u"password"_s].toString());
    return context.inTransaction([&] { return enter(context, account->number, matches, body[u"window"_s].toString()); });
}

Answer refreshSession(const Request& request, const Context& context)
{
    const QString hash = tokenHash(request.json()[u"refreshToken"_s].toString().toLatin1());
    Rows row = context.database.run(u"SELECT account, service_window FROM session WHERE refresh_hash = ? AND refresh_until > ?"_s,
                                    {hash, context.nowMs});
    if (!row.next())
        return problem(401, u"sign-in-needed"_s);
    const auto account = accountOf(context, row.value(0).toString());
    const QString window = row.value(1).toString();
    row.finish();
    // Its answer may be lost: for a minute the same token gives new ones once more.
    context.database.run(u"UPDATE session SET refresh_until = ? WHERE refresh_hash = ? AND refresh_until > ?"_s,
                         {context.nowMs + RefreshGraceMs, hash, context.nowMs + RefreshGraceMs});
    return account ? grant(context, *account, window) : problem(401, u"sign-in-needed"_s);
}

Answer signOut(const Request& request, const Context& context)
{
    context.database.run(u"DELETE FROM session WHERE access_hash = ?"_s, {tokenHash(request.header("authorization").sliced(7))});
    return {204};
}

} // namespace backoffice
