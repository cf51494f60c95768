// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/core/release.h"

#include <QRegularExpression>
#include <QVersionNumber>

using namespace Qt::StringLiterals;

namespace core {

namespace {

constexpr qint64 LargestInstaller = 1LL << 30;
constexpr int NightBegins = 20; // o'clock
constexpr int NightEnds = 6;

QVersionNumber numbersOf(const QString& version)
{
    qsizetype end = 0;
    const QVersionNumber numbers = QVersionNumber::fromString(version, &end);
    return end == version.size() ? numbers : QVersionNumber();
}

} // namespace

Result<Release> Release::fromJson(const QJsonObject& json)
{
    static const QRegularExpression hex(u"\\A[0-9a-f]{64}\\z"_s);
    static const QRegularExpression word(u"\\A[a-z0-9_-]{1,40}\\z"_s);
    const auto invalid = [](const QString& field) { return fail(ErrorKind::BadAnswer, u"release.invalid"_s, {field}); };
    Release release;
    release.version = json[u"version"_s].toString();
    release.platform = json[u"platform"_s].toString();
    release.sha256 = json[u"sha256"_s].toString();
    release.size = json[u"size"_s].toInteger(-1);
    if (json[u"product"_s].toString() != u"yichuang")
        return invalid(u"product"_s);
    if (numbersOf(release.version).segmentCount() < 2)
        return invalid(u"version"_s);
    if (!word.match(release.platform).hasMatch())
        return invalid(u"platform"_s);
    if (!hex.match(release.sha256).hasMatch())
        return invalid(u"sha256"_s);
    if (release.size <= 0 || release.size > LargestInstaller)
        return invalid(u"size"_s);
    const QJsonObject notes = json[u"notes"_s].toObject();
    for (auto note = notes.begin(); note != notes.end(); ++note)
        release.notes.insert(note.key(), note.value().toString());
    return release;
}

QJsonObject Release::toJson() const
{
    QJsonObject words;
    for (auto note = notes.begin(); note != notes.end(); ++note)
        words[note.key()] = note.value();
    return {{u"product"_s, u"yichuang"_s}, {u"version"_s, version}, {u"platform"_s, platform},
            {u"sha256"_s, sha256},         {u"size"_s, size},       {u"notes"_s, words}};
}

bool isLater(const QString& version, const QString& running)
{
    const QVersionNumber offered = numbersOf(version);
    const QVersionNumber here = numbersOf(running);
    return !offered.isNull() && !here.isNull() && QVersionNumber::compare(offered.normalized(), here.normalized()) > 0;
}

Result<UpdatePolicy> updatePolicyFrom(const QString& word)
{
    static const QHash<QString, UpdatePolicy> words{{u"off"_s, UpdatePolicy::Off},
                                                    {u"offer"_s, UpdatePolicy::Offer},
                                                    {u"night"_s, UpdatePolicy::Night},
                                                    {u"always"_s, UpdatePolicy::Always}};
    if (!words.contains(word))
        return fail(ErrorKind::InvalidInput, u"settings.updates"_s, {word});
    return words[word];
}

bool installsByItself(UpdatePolicy policy, QTime now, bool signedIn)
{
    if (signedIn)
        return false;
    return policy == UpdatePolicy::Always || (policy == UpdatePolicy::Night && (now.hour() >= NightBegins || now.hour() < NightEnds));
}

} // namespace core
