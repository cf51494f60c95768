// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/desk/casedesk.h"

#include "app/core/actbuilder.h"
#include "app/core/caseclock.h"
#include "app/core/halltime.h"
#include "app/core/uuid7.h"
#include "app/store/caseacts.h"
#include "app/store/drafts.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace desk {

namespace {

constexpr auto RefreshDelay = std::chrono::seconds(3); // a hall of two hundred windows has an event all the time
constexpr int MostRows = 200;
constexpr int MostPages = 10; // of a list; beyond that one searches
constexpr int MostLookedAgain = 50;
constexpr int PatienceMs = 1'500; // somebody stands there: what this machine has is enough then

using S = core::CaseState;
const QList<core::CaseState> Owed{S::AcceptedDeferred, S::ToCorrect, S::ReceivedDeferred, S::Received, S::InReview};
const QList<core::CaseState> Ready{S::Decided};

/// A department has it, and something is still owed.
bool owes(const core::CaseRecord& record)
{
    return record.state != S::InReview || !record.deferred.isEmpty();
}

/// What this machine knows of a list.
struct Local
{
    QList<store::CaseSummary> cases;
    QList<core::CaseRecord> theirs; ///< of those that are shown: it does not hold them
};

core::Result<Local> readList(store::Session& session, const QList<core::CaseState>& states, const QList<core::CaseRecord>& shown)
{
    Local local;
    for (const core::CaseState state : states) { // each with room of its own: what departments have is most
        const auto cases = store::casesInStates(session, {state}, MostRows);
        if (!cases)
            return tl::unexpected(cases.error());
        std::copy_if(cases->begin(), cases->end(), std::back_inserter(local.cases),
                     [](const store::CaseSummary& summary) { return owes(summary.record); });
    }
    for (const core::CaseRecord& record : shown) {
        const auto held = store::findCase(session, record.id);
        if (held && !*held)
            local.theirs.append(record);
    }
    return local;
}

} // namespace

/// What came from here and from the back office, one case once: ours while something of it is on its way, theirs otherwise.
struct CaseDesk::Answers
{
    QHash<QString, core::CaseRecord> cases;
    QStringList settled; ///< here, with nothing on its way
    QSet<QString> there;
    int look = 0;      ///< a later one knows it better
    bool whole = true; ///< the back office has said everything

    void add(const syncing::ApiReply& reply, bool owingOnly = false)
    {
        const QJsonArray list = reply.json()[u"cases"_s].toArray();
        for (const QJsonValue& json : list) {
            if (const auto record = core::CaseRecord::fromJson(json.toObject()); record && (!owingOnly || owes(*record))) {
                there.insert(record->id);
                add(*record);
            }
        }
    }
    void add(const core::CaseRecord& record)
    {
        const auto held = cases.constFind(record.id);
        if (held == cases.cend() || held->version <= record.version)
            cases.insert(record.id, record);
    }
};

CaseDesk::CaseDesk(Services& services, WorkDay& day) : m_services(services), m_day(day), m_found(day), m_followUps(day), m_deliveries(day)
{
    m_soon.setSingleShot(true);
    connect(&m_soon, &QTimer::timeout, this, &CaseDesk::refresh);
    connect(&day, &WorkDay::signedIn, this, &CaseDesk::refresh);
    connect(&services.courier, &syncing::Courier::actSent, this, [this](const core::CaseRecord& record) {
        if (m_current && m_current->id == record.id)
            open(record);
        refreshSoon();
    });
    connect(&services.events, &syncing::EventStream::received, this, [this](const QString& kind, const QJsonObject& data) {
        if (kind == u"case")
            caseChanged(data[u"id"_s].toString());
    });
    connect(&services.events, &syncing::EventStream::connected, this, [this] { refreshSoon(); });
}

void CaseDesk::show(CaseListModel& model, const std::shared_ptr<Answers>& answers)
{
    QList<core::CaseRecord> records = answers->cases.values();
    std::sort(records.begin(), records.end(), core::dueEarlier);
    model.show(records);
    Q_EMIT listsChanged();
}

