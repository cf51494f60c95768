// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "app/store/store.h"
#include "app/store/audit.h"
#include "app/store/cache.h"
#include "app/store/caseacts.h"
#include "app/store/credentials.h"
#include "app/store/drafts.h"
#include "app/store/migrations.h"
#include "app/store/numbers.h"
#include "app/store/outbox.h"
#include "app/store/pages.h"
#include "app/store/passphrasevault.h"
#include "app/store/recovery.h"

#include <QDir>
#include <QFile>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

#include <future>

#include <sodium.h>

using namespace Qt::StringLiterals;

class StoreTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void nothingPersonalIsReadable();
    void sealsAreBoundToTheirPlace();
    void draftsComeBackAsTyped();
    void commitIsAllOrNothing();
    void commitTwiceIsOnce();
    void actsGoWithTheirCase();
    void casesAreFound_data();
    void casesAreFound();
    void provisionalNumberWhenNoneIsLeft();
    void fullDiskKeepsWhatWasThere();
    void everyFailingStatementRollsBack();
    void pagesAreSealedAndFound();
    void lostRowsAreFoundAgain();
    void auditChainBreaksWhenTouched();
    void offlineSignIn();
    void migrationsRefuseNewerStores();
    void vault();
    void recoveryKey();
    void answersComeInTheLoopOfWhoAsked();

private:
    core::CaseRecord record(const QString& id) const;
    template<class Job> auto write(Job job) { return m_store->write(std::move(job)).result(); }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<store::Store> m_store;
    store::SecretKey m_key = store::SecretKey::random();
};

static const core::Moment Now{QDateTime(QDate(2026, 11, 24), QTime(9, 0)), false};

void StoreTest::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    const auto opened = store::Store::open(m_folder->path(), m_key);
    QVERIFY(opened);
    m_store = *opened;
}

void StoreTest::cleanup()
{
    m_store.reset();
    m_folder.reset();
}

core::CaseRecord StoreTest::record(const QString& id) const
{
    core::CaseRecord result;
    result.id = id;
    result.item = {u"I1"_s, u"样例事项"_s};
    result.scenario = {u"new"_s, u"新办"_s};
    result.state = core::CaseState::Accepted;
    result.applicant.name = u"王样例测试"_s;
    result.applicant.certificate.number = u"11010519491231002X"_s;
    result.applicant.phone = u"19900000001"_s;
    result.materials = {{u"a"_s,
                         u"申请书"_s,
                         core::MaterialForm::Original,
                         1,
                         core::MaterialStatus::Present,
                         {{QString(64, u'a'), 10, u"image/jpeg"_s}, {QString(64, u'b'), 10, u"image/jpeg"_s}},
                         {}}};
    result.papers = {{core::PaperKind::AcceptanceNotice, {}, 1}};
    result.hall = {u"9901"_s, u"样例大厅"_s};
    result.window = {u"03"_s, u"3号窗口"_s};
    result.clerk = {u"001"_s, u"甲"_s};
    result.department = u"局"_s;
    result.receivedAt = Now.time;
    result.acceptedAt = Now.time;
    result.queryCode = u"ABCD"_s;
    return result;
}

void StoreTest::nothingPersonalIsReadable()
{
    QVERIFY(write([&](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, 9}); }));
    QVERIFY(write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); }));
    core::IntakeDraft draft;
    draft.caseId = u"c2"_s;
    draft.applicant = record({}).applicant;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    m_store.reset();
    const QStringList files = QDir(m_folder->path()).entryList(QDir::Files);
    QVERIFY(!files.isEmpty());
    for (const QString& name : files) {
        QFile file(m_folder->filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        for (const QString& secret : {u"王样例测试"_s, u"11010519491231002X"_s, u"19900000001"_s}) {
            QVERIFY2(!bytes.contains(secret.toUtf8()), qPrintable(name));
            QVERIFY2(!bytes.contains(QByteArray(reinterpret_cast<const char*>(secret.utf16()), secret.size() * 2)), qPrintable(name));
        }
    }
}

