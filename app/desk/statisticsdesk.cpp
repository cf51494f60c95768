// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/statisticsdesk.h"

#include "app/documents/searchablepdf.h"

#include <QDir>
#include <QJsonArray>
#include <QSaveFile>
#include <QStandardPaths>
#include <QtConcurrentRun>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

using core::StatisticsGroup;

constexpr auto StatisticsInterval = std::chrono::minutes(1);
constexpr int TimeoutMs = 60'000; // a quarter of a large hall is reckoned for some seconds
constexpr int MostTries = 1000;

StatisticsGroup courseOf(const core::Period& period)
{
    return period.days() == 1 ? StatisticsGroup::Hour : StatisticsGroup::Day;
}

core::Result<core::HallStatistics> statisticsIn(const QFuture<syncing::ApiResult>& reply)
{
    const syncing::ApiResult result = reply.result();
    return result ? core::HallStatistics::fromJson(result->json()) : core::Result<core::HallStatistics>(tl::unexpected(result.error()));
}

/// A name that nothing has yet: what was saved before stays.
QString freePath(const QString& folder, const QString& name)
{
    const qsizetype dot = name.lastIndexOf(u'.');
    QString path = folder + u'/' + name;
    for (int i = 2; QFile::exists(path) && i < MostTries; ++i)
        path = u"%1/%2 (%3)%4"_s.arg(folder, name.first(dot)).arg(i).arg(name.sliced(dot));
    return path;
}

core::Result<QStringList> saveAll(const QString& wanted, const QList<StatisticsDesk::File>& files)
{
    const QString folder = wanted.isEmpty() ? QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation) : wanted;
    QDir().mkpath(folder);
    QStringList paths;
    for (const StatisticsDesk::File& one : files) {
        QSaveFile file(freePath(folder, one.name));
        if (one.bytes.isEmpty() || !file.open(QIODevice::WriteOnly) || file.write(one.bytes) != one.bytes.size() || !file.commit())
            return core::fail(core::ErrorKind::Storage, u"statistics.not-saved"_s);
        paths.append(QDir::toNativeSeparators(file.fileName()));
    }
    return paths;
}

StatisticsDesk::BadEvaluation evaluationFrom(const QJsonValue& json)
{
    return {json[u"id"_s].toString(),
            json[u"number"_s].toString(),
            json[u"item"_s].toString(),
            json[u"reason"_s].toString(),
            json[u"level"_s].toInt(),
            QDate::fromString(json[u"followUpUntil"_s].toString(), Qt::ISODate),
            QDateTime::fromString(json[u"at"_s].toString(), Qt::ISODate),
            json[u"window"_s].toString(),
            json[u"clerk"_s].toString()};
}

} // namespace

StatisticsDesk::StatisticsDesk(Services& services, WorkDay& day, QString folder)
    : m_services(services), m_day(day), m_folder(std::move(folder))
{
    m_poll.setInterval(StatisticsInterval);
    connect(&m_poll, &QTimer::timeout, this, [this] {
        if (m_stale || !m_shown || m_wanted.contains(m_day.today()))
            refresh();
        else
            readEvaluations(); // days that are over stay what they were
    });
    connect(&day, &WorkDay::signedOut, this, [this] {
        watch(false);
        ++m_asked;
        m_shown.reset(); // the next one may be no supervisor
        m_evaluations.clear();
        m_wanted = {};
        m_stale = false;
        Q_EMIT changed();
        Q_EMIT left();
    });
}

void StatisticsDesk::watch(bool watching)
{
    if (watching == m_poll.isActive())
        return;
    watching ? m_poll.start() : m_poll.stop();
    if (watching)
        refresh();
}

void StatisticsDesk::choose(const core::Period& period)
{
    m_wanted = period;
    refresh();
    Q_EMIT changed();
}

std::optional<qint64> StatisticsDesk::ageSeconds() const
{
    return m_shown ? std::optional(std::max<qint64>(0, m_shown->course.at.secsTo(m_day.now()))) : std::nullopt;
}

QFuture<syncing::ApiResult> StatisticsDesk::ask(const core::Period& period, StatisticsGroup group, const QString& format)
{
    syncing::ApiCall call{"GET", u"halls/%1/statistics?from=%2&to=%3&group=%4"_s.arg(m_day.hall().code, period.from.toString(Qt::ISODate),
                                                                                     period.to.toString(Qt::ISODate), core::toWire(group))};
    if (!format.isEmpty())
        call.path += u"&format="_s + format;
    call.timeoutMs = TimeoutMs;
    return m_services.api.call(call);
}

