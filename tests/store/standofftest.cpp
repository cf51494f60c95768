// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/standoff.h"
#include "app/core/actbuilder.h"
#include "app/store/audit.h"
#include "app/store/caseacts.h"
#include "app/store/cases.h"
#include "app/store/drafts.h"
#include "app/store/evaluations.h"
#include "app/store/handovers.h"
#include "app/store/numbers.h"
#include "app/store/outbox.h"
#include "app/store/prints.h"
#include "app/store/resend.h"
#include "app/store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

static const core::Moment Now{QDateTime(QDate(2026, 11, 24), QTime(9, 0)), false};

/// What two windows do to one case, and visits that go from one to the other.
class StandoffTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void theirsIsTaken();
    void oursIsDoneAgain();
    void whatDoesNotGoTogetherStays();
    void aCaseThatIsOtherwiseThere_data();
    void aCaseThatIsOtherwiseThere();
    void aRefusedCaseIsPutRight();
    void aTakenNumberIsLeft();
    void aNumberGivenAgainHoldsNothingUp();
    void whatTheBackOfficeLostIsSentWhole();
    void whatWasPrintedIsKnown();
    void aVisitLeavesWithItsPages();
    void aSecondHandOverWaitsForTheFirst();
    void aVisitComesBack();
    void aVisitSendsItsPagesAgain();
    void aVisitIsTaken();

private:
    template<class F> auto write(F&& work) { return m_store->write(std::forward<F>(work)).result(); }
    /// A deferred case that is on its way.
    core::CaseRecord takenIn();
    /// A deferred case that is at the back office, extended here; that act is refused.
    core::CaseRecord refusedExtension();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<store::Store> m_store;
};

void StandoffTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto opened = store::Store::open(m_folder->path(), store::SecretKey::random());
    QVERIFY(opened);
    m_store = *opened;
}

void StandoffTest::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

core::CaseRecord StandoffTest::takenIn()
{
    core::CaseRecord record;
    record.id = u"c1"_s;
    record.item = {u"I1"_s, u"样例事项"_s};
    record.scenario = {u"new"_s, u"新办"_s};
    record.state = core::CaseState::AcceptedDeferred;
    record.applicant.name = u"王样例"_s;
    record.materials = {{u"s"_s, u"证明"_s}};
    record.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 12, 4)}};
    record.papers = {{core::PaperKind::DeferredNotice, {}, 2}};
    record.hall = {u"9901"_s, u"样例大厅"_s};
    record.window = {u"03"_s, u"3号窗口"_s};
    record.clerk = {u"001"_s, u"甲"_s};
    record.department = u"局"_s;
    record.receivedAt = record.acceptedAt = Now.time;
    record.queryCode = u"ABCD"_s;
    return write([&](store::Session& s) {
               return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, 9}).and_then([&] { return store::commitCase(s, record, Now); });
           })
        .value_or(core::CaseRecord());
}

core::CaseRecord StandoffTest::refusedExtension()
{
    const core::CaseRecord record = takenIn();
    core::ActRecord extension;
    extension.id = u"a1"_s;
    extension.caseId = record.id;
    extension.act = core::CaseAct::Extend;
    extension.reason = u"停业整修"_s;
    extension.until = QDate(2026, 12, 14);
    extension.clerk = record.clerk;
    extension.window = record.window;
    extension.at = Now.time;
    const auto sent = write([](store::Session& s) { return store::outboxEntries(s); });
    for (const store::OutboxEntry& entry : *sent)
        (void)write([&](store::Session& s) { return store::markSent(s, entry.id); });
    (void)write([&](store::Session& s) { return store::commitAct(s, extension, Now); });
    const auto waiting = write([](store::Session& s) { return store::outboxEntries(s); });
    const core::Error refusal{core::ErrorKind::Conflict, u"server.case-act-refused"_s, {}};
    (void)write(
        [&](store::Session& s) { return store::markFailed(s, waiting->constFirst().id, store::OutboxState::Conflict, refusal, 0); });
    return record;
}