void StoreTest::sealsAreBoundToTheirPlace()
{
    const store::Sealer sealer(m_key);
    const QByteArray sealed = sealer.seal("plain", "case:1");
    QCOMPARE(sealer.open(sealed, "case:1").value_or(QByteArray()), QByteArray("plain"));
    QCOMPARE(sealer.open(sealed, "case:2").error().code, u"store.unsealable"_s);
    QCOMPARE(store::Sealer(store::SecretKey::random()).open(sealed, "case:1").error().code, u"store.unsealable"_s);
    for (qsizetype at = 0; at < sealed.size(); ++at) {
        QByteArray wrong = sealed;
        wrong[at] = char(wrong[at] ^ 1);
        QVERIFY(!sealer.open(wrong, "case:1"));
    }
    QCOMPARE(sealer.lookUpHash(u"x"_s), sealer.lookUpHash(u"x"_s));
    QVERIFY(sealer.lookUpHash(u"x"_s) != sealer.lookUpHash(u"y"_s));
}

void StoreTest::draftsComeBackAsTyped()
{
    core::IntakeDraft draft;
    draft.caseId = u"c1"_s;
    draft.applicant.certificate.number = u"1101051949"_s; // half a number
    draft.materials[u"a"_s].shortfall = u"缺公章"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    draft.applicant.name = u"王"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 2); }));
    m_store.reset();
    m_store = *store::Store::open(m_folder->path(), m_key);
    const auto drafts = write([](store::Session& s) { return store::loadDrafts(s); });
    QVERIFY(drafts);
    QCOMPARE(drafts->size(), 1);
    QCOMPARE(drafts->constFirst(), draft);
}

void StoreTest::commitIsAllOrNothing()
{
    QVERIFY(write([&](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"9901"_s, 6, 41, 49}); }));
    core::IntakeDraft draft;
    draft.caseId = u"c1"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    const auto refused = write([&](store::Session& s) -> core::Result<core::CaseRecord> {
        const auto written = store::commitCase(s, record(u"c1"_s), Now);
        return written ? core::Result<core::CaseRecord>(core::fail(core::ErrorKind::Storage, u"late"_s)) : written;
    });
    QVERIFY(!refused);
    QCOMPARE(*write([](store::Session& s) { return store::outboxCount(s); }), 0);
    QCOMPARE(write([](store::Session& s) { return store::loadDrafts(s); })->size(), 1);
    QCOMPARE(*write([](store::Session& s) { return store::numbersLeft(s); }), 9);
    const auto written = write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); });
    QVERIFY(written);
    QCOMPARE(written->number, u"9901000041"_s);
    QCOMPARE(written->papers.constFirst().number, written->number);
    QCOMPARE(*write([](store::Session& s) { return store::outboxCount(s); }), 3); // two pages, one case
    QVERIFY(write([](store::Session& s) { return store::loadDrafts(s); })->isEmpty());
}

void StoreTest::commitTwiceIsOnce()
{
    QVERIFY(write([&](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, 9}); }));
    const auto first = write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); });
    const auto second = write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); });
    QVERIFY(first && second);
    QCOMPARE(second->number, first->number);
    QCOMPARE(*write([](store::Session& s) { return store::numbersLeft(s); }), 8);
    QCOMPARE(*write([](store::Session& s) { return store::outboxCount(s); }), 3);
}