void StatisticsDesk::refresh()
{
    if (!m_day.isSignedIn() || !m_day.supervises())
        return;
    if (!m_wanted.from.isValid())
        m_wanted = core::periodOf(core::PeriodChoice::Today, m_day.today());
    QList<QFuture<syncing::ApiResult>> calls;
    for (const StatisticsGroup group : {courseOf(m_wanted), StatisticsGroup::Clerk, StatisticsGroup::Item})
        calls.append(ask(m_wanted, group));
    QtFuture::whenAll(calls.begin(), calls.end()).then(this, [this, asked = ++m_asked](const QList<QFuture<syncing::ApiResult>>& replies) {
        if (asked == m_asked)
            take(replies);
    });
    readEvaluations();
}

void StatisticsDesk::take(const QList<QFuture<syncing::ApiResult>>& replies)
{
    const auto course = statisticsIn(replies[0]);
    const auto clerks = statisticsIn(replies[1]);
    const auto items = statisticsIn(replies[2]);
    m_stale = !course || !clerks || !items;
    if (!m_stale)
        m_shown = Shown{*course, *clerks, *items};
    Q_EMIT changed();
}

void StatisticsDesk::readEvaluations()
{
    m_services.api.call({"GET", u"evaluations?open=true&limit=500"_s}).then(this, [this](const syncing::ApiResult& reply) {
        if (!reply || !m_day.isSignedIn())
            return; // that the back office is silent is said beside the figures
        QList<BadEvaluation> found;
        const QJsonArray list = reply->json()[u"evaluations"_s].toArray();
        for (const QJsonValue& one : list)
            found.append(evaluationFrom(one));
        std::stable_sort(found.begin(), found.end(), [](const BadEvaluation& a, const BadEvaluation& b) {
            return a.until.isValid() && (!b.until.isValid() || a.until < b.until);
        });
        m_evaluations = found;
        Q_EMIT changed();
    });
}

void StatisticsDesk::followUp(const QString& id, const QString& words)
{
    const auto one = std::find_if(m_evaluations.begin(), m_evaluations.end(), [&](const BadEvaluation& it) { return it.id == id; });
    if (m_followingUp || one == m_evaluations.end() || words.trimmed().isEmpty())
        return;
    m_followingUp = true;
    m_services.api.call(syncing::ApiCall::put(u"evaluations/%1/follow-up"_s.arg(id), {{u"followUp"_s, words.trimmed()}}))
        .then(this, [this, id, number = one->number](const syncing::ApiResult& reply) {
            m_followingUp = false;
            if (!reply) {
                Q_EMIT adviceGiven(adviceFor(reply.error()));
                return readEvaluations();
            }
            m_evaluations.removeIf([&](const BadEvaluation& it) { return it.id == id; });
            Q_EMIT followedUp(id, number);
            Q_EMIT changed();
            readEvaluations();
        });
}

/// Names no person.
QString StatisticsDesk::fileName(const QString& what, const QString& ending) const
{
    const core::Period& period = m_shown->course.period;
    const QString from = period.from.toString(Qt::ISODate);
    const QString days = period.days() > 1 ? from + u'_' + period.to.toString(Qt::ISODate) : from;
    return u"%1 %2 %3%4"_s.arg(tr("Statistics"), days, what, ending);
}

void StatisticsDesk::saveTables()
{
    if (!m_shown || m_saving)
        return;
    m_saving = true;
    const core::Period period = m_shown->course.period;
    const StatisticsGroup course = courseOf(period);
    QList<QFuture<syncing::ApiResult>> calls;
    for (const StatisticsGroup group : {course, StatisticsGroup::Clerk, StatisticsGroup::Item})
        calls.append(ask(period, group, u"csv"_s));
    const QStringList names{fileName(course == StatisticsGroup::Day ? tr("by day") : tr("by hour"), u".csv"_s),
                            fileName(tr("by clerk"), u".csv"_s), fileName(tr("by item"), u".csv"_s)};
    QtFuture::whenAll(calls.begin(), calls.end())
        .then(QtFuture::Launch::Async,
              [names, folder = m_folder](const QList<QFuture<syncing::ApiResult>>& replies) -> core::Result<QStringList> {
                  QList<File> files;
                  for (qsizetype i = 0; i < replies.size(); ++i) {
                      const syncing::ApiResult reply = replies[i].result();
                      if (!reply)
                          return tl::unexpected(reply.error());
                      files.append({names[i], reply->body});
                  }
                  return saveAll(folder, files);
              })
        .then(this, [this](const core::Result<QStringList>& paths) { finishSaving(paths); });
}

void StatisticsDesk::savePaper(const std::function<QByteArray()>& make)
{
    if (!m_shown || m_saving)
        return;
    m_saving = true;
    QtConcurrent::run([make, folder = m_folder, name = fileName(tr("report"), u".pdf"_s)] {
        return saveAll(folder, {{name, documents::withSearchableText(make())}});
    }).then(this, [this](const core::Result<QStringList>& paths) { finishSaving(paths); });
}

void StatisticsDesk::finishSaving(const core::Result<QStringList>& paths)
{
    m_saving = false;
    if (paths)
        Q_EMIT saved(*paths);
    else
        Q_EMIT adviceGiven(adviceFor(paths.error()));
}

} // namespace desk
