// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// What waits to be sent, in which order; and pages that belong to nothing.

#include "app/store/outbox.h"
#include "app/core/actbuilder.h"
#include "app/store/cases.h"
#include "app/store/drafts.h"
#include "app/store/pages.h"
#include "app/store/recovery.h"
#include "app/store/store.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace {

const core::Moment Now{QDateTime(QDate(2026, 11, 24), QTime(9, 0)), false};

core::CaseRecord record(const QString& id)
{
    core::CaseRecord result;
    result.id = id;
    result.item = {u"I1"_s, u"样例事项"_s};
    result.scenario = {u"new"_s, u"新办"_s};
    result.state = core::CaseState::Accepted;
    result.applicant.name = u"王样例"_s;
    result.applicant.certificate.number = u"11010519491231002X"_s;
    result.materials = {{u"a"_s,
                         u"申请书"_s,
                         core::MaterialForm::Original,
                         1,
                         core::MaterialStatus::Present,
                         {{QString(64, u'a'), 10, u"image/jpeg"_s}, {QString(64, u'b'), 10, u"image/jpeg"_s}},
                         {}}};
    result.hall = {u"9901"_s, u"样例大厅"_s};
    result.window = {u"03"_s, u"3号窗口"_s};
    result.clerk = {u"001"_s, u"甲"_s};
    result.department = u"局"_s;
    result.receivedAt = result.acceptedAt = Now.time;
    result.queryCode = u"ABCD"_s;
    return result;
}

} // namespace

class OutboxTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void outboxKeepsOrderPerCase();
    void missingPagesGoBeforeTheirCaseAndItsActs();
    void aClockThatWasWrongHoldsNothingUp();
    void whatIsThrownAwayIsGone();
    void aPageOfAnotherCaseIsNoTwin();
    void aVisitBegunBeforeIsFound();
    void whatWasForbiddenGoesWithASupervisor();

private:
    template<class Job> auto write(Job job) { return m_store->write(std::move(job)).result(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<store::Store> m_store;
};

void OutboxTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto opened = store::Store::open(m_folder->path(), store::SecretKey::random());
    QVERIFY(opened);
    m_store = *opened;
}

void OutboxTest::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

void OutboxTest::outboxKeepsOrderPerCase()
{
    for (const QString& id : {u"c1"_s, u"c2"_s})
        QVERIFY(write([&](store::Session& s) { return store::commitCase(s, record(id), Now); }));
    const auto due = [&](qint64 now) { return *write([now](store::Session& s) { return store::dueEntries(s, now, 10); }); };
    QCOMPARE(due(0).size(), 2); // the first of each case
    QCOMPARE(due(0)[0].kind, store::OutboxKind::Page);
    const qint64 first = due(0)[0].id;
    QVERIFY(write([&](store::Session& s) {
        return store::markFailed(s, first, store::OutboxState::Waiting, {core::ErrorKind::Offline, u"net.offline"_s, {}}, 5000);
    }));
    QCOMPARE(due(4999).size(), 1); // one that waits does not let its case overtake, nor hold up the other
    QCOMPARE(due(5000).size(), 2);
    QVERIFY(write([&](store::Session& s) {
        return store::markFailed(s, first, store::OutboxState::Attention, {core::ErrorKind::Refused, u"server.refused"_s, {}}, 0);
    }));
    QCOMPARE(due(999'999).size(), 1);
    QCOMPARE(*write([](store::Session& s) { return store::outboxCount(s); }), 6); // nothing is dropped
    const auto summaries = write([](store::Session& s) { return store::casesSince(s, 0, 10); });
    QCOMPARE(summaries->size(), 2);
}

void OutboxTest::missingPagesGoBeforeTheirCaseAndItsActs()
{
    QVERIFY(write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); }));
    const auto entries = [&] { return *write([](store::Session& s) { return store::outboxEntries(s); }); };
    while (entries()[0].kind == store::OutboxKind::Page) // they are there, as far as anybody knows
        QVERIFY(write([id = entries()[0].id](store::Session& s) { return store::markSent(s, id); }));
    QVERIFY(write([](store::Session& s) {
        for (const QString& act : {u"a1"_s, u"a2"_s})
            if (auto done = store::enqueue(s, {0, u"c1"_s, store::OutboxKind::CaseAct, u"cases/c1/acts/"_s + act, {}}, 0); !done)
                return done;
        return core::Result<void>();
    }));
    QVERIFY(write([first = entries()[0]](store::Session& s) { return store::requeueWithPages(s, first); }));
    QStringList order;
    for (const store::OutboxEntry& entry : entries())
        order.append(entry.kind == store::OutboxKind::Page   ? u"page"_s
                     : entry.kind == store::OutboxKind::Case ? u"case"_s
                                                             : entry.target.right(2));
    order.removeAll(u"page"_s);
    QCOMPARE(order, (QStringList{u"case"_s, u"a1"_s, u"a2"_s}));
    QCOMPARE(entries()[0].kind, store::OutboxKind::Page);
    QVERIFY(write([](store::Session& s) { return store::enqueue(s, {0, u"c2"_s, store::OutboxKind::Case, u"c2"_s, {}}, 0); }));
    QCOMPARE(entries().constLast().subject, u"c2"_s); // behind them
}