void StoreTest::actsGoWithTheirCase()
{
    QVERIFY(write([&](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, 9}); }));
    core::CaseRecord owing = record(u"c1"_s);
    owing.state = core::CaseState::AcceptedDeferred;
    owing.materials.append({u"s"_s, u"证明"_s});
    owing.deferred = {{u"s"_s, u"证明"_s, core::MaterialForm::Original, QDate(2026, 12, 1)}};
    QVERIFY(write([&](store::Session& s) { return store::commitCase(s, owing, Now); }));
    core::ActRecord act;
    act.id = u"act-1"_s;
    act.caseId = u"c1"_s;
    act.clerk = {u"001"_s, u"甲"_s};
    act.at = Now.time;
    act.materials = {
        {u"s"_s, u"证明"_s, core::MaterialForm::Original, 1, core::MaterialStatus::Present, {{QString(64, u'c'), 5, u"image/png"_s}}}};
    core::IntakeDraft draft;
    draft.caseId = u"c1"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    const auto commit = [&](store::Session& s) { return store::commitAct(s, act, Now); };
    const auto after = write(commit);
    QVERIFY(after);
    QCOMPARE(after->state, core::CaseState::Accepted);
    QCOMPARE(write(commit)->version, after->version); // the same again changes nothing
    QVERIFY(write([](store::Session& s) { return store::loadDrafts(s); })->isEmpty());
    QCOMPARE(*write([](store::Session& s) { return store::findCase(s, u"c1"_s); }), std::optional(*after));
    QCOMPARE(*write([](store::Session& s) { return store::actsOf(s, u"c1"_s); }), QList{act});
    const auto queued = write([](store::Session& s) { return store::outboxEntries(s); });
    QCOMPARE(queued->size(), 5); // two pages, the case, the new page, the act: in this order
    QCOMPARE(queued->constLast().kind, store::OutboxKind::CaseAct);
    QCOMPARE(queued->constLast().target, u"cases/c1/acts/act-1"_s);
    QCOMPARE(queued->at(3).target, QString(64, u'c'));

    core::CaseRecord theirs = *after; // what the back office says counts once nothing of ours is on its way
    theirs.state = core::CaseState::InReview;
    const auto adopt = [&](store::Session& s) { return store::adoptCase(s, theirs); };
    QVERIFY(write(adopt));
    QCOMPARE((*write([](store::Session& s) { return store::findCase(s, u"c1"_s); }))->state, core::CaseState::Accepted);
    for (const auto& entry : *queued)
        QVERIFY(write([&](store::Session& s) { return store::markSent(s, entry.id); }));
    QVERIFY(write(adopt));
    QCOMPARE((*write([](store::Session& s) { return store::findCase(s, u"c1"_s); }))->state, core::CaseState::InReview);
    act.id = u"act-2"_s;
    QVERIFY(!write(commit)); // nothing is owed any more
    QCOMPARE(write([](store::Session& s) { return store::actsOf(s, u"c1"_s); })->size(), 1);
    act.caseId = u"nowhere"_s;
    QCOMPARE(write(commit).error().code, u"case.unknown"_s);
}

void StoreTest::casesAreFound_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QStringList>("found");
    QTest::newRow("number") << u"N000002"_s << QStringList{u"c2"_s};
    QTest::newRow("the beginning of numbers") << u"N0000"_s << QStringList{u"c2"_s, u"c1"_s};
    QTest::newRow("certificate") << u"11010519491231002x"_s << QStringList{u"c2"_s, u"c1"_s};
    QTest::newRow("part of a name") << u"样例测"_s << QStringList{u"c2"_s, u"c1"_s};
    QTest::newRow("item") << u"样例事项"_s << QStringList{u"c2"_s, u"c1"_s};
    QTest::newRow("query code") << u"abcd"_s << QStringList{u"c2"_s, u"c1"_s};
    QTest::newRow("another hall's") << u"X000009"_s << QStringList{u"c3"_s};
    QTest::newRow("nothing") << u"  "_s << QStringList{};
    QTest::newRow("nobody") << u"张"_s << QStringList{};
}

void StoreTest::casesAreFound()
{
    QFETCH(QString, text);
    QFETCH(QStringList, found);
    QVERIFY(write([&](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, 9}); }));
    for (const QString& id : {u"c1"_s, u"c2"_s}) {
        core::CaseRecord one = record(id);
        one.receivedAt = Now.time.addSecs(id == u"c2" ? 60 : 0);
        QVERIFY(write([&](store::Session& s) { return store::commitCase(s, one, Now); }));
    }
    core::CaseRecord other = record(u"c3"_s);
    other.number = u"X000009"_s;
    other.applicant.name = u"李"_s;
    other.item.name = u"别的"_s;
    other.queryCode = u"ZZ"_s;
    other.applicant.certificate.number = u"91350100M000100Y43"_s;
    other.receivedAt = Now.time.addSecs(-60);
    QVERIFY(write([&](store::Session& s) { return store::adoptCase(s, other); }));
    QStringList ids;
    const auto cases = write([&](store::Session& s) { return store::searchCases(s, text, 10); });
    for (const store::CaseSummary& summary : *cases)
        ids.append(summary.record.id);
    QCOMPARE(ids, found);
    QCOMPARE(write([](store::Session& s) { return store::casesSince(s, 0, 10); })->size(), 2); // not this window's own
    QCOMPARE(write([](store::Session& s) { return store::unprintedCases(s); })->size(), 2);
}

