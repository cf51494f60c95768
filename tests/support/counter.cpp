// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

#include "tests/support/counter.h"

#include "app/training/people.h"

#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>

using namespace Qt::StringLiterals;

void Counter::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_server = training::embeddedServer(m_folder->filePath(u"hall"_s), 0);
    QVERIFY(m_server->start());
    m_theme = std::make_unique<widgets::Theme>(*qApp);
    m_scanner = std::make_unique<devices::EsclSimulator>();
    m_scannerPort = m_scanner->start();
    startClient();
}

void Counter::cleanup()
{
    m_client.reset();
    m_scanner.reset();
    m_server.reset();
    m_theme.reset();
    m_folder.reset();
}

void Counter::startClient()
{
    ClientOptions options;
    options.backOffice = backOffice();
    options.calendarKey = training::calendarPublicKey();
    options.windowCode = u"03"_s;
    options.scanner = *scannerFrom(u"http://127.0.0.1:%1"_s.arg(m_scannerPort), {});
    options.camera = [this] {
        auto camera = std::make_unique<devices::SimulatedCamera>();
        m_camera = camera.get();
        return camera;
    };
    options.output = std::make_shared<print::FolderOutput>(m_folder->filePath(u"papers"_s));
    options.exports = m_folder->filePath(u"saved"_s);
    const auto store = store::Store::open(m_folder->filePath(u"window"_s), store::SecretKey(QByteArray(32, 'k')));
    QVERIFY(store);
    m_client = std::make_unique<Client>(options, *store, *m_theme);
    m_client->start();
    m_client->window().activateWindow();
    m_hands = std::make_unique<training::Hands>(m_client->window());
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->type(u"001"_s);
    m_hands->press(Qt::Key_Return);
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
    const auto ready = [this] {
        const desk::WorkDay& day = m_client->desks().day;
        return day.isSignedIn() && day.catalogue() && day.calendar().covers(day.today().year()) && m_client->desks().queue.isBoardKnown();
    };
    QTRY_VERIFY_WITH_TIMEOUT(ready(), 20'000);
}

void Counter::signInAgain(const QString& clerk) const
{
    m_hands->press(Qt::Key_L, Qt::ControlModifier);
    QTRY_COMPARE(m_hands->focus(), u"QLineEdit"_s);
    m_hands->press(Qt::Key_Backtab, Qt::ShiftModifier);
    m_hands->press(Qt::Key_A, Qt::ControlModifier);
    m_hands->type(clerk);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_A, Qt::ControlModifier);
    m_hands->type(u"training"_s);
    m_hands->press(Qt::Key_F12);
    QTRY_VERIFY_WITH_TIMEOUT(m_client->desks().day.isSignedIn() && m_client->desks().day.workplace().clerk.code == clerk, 20'000);
}

QVariant Counter::inTheHall(const QString& sql, const QVariantList& values) const
{
    QVariant first;
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"hall"_s);
        database.setDatabaseName(m_folder->filePath(u"hall/backoffice.sqlite"_s));
        QSqlQuery query(database);
        bool done = database.open() && query.prepare(sql);
        for (const QVariant& value : values)
            query.addBindValue(value);
        done = done && query.exec();
        if (!done)
            QTest::qFail(qPrintable(query.lastError().text()), __FILE__, __LINE__);
        else if (query.isSelect() && query.next())
            first = query.value(0);
    }
    QSqlDatabase::removeDatabase(u"hall"_s);
    return first;
}

void Counter::chooseItem() const
{
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"ydjy"_s);
    m_hands->press(Qt::Key_Return);
    if (intake().draft().scenarioCode.isEmpty())
        m_hands->press(Qt::Key_1);
}

void Counter::fillIn() const
{
    const training::Person person = training::people().constFirst();
    if (intake().draft().applicant.name.isEmpty()) { // the ticket brings it where it was taken with a card
        m_hands->type(person.card.name);
        m_hands->press(Qt::Key_Return);
        m_hands->press(Qt::Key_Return); // the type of certificate is right
    }
    m_hands->type(person.card.number);
    m_hands->press(Qt::Key_Return);
    m_hands->type(person.phone);
    m_hands->press(Qt::Key_Return);
    m_hands->press(Qt::Key_Return);
}

void Counter::seeAllPapers() const
{
    for (qsizetype i = 0; i < intake().materials().size(); ++i) {
        m_hands->press(Qt::Key_Space);
        m_hands->press(Qt::Key_Down);
    }
}

void Counter::chooseFoodLicence() const
{
    m_hands->press(Qt::Key_K, Qt::ControlModifier);
    m_hands->type(u"spjyxkzhf"_s);
    m_hands->press(Qt::Key_Return);
    if (intake().draft().scenarioCode != u"catering")
        intake().chooseScenario(u"catering"_s);
}

void Counter::picture(const QString& name) const
{
    if (const QString folder = qEnvironmentVariable("YICHUANG_PICTURES"); !folder.isEmpty())
        m_client->window().grab().save(folder + u'/' + name + u".png"_s);
}

void Counter::bringADeferrableCase() const
{
    chooseFoodLicence();
    const training::Person person = training::people().constFirst();
    core::Party applicant = intake().draft().applicant;
    applicant.name = u"样例餐饮有限公司"_s;
    applicant.kind = core::ApplicantKind::Organisation;
    applicant.certificate = {core::CertificateType::CreditCode, u"91350100M000100Y43"_s};
    applicant.phone = person.phone;
    applicant.legalRepresentative = person.card.name;
    intake().setParty(desk::PartyRole::Applicant, applicant);
    intake().setHasAgent(true);
    core::Party agent;
    agent.name = person.card.name;
    agent.certificate = {core::CertificateType::CitizenId, person.card.number};
    agent.phone = person.phone;
    intake().setParty(desk::PartyRole::Agent, agent);
    intake().setAgentAuthorised(true);
    const auto materials = intake().materials();
    for (const auto& material : materials) {
        if (material.key)
            intake().togglePresent(material.code);
    }
    QCOMPARE(intake().verdict().outcome, core::Outcome::Deferrable);
}