void CaseDesk::search(const QString& text)
{
    QString wanted = text.trimmed();
    const QString queryUrl = m_day.hall().queryUrl;
    if (!queryUrl.isEmpty() && wanted.startsWith(queryUrl)) // a paper's QR
        wanted = wanted.sliced(queryUrl.size());
    m_wanted = wanted;
    if (wanted.isEmpty())
        return m_found.show({});
    m_services.store->read([wanted](store::Session& session) { return store::searchCases(session, wanted, MostRows); })
        .then(this, [this, wanted](const core::Result<QList<store::CaseSummary>>& here) {
            if (m_wanted != wanted)
                return; // typed on
            if (!here)
                Q_EMIT adviceGiven(adviceFor(here.error()));
            auto answers = std::make_shared<Answers>();
            for (const store::CaseSummary& summary : here.value_or(QList<store::CaseSummary>{}))
                answers->add(summary.record);
            show(m_found, answers);
            m_services.api.call(syncing::ApiCall::post(u"cases/search"_s, {{u"text"_s, wanted}}))
                .then(this, [this, wanted, answers](const syncing::ApiResult& reply) {
                    if (!reply || m_wanted != wanted)
                        return; // offline: what this machine has is shown
                    answers->add(*reply);
                    show(m_found, answers);
                });
        });
}

void CaseDesk::refresh()
{
    if (!m_day.isSignedIn())
        return;
    list(m_followUps, Owed);
    list(m_deliveries, Ready);
}

/// A burst of events is one look, and a stream of them one now and then.
void CaseDesk::refreshSoon()
{
    if (!m_soon.isActive())
        m_soon.start(RefreshDelay);
}

void CaseDesk::list(CaseListModel& model, const QList<core::CaseState>& states)
{
    auto answers = std::make_shared<Answers>();
    answers->look = ++m_looks[&model];
    QList<core::CaseRecord> shown;
    for (int row = 0; row < model.rowCount(); ++row)
        shown.append(*model.recordAt(row));
    m_services.store->read([states, shown](store::Session& session) { return readList(session, states, shown); })
        .then(this, [this, &model, states, answers](const core::Result<Local>& here) {
            if (!here)
                return Q_EMIT adviceGiven(adviceFor(here.error()));
            for (const store::CaseSummary& summary : here->cases) {
                answers->add(summary.record);
                if (summary.sync == store::SyncState::Sent)
                    answers->settled.append(summary.record.id);
            }
            auto meanwhile = std::make_shared<Answers>(*answers); // rows of the back office do not go and come under the clerk's hand
            for (const core::CaseRecord& record : here->theirs)
                meanwhile->add(record);
            show(model, meanwhile);
            QList<QFuture<void>> asked;
            for (const core::CaseState state : states)
                asked.append(ask(answers, u"cases?limit=%1&state=%2"_s.arg(MostRows).arg(core::toWire(state)) +
                                              (state == S::InReview ? u"&owing=true"_s : QString())));
            QtFuture::whenAll(asked.begin(), asked.end()).then(this, [this, &model, answers](const QList<QFuture<void>>&) {
                if (answers->look != m_looks.value(&model))
                    return;
                show(model, answers);
                lookAgain(*answers);
            });
        });
}

/// A list of the back office, page after page; what does not come is not missed: what this machine has is shown.
QFuture<void> CaseDesk::ask(const std::shared_ptr<Answers>& answers, const QString& list, const QString& after, int page)
{
    return m_services.api.call({"GET", after.isEmpty() ? list : list + u"&after="_s + after})
        .then(this,
              [this, answers, list, page](const syncing::ApiResult& reply) {
                  const auto next = reply ? reply->json()[u"last"_s].toString() : QString();
                  const bool more = reply && reply->json()[u"cases"_s].toArray().size() >= MostRows && !next.isEmpty();
                  if (reply)
                      answers->add(*reply, list.contains(u"owing=true"_s));
                  answers->whole = answers->whole && reply && (!more || page < MostPages);
                  return more && page < MostPages ? ask(answers, list, next, page + 1) : QtFuture::makeReadyFuture();
              })
        .unwrap();
}