void StoreTest::provisionalNumberWhenNoneIsLeft()
{
    const auto written = write([&](store::Session& s) { return store::commitCase(s, record(u"case-0001"_s), Now); });
    QVERIFY(written);
    QVERIFY(written->numberProvisional);
    QVERIFY(write([&](store::Session& s) { return store::setFinalNumber(s, u"case-0001"_s, u"9901P00000001"_s); }));
    QCOMPARE((*write([](store::Session& s) { return store::findCase(s, u"case-0001"_s); }))->number, u"9901P00000001"_s);
}

void StoreTest::fullDiskKeepsWhatWasThere()
{
    core::IntakeDraft draft;
    draft.caseId = u"c1"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    QVERIFY(write([](store::Session& s) { // SQLite's own limit answers as a full disk does
        auto pages = s.run(u"PRAGMA page_count"_s);
        pages->next();
        return s.run(u"PRAGMA max_page_count=%1"_s.arg(pages->value(0).toInt() + 1)).map([](const QSqlQuery&) {});
    }));
    draft.applicant.address = QString(200'000, u'长');
    const auto refused = write([&](store::Session& s) { return store::saveDraft(s, draft, 2); });
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, u"store.full"_s);
    QCOMPARE(refused.error().kind, core::ErrorKind::DiskFull);
    QVERIFY(write([](store::Session& s) { return s.run(u"PRAGMA max_page_count=1000000"_s).map([](const QSqlQuery&) {}); }));
    QCOMPARE(write([](store::Session& s) { return store::loadDrafts(s); })->constFirst().applicant.address, QString());
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 3); })); // space again: saved
}

void StoreTest::everyFailingStatementRollsBack()
{
    // Each table in turn refuses to be written to; the commit must leave no trace in any other.
    for (const QString& table : {u"case_record"_s, u"outbox"_s, u"audit"_s, u"draft"_s, u"number_block"_s}) {
        cleanup();
        init();
        QVERIFY(write([&](store::Session& s) { return store::addNumberBlock(s, {u"b"_s, u"N"_s, 6, 1, 9}); }));
        core::IntakeDraft draft;
        draft.caseId = u"c1"_s;
        QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
        const QString verb = table == u"draft" ? u"DELETE"_s : table == u"number_block" ? u"UPDATE"_s : u"INSERT"_s;
        QVERIFY(write([&](store::Session& s) {
            return s.run(u"CREATE TRIGGER t BEFORE %1 ON %2 BEGIN SELECT raise(ABORT, 'no'); END"_s.arg(verb, table))
                .map([](const QSqlQuery&) {});
        }));
        QVERIFY2(!write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); }), qPrintable(table));
        QCOMPARE(*write([](store::Session& s) { return store::outboxCount(s); }), 0);
        QCOMPARE(*write([](store::Session& s) { return store::numbersLeft(s); }), 9);
        QVERIFY(!*write([](store::Session& s) { return store::findCase(s, u"c1"_s); }));
        QVERIFY(write([](store::Session& s) { return s.run(u"DROP TRIGGER t"_s).map([](const QSqlQuery&) {}); }));
        QVERIFY(write([&](store::Session& s) { return store::commitCase(s, record(u"c1"_s), Now); }));
    }
}

