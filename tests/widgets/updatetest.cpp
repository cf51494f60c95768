// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A new version, from the back office to the sign-in page.

#include "app/backoffice/administration.h"
#include "app/desk/updatedesk.h"
#include "app/training/hands.h"
#include "tests/support/counter.h"
#include "widgets/shell/signinpage.h"

#include <QCryptographicHash>
#include <QDirIterator>
#include <QLabel>
#include <QSignalSpy>

using namespace Qt::StringLiterals;

class UpdateTest : public Counter
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void offeredAndInstalledByAKey();
    void notWhileSomebodyWorks();
    void byItselfWhereTheHallWantsIt();
    void nothingNew_data();
    void nothingNew();
    void tamperedDescription();
    void tamperedInstaller();
    void goesOnWhereItStopped();
    void notOfferedAgainAfterItFailed();

private:
    void offer(const QString& version, const QByteArray& secretKey = {}, const QString& platform = u"linux-x86_64"_s);
    void startWindow(core::UpdatePolicy policy, const QString& refused = {});
    [[nodiscard]] desk::UpdateDesk& update() const { return m_client->desks().update; }
    [[nodiscard]] QString updates() const { return m_folder->filePath(u"window/updates"_s); }
    /// A visible line of the sign-in page that contains these words.
    [[nodiscard]] bool reads(const QString& words) const;
    QString blobPath() const;

    backoffice::KeyPair m_keys;
    QByteArray m_installer;
    QString m_sha256;
};

void UpdateTest::initTestCase()
{
    m_keys = backoffice::newSigningKey();
    for (int at = 0; at < 3'500'000; ++at) // four pieces
        m_installer.append(char(at * 31 + at / 977));
    m_sha256 = QString::fromLatin1(QCryptographicHash::hash(m_installer, QCryptographicHash::Sha256).toHex());
}

void UpdateTest::init()
{
    m_client.reset();
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_theme = std::make_unique<widgets::Theme>(*qApp);
}

void UpdateTest::offer(const QString& version, const QByteArray& secretKey, const QString& platform)
{
    const QString path = m_folder->filePath(u"installer"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_installer);
    file.close();
    const core::Release release{version, platform, m_sha256, m_installer.size(), {{u"zh_CN"_s, u"打印更快"_s}}};
    const auto document = backoffice::signedRelease(release.toJson(), secretKey.isEmpty() ? m_keys.secretKey : secretKey);
    QVERIFY(document);
    const QString hall = m_folder->filePath(u"hall"_s);
    QVERIFY(backoffice::offerRelease(backoffice::Database(hall + u"/backoffice.sqlite"_s), backoffice::BlobStore(hall), *document, path));
}

void UpdateTest::startWindow(core::UpdatePolicy policy, const QString& refused)
{
    ClientOptions options;
    options.backOffice = m_server->url();
    options.calendarKey = training::calendarPublicKey();
    options.windowCode = u"03"_s;
    options.output = std::make_shared<print::FolderOutput>(m_folder->filePath(u"papers"_s));
    options.updates.policy = policy;
    options.updates.feed = {m_keys.publicKey, u"linux-x86_64"_s, u"0.1.0"_s, updates()};
    options.updates.refused = refused;
    const auto store = store::Store::open(m_folder->filePath(u"window"_s), store::SecretKey(QByteArray(32, 'k')));
    QVERIFY(store);
    m_client = std::make_unique<Client>(options, *store, *m_theme);
    m_client->start();
    m_client->window().activateWindow();
    m_hands = std::make_unique<training::Hands>(m_client->window());
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
}

bool UpdateTest::reads(const QString& words) const
{
    const auto labels = m_client->window().signInPage().findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(),
                       [&](const QLabel* label) { return label->isVisible() && label->text().contains(words); });
}

QString UpdateTest::blobPath() const
{
    QDirIterator files(m_folder->filePath(u"hall"_s), {m_sha256}, QDir::Files, QDirIterator::Subdirectories);
    return files.hasNext() ? files.next() : QString();
}

void UpdateTest::offeredAndInstalledByAKey()
{
    offer(u"0.2.0"_s);
    startWindow(core::UpdatePolicy::Offer);
    QTRY_VERIFY(reads(u"0.2.0"_s));
    QVERIFY(reads(u"打印更快"_s));
    picture(u"update-offered"_s);
    QSignalSpy asked(&update(), &desk::UpdateDesk::installRequested);
    m_hands->press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(asked.size(), 1);
    QFile file(asked[0][0].toString());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), m_installer);
    QCOMPARE(asked[0][1].value<core::Release>().version, u"0.2.0"_s);
}