/// What the back office does not list any more has gone on while this machine was off: the deadline of a night, another window.
void CaseDesk::lookAgain(const Answers& answers)
{
    if (!answers.whole)
        return;
    int looked = 0;
    for (const QString& id : answers.settled) {
        if (!answers.there.contains(id) && ++looked <= MostLookedAgain)
            freshen(id).then(this, [this](const std::optional<core::CaseRecord>& changed) {
                if (changed)
                    refreshSoon();
            });
    }
}

/// The case as the back office has it now, if it is another than before; kept, where this machine keeps it.
QFuture<std::optional<core::CaseRecord>> CaseDesk::freshen(const QString& caseId)
{
    using Fresh = std::optional<core::CaseRecord>;
    syncing::ApiCall request{"GET", u"cases/"_s + caseId};
    request.timeoutMs = PatienceMs;
    request.isGlance = true;
    return m_services.api.call(request)
        .then(this,
              [this, caseId](const syncing::ApiResult& reply) {
                  const auto record =
                      reply ? core::CaseRecord::fromJson(reply->json()) : core::Result<core::CaseRecord>(tl::unexpected(reply.error()));
                  if (!record)
                      return QtFuture::makeReadyFuture(Fresh());
                  return m_services.store
                      ->write([record = *record](store::Session& session) {
                          return store::findCase(session, record.id).and_then([&](const Fresh& held) -> core::Result<Fresh> {
                              if (!held || held->version >= record.version)
                                  return Fresh(held ? std::nullopt : Fresh(record));
                              return store::adoptCase(session, record).and_then([&] { return store::findCase(session, record.id); });
                          });
                      })
                      .then([](const core::Result<Fresh>& kept) { return kept.value_or(Fresh()); });
              })
        .unwrap();
}

void CaseDesk::open(const core::CaseRecord& record)
{
    const bool other = !m_current || m_current->id != record.id;
    m_current = record;
    if (other) {
        m_history.clear();
        m_prints.clear();
    }
    Q_EMIT currentChanged();
    loadHistory(record.id);
    notePrints(record.id);
    if (other)
        freshen(record.id).then(this, [this](const std::optional<core::CaseRecord>& changed) {
            if (changed && m_current && m_current->id == changed->id && m_current->version < changed->version)
                open(*changed);
        });
}

void CaseDesk::close()
{
    if (!m_current)
        return;
    m_current.reset();
    m_history.clear();
    m_prints.clear();
    Q_EMIT currentChanged();
}

void CaseDesk::notePrints(const QString& caseId)
{
    m_services.store->read([caseId](store::Session& session) { return store::printsOf(session, caseId); })
        .then(this, [this, caseId](const core::Result<QList<store::PrintNote>>& prints) {
            if (!prints || !m_current || m_current->id != caseId || m_prints == *prints)
                return;
            m_prints = *prints;
            Q_EMIT currentChanged();
        });
}

void CaseDesk::loadHistory(const QString& caseId)
{
    const auto shown = [this, caseId](const QList<core::ActRecord>& acts) {
        if (!m_current || m_current->id != caseId)
            return;
        m_history = acts;
        Q_EMIT currentChanged();
    };
    m_services.store->read([caseId](store::Session& session) { return store::actsOf(session, caseId); })
        .then(this, [this, caseId, shown](const core::Result<QList<core::ActRecord>>& here) {
            const auto own = here.value_or(QList<core::ActRecord>{});
            if (!own.isEmpty())
                shown(own);
            m_services.api.call({"GET", u"cases/%1/acts"_s.arg(caseId)}).then(this, [own, shown](const syncing::ApiResult& reply) {
                if (!reply)
                    return;
                QList<core::ActRecord> acts;
                const QJsonArray list = reply->json()[u"acts"_s].toArray();
                for (const QJsonValue& json : list) {
                    if (const auto act = core::ActRecord::fromJson(json.toObject()))
                        acts.append(*act);
                }
                for (const core::ActRecord& act : own) { // what is still on its way
                    if (std::none_of(acts.begin(), acts.end(), [&](const auto& there) { return there.id == act.id; }))
                        acts.append(act);
                }
                shown(acts);
            });
        });
}