void StoreTest::pagesAreSealedAndFound()
{
    const store::PageFiles files(m_store->pageFolder(), m_store->sealer());
    const store::Page page{u"c1"_s, u"a"_s, {QString(64, u'a'), 9, u"image/jpeg"_s}, "page bytes"};
    const auto name = files.write(page);
    QVERIFY(name);
    QFile raw(m_store->pageFolder() + u'/' + *name);
    QVERIFY(raw.open(QIODevice::ReadOnly));
    QVERIFY(!raw.readAll().contains("page bytes"));
    const auto read = files.read(*name);
    QVERIFY(read);
    QCOMPARE(read->bytes, page.bytes);
    QCOMPARE(read->materialCode, u"a"_s);
    QCOMPARE(files.read(u"nowhere.page"_s).error().code, u"page.missing"_s);
    QVERIFY(raw.rename(m_store->pageFolder() + u"/other.page"_s));
    QCOMPARE(files.read(u"other.page"_s).error().code, u"store.unsealable"_s); // a file cannot stand in for another
    const store::PageFiles nowhere(u"/proc/nowhere"_s, m_store->sealer());
    QCOMPARE(nowhere.write(page).error().code, u"page.unwritable"_s);
}

void StoreTest::lostRowsAreFoundAgain()
{
    core::IntakeDraft draft;
    draft.caseId = u"c1"_s;
    QVERIFY(write([&](store::Session& s) { return store::saveDraft(s, draft, 1); }));
    const store::PageFiles files(m_store->pageFolder(), m_store->sealer());
    QVERIFY(files.write({u"c1"_s, u"a"_s, {QString(64, u'c'), 4, u"image/jpeg"_s}, "page"}));
    QVERIFY(files.write({u"c1"_s, core::DerivedMaterial, {QString(64, u'd'), 4, u"image/jpeg"_s}, "made"}));
    QFile unfinished(m_store->pageFolder() + u"/x.page.part"_s);
    QVERIFY(unfinished.open(QIODevice::WriteOnly));
    unfinished.close();
    const QString folder = m_store->pageFolder();
    const auto recovered = write([&](store::Session& s) { return store::recoverPages(s, folder, 2); });
    QVERIFY(recovered);
    QCOMPARE(recovered->pagesReattached, 1);
    const auto drafts = write([](store::Session& s) { return store::loadDrafts(s); });
    QCOMPARE(drafts->constFirst().materials[u"a"_s].pages.size(), 1);
    QCOMPARE(drafts->constFirst().materials[u"a"_s].status, core::MaterialStatus::Present);
    QVERIFY(!unfinished.exists());
    QCOMPARE(drafts->constFirst().materials.size(), 1); // what was made of a page can be made again
    QCOMPARE(files.names().size(), 1);
    QCOMPARE(write([&](store::Session& s) { return store::recoverPages(s, folder, 3); })->pagesReattached, 0);
}

void StoreTest::auditChainBreaksWhenTouched()
{
    for (int i = 0; i < 4; ++i)
        QVERIFY(write([&](store::Session& s) { return store::addAudit(s, {Now, u"001"_s, u"act"_s, QString::number(i), {}}); }));
    QCOMPARE(*write([](store::Session& s) { return store::firstBrokenAudit(s); }), 0);
    QVERIFY(write([](store::Session& s) { return s.run(u"UPDATE audit SET actor = '002' WHERE seq = 3"_s).map([](const QSqlQuery&) {}); }));
    QCOMPARE(*write([](store::Session& s) { return store::firstBrokenAudit(s); }), 3);
}

void StoreTest::offlineSignIn()
{
    constexpr qint64 Day = 86'400'000;
    const QJsonObject answer{{u"clerk"_s, u"001"_s}};
    QVERIFY(write([&](store::Session& s) { return store::rememberSignIn(s, u"001"_s, u"secret"_s, answer, 1000); }));
    const auto attempt = [&](const QString& clerk, const QString& password, qint64 now) {
        return write([=](store::Session& s) { return store::signInOffline(s, clerk, password, now, 3 * Day); });
    };
    QCOMPARE(attempt(u"001"_s, u"secret"_s, Day).value_or(QJsonObject()), answer);
    QCOMPARE(attempt(u"001"_s, u"wrong"_s, Day).error().code, u"sign-in.wrong"_s);
    QCOMPARE(attempt(u"001"_s, u"secret"_s, 4 * Day).error().code, u"sign-in.offline-expired"_s);
    QCOMPARE(attempt(u"002"_s, u"secret"_s, Day).error().code, u"sign-in.never-online"_s);
}