/// What was taken in, and what was done to it since, carry the right words from then on.
void StandoffTest::aRefusedCaseIsPutRight()
{
    const core::CaseRecord taken = takenIn();
    core::ActRecord withdrawal;
    withdrawal.id = u"a1"_s;
    withdrawal.caseId = taken.id;
    withdrawal.act = core::CaseAct::Withdraw;
    withdrawal.reason = u"不办了"_s;
    withdrawal.clerk = taken.clerk;
    withdrawal.at = Now.time;
    QVERIFY(write([&](store::Session& s) { return store::commitAct(s, withdrawal, Now); }));
    const auto waiting = write([](store::Session& s) { return store::outboxEntries(s); });
    QCOMPARE(waiting->size(), 2);
    const core::Error refusal{core::ErrorKind::Refused, u"server.invalid-body"_s, {{}, {}, u"/applicant/name"_s}};
    QVERIFY(write(
        [&](store::Session& s) { return store::markFailed(s, waiting->constFirst().id, store::OutboxState::Attention, refusal, 9); }));
    const auto standoff = write([&](store::Session& s) { return store::standoffOf(s, taken.id); });
    QCOMPARE((*standoff)->kind, store::OutboxKind::Case); // not what was done to it
    QCOMPARE((*standoff)->acts.size(), 1);
    store::Mend mend{core::correctionOf(taken), false, u"001"_s};
    QCOMPARE(write([&](store::Session& s) { return store::mendUnsent(s, taken.id, mend, Now); }).error().code, u"act.nothing-corrected"_s);
    mend.correction.applicant.name = u"王样例甲"_s;
    const auto mended = write([&](store::Session& s) { return store::mendUnsent(s, taken.id, mend, Now); });
    QVERIFY(mended);
    QCOMPARE(mended->state, core::CaseState::Withdrawn);
    QCOMPARE(mended->applicant.name, u"王样例甲"_s);
    const auto sent = write([](store::Session& s) { return store::dueEntries(s, 0, 9); });
    QCOMPARE(sent->size(), 1); // at once, and first
    const auto body = core::CaseRecord::fromJson(sent->constFirst().body);
    QCOMPARE(body->applicant.name, u"王样例甲"_s);
    QCOMPARE(body->state, core::CaseState::AcceptedDeferred); // as it was taken in
    QCOMPARE(body->number, taken.number);
    QCOMPARE(*write([](store::Session& s) { return store::firstBrokenAudit(s); }), 0);
}

void StandoffTest::aTakenNumberIsLeft()
{
    const core::CaseRecord taken = takenIn();
    const store::Mend mend{core::correctionOf(taken), true, u"001"_s};
    const auto mended = write([&](store::Session& s) { return store::mendUnsent(s, taken.id, mend, Now); });
    QVERIFY(mended);
    QVERIFY(mended->numberProvisional);
    QVERIFY(mended->number.startsWith(u"临03-"_s));
    QCOMPARE(mended->papers.constFirst().number, mended->number);
    QVERIFY(write([&](store::Session& s) { return store::setFinalNumber(s, taken.id, u"P1"_s); }));
    for (const QString& number : {u"P1"_s, mended->number})
        QCOMPARE(write([&](store::Session& s) { return store::searchCases(s, number, 9); })->size(), 1);
    QCOMPARE(write([&](store::Session& s) { return store::mendUnsent(s, u"other"_s, mend, Now); }).error().code, u"case.unknown"_s);
}

/// By a back office that was restored from a backup.
void StandoffTest::aNumberGivenAgainHoldsNothingUp()
{
    const core::CaseRecord older = takenIn();
    core::CaseRecord later = older;
    later.id = u"c2-with-an-id"_s;
    later = *write([&](store::Session& s) { return store::commitCase(s, later, Now); });
    QVERIFY(later.number != older.number);
    const auto number = [&] { return write([&](store::Session& s) { return store::setFinalNumber(s, later.id, older.number); }); };
    QCOMPARE(number().value_or(true), false);
    QCOMPARE(number().value_or(false), true); // said once
    later = **write([&](store::Session& s) { return store::findCase(s, later.id); });
    QCOMPARE(later.number, older.number);
    later.state = core::CaseState::Withdrawn;
    QVERIFY(write([&](store::Session& s) { return store::replaceCase(s, later); }));
    core::CaseRecord elsewhere = older;
    elsewhere.id = u"c3-of-another-window"_s;
    QVERIFY(write([&](store::Session& s) { return store::adoptCase(s, elsewhere); }));
    QCOMPARE(write([&](store::Session& s) { return store::searchCases(s, older.number, 9); })->size(), 3);
}