/// Somebody went on with a case: if this machine has it, it gets what the back office has.
void CaseDesk::caseChanged(const QString& caseId)
{
    refreshSoon();
    m_services.store->read([caseId](store::Session& session) { return store::findCase(session, caseId); })
        .then(this, [this, caseId](const core::Result<std::optional<core::CaseRecord>>& held) {
            const bool shown = m_current && m_current->id == caseId;
            if (!shown && !(held && *held))
                return;
            m_services.api.call({"GET", u"cases/"_s + caseId})
                .then(this, [this, shown, kept = held && *held](const syncing::ApiResult& reply) {
                    const auto record =
                        reply ? core::CaseRecord::fromJson(reply->json()) : core::Result<core::CaseRecord>(tl::unexpected(reply.error()));
                    if (!record)
                        return;
                    if (kept)
                        m_services.store->write([record = *record](store::Session& session) { return store::adoptCase(session, record); });
                    if (shown && m_current && m_current->id == record->id && m_current->version <= record->version)
                        open(*record);
                });
        });
}

/// As the back office has it now, where it can be asked: nothing is brought to a case that time has ended meanwhile.
void CaseDesk::take(const core::CaseRecord& record)
{
    if (m_busy)
        return;
    setBusy(true);
    freshen(record.id).then(this, [this, record](const std::optional<core::CaseRecord>& changed) {
        setBusy(false);
        if (!m_day.isSignedIn())
            return; // locked meanwhile
        const core::CaseRecord now = changed && changed->version > record.version ? *changed : record;
        if (core::goesOn(now.state))
            return hold(now);
        open(now);
        refreshSoon();
        Q_EMIT adviceGiven(adviceFor({core::ErrorKind::Conflict, u"case.went-on"_s, {}}));
    });
}

void CaseDesk::hold(const core::CaseRecord& record)
{
    m_services.store->write([record](store::Session& session) { return store::goOnWith(session, record); })
        .then(this, [this](const core::Result<core::IntakeDraft>& visit) {
            if (visit)
                Q_EMIT ready(*visit);
            else
                Q_EMIT adviceGiven(adviceFor(visit.error()));
        });
}

/// The item's own limit once more, counted from the deadline there is.
core::Result<std::optional<QDate>> CaseDesk::extendedDeadline() const
{
    const core::ServiceItem* item = m_day.catalogue() ? m_day.catalogue()->item(m_current->item.code) : nullptr;
    const auto due = core::dueOf(*m_current);
    if (!item || !due || m_current->deferred.isEmpty())
        return std::optional<QDate>();
    return m_day.calendar().addWorkingDays(std::max(*due, m_day.today()), core::deferralDays(*item)).map([](const QDate& day) {
        return std::optional(day);
    });
}

/// A procedure of 行政许可法 art. 45, and until when it is to last.
core::Result<void> CaseDesk::takeProcedure(core::ActRecord& act, const QString& words) const
{
    const core::ServiceItem* item = m_day.catalogue() ? m_day.catalogue()->item(m_current->item.code) : nullptr;
    const auto time = core::procedureFrom(words);
    if (!time)
        return core::fail(core::ErrorKind::InvalidInput, u"act.procedure-words"_s);
    if (!item || !core::stopsTheClock(time->procedure, *item))
        return core::fail(core::ErrorKind::InvalidInput, u"act.procedure-counts"_s, {time->procedure});
    act.procedure = time->procedure;
    return m_day.calendar().addWorkingDays(m_day.today(), time->days).map([&](const QDate& day) { act.until = day; });
}

core::Result<void> CaseDesk::takeWords(core::ActRecord& act, const QString& words) const
{
    switch (act.act) {
    case core::CaseAct::Deliver: act.recipient = words; return {};
    case core::CaseAct::Suspend: return takeProcedure(act, words);
    case core::CaseAct::Resume:
        act.reason = words;
        return core::moveLimits(act, *m_current, m_day.catalogue() ? m_day.catalogue()->item(m_current->item.code) : nullptr, m_day.today(),
                                m_day.calendar());
    case core::CaseAct::Extend:
        return extendedDeadline().map([&](const std::optional<QDate>& until) {
            act.reason = words;
            act.until = until;
        });
    default: act.reason = words; return {};
    }
}