void UpdateTest::notWhileSomebodyWorks()
{
    startWindow(core::UpdatePolicy::Always);
    m_hands->type(u"001"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().day.isSignedIn(), 20'000);
    QSignalSpy asked(&update(), &desk::UpdateDesk::installRequested);
    offer(u"0.2.0"_s);
    update().start();
    QTRY_VERIFY(update().offered());
    update().install();
    QCOMPARE(asked.size(), 0);
    m_client->desks().day.signOut();
    QTRY_COMPARE(asked.size(), 1); // as soon as nobody does
}

void UpdateTest::byItselfWhereTheHallWantsIt()
{
    offer(u"0.2.0"_s);
    startWindow(core::UpdatePolicy::Always);
    QSignalSpy asked(&update(), &desk::UpdateDesk::installRequested);
    QTRY_COMPARE(asked.size(), 1);
}

void UpdateTest::nothingNew_data()
{
    QTest::addColumn<QString>("version");
    QTest::addColumn<QString>("platform");
    QTest::newRow("none") << "" << "";
    QTest::newRow("the same") << "0.1.0" << "linux-x86_64";
    QTest::newRow("an older one") << "0.0.9" << "linux-x86_64";
    QTest::newRow("for others") << "0.2.0" << "windows-x86_64";
}

void UpdateTest::nothingNew()
{
    QFETCH(QString, version);
    QFETCH(QString, platform);
    if (!version.isEmpty())
        offer(version, {}, platform);
    syncing::ApiClient api(m_server->url(), std::make_shared<syncing::ServerClock>());
    syncing::UpdateFeed feed(api, {m_keys.publicKey, u"linux-x86_64"_s, u"0.1.0"_s, updates()});
    QSignalSpy nothing(&feed, &syncing::UpdateFeed::nothingNew);
    feed.check();
    QTRY_COMPARE(nothing.size(), 1);
    QVERIFY(QDir(updates()).isEmpty());
}

void UpdateTest::tamperedDescription()
{
    offer(u"0.2.0"_s, backoffice::newSigningKey().secretKey);
    startWindow(core::UpdatePolicy::Always);
    QTRY_VERIFY(reads(u"signature"_s));
    picture(u"update-refused"_s);
    QVERIFY(!update().offered());
    QVERIFY(QDir(updates()).isEmpty()); // nothing was even brought
}

void UpdateTest::tamperedInstaller()
{
    offer(u"0.2.0"_s);
    QFile file(blobPath());
    QVERIFY(file.open(QIODevice::ReadWrite));
    file.seek(2'000'000);
    file.write("?");
    file.close();
    startWindow(core::UpdatePolicy::Always);
    QTRY_VERIFY(reads(u"0.2.0"_s));
    QVERIFY(!update().offered());
    QVERIFY(QDir(updates()).isEmpty());
}

void UpdateTest::goesOnWhereItStopped()
{
    offer(u"0.2.0"_s);
    QVERIFY(QDir().mkpath(updates()));
    QFile part(updates() + u'/' + m_sha256 + u".part"_s);
    QVERIFY(part.open(QIODevice::WriteOnly));
    part.write(m_installer.first(2'345'678));
    part.close();
    QFile left(updates() + u"/earlier"_s); // of a version that is no longer offered
    QVERIFY(left.open(QIODevice::WriteOnly));
    left.close();
    syncing::ApiClient api(m_server->url(), std::make_shared<syncing::ServerClock>());
    syncing::UpdateFeed feed(api, {m_keys.publicKey, u"linux-x86_64"_s, u"0.1.0"_s, updates()});
    QSignalSpy progress(&feed, &syncing::UpdateFeed::progress);
    QSignalSpy ready(&feed, &syncing::UpdateFeed::ready);
    feed.check();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(progress[0][0].toInt() > 67); // not from the beginning
    QCOMPARE(QDir(updates()).entryList(QDir::Files), QStringList{m_sha256});
    feed.check(); // what is there is checked, not brought again
    QTRY_COMPARE(ready.size(), 2);
    QCOMPARE(progress.size(), 2);
}

void UpdateTest::notOfferedAgainAfterItFailed()
{
    offer(u"0.2.0"_s);
    startWindow(core::UpdatePolicy::Always);
    QTRY_VERIFY(update().offered());
    update().markTried();
    m_client.reset();
    startWindow(core::UpdatePolicy::Always, u"0.2.0"_s); // it did not start: the old one is back
    QVERIFY(reads(u"did not start"_s));
    picture(u"update-rolled-back"_s);
    QSignalSpy asked(&update(), &desk::UpdateDesk::installRequested);
    syncing::ApiClient api(m_server->url(), std::make_shared<syncing::ServerClock>());
    syncing::UpdateFeed feed(api, {m_keys.publicKey, u"linux-x86_64"_s, u"0.1.0"_s, updates()});
    QSignalSpy ready(&feed, &syncing::UpdateFeed::ready);
    feed.check();
    QTRY_COMPARE(ready.size(), 1);
    QVERIFY(!update().offered());
    QCOMPARE(asked.size(), 0);
}

QTEST_MAIN(UpdateTest)
#include "updatetest.moc"