void OutboxTest::aClockThatWasWrongHoldsNothingUp()
{
    constexpr qint64 Year = 365LL * 86'400'000;
    QVERIFY(write([](store::Session& s) { return store::enqueue(s, {0, u"c1"_s, store::OutboxKind::Case, u"c1"_s, {}}, 0); }));
    QVERIFY(write([](store::Session& s) {
        return store::markFailed(s, 1, store::OutboxState::Waiting, {core::ErrorKind::Busy, u"server.busy"_s, {}}, Year + 60'000);
    }));
    const auto due = [&](qint64 now) { return write([now](store::Session& s) { return store::dueEntries(s, now, 10); })->size(); };
    QCOMPARE(due(Year), 0); // in a minute
    QCOMPARE(due(0), 1);    // the clock went back a year
    QCOMPARE(*write([](store::Session& s) { return store::nextDue(s, 0); }), 0);
    QCOMPARE(*write([](store::Session& s) { return store::nextDue(s, Year); }), Year + 60'000);
}

void OutboxTest::whatIsThrownAwayIsGone()
{
    const auto put = [&](const QString& caseId) {
        core::IntakeDraft draft;
        draft.caseId = caseId;
        const store::Page page{caseId, u"a"_s, {QString(64, u'e'), 4, u"image/jpeg"_s}, "page"};
        const QString file = *store::PageFiles(m_store->pageFolder(), m_store->sealer()).write(page);
        (void)write(
            [&](store::Session& s) { return store::saveDraft(s, draft, 1).and_then([&] { return store::addPage(s, page, file, 1); }); });
        return file;
    };
    const QString file = put(u"d1"_s);
    const auto gone = write([](store::Session& s) { return store::discardDraft(s, u"d1"_s); });
    QVERIFY(gone);
    QCOMPARE(*gone, QStringList{file});
    QVERIFY(write([](store::Session& s) { return store::knownPageFiles(s); })->isEmpty());
    QVERIFY(write([](store::Session& s) { return store::loadDrafts(s); })->isEmpty());
    QVERIFY(write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); }));
    (void)put(u"c1"_s); // a visit that goes on with a case: what was captured for the case stays
    QVERIFY(write([](store::Session& s) { return store::discardDraft(s, u"c1"_s); })->isEmpty());
    QCOMPARE(write([](store::Session& s) { return store::knownPageFiles(s); })->size(), 1);
}

/// The same paper was captured for two cases; the row of one was never written.
void OutboxTest::aPageOfAnotherCaseIsNoTwin()
{
    core::IntakeDraft draft;
    draft.caseId = u"d2"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    const store::PageFiles files(m_store->pageFolder(), m_store->sealer());
    const core::PageRef same{QString(64, u'f'), 4, u"image/jpeg"_s};
    const store::Page first{u"d1"_s, u"a"_s, same, "page"};
    QVERIFY(write([&](store::Session& s) { return store::addPage(s, first, *files.write(first), 1); }));
    QVERIFY(files.write({u"d2"_s, u"a"_s, same, "page"}));
    const auto recovered = write([folder = m_store->pageFolder()](store::Session& s) { return store::recoverPages(s, folder, 2); });
    QCOMPARE(recovered->pagesReattached, 1);
    QCOMPARE(files.names().size(), 2);
}

void OutboxTest::aVisitBegunBeforeIsFound()
{
    core::CaseRecord owing = record(u"c1"_s);
    owing.number = u"N1"_s;
    owing.state = core::CaseState::AcceptedDeferred;
    owing.materials.append({u"s"_s, u"证明"_s});
    owing.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 12, 1)}};
    const auto goOn = [&](store::Session& s) { return store::goOnWith(s, owing); };
    core::IntakeDraft visit = *write(goOn); // the case is held here from now on
    QCOMPARE(visit, core::draftToGoOn(owing));
    visit.materials[u"s"_s] = {core::MaterialStatus::Present, {{QString(64, u'c'), 10, u"image/jpeg"_s}}, {}};
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, visit, 1); }));
    QCOMPARE(*write(goOn), visit);
    ++owing.version;
    const auto renewed = write(goOn);
    QCOMPARE(renewed->base->version, owing.version);
    QCOMPARE(renewed->materials[u"s"_s].pages.size(), 1);
}

void OutboxTest::whatWasForbiddenGoesWithASupervisor()
{
    const auto refuse = [&](const QString& subject, store::OutboxKind kind, const QString& code) {
        return write([&](store::Session& s) {
            return store::enqueue(s, {0, subject, kind, subject, {}}, 0)
                .and_then([&] { return store::outboxEntries(s); })
                .and_then([&](const auto& entries) {
                    const core::Error answer{core::ErrorKind::Forbidden, code, {u"没有权限"_s}};
                    return store::markFailed(s, entries.constLast().id, store::OutboxState::Attention, answer, 0);
                });
        });
    };
    QVERIFY(refuse(u"c1"_s, store::OutboxKind::CaseAct, u"server.forbidden"_s));
    QVERIFY(refuse(u"c2"_s, store::OutboxKind::CaseAct, u"server.invalid-body"_s));
    QVERIFY(refuse(store::queueLane(u"05"_s), store::OutboxKind::TicketAct, u"server.forbidden"_s));
    QVERIFY(write([](store::Session& s) { return store::makeForbiddenDue(s); }));
    const auto due = write([](store::Session& s) { return store::dueEntries(s, 0, 9); });
    QCOMPARE(due->size(), 1);
    QCOMPARE(due->constFirst().subject, u"c1"_s);
}

QTEST_GUILESS_MAIN(OutboxTest)
#include "outboxtest.moc"