void StandoffTest::whatTheBackOfficeLostIsSentWhole()
{
    const core::CaseRecord taken = refusedExtension();
    const core::GivenEvaluation given{core::EvaluationOf::Case, taken.id, taken.item.name, 5, Now.time};
    QVERIFY(write([&](store::Session& s) { return store::commitEvaluation(s, given, u"001"_s, Now); }));
    QVERIFY(write([&](store::Session& s) { return store::sendWhole(s, taken.id, Now, u"001"_s); }));
    const auto entries = write([](store::Session& s) { return store::outboxEntries(s); });
    QCOMPARE(entries->size(), 2);
    QCOMPARE(entries->constLast().kind, store::OutboxKind::Evaluation); // of a case that is there by then
    QCOMPARE(entries->constFirst().kind, store::OutboxKind::Case);
    QVERIFY(core::CaseRecord::fromJson(entries->constFirst().body)->extended); // with what was done here
    QCOMPARE(entries->constFirst().state, store::OutboxState::Waiting);
}

void StandoffTest::whatWasPrintedIsKnown()
{
    core::CaseRecord taken = takenIn();
    const qint64 at = Now.time.toMSecsSinceEpoch();
    const store::PrintNote note{core::PaperKind::DeferredNotice, 2, at + 1000, u"甲"_s};
    QVERIFY(write([](store::Session& s) { return store::printsOf(s, u"c1"_s); })->isEmpty());
    QVERIFY(write([&](store::Session& s) { return store::addPrint(s, u"c1"_s, note); }));
    QCOMPARE(*write([](store::Session& s) { return store::printsOf(s, u"c1"_s); }), QList{note});
    const auto kinds = [&] { return *write([&](store::Session& s) { return store::printedKinds(s, taken); }); };
    QCOMPARE(kinds(), QList{core::PaperKind::DeferredNotice});
    taken.correctedAt = Now.time.addSecs(60); // what replaces it has not been printed
    QVERIFY(kinds().isEmpty());
}

void StandoffTest::theirsIsTaken()
{
    core::CaseRecord theirs = refusedExtension();
    const auto standoff = write([](store::Session& s) { return store::standoffOf(s, u"c1"_s); });
    QVERIFY(standoff && *standoff);
    QVERIFY((*standoff)->conflict);
    QCOMPARE((*standoff)->kind, store::OutboxKind::CaseAct);
    QCOMPARE((*standoff)->acts.size(), 1);
    QVERIFY((*standoff)->ours.extended);
    theirs.state = core::CaseState::Withdrawn;
    theirs.version = 2;
    QVERIFY(write([&](store::Session& s) { return store::takeTheirs(s, theirs, Now, u"001"_s); }));
    QCOMPARE(*write([](store::Session& s) { return store::findCase(s, u"c1"_s); }), std::optional(theirs));
    QVERIFY(write([](store::Session& s) { return store::outboxEntries(s); })->isEmpty());
    QVERIFY(write([](store::Session& s) { return store::actsOf(s, u"c1"_s); })->isEmpty());
    QCOMPARE(*write([](store::Session& s) { return store::standoffOf(s, u"c1"_s); }), std::optional<store::Standoff>());
}

void StandoffTest::oursIsDoneAgain()
{
    core::CaseRecord theirs = refusedExtension();
    theirs.state = core::CaseState::InReview;
    theirs.version = 2;
    const auto kept = write([&](store::Session& s) { return store::keepOurs(s, theirs, Now, u"001"_s); });
    QVERIFY(kept);
    QCOMPARE(kept->state, core::CaseState::InReview); // theirs, and ours on top of it
    QVERIFY(kept->extended);
    const auto waiting = write([](store::Session& s) { return store::outboxEntries(s); });
    QCOMPARE(waiting->constFirst().state, store::OutboxState::Waiting);
}

void StandoffTest::whatDoesNotGoTogetherStays()
{
    core::CaseRecord theirs = refusedExtension();
    theirs.state = core::CaseState::Withdrawn;
    QCOMPARE(write([&](store::Session& s) { return store::keepOurs(s, theirs, Now, u"001"_s); }).error().code, u"case.transition"_s);
    QCOMPARE(write([](store::Session& s) { return store::outboxEntries(s); })->constFirst().state, store::OutboxState::Conflict);
    QVERIFY((*write([](store::Session& s) { return store::findCase(s, u"c1"_s); }))->extended);
}

void StandoffTest::aCaseThatIsOtherwiseThere_data()
{
    QTest::addColumn<bool>("acted");
    QTest::newRow("taken in") << false;
    QTest::newRow("and withdrawn") << true;
}

