// SPDX-FileCopyrightText: 2026 The Yichuang Authors
// SPDX-License-Identifier: Apache-2.0

// A clerk who takes in one application after another on the real desk, store, courier and scanner client, says aloud what
// happens, and goes on after a crash where it was: faultclerk DATA BACK-OFFICE-URL CASES

#include "app/desk/capturedesk.h"
#include "app/desk/paperdesk.h"
#include "app/desk/startup.h"
#include "app/store/cases.h"
#include "app/store/passphrasevault.h"
#include "app/training/paperpainter.h"
#include "app/training/people.h"
#include "app/training/traininghall.h"
#include "devices/scanner/esclsource.h"
#include "devices/simulated/esclsimulator.h"

#include <QGuiApplication>
#include <QTextStream>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace {

constexpr int PagesPerMaterial = 2;

void say(const QString& line)
{
    QTextStream(stdout) << line << Qt::endl;
}

/// Papers go to a folder; the moment between commit and print is said aloud.
class LoudOutput final : public print::PaperOutput
{
public:
    explicit LoudOutput(const QString& folder) : m_folder(folder) {}
    core::Result<void> put(const documents::Paper& paper) override
    {
        say(u"printing "_s + paper.number);
        return m_folder.put(paper);
    }
    [[nodiscard]] bool isReady() const override { return true; }

private:
    print::FolderOutput m_folder;
};

class Clerk : public QObject
{
    Q_OBJECT

public:
    Clerk(const std::shared_ptr<store::Store>& store, const QString& data, const QUrl& server, int cases)
        : m_clock(std::make_shared<syncing::ServerClock>()), m_api(server, m_clock), m_signIn(m_api, store, m_clock),
          m_reference(m_api, store, training::calendarPublicKey()), m_numbers(m_api, store), m_courier(m_api, store), m_events(m_api),
          m_queue(m_api, store), m_services{store,
                                            m_clock,
                                            m_api,
                                            m_signIn,
                                            m_reference,
                                            m_numbers,
                                            m_courier,
                                            m_events,
                                            m_queue,
                                            std::make_shared<const documents::PaperRenderer>(u":/papers"_s),
                                            std::make_shared<LoudOutput>(data + u"/papers"_s)},
          m_scanner(QUrl(u"http://127.0.0.1:%1"_s.arg(m_simulator.start()))), m_day(m_services), m_intake(m_services, m_day),
          m_capture(m_services, m_intake, m_scanner), m_papers(m_services, m_day), m_left(cases)
    {
        connect(&m_day, &desk::WorkDay::signInFailed, this, [this] { QTimer::singleShot(200, this, &Clerk::signIn); });
        connect(&m_day, &desk::WorkDay::signedIn, this, &Clerk::recover);
        connect(&m_day, &desk::WorkDay::referenceChanged, this, &Clerk::work);
        connect(&m_capture, &desk::CaptureDesk::pageTaken, this, [] { say(u"page"_s); });
        connect(&m_capture, &desk::CaptureDesk::ended, this, &Clerk::work);
        connect(&m_scanner, &devices::ScanSource::pageArrived, this, [] { say(u"page-arriving"_s); });
        connect(&m_intake, &desk::IntakeDesk::accepted, this, [this](const core::CaseRecord& record) {
            say(u"accepted %1"_s.arg(record.id));
            m_papers.print(record);
        });
        connect(&m_intake, &desk::IntakeDesk::adviceGiven, this, [this](const desk::Advice& advice) {
            say(u"advice "_s + advice.code);
            for (const core::Reason& reason : m_intake.verdict().reasons)
                say(u"  "_s + reason.code);
        });
        connect(&m_papers, &desk::PaperDesk::printed, this, &Clerk::printed);
        connect(&m_courier, &syncing::Courier::outboxChanged, this, [this](int left) {
            if (m_left <= 0 && left == 0) {
                say(u"done"_s);
                QGuiApplication::quit();
            }
        });
        signIn();
    }

private:
    void signIn() { m_day.signIn(u"001"_s, u"training"_s, u"03"_s); }