void CaseDesk::act(core::CaseAct kind, const QString& words, bool byPost)
{
    if (!m_current || m_busy || !m_day.isSignedIn())
        return;
    const core::Moment now = m_services.clock->now();
    core::ActRecord act;
    act.id = core::idText(core::newId());
    act.caseId = m_current->id;
    act.act = kind;
    act.window = m_day.workplace().window;
    act.clerk = m_day.workplace().clerk;
    act.at = now.time;
    act.offline = now.offline;
    act.byPost = byPost && kind == core::CaseAct::Deliver;
    if (const auto taken = takeWords(act, words.trimmed()); !taken)
        return Q_EMIT adviceGiven(adviceFor(taken.error()));
    if (const auto after = core::applyAct(*m_current, act); !after)
        return Q_EMIT adviceGiven(adviceFor(after.error()));
    setBusy(true);
    m_services.store
        ->write([act, now, record = *m_current](store::Session& session) {
            return store::adoptCase(session, record).and_then([&] { return store::commitAct(session, act, now); });
        })
        .then(this, [this](const core::Result<core::CaseRecord>& written) {
            setBusy(false);
            if (!written)
                return Q_EMIT adviceGiven(adviceFor(written.error()));
            m_services.courier.wake();
            Q_EMIT acted(*written);
            open(*written);
            refresh();
        });
}

void CaseDesk::setBusy(bool busy)
{
    m_busy = busy;
    Q_EMIT busyChanged(busy);
}

QString actWords(core::CaseAct act)
{
    const auto words = [](const char* text) { return QCoreApplication::translate("desk", text); };
    using core::CaseAct;
    switch (act) {
    case CaseAct::Receive: return words(QT_TRANSLATE_NOOP("desk", "Papers taken in"));
    case CaseAct::Accept: return words(QT_TRANSLATE_NOOP("desk", "Accepted"));
    case CaseAct::AcceptDeferred: return words(QT_TRANSLATE_NOOP("desk", "Accepted with deferral"));
    case CaseAct::NotifyOnce: return words(QT_TRANSLATE_NOOP("desk", "One-time notice given"));
    case CaseAct::ReceiveDeferred: return words(QT_TRANSLATE_NOOP("desk", "Papers received, deferred"));
    case CaseAct::Refuse: return words(QT_TRANSLATE_NOOP("desk", "Refused"));
    case CaseAct::Supplement: return words(QT_TRANSLATE_NOOP("desk", "Supplement arrived"));
    case CaseAct::SilencePassed: return words(QT_TRANSLATE_NOOP("desk", "Accepted by silence"));
    case CaseAct::LimitPassed: return words(QT_TRANSLATE_NOOP("desk", "Deadline passed"));
    case CaseAct::Terminate: return words(QT_TRANSLATE_NOOP("desk", "Terminated"));
    case CaseAct::StartReview: return words(QT_TRANSLATE_NOOP("desk", "Review begun"));
    case CaseAct::Decide: return words(QT_TRANSLATE_NOOP("desk", "Decided"));
    case CaseAct::Deliver: return words(QT_TRANSLATE_NOOP("desk", "Result handed out"));
    case CaseAct::TakeBack: return words(QT_TRANSLATE_NOOP("desk", "Papers taken back"));
    case CaseAct::Withdraw: return words(QT_TRANSLATE_NOOP("desk", "Withdrawn"));
    case CaseAct::Void: return words(QT_TRANSLATE_NOOP("desk", "Voided"));
    case CaseAct::Extend: return words(QT_TRANSLATE_NOOP("desk", "Deadline extended"));
    case CaseAct::Suspend: return words(QT_TRANSLATE_NOOP("desk", "Suspended"));
    case CaseAct::Resume: return words(QT_TRANSLATE_NOOP("desk", "Resumed"));
    case CaseAct::RepairCredit: return words(QT_TRANSLATE_NOOP("desk", "Credit repaired"));
    case CaseAct::Correct: return words(QT_TRANSLATE_NOOP("desk", "Put right"));
    }
    return {};
}

} // namespace desk