void StoreTest::migrationsRefuseNewerStores()
{
    QVERIFY(write([](store::Session& s) { return s.run(u"PRAGMA user_version=99"_s).map([](const QSqlQuery&) {}); }));
    m_store.reset();
    const auto reopened = store::Store::open(m_folder->path(), m_key);
    QVERIFY(!reopened);
    QCOMPARE(reopened.error().code, u"store.newer"_s);
    QFile broken(m_folder->filePath(u"window.sqlite"_s));
    QVERIFY(broken.open(QIODevice::WriteOnly));
    broken.write(QByteArray(8192, 'x'));
    broken.close();
    QFile::remove(m_folder->filePath(u"window.sqlite-wal"_s));
    QCOMPARE(store::Store::open(m_folder->path(), m_key).error().code, u"store.corrupt"_s);
}

void StoreTest::vault()
{
    const QString path = m_folder->filePath(u"keys/key.json"_s);
    const QByteArray recovery(crypto_box_PUBLICKEYBYTES, '\t');
    QCOMPARE(store::PassphraseVault(path, u"right"_s, {}).open().result().error().code, u"key.no-recovery"_s);
    const auto first = store::PassphraseVault(path, u"right"_s, recovery).open().result();
    QVERIFY(first);
    const auto again = store::PassphraseVault(path, u"right"_s, recovery).open().result();
    QVERIFY(again);
    QCOMPARE(QByteArray(reinterpret_cast<const char*>((*again)->data()), 32),
             QByteArray(reinterpret_cast<const char*>((*first)->data()), 32));
    QCOMPARE(store::PassphraseVault(path, u"wrong"_s, recovery).open().result().error().code, u"key.wrong-passphrase"_s);
    // The key file is gone but the store is there: another key would lock its cases away.
    QFile::remove(path);
    QVERIFY(QFile::copy(m_folder->filePath(u"window.sqlite"_s), m_folder->filePath(u"keys/window.sqlite"_s)));
    QCOMPARE(store::PassphraseVault(path, u"right"_s, recovery).open().result().error().code, u"key.lost"_s);
}

void StoreTest::recoveryKey()
{
    QByteArray publicKey(crypto_box_PUBLICKEYBYTES, '\0');
    QByteArray secretKey(crypto_box_SECRETKEYBYTES, '\0');
    crypto_box_keypair(reinterpret_cast<uchar*>(publicKey.data()), reinterpret_cast<uchar*>(secretKey.data()));
    const QByteArray wrapped = store::wrappedForRecovery(m_key, publicKey);
    const auto recovered = store::recoveredKey(wrapped, publicKey, secretKey);
    QVERIFY(recovered);
    QCOMPARE(QByteArray(reinterpret_cast<const char*>(recovered->data()), 32), QByteArray(reinterpret_cast<const char*>(m_key.data()), 32));
    QVERIFY(!store::recoveredKey(wrapped.chopped(1), publicKey, secretKey));
}

/// Whoever asks may still be about to say what is to be done with the answer.
void StoreTest::answersComeInTheLoopOfWhoAsked()
{
    QEventLoop loop;
    QObject context;
    int answers = 0;
    QTimer::singleShot(0, &context, [&] {
        for (int i = 0; i < 200; ++i) {
            std::promise<void> ran;
            auto answer = m_store->read([&ran](store::Session&) {
                ran.set_value();
                return core::Result<int>(7);
            });
            ran.get_future().wait();
            m_store->drain(); // and its thread has gone on
            QVERIFY(!answer.isFinished());
            answer.then(&context, [&](const core::Result<int>& seven) {
                answers += *seven == 7 ? 1 : 0;
                if (answers == 200)
                    loop.quit();
            });
        }
    });
    QTimer::singleShot(10'000, &loop, &QEventLoop::quit);
    loop.exec();
    QCOMPARE(answers, 200);
}

QTEST_GUILESS_MAIN(StoreTest)
#include "storetest.moc"