/// The case itself is in conflict: what was done to it since can still go on from what is there.
void StandoffTest::aCaseThatIsOtherwiseThere()
{
    QFETCH(bool, acted);
    core::CaseRecord theirs = takenIn();
    const auto entries = [this] { return *write([](store::Session& s) { return store::outboxEntries(s); }); };
    const core::Error stale{core::ErrorKind::Conflict, u"server.stale-version"_s, {}};
    QVERIFY(write([&, id = entries().constFirst().id](store::Session& s) {
        return store::markFailed(s, id, store::OutboxState::Conflict, stale, 0);
    }));
    core::ActRecord withdrawal;
    withdrawal.id = u"a1"_s;
    withdrawal.caseId = theirs.id;
    withdrawal.act = core::CaseAct::Withdraw;
    withdrawal.reason = u"不办了"_s;
    withdrawal.clerk = theirs.clerk;
    withdrawal.at = Now.time;
    if (acted)
        QVERIFY(write([&](store::Session& s) { return store::commitAct(s, withdrawal, Now); }));
    theirs.applicant.phone = u"19900000009"_s;
    if (acted)
        QVERIFY(write([&](store::Session& s) { return store::keepOurs(s, theirs, Now, u"001"_s); }));
    else
        QVERIFY(write([&](store::Session& s) { return store::takeTheirs(s, theirs, Now, u"001"_s); }));
    const auto here = write([](store::Session& s) { return store::findCase(s, u"c1"_s); });
    QCOMPARE((*here)->applicant.phone, theirs.applicant.phone);
    QCOMPARE((*here)->state, acted ? core::CaseState::Withdrawn : theirs.state);
    QCOMPARE(entries().size(), acted ? 1 : 0);
    QVERIFY(!acted || (entries().constFirst().kind == store::OutboxKind::CaseAct &&
                       entries().constFirst().state == store::OutboxState::Waiting)); // and not the case again
    QCOMPARE(*write([](store::Session& s) { return store::standoffOf(s, u"c1"_s); }), std::optional<store::Standoff>());
}

namespace {
core::IntakeDraft visit()
{
    core::IntakeDraft draft;
    draft.caseId = u"v1"_s;
    draft.ticketId = u"t"_s;
    draft.applicant.name = u"王样例"_s;
    draft.materials[u"a"_s] = {core::MaterialStatus::Present, {{QString(64, u'a'), 10, u"image/jpeg"_s}}, {}};
    draft.edited.insert(QString(64, u'a'), {});
    return draft;
}
} // namespace

void StandoffTest::aVisitLeavesWithItsPages()
{
    QVERIFY(write([](store::Session& s) { return store::saveDraft(s, visit(), 1); }));
    QVERIFY(write([](store::Session& s) { return store::commitHandover(s, visit(), {u"05"_s, u"换窗口"_s, u"001"_s}, Now); }));
    QVERIFY(write([](store::Session& s) { return store::loadDrafts(s); })->isEmpty());
    const auto waiting = write([](store::Session& s) { return store::outboxEntries(s); });
    QCOMPARE(waiting->size(), 2);
    QCOMPARE(waiting->at(0).kind, store::OutboxKind::Page); // first
    QCOMPARE(waiting->at(1).kind, store::OutboxKind::Handover);
    QCOMPARE(waiting->at(1).target, u"cases/v1/holder"_s);
    QCOMPARE(waiting->at(1).body[u"window"_s].toString(), u"05"_s);
    const core::IntakeDraft travels = core::IntakeDraft::fromJson(waiting->at(1).body[u"draft"_s].toObject());
    QCOMPARE(travels.applicant.name, visit().applicant.name);
    QVERIFY(travels.ticketId.isEmpty() && travels.edited.isEmpty());
}

/// Two supplements of one case, while the back office cannot be reached.
void StandoffTest::aSecondHandOverWaitsForTheFirst()
{
    const auto handOver = [this](const QString& window) {
        return write([&](store::Session& s) {
            return store::saveDraft(s, visit(), 1).and_then([&] {
                return store::commitHandover(s, visit(), {window, u"换窗口"_s, u"001"_s}, Now);
            });
        });
    };
    QVERIFY(handOver(u"05"_s));
    QVERIFY(write([](store::Session& s) { return store::saveDraft(s, visit(), 1); }));
    QCOMPARE(handOver(u"07"_s).error().code, u"handover.waiting"_s);
    QCOMPARE(write([](store::Session& s) { return store::loadDrafts(s); })->size(), 1); // nothing of it is lost
    const auto waiting = write([](store::Session& s) { return store::outboxEntries(s); });
    QCOMPARE(waiting->size(), 2);
    QVERIFY(write([&](store::Session& s) { return store::markSent(s, waiting->constLast().id); }));
    QVERIFY(handOver(u"07"_s));
}