    void recover()
    {
        desk::recover(m_services).then(this, [this](const core::Result<desk::Unfinished>& found) {
            if (!found) {
                say(u"recovery failed: "_s + found.error().code);
                return QGuiApplication::exit(3);
            }
            m_unprinted = int(found->unprinted.size());
            for (const core::CaseRecord& record : found->unprinted)
                m_papers.print(record);
            if (!found->drafts.isEmpty())
                m_intake.restore(found->drafts.constFirst());
            m_ready = true;
            work();
        });
    }

    /// The next thing to do, from where the draft stands.
    void work()
    {
        if (!m_ready || !m_day.catalogue() || !m_day.calendar().covers(m_day.today().year()) || m_capture.isScanning() ||
            m_intake.isBusy() || m_left <= 0 || m_intake.record())
            return;
        if (m_intake.draft().itemCode.isEmpty())
            m_intake.chooseItem(m_day.index()->find(u"异地就医备案"_s, 1).constFirst()->code);
        if (m_intake.draft().applicant.name.isEmpty()) { // typed in the last milliseconds before the crash: typed again
            const training::Person person = training::people().constFirst();
            m_intake.setParty(desk::PartyRole::Applicant, {core::ApplicantKind::Person,
                                                           person.card.name,
                                                           {core::CertificateType::CitizenId, person.card.number},
                                                           person.phone,
                                                           {},
                                                           {}});
        }
        for (const core::MaterialRequirement& material : m_intake.materials()) {
            const int have = int(m_intake.draft().materials.value(material.code).pages.size());
            if (have < PagesPerMaterial)
                return scan(material.code, have);
        }
        say(u"verdict"_s);
        m_intake.accept();
    }

    void scan(const QString& material, int have)
    {
        QList<QByteArray> pages;
        for (int page = have; page < PagesPerMaterial; ++page)
            pages.append(training::paintPaper(material + m_intake.draft().caseId, u"王样例"_s, page + 1));
        m_simulator.loadPaper(pages);
        QTimer::singleShot(0, this, [this, material] { m_capture.scanTo(material); });
    }

    void printed(const core::CaseRecord& record)
    {
        say(u"printed %1"_s.arg(record.id));
        if (m_unprinted > 0) {
            --m_unprinted;
            return;
        }
        --m_left;
        if (m_left > 0)
            m_intake.beginVisit(std::nullopt);
        m_courier.wake();
        work();
    }

    std::shared_ptr<syncing::ServerClock> m_clock;
    syncing::ApiClient m_api;
    syncing::SignIn m_signIn;
    syncing::Reference m_reference;
    syncing::NumberLease m_numbers;
    syncing::Courier m_courier;
    syncing::EventStream m_events;
    syncing::QueueClient m_queue;
    desk::Services m_services;
    devices::EsclSimulator m_simulator;
    devices::EsclSource m_scanner;
    desk::WorkDay m_day;
    desk::IntakeDesk m_intake;
    desk::CaptureDesk m_capture;
    desk::PaperDesk m_papers;
    int m_left;
    int m_unprinted = 0;
    bool m_ready = false;
};

} // namespace

int main(int argc, char* argv[])
{
    QGuiApplication application(argc, argv);
    const QStringList words = application.arguments();
    const QString data = words.value(1);
    if (data == u"--hall-seed") { // the training hall with signed calendars, for the back office's own seed command
        say(QString::fromUtf8(training::hallSeed()));
        return 0;
    }
    const auto key = store::PassphraseVault(data + u"/key.json"_s, u"training"_s, {}).open().result();
    const auto opened = store::Store::open(data, **key);
    if (!opened) {
        say(u"store: "_s + opened.error().code);
        return 2;
    }
    Clerk clerk(*opened, data, QUrl(words.value(2)), words.value(3).toInt());
    return QGuiApplication::exec();
}

#include "faultclerk.moc"