void StandoffTest::aVisitComesBack()
{
    QVERIFY(write([](store::Session& s) { return store::commitHandover(s, visit(), {u"99"_s, u"换窗口"_s, u"001"_s}, Now); }));
    const auto waiting = write([](store::Session& s) { return store::outboxEntries(s); });
    QVERIFY(write([&](store::Session& s) { return store::takeHandoverBack(s, waiting->constLast(), 2); }));
    QVERIFY(write([](store::Session& s) { return store::outboxEntries(s); })->isEmpty());
    const auto ofAnAct = [](store::Session& s) { // a supplement before it has pages of its own on their way
        return store::enqueue(s, {u"v1"_s, store::OutboxKind::Page, QString(64, u'c')}, "{}", 1).and_then([&] {
            return store::enqueue(s, {u"v1"_s, store::OutboxKind::CaseAct, u"act"_s}, "{}", 1);
        });
    };
    QVERIFY(write(ofAnAct));
    QVERIFY(write([](store::Session& s) { return store::commitHandover(s, visit(), {u"99"_s, u"换窗口"_s, u"001"_s}, Now); }));
    const auto behind = write([](store::Session& s) { return store::outboxEntries(s); });
    QVERIFY(write([&](store::Session& s) { return store::takeHandoverBack(s, behind->constLast(), 2); }));
    QCOMPARE(*write([](store::Session& s) { return store::outboxCount(s); }), 2);
    const auto drafts = write([](store::Session& s) { return store::loadDrafts(s); });
    QCOMPARE(drafts->size(), 1);
    QCOMPARE(drafts->constFirst().materials, visit().materials);
}

void StandoffTest::aVisitSendsItsPagesAgain()
{
    QVERIFY(write([](store::Session& s) { return store::commitHandover(s, visit(), {u"05"_s, u"换窗口"_s, u"001"_s}, Now); }));
    const auto entries = [this] { return *write([](store::Session& s) { return store::outboxEntries(s); }); };
    for (int round = 1; round <= 3; ++round) {
        QVERIFY(write([page = entries().constFirst().id](store::Session& s) { return store::markSent(s, page); })); // and lost over there
        QVERIFY(!store::pagesAreLost(entries().constLast()));
        QVERIFY(write([one = entries().constLast()](store::Session& s) { return store::requeueWithPages(s, one); }));
        QCOMPARE(entries().size(), 2);
        QCOMPARE(entries().constFirst().kind, store::OutboxKind::Page);
        QCOMPARE(entries().constFirst().target, QString(64, u'a'));
    }
    QVERIFY(store::pagesAreLost(entries().constLast()));
    const auto with = [this](QChar page) {
        return *write([=](store::Session& s) { return store::handoverWith(s, u"v1"_s, QString(64, page)); });
    };
    QCOMPARE(with(u'a')->id, entries().constLast().id);
    QVERIFY(!with(u'b'));
}

/// A supplement of a case that this window has never seen, and twice.
void StandoffTest::aVisitIsTaken()
{
    core::CaseRecord theirs = takenIn();
    theirs.id = u"c2"_s;
    theirs.number = u"X000002"_s;
    core::IntakeDraft incoming = core::draftToGoOn(theirs);
    const auto take = [&](store::Session& s) { return store::keepHandedOver(s, incoming, 1); };
    auto taken = write(take);
    QVERIFY(taken && !taken->before);
    QCOMPARE(taken->draft, incoming);
    QCOMPARE(*write([](store::Session& s) { return store::findCase(s, u"c2"_s); }), std::optional(theirs)); // it can be gone on with
    core::IntakeDraft typed = incoming;
    typed.noticeReason = u"缺页"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, typed, 2); }));
    incoming.materials[u"s"_s] = {core::MaterialStatus::Present, {{QString(64, u'b'), 10, u"image/jpeg"_s}}, {}};
    taken = write(take);
    QVERIFY(taken && taken->before);
    QCOMPARE(taken->draft.noticeReason, typed.noticeReason);
    QCOMPARE(taken->draft.materials[u"s"_s], incoming.materials[u"s"_s]);
    QCOMPARE(*write([](store::Session& s) { return store::findDraft(s, u"c2"_s); }), std::optional(taken->draft));
}

QTEST_GUILESS_MAIN(StandoffTest)
#include "standofftest.moc"
